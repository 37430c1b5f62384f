/** A debt that is written down, and its terms when they change. */
import { NativeSelect, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type ReactNode, useState } from 'react';
import { api, call } from '../api/client.ts';
import type { Debt, NewDebt } from '../api/model.ts';
import type { Refusal } from '../api/refusal.ts';
import { formatMoney, typedMoney } from '../money.ts';
import { useSession } from '../shell/session.ts';
import { dayIn, isDay } from '../wall-time.ts';
import { RECOVERIES, type RecoveryKind, recoveryOf, shareOf } from './debt-draft.ts';
import { FormDialog } from './form-dialog.tsx';
import classes from './forms.module.css';
import { MoneyField, minorOf, useMoneyReader } from './money-field.tsx';

interface TermsDraft {
  readonly kind: RecoveryKind;
  readonly share: string;
  readonly fixed: string;
  readonly least: string;
  readonly priority: string;
  readonly collectFrom: string;
}

interface Terms {
  readonly recovery: NewDebt['recovery'];
  readonly least_minor: string;
  readonly priority: number;
  readonly collect_from: string;
}

function useTerms(draft: TermsDraft): Terms | null {
  const { above, orZero } = useMoneyReader();
  const recovery = recoveryOf(draft.kind, draft.share, minorOf(above(draft.fixed)));
  const least = draft.least.trim() === '' ? '0' : minorOf(orZero(draft.least));
  const isPriority = /^\d{1,3}$/.test(draft.priority);
  if (recovery === null || least === null || !isPriority || !isDay(draft.collectFrom)) return null;
  return {
    recovery,
    least_minor: least,
    priority: Number(draft.priority),
    collect_from: draft.collectFrom,
  };
}

function TermsFields(o: {
  readonly draft: TermsDraft;
  readonly onChange: (draft: TermsDraft) => void;
}): ReactNode {
  const { draft, onChange } = o;
  const { above, orZero } = useMoneyReader();
  const isWrong = draft.share.trim() !== '' && shareOf(draft.share) === null;
  return (
    <>
      <NativeSelect
        label="What purchases pay"
        data={[...RECOVERIES]}
        value={draft.kind}
        onChange={({ currentTarget }) => {
          const chosen = RECOVERIES.find(({ value }) => value === currentTarget.value);
          if (chosen !== undefined) onChange({ ...draft, kind: chosen.value });
        }}
      />
      {draft.kind === 'share' && (
        <TextInput
          label="Share in per cent"
          description="12.5 means 12.50 of a purchase of 100.00"
          required
          inputMode="decimal"
          rightSection="%"
          value={draft.share}
          error={isWrong ? 'Above 0 % and at most 100 %, with at most two decimals.' : null}
          onChange={(event) => onChange({ ...draft, share: event.currentTarget.value })}
        />
      )}
      {(draft.kind === 'purchase' || draft.kind === 'month') && (
        <MoneyField
          label="Amount"
          typed={draft.fixed}
          parsed={above(draft.fixed)}
          onTyped={(fixed) => onChange({ ...draft, fixed })}
        />
      )}
      <div className={classes['pair']}>
        {draft.kind !== 'whole' && (
          <MoneyField
            label="At least"
            optional
            typed={draft.least}
            parsed={orZero(draft.least)}
            onTyped={(least) => onChange({ ...draft, least })}
          />
        )}
        <TextInput
          label="Priority"
          description="The lowest is served first"
          required
          inputMode="numeric"
          value={draft.priority}
          error={/^\d{1,3}$/.test(draft.priority) ? null : 'A whole number.'}
          onChange={(event) => onChange({ ...draft, priority: event.currentTarget.value })}
        />
        <TextInput
          label="Collected from"
          type="date"
          required
          value={draft.collectFrom}
          onChange={(event) => onChange({ ...draft, collectFrom: event.currentTarget.value })}
        />
      </div>
    </>
  );
}

const KINDS: readonly { readonly value: NewDebt['kind']; readonly label: string }[] = [
  { value: 'arrears', label: 'Arrears from before' },
  { value: 'connection', label: 'Connection fee' },
  { value: 'tamper', label: 'Fine for tampering' },
  { value: 'appliance', label: 'Appliance on instalments' },
];

interface NewDraft {
  readonly kind: NewDebt['kind'];
  readonly name: string;
  readonly principal: string;
  readonly agreedOn: string;
  readonly reference: string;
}

