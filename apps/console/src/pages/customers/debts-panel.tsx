/** What is owed under an agreement, how it is collected, and what may be done about it. */
import { Badge, Button, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { Debt } from '../../api/model.ts';
import { AddDebtForm, DebtPauseForm, DebtTermsForm, WriteOffForm } from '../../forms/debt.tsx';
import { formatMoney } from '../../money.ts';
import { mayDo } from '../../shell/access.ts';
import { useSession } from '../../shell/session.ts';
import { newId } from '../../ui/new-id.ts';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { debtsQuery, useSupplyChanged } from './customer-queries.ts';
import classes from './customers.module.css';

const STATES: Readonly<Record<Debt['state'], { readonly label: string; readonly color: string }>> =
  {
    open: { label: 'collected', color: 'petrol' },
    suspended: { label: 'suspended', color: 'orange' },
    settled: { label: 'settled', color: 'gray' },
    written_off: { label: 'written off', color: 'gray' },
  };

type Doing = 'terms' | 'pause' | 'write-off';

function DebtRow({ debt }: { readonly debt: Debt }): ReactNode {
  const session = useSession();
  const changed = useSupplyChanged();
  const [doing, setDoing] = useState<{ readonly what: Doing; readonly id: string } | null>(null);
  const { currency } = session.utility;
  const isRunning = debt.state === 'open' || debt.state === 'suspended';
  const close = (): void => setDoing(null);
  const begin = (what: Doing) => () => setDoing({ what, id: newId() });
  const common = { debt, onDone: changed, onClose: close };
  return (
    <li className={classes['debt']}>
      <p>
        <strong>{debt.name}</strong>{' '}
        <Badge size="sm" variant="light" color={STATES[debt.state].color}>
          {STATES[debt.state].label}
        </Badge>
        <br />
        <strong>{formatMoney(debt.owed_minor, currency)}</strong> of{' '}
        {formatMoney(debt.principal_minor, currency)} is owed. {debt.recovery_in_words}
        <br />
        <small>
          Agreed on {debt.agreed_on}, {debt.reference}
        </small>
      </p>
      {isRunning && (
        <Group gap="xs">
          {mayDo('write-debts', session) && (
            <>
              <Button size="compact-sm" variant="default" onClick={begin('terms')}>
                Change
              </Button>
              <Button size="compact-sm" variant="default" onClick={begin('pause')}>
                {debt.state === 'suspended' ? 'Collect again' : 'Suspend'}
              </Button>
            </>
          )}
          {mayDo('ask-write-offs', session) && (
            <Button size="compact-sm" variant="default" onClick={begin('write-off')}>
              Write off
            </Button>
          )}
        </Group>
      )}
      {doing?.what === 'terms' && <DebtTermsForm {...common} changeId={doing.id} />}
      {doing?.what === 'pause' && <DebtPauseForm {...common} changeId={doing.id} />}
      {doing?.what === 'write-off' && <WriteOffForm {...common} orderId={doing.id} />}
    </li>
  );
}

export function DebtsPanel({ agreementId }: { readonly agreementId: string }): ReactNode {
  const session = useSession();
  const changed = useSupplyChanged();
  const debts = useQuery(debtsQuery(agreementId));
  const [adding, setAdding] = useState<string | null>(null);
  const list = debts.data?.debts ?? [];
  return (
    <section className={classes['debts']} aria-label="Debts">
      <div className={classes['subhead']}>
        <h3>Debts</h3>
        {mayDo('write-debts', session) && (
          <Button size="compact-sm" variant="default" onClick={() => setAdding(newId())}>
            Write down a debt
          </Button>
        )}
      </div>
      {debts.error !== null && debts.data === undefined && (
        <RefusalNote refusal={debts.error.refusal} onRetry={() => void debts.refetch()} />
      )}
      {debts.isSuccess && list.length === 0 && <p className={classes['soft']}>Nothing is owed.</p>}
      <ul className={classes['plain']}>
        {list.map((debt) => (
          <DebtRow key={debt.id} debt={debt} />
        ))}
      </ul>
      {adding !== null && (
        <AddDebtForm
          agreementId={agreementId}
          debtId={adding}
          onDone={changed}
          onClose={() => setAdding(null)}
        />
      )}
    </section>
  );
}
