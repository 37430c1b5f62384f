import { Select, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { isDay } from '../../wall-time.ts';
import classes from './reports.module.css';
import { PRESETS, presetOf, type Span, spanOf } from './span.ts';

const OWN = 'own';

/** Days as people name them, or from day to day. */
export function SpanPicker(o: {
  readonly span: Span;
  readonly today: string;
  readonly onChange: (span: Span) => void;
}): ReactNode {
  const { span, today, onChange } = o;
  const preset = presetOf(span, today);
  const change = (next: Span): void => {
    if (isDay(next.from) && isDay(next.to) && next.from <= next.to) onChange(next);
  };
  return (
    <div className={classes['picker']}>
      <Select
        aria-label="Which days"
        data={[...PRESETS, ...(preset === null ? [{ value: OWN, label: 'From day to day' }] : [])]}
        value={preset ?? OWN}
        allowDeselect={false}
        onChange={(value) => {
          const chosen = PRESETS.find((each) => each.value === value);
          if (chosen !== undefined) onChange(spanOf(chosen.value, today));
        }}
      />
      <TextInput
        type="date"
        aria-label="From"
        max={span.to}
        value={span.from}
        onChange={(event) => change({ ...span, from: event.currentTarget.value })}
      />
      <TextInput
        type="date"
        aria-label="To"
        min={span.from}
        max={today}
        value={span.to}
        onChange={(event) => change({ ...span, to: event.currentTarget.value })}
      />
    </div>
  );
}
