/** The 66 bits as cells in their fields, in rows of 32 on a desk and of 16 on a phone. */
import type { ReactNode } from 'react';
import classes from './drawing.module.css';
import {
  type DrawnField,
  describeDrawing,
  type Segment,
  segmentIn,
  segmentRows,
} from './drawn-bits.ts';
import type { FieldFocus } from './field-focus.ts';

interface Measures {
  readonly columns: number;
  readonly cell: number;
  /** Room left of the rows, where the two bits of the class stand on a desk. */
  readonly gutter: number;
  /** Whether the class has a row of its own above the others. */
  readonly hasClassRow: boolean;
}

const DESK: Measures = { columns: 32, cell: 27, gutter: 70, hasClassRow: false };
const PHONE: Measures = { columns: 16, cell: 20, gutter: 0, hasClassRow: true };

const ABOVE = 13;
const BELOW = 17;
const ROW_GAP = 7;
const MARGIN = 2;
const CLASS_HIGHEST = 65;
const CLASS_LOWEST = 64;

interface Placed {
  readonly segment: Segment;
  readonly x: number;
  readonly y: number;
}

function placed(fields: readonly DrawnField[], measures: Measures): readonly Placed[] {
  const { cell, columns, gutter, hasClassRow } = measures;
  const height = ABOVE + cell + BELOW + ROW_GAP;
  const first = hasClassRow ? 1 : 0;
  const ofClass = fields
    .flatMap((field) => segmentIn(field, CLASS_HIGHEST, CLASS_LOWEST))
    .map((segment) => ({
      segment,
      x: MARGIN + (CLASS_HIGHEST - segment.highestBit) * cell,
      y: ABOVE,
    }));
  const ofBlock = segmentRows(fields, columns).flatMap((segments, row) =>
    segments.map((segment) => ({
      segment,
      x: MARGIN + gutter + ((63 - segment.highestBit) % columns) * cell,
      y: (row + first) * height + ABOVE,
    })),
  );
  return [...ofClass, ...ofBlock];
}

function Cells(o: { readonly at: Placed; readonly cell: number }): ReactNode {
  const { segment, x, y } = o.at;
  const width = segment.highestBit - segment.lowestBit + 1;
  return Array.from({ length: width }, (_, place) => {
    const bit = segment.highestBit - place;
    const left = x + place * o.cell;
    return (
      <g key={bit}>
        {place > 0 && (
          <line x1={left} x2={left} y1={y + 5} y2={y + o.cell - 5} className={classes['divider']} />
        )}
        <text
          x={left + o.cell / 2}
          y={y + o.cell / 2}
          className={classes['bit']}
          data-bit={segment.bits?.[place] ?? 'hidden'}
        >
          {segment.bits?.[place] ?? '•'}
        </text>
      </g>
    );
  });
}

function SegmentBox(o: {
  readonly at: Placed;
  readonly cell: number;
  readonly focus: FieldFocus;
}): ReactNode {
  const { segment, x, y } = o.at;
  const { field, highestBit, lowestBit } = segment;
  const width = (highestBit - lowestBit + 1) * o.cell;
  const { active } = o.focus;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the rows of the table are the keyboard's way
    <g
      data-tone={field.tone}
      data-active={active === field.index}
      data-faded={active !== null && active !== field.index}
      className={classes['segment']}
      onMouseEnter={() => o.focus.point(field.index)}
      onMouseLeave={() => o.focus.point(null)}
    >
      <rect x={x + 1} y={y} width={width - 2} height={o.cell} rx={5} className={classes['box']} />
      <rect
        x={x + 1}
        y={y + o.cell + 2}
        width={width - 2}
        height={2.5}
        rx={1}
        className={classes['bar']}
      />
      <Cells at={o.at} cell={o.cell} />
      <text x={x + 3} y={y - 4} className={classes['place']}>
        {highestBit}
      </text>
      {highestBit > lowestBit && (
        <text x={x + width - 3} y={y - 4} className={classes['place']} data-end="true">
          {lowestBit}
        </text>
      )}
      <text
        x={x + width / 2}
        y={y + o.cell + 15}
        className={classes['label']}
        data-tight={highestBit === lowestBit && field.abbreviation.length > 2}
      >
        {field.abbreviation}
      </text>
    </g>
  );
}

export function BitDrawing(o: {
  readonly fields: readonly DrawnField[];
  readonly focus: FieldFocus;
  readonly isNarrow: boolean;
}): ReactNode {
  const measures = o.isNarrow ? PHONE : DESK;
  const { cell, columns, gutter, hasClassRow } = measures;
  const rows = 64 / columns + (hasClassRow ? 1 : 0);
  const width = gutter + columns * cell + 2 * MARGIN;
  const height = rows * (ABOVE + cell + BELOW + ROW_GAP);
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      className={classes['drawing']}
      role="img"
      aria-label={describeDrawing(o.fields)}
      data-testid="bit-drawing"
    >
      {placed(o.fields, measures).map((at) => (
        <SegmentBox key={`${at.segment.highestBit}`} at={at} cell={cell} focus={o.focus} />
      ))}
    </svg>
  );
}
