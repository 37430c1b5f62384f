/** Asks a second person to take a sale to the wrong meter back and to sell it to the right one. */
import { TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { api, call } from '../api/client.ts';
import type { Vend } from '../api/model.ts';
import { quoteQuery } from '../api/queries.ts';
import type { Refusal } from '../api/refusal.ts';
import { groupDigits } from '../digits.ts';
import { formatTenthKwh } from '../energy.ts';
import { formatMoney } from '../money.ts';
import { useSession } from '../shell/session.ts';
import { RefusalNote } from '../ui/refusal-note.tsx';
import { FormDialog } from './form-dialog.tsx';
import classes from './forms.module.css';
import { MeterChoice } from './meter-choice.tsx';
import { MoneyLines } from './money-lines.tsx';

/** What the same money buys for a meter at this moment, under its own tariff. */
export function QuoteAtOther(o: {
  readonly meterNumber: string;
  readonly tenderedMinor: string;
}): ReactNode {
  const { currency } = useSession().utility;
  const quote = useQuery(quoteQuery(o.meterNumber, o.tenderedMinor));
  if (quote.data === undefined) {
    return quote.error === null ? null : (
      <>
        <RefusalNote refusal={quote.error.refusal} onRetry={() => void quote.refetch()} />
        <p className={classes['text']}>
          The meter cannot be sold to now. Once two people agree, the money waits until it can.
        </p>
      </>
    );
  }
  const { energy_tenth_kwh: energy, lines, tariff, tendered_minor: tendered } = quote.data;
  return (
    <div data-testid="repair-quote">
      <p className={classes['text']}>
        {formatMoney(tendered, currency)} buys <strong>{formatTenthKwh(energy)} kWh</strong> for
        meter {groupDigits(o.meterNumber)} now, under {tariff.name}.
      </p>
      <MoneyLines
        caption="What the money is for"
        lines={[
          ...lines.map((line) => ({
            name: `${line.label} ${line.detail}`.trim(),
            minor: line.line_minor,
          })),
          { name: 'The same money', minor: tendered },
        ]}
      />
    </div>
  );
}

function Words(o: {
  readonly label: string;
  readonly description?: string;
  readonly value: string;
  readonly optional?: boolean;
  readonly length: number;
  readonly onChange: (value: string) => void;
}): ReactNode {
  return (
    <TextInput
      label={o.optional === true ? `${o.label} (optional)` : o.label}
      description={o.description}
      required={o.optional !== true}
      maxLength={o.length}
      value={o.value}
      onChange={(event) => o.onChange(event.currentTarget.value)}
    />
  );
}

export function RepairForm(o: {
  readonly vend: Vend;
  readonly repairId: string;
  readonly onDone: () => void;
  readonly onClose: () => void;
}): ReactNode {
  const { vend } = o;
  const [toMeter, setToMeter] = useState<string | null>(null);
  const [statement, setStatement] = useState('');
  const [display, setDisplay] = useState('');
  const [reason, setReason] = useState('');
  async function send(): Promise<Refusal | null> {
    if (toMeter === null) return null;
    const params = { path: { id: o.repairId } };
    const body = {
      vend_id: vend.id,
      to_meter_number: toMeter,
      statement: statement.trim(),
      display_code: display.trim() === '' ? null : display.trim(),
      reason: reason.trim(),
    };
    const answer = await call(api.PUT('/v1/repairs/{id}', { params, body }));
    o.onDone();
    if (answer.kind === 'refusal') return answer.refusal;
    notifications.show({ message: 'A second person is asked to put the sale right.' });
    return null;
  }
  return (
    <FormDialog
      title="Sold to the wrong meter"
      verb="Ask a second person"
      ready={toMeter !== null && statement.trim() !== '' && reason.trim() !== ''}
      send={send}
      onClose={o.onClose}
      size="lg"
    >
      <p className={classes['text']}>
        The sale to meter {groupDigits(vend.meter_number)} is taken back whole, and the same money
        buys for the right meter.
      </p>
      <MeterChoice
        label="The right meter"
        chosen={toMeter}
        except={vend.meter_number}
        onChosen={setToMeter}
      />
      {toMeter !== null && (
        <QuoteAtOther meterNumber={toMeter} tenderedMinor={vend.tendered_minor} />
      )}
      <Words
        label="Why the token was surely not keyed in"
        description="What somebody saw at the wrong meter, and who"
        length={500}
        value={statement}
        onChange={setStatement}
      />
      <Words
        label="What its display showed"
        optional
        length={40}
        value={display}
        onChange={setDisplay}
      />
      <Words
        label="How it came about, for whoever decides"
        length={500}
        value={reason}
        onChange={setReason}
      />
    </FormDialog>
  );
}
