/** One order, all of it, and the decision. */
import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { api, call } from '../../api/client.ts';
import type { Approval, Decision } from '../../api/model.ts';
import type { Refusal } from '../../api/refusal.ts';
import { useFreshFactor } from '../../factor/fresh-factor.tsx';
import { useSession } from '../../shell/session.ts';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { useReturnFocus } from '../../ui/return-focus.ts';
import { formatInstant } from '../../wall-time.ts';
import { type Fact, factsOf, kindName, stateOf } from './approval-words.ts';
import classes from './approvals.module.css';
import { Consequences } from './consequences.tsx';

function Facts({ order }: { readonly order: Approval }): ReactNode {
  const { currency, time_zone: timeZone } = useSession().utility;
  const at = (instant: string): string => formatInstant(instant, timeZone);
  const { decided_by: decider, decided_at: decidedAt } = order;
  const facts: readonly Fact[] = [
    { name: 'Asked by', value: order.requested_by.sign_in_name },
    { name: 'Asked', value: at(order.requested_at) },
    { name: 'Reason', value: order.reason },
    ...(order.document_reference === null
      ? []
      : [{ name: 'Document', value: order.document_reference }]),
    ...factsOf(order.subject, currency),
    { name: 'State', value: stateOf(order.state).name },
    ...(order.state === 'requested' ? [{ name: 'Until', value: at(order.expires_at) }] : []),
    ...(decider === null || decidedAt === null
      ? []
      : [{ name: 'Decided', value: `${decider.sign_in_name}, ${at(decidedAt)}` }]),
    ...(order.decision_reason === null ? [] : [{ name: 'Why', value: order.decision_reason }]),
  ];
  return (
    <dl className={classes['facts']}>
      {facts.map(({ name, value }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

const DONE: Readonly<Record<Decision['decision'], string>> = {
  approved: 'Approved.',
  rejected: 'Rejected.',
  withdrawn: 'Taken back.',
};

function Content(o: { readonly order: Approval; readonly onClose: () => void }): ReactNode {
  const { order, onClose } = o;
  useReturnFocus();
  const queries = useQueryClient();
  const { guard, dialog } = useFreshFactor();
  const [reason, setReason] = useState('');
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [busy, setBusy] = useState(false);
  async function decide(decision: Decision['decision']): Promise<void> {
    setBusy(true);
    const params = { path: { id: order.id } };
    const body = { decision, reason: reason.trim() === '' ? null : reason.trim() };
    const refused = await guard(async () => {
      const answer = await call(api.POST('/v1/approvals/{id}/decision', { params, body }));
      return answer.kind === 'refusal' ? answer.refusal : null;
    });
    setBusy(false);
    // What was decided may have moved money and made tokens.
    void queries.invalidateQueries();
    if (refused !== null) return setRefusal(refused);
    notifications.show({ message: DONE[decision] });
    onClose();
  }
  return (
    <Stack>
      {refusal !== null && <RefusalNote refusal={refusal} />}
      <Consequences order={order} />
      <Facts order={order} />
      {order.may_decide && (
        <>
          <TextInput
            label="Why"
            description="Needed to reject"
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <Group justify="space-between" gap="sm">
            <Button
              variant="default"
              c="var(--wv-bad)"
              disabled={reason.trim() === '' || busy}
              onClick={() => void decide('rejected')}
            >
              Reject
            </Button>
            <Button loading={busy} onClick={() => void decide('approved')}>
              Approve
            </Button>
          </Group>
        </>
      )}
      {order.may_withdraw && (
        <Button variant="default" loading={busy} onClick={() => void decide('withdrawn')}>
          Take it back
        </Button>
      )}
      {dialog}
    </Stack>
  );
}

export function DecideOrder(o: {
  readonly order: Approval;
  readonly onClose: () => void;
}): ReactNode {
  return (
    <Modal
      opened
      onClose={o.onClose}
      returnFocus={false}
      title={kindName(o.order.kind)}
      size={o.order.kind === 'tariff_version' ? 'xl' : 'lg'}
      centered
    >
      <Content {...o} />
    </Modal>
  );
}