function NewFields(o: {
  readonly draft: NewDraft;
  readonly onChange: (draft: NewDraft) => void;
}): ReactNode {
  const { draft, onChange } = o;
  const { above } = useMoneyReader();
  return (
    <>
      <div className={classes['pair']}>
        <NativeSelect
          label="Kind"
          data={[...KINDS]}
          value={draft.kind}
          onChange={({ currentTarget }) => {
            const chosen = KINDS.find(({ value }) => value === currentTarget.value);
            if (chosen !== undefined) onChange({ ...draft, kind: chosen.value });
          }}
        />
        <TextInput
          label="Name on receipts"
          required
          maxLength={100}
          value={draft.name}
          onChange={(event) => onChange({ ...draft, name: event.currentTarget.value })}
        />
      </div>
      <MoneyField
        label="What is owed"
        autoFocus
        typed={draft.principal}
        parsed={above(draft.principal)}
        onTyped={(principal) => onChange({ ...draft, principal })}
      />
      <div className={classes['pair']}>
        <TextInput
          label="Agreed on"
          type="date"
          required
          value={draft.agreedOn}
          onChange={(event) => onChange({ ...draft, agreedOn: event.currentTarget.value })}
        />
        <TextInput
          label="Document"
          description="Where the agreement is kept"
          required
          maxLength={200}
          value={draft.reference}
          onChange={(event) => onChange({ ...draft, reference: event.currentTarget.value })}
        />
      </div>
    </>
  );
}

/** The id was made when the form was opened. */
export function AddDebtForm(o: {
  readonly agreementId: string;
  readonly debtId: string;
  readonly onDone: () => void;
  readonly onClose: () => void;
}): ReactNode {
  const { currency, time_zone: zone } = useSession().utility;
  const today = dayIn(zone, new Date());
  const [draft, setDraft] = useState<NewDraft>({
    ...{ kind: 'arrears', name: 'Arrears', principal: '', agreedOn: today, reference: '' },
  });
  const [terms, setTerms] = useState<TermsDraft>({
    ...{ kind: 'share', share: '', fixed: '', least: '', priority: '2', collectFrom: today },
  });
  const principal = minorOf(useMoneyReader().above(draft.principal));
  const read = useTerms(terms);
  const isNamed = draft.name.trim() !== '' && draft.reference.trim() !== '';
  async function send(): Promise<Refusal | null> {
    if (principal === null || read === null) return null;
    const answer = await call(
      api.PUT('/v1/debts/{id}', {
        params: { path: { id: o.debtId } },
        body: {
          ...read,
          agreement_id: o.agreementId,
          kind: draft.kind,
          name: draft.name.trim(),
          principal_minor: principal,
          agreed_on: draft.agreedOn,
          reference: draft.reference.trim(),
        },
      }),
    );
    o.onDone();
    if (answer.kind === 'refusal') return answer.refusal;
    const owed = formatMoney(answer.value.owed_minor, currency);
    notifications.show({ message: `${owed} is owed: ${answer.value.recovery_in_words}` });
    return null;
  }
  return (
    <FormDialog
      title="Write down a debt"
      verb={principal === null ? 'Write it down' : `Write down ${formatMoney(principal, currency)}`}
      ready={principal !== null && read !== null && isNamed && isDay(draft.agreedOn)}
      send={send}
      onClose={o.onClose}
      size="lg"
    >
      <NewFields draft={draft} onChange={setDraft} />
      <TermsFields draft={terms} onChange={setTerms} />
    </FormDialog>
  );
}

function termsOf(debt: Debt, places: number): TermsDraft {
  const { recovery } = debt;
  const least = BigInt(debt.least_minor);
  const common = {
    share: recovery.kind === 'share' ? recovery.share.replace(/\s*%$/, '') : '',
    fixed: recovery.kind === 'fixed' ? typedMoney(BigInt(recovery.fixed_minor), places) : '',
    least: least === 0n ? '' : typedMoney(least, places),
    priority: String(debt.priority),
    collectFrom: debt.collect_from,
  };
  return { ...common, kind: recovery.kind === 'fixed' ? recovery.per : recovery.kind };
}

