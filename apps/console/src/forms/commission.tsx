/**
 * A new version of what a vendor earns. It is told in words and on an example by the server before it
 * can be added, since a rate is easily mistyped and its price is paid for a month.
 */
import { NativeSelect, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type ReactNode, useState } from 'react';
import { api, call } from '../api/client.ts';
import type { Commission, CommissionMeaning, Vendor } from '../api/model.ts';
import type { Refusal } from '../api/refusal.ts';
import { useSession } from '../shell/session.ts';
import { dayIn, isDay } from '../wall-time.ts';
import {
  type CommissionDraft,
  draftOfCommission,
  EMPTY_COMMISSION,
  ruleOfDraft,
} from './commission-draft.ts';
import { CommissionFields } from './commission-fields.tsx';
import { FormDialog } from './form-dialog.tsx';
import classes from './forms.module.css';
import { useMoneyReader } from './money-field.tsx';

type Paid = Commission['paid'];

interface Form {
  readonly vendor: Vendor;
  /** All versions so far. */
  readonly versions: readonly Commission[];
  readonly orderId: string;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

interface Terms {
  readonly effectiveFrom: string;
  readonly paid: Paid;
  readonly reason: string;
}

function latestOf(versions: readonly Commission[]): Commission | null {
  return versions.reduce<Commission | null>(
    (latest, each) => (latest === null || each.version > latest.version ? each : latest),
    null,
  );
}

/** What the server said the rule means; null again as soon as the rule is another. */
function Meaning({ meaning }: { readonly meaning: CommissionMeaning }): ReactNode {
  return (
    <div className={classes['meaning']} role="status">
      {meaning.in_words.map((sentence) => (
        <p key={sentence} className={classes['text']}>
          {sentence}
        </p>
      ))}
      {meaning.above_ceiling && (
        <p className={classes['text']}>
          <strong>This is above the ceiling. A second person must agree.</strong>
        </p>
      )}
    </div>
  );
}

function When(o: { readonly terms: Terms; readonly onChange: (terms: Terms) => void }): ReactNode {
  const { terms, onChange } = o;
  return (
    <div className={classes['pair']}>
      <TextInput
        label="From the day"
        type="date"
        required
        value={terms.effectiveFrom}
        onChange={(event) => onChange({ ...terms, effectiveFrom: event.currentTarget.value })}
      />
      <NativeSelect
        label="Paid"
        data={[
          { value: 'daily', label: 'Into the float, each day' },
          { value: 'monthly', label: 'Owed, and paid by the month' },
        ]}
        value={terms.paid}
        onChange={({ currentTarget }) =>
          onChange({ ...terms, paid: currentTarget.value === 'monthly' ? 'monthly' : 'daily' })
        }
      />
    </div>
  );
}

/** Asks what the rule means, and adds it when that was read. */
function useCommission(o: Form) {
  const { utility } = useSession();
  const { orZero } = useMoneyReader();
  const latest = latestOf(o.versions);
  const [draft, setDraft] = useState<CommissionDraft>(() =>
    latest === null ? EMPTY_COMMISSION : draftOfCommission(latest, utility.currency.decimal_places),
  );
  const [terms, setTerms] = useState<Terms>({
    effectiveFrom: dayIn(utility.time_zone, new Date()),
    paid: latest?.paid ?? 'daily',
    reason: '',
  });
  const [meaning, setMeaning] = useState<CommissionMeaning | null>(null);
  const rule = ruleOfDraft(draft, latest?.channels ?? {}, orZero);
  const needsReason = meaning?.above_ceiling === true;
  async function explain(): Promise<Refusal | null> {
    if (rule === null) return null;
    const answer = await call(api.POST('/v1/commissions/preview', { body: rule }));
    if (answer.kind === 'refusal') return answer.refusal;
    setMeaning(answer.value);
    return null;
  }
  async function add(): Promise<Refusal | null> {
    if (rule === null) return null;
    const approval = needsReason ? { id: o.orderId, reason: terms.reason.trim() } : null;
    const version = (latest?.version ?? 0) + 1;
    const answer = await call(
      api.PUT('/v1/vendors/{id}/commissions/{version}', {
        params: { path: { id: o.vendor.id, version } },
        body: { ...rule, effective_from: terms.effectiveFrom, paid: terms.paid, approval },
      }),
    );
    o.onDone();
    if (answer.kind === 'refusal') return answer.refusal;
    const ordered = 'approval' in answer.value;
    const message = ordered ? 'A second person is asked to agree.' : 'The commission is added.';
    notifications.show({ message });
    return null;
  }
  return {
    ...{ draft, terms, setTerms, meaning, explain, add, needsReason },
    setDraft: (next: CommissionDraft) => {
      setDraft(next);
      setMeaning(null);
    },
    ready:
      rule !== null && isDay(terms.effectiveFrom) && (!needsReason || terms.reason.trim() !== ''),
  };
}

export function CommissionForm(o: Form): ReactNode {
  const { draft, setDraft, terms, setTerms, meaning, explain, add, needsReason, ready } =
    useCommission(o);
  return (
    <FormDialog
      title={`Commission of ${o.vendor.name}`}
      verb={
        meaning === null ? 'What does it mean?' : needsReason ? 'Ask a second person' : 'Add it'
      }
      ready={ready}
      send={meaning === null ? explain : add}
      staysOpen={meaning === null}
      size="lg"
      onClose={o.onClose}
    >
      <CommissionFields draft={draft} onChange={setDraft} />
      <When terms={terms} onChange={setTerms} />
      {meaning !== null && <Meaning meaning={meaning} />}
      {needsReason && (
        <TextInput
          label="Why, for whoever agrees"
          required
          maxLength={500}
          value={terms.reason}
          onChange={(event) => setTerms({ ...terms, reason: event.currentTarget.value })}
        />
      )}
    </FormDialog>
  );
}
