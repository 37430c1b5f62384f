/** Money paid in by a vendor. The id was made when the form was opened and is never made again. */
import { NativeSelect, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type ReactNode, useState } from 'react';
import { api, call } from '../api/client.ts';
import type { BankBatch, NewDeposit, Vendor } from '../api/model.ts';
import type { Refusal } from '../api/refusal.ts';
import { formatMoney, typedMoney } from '../money.ts';
import { useSession } from '../shell/session.ts';
import { isDay } from '../wall-time.ts';
import { FormDialog } from './form-dialog.tsx';
import classes from './forms.module.css';
import { MoneyField, minorOf, useMoneyReader } from './money-field.tsx';

type Account = NonNullable<NewDeposit['account']>;

const ACCOUNTS: readonly { readonly value: Account; readonly label: string }[] = [
  { value: 'bank', label: 'At the bank' },
  { value: 'cash_in_transit', label: 'On its way to the bank' },
  { value: 'mobile_money_clearing', label: 'With a mobile money service' },
  { value: 'agent_clearing', label: 'With an agent' },
];

interface Draft {
  readonly typed: string;
  readonly reference: string;
  readonly source: string;
  readonly account: Account;
  readonly slipNumber: string;
  readonly valueDate: string;
}

/** What was brought to the bank is deposited as it was brought. */
function firstDraft(batch: BankBatch | null, places: number): Draft {
  const left = batch === null ? 0n : BigInt(batch.brought_minor) - BigInt(batch.deposited_minor);
  return {
    typed: left > 0n ? typedMoney(left, places) : '',
    reference: '',
    source: batch?.source ?? 'bank',
    account: 'bank',
    slipNumber: batch?.slip_number ?? '',
    valueDate: '',
  };
}

function orNull(text: string): string | null {
  return text.trim() === '' ? null : text.trim();
}

function Fields(o: {
  readonly draft: Draft;
  readonly onChange: (draft: Draft) => void;
}): ReactNode {
  const { draft, onChange } = o;
  const { above } = useMoneyReader();
  return (
    <>
      <MoneyField
        label="Amount"
        autoFocus
        typed={draft.typed}
        parsed={above(draft.typed)}
        onTyped={(typed) => onChange({ ...draft, typed })}
      />
      <TextInput
        label="Reference"
        description="What the bank's statement says"
        required
        maxLength={200}
        value={draft.reference}
        onChange={(event) => onChange({ ...draft, reference: event.currentTarget.value })}
      />
      <div className={classes['pair']}>
        <TextInput
          label="Bank account or counter"
          required
          maxLength={100}
          value={draft.source}
          onChange={(event) => onChange({ ...draft, source: event.currentTarget.value })}
        />
        <TextInput
          label="Number of the slip (optional)"
          maxLength={100}
          value={draft.slipNumber}
          onChange={(event) => onChange({ ...draft, slipNumber: event.currentTarget.value })}
        />
        <NativeSelect
          label="Where the money is"
          data={[...ACCOUNTS]}
          value={draft.account}
          onChange={({ currentTarget }) => {
            const chosen = ACCOUNTS.find(({ value }) => value === currentTarget.value);
            if (chosen !== undefined) onChange({ ...draft, account: chosen.value });
          }}
        />
        <TextInput
          label="Counted by the bank from (optional)"
          type="date"
          value={draft.valueDate}
          onChange={(event) => onChange({ ...draft, valueDate: event.currentTarget.value })}
        />
      </div>
    </>
  );
}

export function DepositForm(o: {
  readonly vendor: Vendor;
  readonly depositId: string;
  /** The money of which bank batch it is, if of one. */
  readonly batch: BankBatch | null;
  readonly onDone: () => void;
  readonly onClose: () => void;
}): ReactNode {
  const { vendor, batch } = o;
  const { currency } = useSession().utility;
  const [draft, setDraft] = useState(() => firstDraft(batch, currency.decimal_places));
  const minor = minorOf(useMoneyReader().above(draft.typed));
  const isDated = draft.valueDate === '' || isDay(draft.valueDate);
  const isNamed = draft.reference.trim() !== '' && draft.source.trim() !== '';
  async function send(): Promise<Refusal | null> {
    if (minor === null) return null;
    const answer = await call(
      api.PUT('/v1/vendors/{id}/deposits/{deposit_id}', {
        params: { path: { id: vendor.id, deposit_id: o.depositId } },
        body: {
          deposit_minor: minor,
          reference: draft.reference.trim(),
          source: draft.source.trim(),
          account: draft.account,
          value_date: orNull(draft.valueDate),
          slip_number: orNull(draft.slipNumber),
          bank_batch_id: batch?.id ?? null,
        },
      }),
    );
    o.onDone();
    if (answer.kind === 'refusal') return answer.refusal;
    const money = formatMoney(minor, currency);
    notifications.show({ message: `${money} is paid in for ${vendor.name}.` });
    return null;
  }
  return (
    <FormDialog
      title={`Deposit for ${vendor.name}`}
      verb={minor === null ? 'Deposit' : `Deposit ${formatMoney(minor, currency)}`}
      ready={minor !== null && isNamed && isDated}
      send={send}
      onClose={o.onClose}
    >
      {batch !== null && <p className={classes['text']}>The money of bank batch {batch.number}.</p>}
      <Fields draft={draft} onChange={setDraft} />
    </FormDialog>
  );
}
