/** The fields of a token as rows: bits, number, value, meaning, and how sure the layout is. */

import { IconAlertTriangle, IconCheck, IconQuestionMark } from '@tabler/icons-react';
import type { Confidence } from '@wattvend/sts/confidence.js';
import type { ExplainedBits } from '@wattvend/sts/explanation.js';
import type { ReactNode } from 'react';
import type { DrawnField } from './drawn-bits.ts';
import type { FieldFocus } from './field-focus.ts';
import classes from './field-table.module.css';

const CONFIDENCE_MEANS: Readonly<Record<Confidence, string>> = {
  high: 'two independent sources, or the standard and a program that reproduces it',
  medium: 'one good source',
  low: 'one weak source',
};

/** The sign and the word; colour only helps. */
export function ConfidenceMark({ confidence }: { readonly confidence: Confidence }): ReactNode {
  const Icon = confidence === 'high' ? IconCheck : IconQuestionMark;
  return (
    <span
      className={classes['confidence']}
      data-confidence={confidence}
      title={`Confidence ${confidence}: ${CONFIDENCE_MEANS[confidence]}`}
    >
      <Icon size={13} stroke={2.4} aria-hidden /> {confidence}
    </span>
  );
}

function placeOf({ highestBit, lowestBit }: DrawnField): string {
  return highestBit === lowestBit ? String(lowestBit) : `${highestBit}–${lowestBit}`;
}

/** In groups of four from the right, as people write long binary numbers. */
function grouped(bits: string): string {
  return bits.replaceAll(/\B(?=(.{4})+$)/g, ' ');
}

function Row(o: {
  readonly field: DrawnField;
  readonly explained: ExplainedBits;
  readonly focus: FieldFocus;
}): ReactNode {
  const { explained, field, focus } = o;
  return (
    <tr
      data-active={focus.active === field.index}
      onMouseEnter={() => focus.point(field.index)}
      onMouseLeave={() => focus.point(null)}
    >
      <th scope="row">
        <button
          type="button"
          className={classes['name']}
          data-tone={field.tone}
          onFocus={() => focus.point(field.index)}
          onBlur={() => focus.point(null)}
          onClick={() => focus.point(field.index)}
          aria-label={`${field.abbreviation}: show its bits in the drawing`}
        >
          <span className={classes['swatch']} aria-hidden="true" />
          {field.abbreviation}
        </button>
        <span className={classes['place']}>{placeOf(field)}</span>
      </th>
      <td className={classes['raw']}>
        <span>{field.bits === null ? 'not shown' : grouped(field.bits)}</span>
        {explained.hexadecimal !== null && <small>{explained.hexadecimal} hex</small>}
      </td>
      <td className={classes['value']} data-field={field.abbreviation}>
        {explained.value}
      </td>
      <td className={classes['meaning']}>
        {explained.meaning}
        {explained.objections.map((objection) => (
          <span key={objection} className={classes['objection']}>
            <IconAlertTriangle size={15} aria-hidden /> {objection}
          </span>
        ))}
      </td>
      <td>
        <ConfidenceMark confidence={explained.confidence} />
      </td>
    </tr>
  );
}

export function FieldTable(o: {
  readonly bits: readonly ExplainedBits[];
  readonly fields: readonly DrawnField[];
  readonly focus: FieldFocus;
}): ReactNode {
  return (
    <table className={classes['table']} data-testid="field-table">
      <thead>
        <tr>
          <th scope="col">Field</th>
          <th scope="col">Bits</th>
          <th scope="col">Value</th>
          <th scope="col">Meaning</th>
          <th scope="col">Confidence</th>
        </tr>
      </thead>
      <tbody>
        {o.fields.map((field) => {
          const explained = o.bits[field.index];
          return explained === undefined ? null : (
            <Row key={field.index} field={field} explained={explained} focus={o.focus} />
          );
        })}
      </tbody>
    </table>
  );
}
