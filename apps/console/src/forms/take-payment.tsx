/** A payment that buys no electricity: a debt at once, a fee, a fine. */
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { api, call } from '../api/client.ts';
import type { Debt, NewAccountPayment } from '../api/model.ts';
import { meterCardQuery } from '../api/queries.ts';
import type { Refusal } from '../api/refusal.ts';
import { formatMoney, typedMoney } from '../money.ts';
import { debtsQuery, usePaymentsChanged } from '../pages/payments/payment-queries.ts';
import { PAYMENT_KIND_NAMES } from '../pages/payments/payment-words.ts';
import { useSession } from '../shell/session.ts';
import { FormDialog } from './form-dialog.tsx';
import { MoneyField, minorOf, useMoneyReader } from './money-field.tsx';
import { CASH, MethodSelect, type PaidWithDraft, paymentOf, ReferenceField } from './paid-with.tsx';

const FEES = ['connection', 'conversion', 'tamper'] as const;
type Fee = (typeof FEES)[number];

interface Draft {
  /** A kind of fee, or the id of a debt. */
  readonly purpose: string;
  readonly typed: string;
  readonly paidWith: PaidWithDraft;
  readonly documentReference: string;
}

function feeOf(purpose: string): Fee | null {
  return FEES.find((fee) => fee === purpose) ?? null;
}

/** What is sent; null while something is missing. */
function bodyOf(draft: Draft, agreementId: string, minor: string | null): NewAccountPayment | null {
  if (minor === null || draft.purpose === '') return null;
  const fee = feeOf(draft.purpose);
  const payment = paymentOf(draft.paidWith) ?? { method: CASH.method, reference: null };
  const paper = draft.documentReference.trim();
  return {
    agreement_id: agreementId,
    ...(fee === null ? { kind: 'debt', debt_id: draft.purpose } : { kind: fee }),
    payment_minor: minor,
    payment,
    ...(paper === '' ? {} : { document_reference: paper }),
  };
}

function Purpose(o: {
  readonly debts: readonly Debt[];
  readonly draft: Draft;
  readonly onChange: (draft: Draft) => void;
}): ReactNode {
  const { currency } = useSession().utility;
  return (
    <NativeSelect
      label="What is paid"
      required
      data-autofocus
      value={o.draft.purpose}
      onChange={({ currentTarget }) => {
        const debt = o.debts.find(({ id }) => id === currentTarget.value);
        // Whoever pays a debt at once mostly pays all of it.
        const typed =
          debt === undefined
            ? o.draft.typed
            : typedMoney(BigInt(debt.owed_minor), currency.decimal_places);
        o.onChange({ ...o.draft, purpose: currentTarget.value, typed });
      }}
      data={[
        { value: '', label: 'Choose' },
        ...o.debts.map((debt) => ({
          value: debt.id,
          label: `Debt: ${debt.name}, ${formatMoney(debt.owed_minor, currency)} owed`,
        })),
        ...FEES.map((fee) => ({ value: fee, label: PAYMENT_KIND_NAMES[fee] })),
      ]}
    />
  );
}

function Fields(o: {
  readonly debts: readonly Debt[];
  readonly draft: Draft;
  readonly onChange: (draft: Draft) => void;
}): ReactNode {
  const { draft, onChange } = o;
  const { currency } = useSession().utility;
  const { above } = useMoneyReader();
  const debt = o.debts.find(({ id }) => id === draft.purpose);
  const paidWith = {
    draft: draft.paidWith,
    disabled: false,
    onChange: (next: PaidWithDraft) => onChange({ ...draft, paidWith: next }),
  };
  const all =
    debt === undefined ? '' : typedMoney(BigInt(debt.owed_minor), currency.decimal_places);
  return (
    <>
      <Purpose {...o} />
      <MoneyField
        label="Amount"
        typed={draft.typed}
        parsed={above(draft.typed)}
        onTyped={(typed) => onChange({ ...draft, typed })}
      />
      {debt !== undefined && all !== draft.typed && (
        <Button variant="default" size="xs" onClick={() => onChange({ ...draft, typed: all })}>
          All that is owed: {formatMoney(debt.owed_minor, currency)}
        </Button>
      )}
      <MethodSelect {...paidWith} />
      <ReferenceField {...paidWith} fault={null} />
      <TextInput
        label="Form or letter (optional)"
        description="The paper that asks for it"
        maxLength={200}
        value={draft.documentReference}
        onChange={({ currentTarget }) =>
          onChange({ ...draft, documentReference: currentTarget.value })
        }
      />
    </>
  );
}

export function TakePaymentForm(o: {
  readonly meterNumber: string;
  readonly customerName: string | null;
  readonly paymentId: string;
  readonly onClose: () => void;
}): ReactNode {
  const { currency } = useSession().utility;
  const navigate = useNavigate();
  const changed = usePaymentsChanged();
  const isTaken = useRef(false);
  const card = useQuery(meterCardQuery(o.meterNumber));
  const agreementId = card.data?.agreement?.id ?? '';
  const debts = useQuery({ ...debtsQuery(agreementId), enabled: agreementId !== '' });
  const [draft, setDraft] = useState<Draft>({
    purpose: '',
    typed: '',
    paidWith: CASH,
    documentReference: '',
  });
  const minor = minorOf(useMoneyReader().above(draft.typed));
  const body = agreementId === '' ? null : bodyOf(draft, agreementId, minor);
  async function send(): Promise<Refusal | null> {
    if (body === null) return null;
    const params = { path: { id: o.paymentId } };
    const answer = await call(api.PUT('/v1/payments/{id}', { params, body }));
    changed();
    if (answer.kind === 'refusal') return answer.refusal;
    isTaken.current = true;
    return null;
  }
  return (
    <FormDialog
      title={`Payment of ${o.customerName ?? 'no customer'}`}
      verb={minor === null ? 'Take the payment' : `Take ${formatMoney(minor, currency)}`}
      ready={body !== null}
      send={send}
      onClose={() => {
        if (isTaken.current) void navigate(`/payments/${o.paymentId}`);
        else o.onClose();
      }}
    >
      <Fields
        debts={(debts.data?.debts ?? []).filter(({ owed_minor: owed }) => BigInt(owed) > 0n)}
        draft={draft}
        onChange={setDraft}
      />
    </FormDialog>
  );
}
