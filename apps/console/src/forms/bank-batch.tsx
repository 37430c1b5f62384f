/** Closes a bank batch: what of some sales batches was brought to the bank, under which slip. */
import { Checkbox, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type ReactNode, useState } from 'react';
import { api, call } from '../api/client.ts';
import type { SalesBatch, Vendor } from '../api/model.ts';
import type { Refusal } from '../api/refusal.ts';
import { formatMoney, typedMoney } from '../money.ts';
import { useSession } from '../shell/session.ts';
import { FormDialog } from './form-dialog.tsx';
import classes from './forms.module.css';
import { MoneyField, minorOf, useMoneyReader } from './money-field.tsx';

function sumOf(batches: readonly SalesBatch[]): bigint {
  return batches.reduce((sum, { bankable_minor }) => sum + BigInt(bankable_minor), 0n);
}

export function BankBatchForm(o: {
  readonly vendor: Vendor;
  /** Not brought to the bank yet. */
  readonly salesBatches: readonly SalesBatch[];
  readonly batchId: string;
  readonly onDone: () => void;
  readonly onClose: () => void;
}): ReactNode {
  const { vendor, salesBatches } = o;
  const { currency } = useSession().utility;
  const { orZero } = useMoneyReader();
  const [left, setLeft] = useState<readonly string[]>([]);
  const [source, setSource] = useState('bank');
  const [slipNumber, setSlipNumber] = useState('');
  const chosen = salesBatches.filter(({ id }) => !left.includes(id));
  const sum = sumOf(chosen);
  // What was brought is what should have been, until somebody types otherwise.
  const [typed, setTyped] = useState<string | null>(null);
  const brought = typed ?? typedMoney(sum > 0n ? sum : 0n, currency.decimal_places);
  const minor = minorOf(orZero(brought));
  async function send(): Promise<Refusal | null> {
    if (minor === null) return null;
    const answer = await call(
      api.PUT('/v1/vendors/{id}/bank-batches/{batch_id}', {
        params: { path: { id: vendor.id, batch_id: o.batchId } },
        body: {
          source: source.trim(),
          slip_number: slipNumber.trim(),
          brought_minor: minor,
          sales_batch_ids: chosen.map(({ id }) => id),
        },
      }),
    );
    o.onDone();
    if (answer.kind === 'refusal') return answer.refusal;
    notifications.show({ message: `Bank batch ${answer.value.number} is closed.` });
    return null;
  }
  const isNamed = source.trim() !== '' && slipNumber.trim() !== '';
  return (
    <FormDialog
      title={`Bank batch of ${vendor.name}`}
      verb="Close the bank batch"
      ready={minor !== null && isNamed && chosen.length > 0}
      send={send}
      onClose={o.onClose}
    >
      {salesBatches.map((batch) => (
        <Checkbox
          key={batch.id}
          label={`Sales batch ${batch.number}`}
          description={`${formatMoney(batch.bankable_minor, currency)} for the bank`}
          checked={!left.includes(batch.id)}
          onChange={({ currentTarget: { checked } }) =>
            setLeft(checked ? left.filter((id) => id !== batch.id) : [...left, batch.id])
          }
        />
      ))}
      <p className={classes['text']}>For the bank: {formatMoney(sum, currency)}</p>
      <MoneyField label="Brought" typed={brought} parsed={orZero(brought)} onTyped={setTyped} />
      <div className={classes['pair']}>
        <TextInput
          label="Bank account"
          required
          maxLength={100}
          value={source}
          onChange={(event) => setSource(event.currentTarget.value)}
        />
        <TextInput
          label="Number of the slip"
          required
          data-autofocus
          maxLength={100}
          value={slipNumber}
          onChange={(event) => setSlipNumber(event.currentTarget.value)}
        />
      </div>
    </FormDialog>
  );
}
