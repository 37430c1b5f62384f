/** Whether the money of one source is the money of its account: both sums, and why they differ. */
import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { MoneyLines } from '../../forms/money-lines.tsx';
import { useSession } from '../../shell/session.ts';
import { Panel } from '../../ui/panel.tsx';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { formatInstant } from '../../wall-time.ts';
import classes from './reconciliation.module.css';
import { type Balance, balanceQuery, type PaymentSource } from './reconciliation-queries.ts';
import { differenceName, reasonWords, resolutionWords } from './reconciliation-words.ts';

function differenceWords(each: Balance['differences'][number]): string {
  const settled = resolutionWords(each.resolution);
  const why = settled ?? reasonWords(each.reason);
  return `${differenceName(each.class)}: ${why} (${each.items})`;
}

function Lines({ balance }: { readonly balance: Balance }): ReactNode {
  return (
    <MoneyLines
      caption="From the statements to the ledger"
      lines={[
        { name: 'The statements say', minor: balance.statement_minor },
        ...balance.differences.map((each) => ({
          name: differenceWords(each),
          minor: String(-BigInt(each.difference_minor)),
        })),
        ...(balance.rest_minor === '0'
          ? []
          : [
              {
                name: 'What no item explains',
                minor: String(-BigInt(balance.rest_minor)),
              },
            ]),
        { name: 'The ledger says', minor: balance.ledger_minor },
      ]}
    />
  );
}

export function BalancePanel({ source }: { readonly source: PaymentSource }): ReactNode {
  const { time_zone: timeZone } = useSession().utility;
  const balance = useQuery(balanceQuery(source.id));
  return (
    <Panel heading="Statements and ledger">
      {balance.isPending && <Skeleton height={120} aria-busy="true" />}
      {balance.error !== null && balance.data === undefined && (
        <RefusalNote refusal={balance.error.refusal} onRetry={() => void balance.refetch()} />
      )}
      {balance.data !== undefined && (
        <>
          <p className={classes['line']}>
            {source.name} against the account <code>{source.clearing_account}</code>, at{' '}
            {formatInstant(balance.data.at, timeZone)}.
          </p>
          <Lines balance={balance.data} />
        </>
      )}
    </Panel>
  );
}
