/** Money paid in by a vendor. The id was made when the form was opened and is never made again. */
import { Button, Modal, Stack, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { api, call } from '../api/client.ts';
import type { Vendor } from '../api/model.ts';
import { vendorsQuery } from '../api/queries.ts';
import { isUnavailable, type Refusal } from '../api/refusal.ts';
import { explainMoneyFault, formatMoney, parseMoney } from '../money.ts';
import { useSession } from '../shell/session.ts';
import { RefusalNote } from '../ui/refusal-note.tsx';

interface Deposit {
  readonly vendor: Vendor;
  readonly depositId: string;
  readonly onClose: () => void;
}

function useDeposit(o: Deposit): {
  readonly refusal: Refusal | null;
  readonly busy: boolean;
  readonly send: (depositMinor: string, reference: string) => Promise<void>;
} {
  const { currency } = useSession().utility;
  const queries = useQueryClient();
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [busy, setBusy] = useState(false);
  async function send(depositMinor: string, reference: string): Promise<void> {
    setBusy(true);
    const answer = await call(
      api.PUT('/v1/vendors/{id}/deposits/{deposit_id}', {
        params: { path: { id: o.vendor.id, deposit_id: o.depositId } },
        body: { deposit_minor: depositMinor, reference },
      }),
    );
    setBusy(false);
    if (answer.kind === 'refusal') return setRefusal(answer.refusal);
    void queries.invalidateQueries({ queryKey: vendorsQuery.queryKey });
    const money = formatMoney(depositMinor, currency);
    notifications.show({ message: `${money} is paid in for ${o.vendor.name}.` });
    o.onClose();
  }
  return { refusal, busy, send };
}

function Fields(o: Deposit): ReactNode {
  const { currency } = useSession().utility;
  const [typed, setTyped] = useState('');
  const [reference, setReference] = useState('');
  const { refusal, busy, send } = useDeposit(o);
  const parsed = parseMoney(typed, currency.decimal_places);
  const unknown = refusal !== null && isUnavailable(refusal);
  const fault =
    parsed.kind === 'fault' ? explainMoneyFault(parsed.fault, currency.decimal_places) : null;
  function submit(event: FormEvent): void {
    event.preventDefault();
    if (parsed.kind === 'money') void send(String(parsed.minor), reference.trim());
  }
  return (
    <form onSubmit={submit}>
      <Stack>
        {refusal !== null && <RefusalNote refusal={refusal} />}
        {unknown && (
          <p style={{ margin: 0 }}>
            It is not known whether the deposit was made. Sending it again is safe: it is counted
            once.
          </p>
        )}
        <TextInput
          label={`Amount in ${currency.symbol}`}
          inputMode="decimal"
          autoComplete="off"
          required
          data-autofocus
          // The same id must carry the same content, or the second try is another deposit.
          disabled={unknown}
          value={typed}
          error={fault}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <TextInput
          label="Reference"
          description="For example the number on the bank slip"
          required
          disabled={unknown}
          value={reference}
          onChange={(event) => setReference(event.currentTarget.value)}
        />
        <Button
          type="submit"
          loading={busy}
          disabled={parsed.kind === 'fault' || reference.trim() === ''}
        >
          {parsed.kind === 'money' ? `Deposit ${formatMoney(parsed.minor, currency)}` : 'Deposit'}
        </Button>
      </Stack>
    </form>
  );
}

export function DepositForm(o: Deposit): ReactNode {
  return (
    <Modal opened onClose={o.onClose} title={`Deposit for ${o.vendor.name}`} centered>
      <Fields {...o} />
    </Modal>
  );
}