interface ChangeProps {
  readonly debt: Debt;
  readonly changeId: string;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

function ReasonField(o: {
  readonly reason: string;
  readonly onChange: (reason: string) => void;
}): ReactNode {
  return (
    <TextInput
      label="Reason"
      required
      maxLength={200}
      value={o.reason}
      onChange={(event) => o.onChange(event.currentTarget.value)}
    />
  );
}

export function DebtTermsForm(o: ChangeProps): ReactNode {
  const { debt } = o;
  const { currency } = useSession().utility;
  const [terms, setTerms] = useState(() => termsOf(debt, currency.decimal_places));
  const [reason, setReason] = useState('');
  const read = useTerms(terms);
  async function send(): Promise<Refusal | null> {
    if (read === null) return null;
    const answer = await call(
      api.PUT('/v1/debts/{id}/changes/{change_id}', {
        params: { path: { id: debt.id, change_id: o.changeId } },
        body: { change: { kind: 'terms', terms: read }, reason: reason.trim() },
      }),
    );
    o.onDone();
    if (answer.kind === 'refusal') return answer.refusal;
    notifications.show({ message: answer.value.recovery_in_words });
    return null;
  }
  return (
    <FormDialog
      title={`Terms of “${debt.name}”`}
      verb="Change the terms"
      ready={read !== null && reason.trim() !== ''}
      send={send}
      onClose={o.onClose}
      size="lg"
    >
      <TermsFields draft={terms} onChange={setTerms} />
      <ReasonField reason={reason} onChange={setReason} />
    </FormDialog>
  );
}

/** Leaves a debt alone for a while, or takes it up again. */
export function DebtPauseForm(o: ChangeProps): ReactNode {
  const { debt } = o;
  const [reason, setReason] = useState('');
  const isSuspended = debt.state === 'suspended';
  async function send(): Promise<Refusal | null> {
    const answer = await call(
      api.PUT('/v1/debts/{id}/changes/{change_id}', {
        params: { path: { id: debt.id, change_id: o.changeId } },
        body: {
          change: { kind: isSuspended ? 'resumed' : 'suspended' },
          reason: reason.trim(),
        },
      }),
    );
    o.onDone();
    return answer.kind === 'refusal' ? answer.refusal : null;
  }
  return (
    <FormDialog
      title={isSuspended ? `Collect “${debt.name}” again` : `Suspend “${debt.name}”`}
      verb={isSuspended ? 'Collect again' : 'Suspend'}
      ready={reason.trim() !== ''}
      send={send}
      onClose={o.onClose}
    >
      <ReasonField reason={reason} onChange={setReason} />
    </FormDialog>
  );
}

/** Asks for a write-off; the order's id was made when the form was opened. */
export function WriteOffForm(
  o: Omit<ChangeProps, 'changeId'> & { readonly orderId: string },
): ReactNode {
  const { debt } = o;
  const { currency } = useSession().utility;
  const [typed, setTyped] = useState(() =>
    typedMoney(BigInt(debt.owed_minor), currency.decimal_places),
  );
  const [reason, setReason] = useState('');
  const [document, setDocument] = useState('');
  const parsed = useMoneyReader().above(typed);
  const minor = minorOf(parsed);
  async function send(): Promise<Refusal | null> {
    if (minor === null) return null;
    const document_reference = document.trim() === '' ? null : document.trim();
    const answer = await call(
      api.PUT('/v1/debts/{id}/write-offs/{approval_id}', {
        params: { path: { id: debt.id, approval_id: o.orderId } },
        body: { write_off_minor: minor, reason: reason.trim(), document_reference },
      }),
    );
    o.onDone();
    if (answer.kind === 'refusal') return answer.refusal;
    notifications.show({ message: 'A second person decides on it, under Approvals.' });
    return null;
  }
  return (
    <FormDialog
      title={`Write off “${debt.name}”`}
      verb="Ask for it"
      ready={minor !== null && reason.trim() !== ''}
      send={send}
      onClose={o.onClose}
    >
      <MoneyField
        label="To be forgiven"
        description={`${formatMoney(debt.owed_minor, currency)} is owed`}
        autoFocus
        typed={typed}
        parsed={parsed}
        onTyped={setTyped}
      />
      <ReasonField reason={reason} onChange={setReason} />
      <TextInput
        label="Document (optional)"
        maxLength={200}
        value={document}
        onChange={(event) => setDocument(event.currentTarget.value)}
      />
    </FormDialog>
  );
}
