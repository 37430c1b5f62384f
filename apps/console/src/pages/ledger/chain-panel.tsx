/** How far the books are closed, and whether anybody edited what is closed. */
import { Button, Skeleton } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { api, fetched, type Refused } from '../../api/client.ts';
import { useSession } from '../../shell/session.ts';
import { Panel } from '../../ui/panel.tsx';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { formatInstant } from '../../wall-time.ts';
import { Facts } from '../orders/facts.tsx';
import classes from './ledger.module.css';
import { type ChainCheck, chainQuery } from './ledger-queries.ts';
import { chainFaultWords } from './ledger-words.ts';

const FAULTS_SHOWN = 20;

function Checked({ check }: { readonly check: ChainCheck }): ReactNode {
  const { time_zone: timeZone } = useSession().utility;
  const entries = check.entries.toLocaleString('en');
  return (
    <>
      <p className={classes['verdict']} role="status">
        {check.intact ? (
          <IconCircleCheck size={20} className={classes['good']} aria-hidden />
        ) : (
          <IconAlertTriangle size={20} className={classes['bad']} aria-hidden />
        )}
        <span>
          {check.intact
            ? `All ${entries} closed entries are as they were posted.`
            : `${check.faults.length} things are not as they were posted.`}{' '}
          Checked {formatInstant(check.checked_at, timeZone)}.
        </span>
      </p>
      {!check.intact && (
        <ul className={classes['faults']}>
          {check.faults.slice(0, FAULTS_SHOWN).map((fault) => (
            <li key={chainFaultWords(fault)}>{chainFaultWords(fault)}</li>
          ))}
        </ul>
      )}
    </>
  );
}

export function ChainPanel(): ReactNode {
  const { time_zone: timeZone } = useSession().utility;
  const queries = useQueryClient();
  const chain = useQuery(chainQuery);
  const check = useMutation<ChainCheck, Refused>({
    mutationFn: () => fetched(api.GET('/v1/ledger/chain/check')),
    onSuccess: () => void queries.invalidateQueries({ queryKey: chainQuery.queryKey }),
  });
  const last = check.data ?? chain.data?.last_check ?? null;
  const moment = (at: string | null): string =>
    at === null ? 'nothing yet' : formatInstant(at, timeZone);
  return (
    <Panel
      heading="Closed and sealed"
      aside={
        <Button variant="light" loading={check.isPending} onClick={() => check.mutate()}>
          Check every entry
        </Button>
      }
    >
      {chain.isPending && <Skeleton height={120} aria-busy="true" />}
      {chain.error !== null && chain.data === undefined && (
        <RefusalNote refusal={chain.error.refusal} onRetry={() => void chain.refetch()} />
      )}
      {check.error !== null && <RefusalNote refusal={check.error.refusal} />}
      {chain.data !== undefined && (
        <>
          {last !== null && <Checked check={last} />}
          <Facts
            facts={[
              { name: 'Closed to', value: moment(chain.data.closed_to) },
              { name: 'Sealed to', value: moment(chain.data.sealed_to) },
              { name: 'Last block', value: chain.data.head?.block ?? null },
              {
                name: 'Its hash',
                value:
                  chain.data.head === null ? null : (
                    <code className={classes['hash']}>{chain.data.head.hash}</code>
                  ),
              },
            ]}
          />
          <p className={classes['soft']}>
            Write the last block and its hash down somewhere else: they prove later that nothing
            before them was changed.
          </p>
        </>
      )}
    </Panel>
  );
}
