/**
 * The way from twenty digits to fields, in three small drawings one above the other: the number, the
 * same with the class taken out, the bits in clear. A full cell is a 1, an empty one a 0.
 */
import type { OpenedToken } from '@wattvend/sts/explanation.js';
import type { ReactNode } from 'react';
import classes from './drawing.module.css';
import { type ClassExtraction, classExtraction, type DrawnField, type Tone } from './drawn-bits.ts';

const BITS = 66;
const CLASS_BITS: readonly number[] = [65, 64];
// Where the class travels, and where what it displaced comes back to (IEC 62055-41, 6.4.2).
const DISPLACED_BITS: readonly number[] = [28, 27];
const CELL = 11;
const NARROW_CELL = 10;
const LINKS = 34;

type Mark = Tone | 'moved' | 'plain';

/** Bit 65 first; on a phone two rows of 33. */
function Strip(o: {
  readonly bits: string;
  readonly markOf: (bit: number) => Mark;
  readonly isNarrow: boolean;
  readonly label: string;
  readonly links?: ReactNode;
}): ReactNode {
  const columns = o.isNarrow ? BITS / 2 : BITS;
  const cell = o.isNarrow ? NARROW_CELL : CELL;
  const height = o.isNarrow ? 2 * 19 : 17;
  const top = o.links === undefined ? 1 : LINKS;
  return (
    <svg
      viewBox={`0 0 ${columns * cell + 2} ${height + top + 1}`}
      className={classes['strip']}
      role="img"
      aria-label={o.label}
    >
      {o.links}
      {[...o.bits].map((value, place) => {
        const bit = BITS - 1 - place;
        return (
          <rect
            key={bit}
            x={1.5 + (place % columns) * cell}
            y={top + Math.floor(place / columns) * 19}
            width={cell - 1.5}
            height={16}
            rx={2}
            className={classes['mini']}
            data-tone={o.markOf(bit)}
            data-bit={value}
          />
        );
      })}
    </svg>
  );
}

function centre(bits: readonly number[]): number {
  const [first = 0] = bits;
  return 1 + (BITS - first) * CELL;
}

/** The two pairs of bits that change places, as lines between the drawings above and below. */
function Exchange(): ReactNode {
  const left = centre(CLASS_BITS);
  const right = centre(DISPLACED_BITS);
  const path = (from: number, to: number): string =>
    `M ${from} 0 C ${from} ${LINKS * 0.6}, ${to} ${LINKS * 0.4}, ${to} ${LINKS - 2}`;
  return (
    <>
      <path d={path(left, right)} className={classes['link']} data-tone="moved" />
      <path d={path(right, left)} className={classes['link']} data-tone="class" />
    </>
  );
}

function numberMark(bit: number): Mark {
  if (CLASS_BITS.includes(bit)) return 'moved';
  return DISPLACED_BITS.includes(bit) ? 'class' : 'plain';
}

function extractedMark(bit: number): Mark {
  if (CLASS_BITS.includes(bit)) return 'class';
  return DISPLACED_BITS.includes(bit) ? 'moved' : 'plain';
}

function Step(o: {
  readonly number: number;
  readonly title: string;
  readonly hexadecimal: string;
  readonly text: string;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <li className={classes['step']}>
      <div className={classes['stepText']}>
        <strong>
          <span className={classes['stepNumber']} aria-hidden="true">
            {o.number}
          </span>{' '}
          {o.title}
        </strong>
        <code>{o.hexadecimal}</code>
        <p>{o.text}</p>
      </div>
      {o.children}
    </li>
  );
}

function ClearStep(o: {
  readonly opened: OpenedToken | null;
  readonly fields: readonly DrawnField[];
  readonly extraction: ClassExtraction;
  readonly isNarrow: boolean;
}): ReactNode {
  const { extraction, fields, opened } = o;
  if (opened === null) {
    return (
      <Step
        number={3}
        title="Decrypted"
        hexadecimal="?"
        text="No key here opens the token, so what is inside stays hidden."
      >
        <span />
      </Step>
    );
  }
  const isEncrypted = opened.candidate !== null;
  const bits = fields
    .map((field) => field.bits ?? '0'.repeat(field.highestBit - field.lowestBit + 1))
    .join('');
  const toneOfBit = (bit: number): Mark =>
    fields.find(({ highestBit, lowestBit }) => bit <= highestBit && bit >= lowestBit)?.tone ??
    'plain';
  return (
    <Step
      number={3}
      title={isEncrypted ? 'Decrypted' : 'In clear'}
      hexadecimal={opened.clear66 ?? 'parts of a key are hidden'}
      text={
        isEncrypted
          ? 'The 64 bits under the class, decrypted, fall into their fields.'
          : `Class ${extraction.tokenClass} is not encrypted: the fields can be read at once.`
      }
    >
      <Strip
        bits={bits}
        markOf={toneOfBit}
        isNarrow={o.isNarrow}
        label="The 66 bits in clear, coloured by field"
      />
    </Step>
  );
}

export function WayDrawing(o: {
  readonly number66: string;
  readonly opened: OpenedToken | null;
  readonly fields: readonly DrawnField[];
  readonly isNarrow: boolean;
}): ReactNode {
  const extraction = classExtraction(o.number66);
  const { tokenClass } = extraction;
  const swap = o.isNarrow ? {} : { links: <Exchange /> };
  return (
    <ol className={classes['way']}>
      <Step
        number={1}
        title="The number"
        hexadecimal={o.number66}
        text="Twenty digits are one number of 66 bits. The class stands in bits 28 and 27."
      >
        <Strip
          bits={extraction.numberBits}
          markOf={numberMark}
          isNarrow={o.isNarrow}
          label="The 66 bits of the number; bits 28 and 27 are the class"
        />
      </Step>
      <Step
        number={2}
        title={`Class ${tokenClass} taken out`}
        hexadecimal={`${tokenClass} · ${extraction.block.toUpperCase()}`}
        text="The class goes to the front, and bits 65 and 64 come back to their place."
      >
        <Strip
          bits={extraction.extractedBits}
          markOf={extractedMark}
          isNarrow={o.isNarrow}
          label="The same with the class in front: bits 65 and 64 changed places with 28 and 27"
          {...swap}
        />
      </Step>
      <ClearStep
        opened={o.opened}
        fields={o.fields}
        extraction={extraction}
        isNarrow={o.isNarrow}
      />
    </ol>
  );
}
