/** One meter, found by its number or by the customer's name or address, in a form. */
import { Button, Loader, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { meterQuery, metersQuery } from '../api/queries.ts';
import { groupDigits } from '../digits.ts';
import { explainMeterNumber, searchText } from '../meter-number.ts';
import classes from './forms.module.css';

const SHOWN = 5;
const TYPING_PAUSE = 180;

function Chosen(o: {
  readonly label: string;
  readonly number: string;
  readonly onLeave: () => void;
}): ReactNode {
  const meter = useQuery(meterQuery(o.number));
  const who = meter.data?.customer?.name ?? 'No customer';
  return (
    <div className={classes['chosen']} data-testid="chosen-meter">
      <p className={classes['text']}>
        <small>{o.label}</small>
        <br />
        <strong className="wv-mono">{groupDigits(o.number)}</strong>
        {meter.data !== undefined && (
          <>
            <br />
            {who}, {meter.data.address}
          </>
        )}
      </p>
      <Button variant="default" size="xs" onClick={o.onLeave}>
        Another meter
      </Button>
    </div>
  );
}

export function MeterChoice(o: {
  readonly label: string;
  readonly chosen: string | null;
  /** A meter that cannot be meant. */
  readonly except?: string;
  readonly onChosen: (meterNumber: string | null) => void;
}): ReactNode {
  const [typed, setTyped] = useState('');
  const [paused] = useDebouncedValue(typed, TYPING_PAUSE);
  const query = searchText(paused);
  const found = useQuery({
    ...metersQuery(query, SHOWN),
    placeholderData: keepPreviousData,
    enabled: query !== '' && o.chosen === null,
  });
  if (o.chosen !== null) {
    return <Chosen label={o.label} number={o.chosen} onLeave={() => o.onChosen(null)} />;
  }
  const meters = query === '' ? [] : (found.data?.meters ?? []);
  const offered = meters.filter(({ meter_number: number }) => number !== o.except);
  const isNone = query !== '' && found.isSuccess && offered.length === 0;
  return (
    <div>
      <TextInput
        label={o.label}
        description="Number, customer or address"
        required
        autoComplete="off"
        spellCheck={false}
        rightSection={found.isFetching ? <Loader size="xs" /> : null}
        value={typed}
        error={explainMeterNumber(typed) ?? found.error?.refusal.detail}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <div className={classes['found']}>
        {offered.map((meter) => (
          <Button
            key={meter.meter_number}
            variant="default"
            fullWidth
            justify="flex-start"
            classNames={{ label: classes['foundLabel'] ?? '' }}
            onClick={() => o.onChosen(meter.meter_number)}
          >
            {groupDigits(meter.meter_number)} · {meter.customer?.name ?? 'No customer'},{' '}
            {meter.address}
          </Button>
        ))}
        {isNone && <p className={classes['text']}>No meter found.</p>}
      </div>
    </div>
  );
}
