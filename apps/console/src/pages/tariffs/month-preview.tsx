/** What a draft would have meant for those who bought in a month: how many gain and lose. */
import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { formatTenthKwh } from '../../energy.ts';
import { useSession } from '../../shell/session.ts';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { dayIn, shiftDay } from '../../wall-time.ts';
import { countsOf } from './preview-counts.ts';
import { type MonthPreview, monthPreviewQuery } from './tariff-queries.ts';
import classes from './tariffs.module.css';

function Told({ preview }: { readonly preview: MonthPreview }): ReactNode {
  const { less, same, more } = countsOf(preview);
  const refused = preview.customers.reduce((sum, each) => sum + each.refused, 0);
  const [most] = preview.customers;
  if (preview.customer_count === 0) {
    return <p className={classes['soft']}>Nobody bought under this tariff in that month.</p>;
  }
  return (
    <ul className={classes['faults']} role="status">
      <li>
        {preview.customer_count} customers bought. With the same money {less} would have had more
        than 5 % less energy, {more} at least 5 % more, and {same} about the same.
      </li>
      {refused > 0 && <li>{refused} of their purchases would have been refused.</li>}
      {most !== undefined && (
        <li>
          The most changes for account {most.account_number}:{' '}
          {formatTenthKwh(most.energy_now_tenth_kwh)} kWh instead of{' '}
          {formatTenthKwh(most.energy_then_tenth_kwh)} kWh.
        </li>
      )}
      {!preview.is_whole && (
        <li>Not all purchases of the month were looked at: they are too many.</li>
      )}
    </ul>
  );
}

export function MonthPreviewAsked(o: { readonly id: string; readonly version: number }): ReactNode {
  const { time_zone: timeZone } = useSession().utility;
  const first = `${dayIn(timeZone, new Date()).slice(0, 7)}-01`;
  const [month, setMonth] = useState(shiftDay(first, -1).slice(0, 7));
  const [asked, setAsked] = useState<number | null>(null);
  const { data, error, isFetching } = useQuery({
    ...monthPreviewQuery(o.id, o.version, asked ?? 0),
    enabled: asked !== null,
  });
  const isMonth = /^\d{4}-\d{2}$/.test(month);
  return (
    <div className={classes['fields']}>
      <div className={classes['asked']}>
        <TextInput
          label="What would it have meant in the month"
          type="month"
          value={month}
          onChange={(event) => setMonth(event.currentTarget.value)}
        />
        <Button
          variant="default"
          disabled={!isMonth}
          loading={isFetching}
          onClick={() => setAsked(Number(month.replace('-', '')))}
        >
          Reckon it
        </Button>
      </div>
      {error !== null && <RefusalNote refusal={error.refusal} />}
      {data !== undefined && <Told preview={data} />}
    </div>
  );
}
