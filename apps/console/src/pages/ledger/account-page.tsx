/** What moved on one account, entry by entry. /ledger/{code}?from=…&to=… */
import { Anchor, Table, TextInput } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';
import { formatMoney } from '../../money.ts';
import { mayUse } from '../../shell/access.ts';
import { useSession } from '../../shell/session.ts';
import tableClasses from '../../ui/card-table.module.css';
import { ListState, MoreButton } from '../../ui/list-state.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { Panel } from '../../ui/panel.tsx';
import { dayIn, formatInstant, isDay, shiftDay } from '../../wall-time.ts';
import classes from './ledger.module.css';
import { accountQuery, type StatementLine } from './ledger-queries.ts';
import { entryWords } from './ledger-words.ts';

const DAYS_BACK = 30;

function signed(minor: string): { readonly minor: bigint; readonly side: string } {
  const value = BigInt(minor);
  if (value === 0n) return { minor: 0n, side: '' };
  return value > 0n ? { minor: value, side: ' Dr' } : { minor: -value, side: ' Cr' };
}

function Row({ line }: { readonly line: StatementLine }): ReactNode {
  const session = useSession();
  const { currency, time_zone: timeZone } = session.utility;
  const money = (minor: string): string => (minor === '0' ? '' : formatMoney(minor, currency));
  const balance = signed(line.balance_minor);
  // The entry of a sale has the id of the vend.
  const isSale = line.kind === 'sale' && mayUse('vends', session);
  return (
    <Table.Tr>
      <Table.Td data-label="Posted">{formatInstant(line.posted_at, timeZone)}</Table.Td>
      <Table.Td data-label="Entry">
        {isSale ? (
          <Anchor component={Link} fz="inherit" to={`/vends/${line.entry_id}`}>
            {entryWords(line.kind)}
          </Anchor>
        ) : (
          entryWords(line.kind)
        )}
      </Table.Td>
      <Table.Td data-label="Debit" className={classes['money'] ?? ''}>
        {money(line.debit_minor)}
      </Table.Td>
      <Table.Td data-label="Credit" className={classes['money'] ?? ''}>
        {money(line.credit_minor)}
      </Table.Td>
      <Table.Td data-label="Balance" className={classes['money'] ?? ''}>
        <span>
          {formatMoney(balance.minor, currency)}
          <small className={classes['side']}>{balance.side}</small>
        </span>
      </Table.Td>
    </Table.Tr>
  );
}

function Opening({ minor }: { readonly minor: string }): ReactNode {
  const { currency } = useSession().utility;
  const opening = signed(minor);
  return (
    <Table.Tr>
      <Table.Td data-label="Posted" />
      <Table.Td data-label="Entry">Brought forward</Table.Td>
      <Table.Td />
      <Table.Td />
      <Table.Td data-label="Balance" className={classes['money'] ?? ''}>
        <span>
          {formatMoney(opening.minor, currency)}
          <small className={classes['side']}>{opening.side}</small>
        </span>
      </Table.Td>
    </Table.Tr>
  );
}

export function LedgerAccountPage(): ReactNode {
  const { code = '' } = useParams();
  const { time_zone: timeZone } = useSession().utility;
  const [params, setParams] = useSearchParams();
  const today = dayIn(timeZone, new Date());
  const day = (name: string, otherwise: string): string => {
    const asked = params.get(name) ?? '';
    return isDay(asked) ? asked : otherwise;
  };
  const to = day('to', today);
  const from = day('from', shiftDay(to, -DAYS_BACK));
  const list = useInfiniteQuery({ ...accountQuery(code, from, to), enabled: from <= to });
  const [first] = list.data?.pages ?? [];
  const lines = list.data?.pages.flatMap((page) => page.lines) ?? [];
  const field = (name: 'from' | 'to', label: string, value: string): ReactNode => (
    <TextInput
      type="date"
      aria-label={label}
      max={today}
      value={value}
      error={from > to && name === 'to' ? 'It is before the first day.' : null}
      onChange={({ currentTarget: { value: typed } }) =>
        isDay(typed) && setParams({ from, to, [name]: typed }, { replace: true })
      }
    />
  );
  return (
    <>
      <PageHead
        title={first?.account.name ?? 'Account'}
        help={
          <>
            <Anchor component={Link} to="/ledger">
              All accounts
            </Anchor>{' '}
            · <code>{code}</code>
          </>
        }
        actions={
          <>
            {field('from', 'First day', from)}
            {field('to', 'Last day', to)}
          </>
        }
      />
      <Panel flush>
        {from <= to && (
          <ListState
            list={list}
            isEmpty={lines.length === 0}
            heading="Nothing moved on these days"
            text="Choose other days."
          />
        )}
        {first !== undefined && lines.length > 0 && (
          <Table
            className={`${tableClasses['table'] ?? ''} ${classes['table'] ?? ''}`}
            verticalSpacing="xs"
            horizontalSpacing="md"
            aria-label="Entries"
          >
            <Table.Thead>
              <Table.Tr>
                <Table.Th>Posted</Table.Th>
                <Table.Th>Entry</Table.Th>
                <Table.Th className={classes['money'] ?? ''}>Debit</Table.Th>
                <Table.Th className={classes['money'] ?? ''}>Credit</Table.Th>
                <Table.Th className={classes['money'] ?? ''}>Balance</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              <Opening minor={first.opening_minor} />
              {lines.map((line) => (
                <Row key={line.entry_id} line={line} />
              ))}
            </Table.Tbody>
          </Table>
        )}
        <MoreButton list={list} />
      </Panel>
    </>
  );
}
