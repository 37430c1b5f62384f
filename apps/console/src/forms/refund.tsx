/** Asks a second person to give the money of a sale back: with a proof, whole or in part. */
import { NativeSelect, Radio, SegmentedControl, Stack, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { api, call } from '../api/client.ts';
import type { NewRefund, Vend } from '../api/model.ts';
import type { Refusal } from '../api/refusal.ts';
import { formatTenthKwh } from '../energy.ts';
import { formatMoney } from '../money.ts';
import {
  clearedOrdersQuery,
  debtsOfMeterQuery,
  refundPreviewQuery,
} from '../pages/orders/order-queries.ts';
import { contentWords, moneyToName, proofName } from '../pages/orders/order-words.ts';
import { useSession } from '../shell/session.ts';
import { ENERGY, readQuantity } from '../typed-quantity.ts';
import { RefusalNote } from '../ui/refusal-note.tsx';
import { formatInstant } from '../wall-time.ts';
import { FormDialog } from './form-dialog.tsx';
import classes from './forms.module.css';
import { linesOfPreview, MoneyLines } from './money-lines.tsx';
import { EMPTY_REFUND, type RefundDraft, refundOfDraft, unusedOf } from './refund-draft.ts';

interface Part {
  readonly vend: Vend;
  readonly draft: RefundDraft;
  readonly onChange: (draft: RefundDraft) => void;
}

const PROOFS: Readonly<Record<NewRefund['proof'], string>> = {
  meter_evidence: 'Number of the photo or of the visit',
  credit_cleared: 'Number of the visit',
  wrong_meter: 'Who saw both meters, and when',
  duplicate_payment: 'Reference of the second payment',
};

const MONEY_TO: readonly NewRefund['money_to'][] = [
  'vendor_float',
  'customer_credit',
  'debt',
  'bank',
];

/** The orders that cleared this meter's credit since the sale. */
function ClearedOrders({ vend, draft, onChange }: Part): ReactNode {
  const { time_zone: timeZone } = useSession().utility;
  const orders = useQuery(clearedOrdersQuery(vend.meter_number));
  const since = (orders.data ?? []).filter(
    ({ requested_at: at }) => Date.parse(at) >= Date.parse(vend.requested_at),
  );
  if (orders.data === undefined) return null;
  if (since.length === 0) {
    return (
      <p className={classes['text']}>
        No order has cleared this meter’s credit since the sale. An engineer orders it first, with
        the reason “Proof for a refund”.
      </p>
    );
  }
  return (
    <Radio.Group
      label="The order that cleared it"
      required
      value={draft.proofOrderId}
      onChange={(proofOrderId) => onChange({ ...draft, proofOrderId })}
    >
      <Stack gap="xs" mt="xs">
        {since.map(({ id, contents, requested_at: at }) => (
          <Radio
            key={id}
            value={id}
            label={`${contents.map(contentWords).join(', ')}, ${formatInstant(at, timeZone)}`}
          />
        ))}
      </Stack>
    </Radio.Group>
  );
}

function Proof({ vend, draft, onChange }: Part): ReactNode {
  const proofs = Object.entries(PROOFS) as readonly [NewRefund['proof'], string][];
  return (
    <>
      <NativeSelect
        label="How it is proved"
        data={proofs.map(([value]) => ({ value, label: proofName(value) }))}
        value={draft.proof}
        onChange={({ currentTarget }) => {
          const chosen = proofs.find(([value]) => value === currentTarget.value);
          if (chosen !== undefined) onChange({ ...draft, proof: chosen[0] });
        }}
      />
      {draft.proof === 'credit_cleared' && (
        <ClearedOrders vend={vend} draft={draft} onChange={onChange} />
      )}
      <TextInput
        label="Evidence"
        description={PROOFS[draft.proof]}
        required
        maxLength={200}
        value={draft.proofReference}
        onChange={(event) => onChange({ ...draft, proofReference: event.currentTarget.value })}
      />
    </>
  );
}

function HowMuch({ vend, draft, onChange }: Part): ReactNode {
  const unused = readQuantity(draft.unused, ENERGY);
  return (
    <div>
      <SegmentedControl
        fullWidth
        aria-label="How much"
        data={[
          { value: 'whole', label: 'The whole sale' },
          { value: 'part', label: 'What was not used' },
        ]}
        value={draft.isWhole ? 'whole' : 'part'}
        onChange={(value) => onChange({ ...draft, isWhole: value === 'whole' })}
      />
      {!draft.isWhole && (
        <TextInput
          mt="sm"
          label="Energy that was not used, with its unit"
          description={`Of ${formatTenthKwh(vend.energy_tenth_kwh)} kWh`}
          placeholder={ENERGY.example}
          required
          autoComplete="off"
          value={draft.unused}
          error={unused.kind === 'fault' ? unused.text : null}
          onChange={(event) => onChange({ ...draft, unused: event.currentTarget.value })}
        />
      )}
    </div>
  );
}

function Debts({ vend, draft, onChange }: Part): ReactNode {
  const { currency } = useSession().utility;
  const found = useQuery(debtsOfMeterQuery(vend.meter_number));
  if (found.data === undefined) {
    return found.error === null ? null : <RefusalNote refusal={found.error.refusal} />;
  }
  const isTheirs = found.data.accountNumber === vend.account_number;
  const owed = isTheirs ? found.data.debts.filter((debt) => BigInt(debt.owed_minor) > 0n) : [];
  if (owed.length === 0) {
    return <p className={classes['text']}>This customer owes nothing; send the money elsewhere.</p>;
  }
  return (
    <Radio.Group
      label="Which debt"
      required
      value={draft.debtId}
      onChange={(debtId) => onChange({ ...draft, debtId })}
    >
      <Stack gap="xs" mt="xs">
        {owed.map(({ id, name, owed_minor: minor }) => (
          <Radio key={id} value={id} label={`${name}: ${formatMoney(minor, currency)} owed`} />
        ))}
      </Stack>
    </Radio.Group>
  );
}

function WhereTo({ vend, draft, onChange }: Part): ReactNode {
  const seller = vend.vendor?.name ?? 'the vendor';
  const label = (to: NewRefund['money_to']): string =>
    to === 'vendor_float' ? `The float of ${seller}, who pays the customer` : moneyToName(to);
  return (
    <>
      <NativeSelect
        label="Where the money goes"
        data={MONEY_TO.map((value) => ({ value, label: label(value) }))}
        value={draft.moneyTo}
        onChange={({ currentTarget }) => {
          const moneyTo = MONEY_TO.find((to) => to === currentTarget.value);
          if (moneyTo !== undefined) onChange({ ...draft, moneyTo });
        }}
      />
      {draft.moneyTo === 'debt' && <Debts vend={vend} draft={draft} onChange={onChange} />}
    </>
  );
}

function usePreview(vend: Vend, draft: RefundDraft) {
  const unused = unusedOf(draft);
  const { moneyTo: money_to } = draft;
  return useQuery({
    ...refundPreviewQuery({ vend_id: vend.id, unused_tenth_kwh: unused ?? null, money_to }),
    enabled: unused !== undefined,
    placeholderData: keepPreviousData,
  });
}

export function RefundForm(o: {
  readonly vend: Vend;
  readonly refundId: string;
  readonly onDone: () => void;
  readonly onClose: () => void;
}): ReactNode {
  const { vend } = o;
  const { currency } = useSession().utility;
  const [draft, setDraft] = useState(EMPTY_REFUND);
  const refund = refundOfDraft(vend.id, draft);
  const preview = usePreview(vend, draft);
  const isTold = unusedOf(draft) !== undefined && preview.data !== undefined && !preview.isError;
  const money = isTold ? formatMoney(preview.data.refund_minor, currency) : null;
  async function send(): Promise<Refusal | null> {
    if (refund === null) return null;
    const params = { path: { id: o.refundId } };
    const answer = await call(api.PUT('/v1/refunds/{id}', { params, body: refund }));
    o.onDone();
    if (answer.kind === 'refusal') return answer.refusal;
    notifications.show({ message: 'A second person is asked to give the money back.' });
    return null;
  }
  return (
    <FormDialog
      title="Give money back"
      verb={money === null ? 'Ask a second person' : `Ask a second person for ${money}`}
      ready={refund !== null && isTold && !preview.isPlaceholderData}
      send={send}
      onClose={o.onClose}
      size="lg"
    >
      <Proof vend={vend} draft={draft} onChange={setDraft} />
      <HowMuch vend={vend} draft={draft} onChange={setDraft} />
      <WhereTo vend={vend} draft={draft} onChange={setDraft} />
      {preview.error !== null && <RefusalNote refusal={preview.error.refusal} />}
      {isTold && <MoneyLines caption="What moves" lines={linesOfPreview(preview.data)} />}
      <TextInput
        label="Why, for whoever decides"
        required
        maxLength={500}
        value={draft.reason}
        onChange={(event) => setDraft({ ...draft, reason: event.currentTarget.value })}
      />
    </FormDialog>
  );
}
