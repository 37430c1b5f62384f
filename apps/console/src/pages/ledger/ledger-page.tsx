/** The books: what every account had moved by a moment, and whether anybody edited the past. /ledger?at=… */
import { Anchor, Checkbox, Skeleton, Table, TextInput, UnstyledButton } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { formatMoney } from '../../money.ts';
import { useSession } from '../../shell/session.ts';
import tableClasses from '../../ui/card-table.module.css';
import { PageHead } from '../../ui/page-head.tsx';
import { Panel } from '../../ui/panel.tsx';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { dayIn, formatInstant, isDay, shiftDay, startOfDay } from '../../wall-time.ts';
import { ChainPanel } from './chain-panel.tsx';
import classes from './ledger.module.css';
import { type BalancedAccount, type TrialBalance, trialBalanceQuery } from './ledger-queries.ts';
import { type AccountGroup, groupName, groupsOf, KIND_NAMES, KINDS } from './ledger-words.ts';

function AccountRow({ account, isWithin }: { account: BalancedAccount; isWithin: boolean }) {
  const { currency } = useSession().utility;
  return (
    <Table.Tr>
      <Table.Td data-label="Account" className={isWithin ? (classes['within'] ?? '') : ''}>
        <Anchor component={Link} fz="inherit" to={`/ledger/${encodeURIComponent(account.code)}`}>
          {account.name}
        </Anchor>
      </Table.Td>
      <Table.Td data-label="Debits" className={classes['money'] ?? ''}>
        {formatMoney(account.debit_minor, currency)}
      </Table.Td>
      <Table.Td data-label="Credits" className={classes['money'] ?? ''}>
        {formatMoney(account.credit_minor, currency)}
      </Table.Td>
      <Balance minor={BigInt(account.balance_minor)} />
    </Table.Tr>
  );
}

/** On which side it stands is said, so that no sign has to be understood. */
function Balance({ minor }: { readonly minor: bigint }): ReactNode {
  const { currency } = useSession().utility;
  const side = minor === 0n ? '' : minor > 0n ? ' Dr' : ' Cr';
  return (
    <Table.Td data-label="Balance" className={classes['money'] ?? ''}>
      <span>
        <strong>{formatMoney(minor < 0n ? -minor : minor, currency)}</strong>
        <small className={classes['side']}>{side}</small>
      </span>
    </Table.Td>
  );
}

function GroupRows({ of }: { readonly of: AccountGroup }): ReactNode {
  const [isOpen, setOpen] = useState(false);
  if (of.group === null) {
    return of.accounts.map((each) => (
      <AccountRow key={each.code} account={each} isWithin={false} />
    ));
  }
  return (
    <>
      <Table.Tr>
        <Table.Td data-label="Accounts">
          <UnstyledButton
            className={classes['group'] ?? ''}
            aria-expanded={isOpen}
            onClick={() => setOpen(!isOpen)}
          >
            {groupName(of.group)} ({of.accounts.length})
          </UnstyledButton>
        </Table.Td>
        <Table.Td />
        <Table.Td />
        <Balance minor={of.balanceMinor} />
      </Table.Tr>
      {isOpen && of.accounts.map((each) => <AccountRow key={each.code} account={each} isWithin />)}
    </>
  );
}

function Verdict({ balance }: { readonly balance: TrialBalance }): ReactNode {
  const { currency, time_zone: timeZone } = useSession().utility;
  return (
    <p className={classes['verdict']} role="status">
      {balance.balanced ? (
        <IconCircleCheck size={20} className={classes['good']} aria-hidden />
      ) : (
        <IconAlertTriangle size={20} className={classes['bad']} aria-hidden />
      )}
      <span>
        {balance.balanced
          ? `It balances: ${formatMoney(balance.debit_minor, currency)} on each side`
          : `It does not balance: debits ${formatMoney(balance.debit_minor, currency)}, credits ${formatMoney(balance.credit_minor, currency)}`}
        , at {formatInstant(balance.at, timeZone)}.{' '}
        {balance.final ? 'Closed: this can never change.' : 'Not closed yet: entries still come.'}
      </span>
    </p>
  );
}

function Accounts({ balance }: { readonly balance: TrialBalance }): ReactNode {
  const [isAll, setAll] = useState(false);
  const isMoved = (each: BalancedAccount): boolean =>
    each.debit_minor !== '0' || each.credit_minor !== '0';
  return (
    <Panel
      flush
      heading="Trial balance"
      aside={
        <Checkbox
          label="Accounts that never moved too"
          checked={isAll}
          onChange={(event) => setAll(event.currentTarget.checked)}
        />
      }
    >
      <Verdict balance={balance} />
      {KINDS.map((kind) => {
        const accounts = balance.accounts.filter(
          (each) => each.kind === kind && (isAll || isMoved(each)),
        );
        if (accounts.length === 0) return null;
        return (
          <Table
            key={kind}
            className={`${tableClasses['table'] ?? ''} ${classes['table'] ?? ''}`}
            verticalSpacing="xs"
            horizontalSpacing="md"
            aria-label={KIND_NAMES[kind]}
          >
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{KIND_NAMES[kind]}</Table.Th>
                <Table.Th className={classes['money'] ?? ''}>Debits</Table.Th>
                <Table.Th className={classes['money'] ?? ''}>Credits</Table.Th>
                <Table.Th className={classes['money'] ?? ''}>Balance</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {groupsOf(accounts).map((each) => (
                <GroupRows key={each.group ?? each.accounts[0]?.code} of={each} />
              ))}
            </Table.Tbody>
          </Table>
        );
      })}
    </Panel>
  );
}

/** The last millisecond of a day on the utility's clock. */
function endOf(day: string, timeZone: string): string {
  return new Date(Date.parse(startOfDay(shiftDay(day, 1), timeZone)) - 1).toISOString();
}

export function LedgerPage(): ReactNode {
  const { time_zone: timeZone } = useSession().utility;
  const [params, setParams] = useSearchParams();
  const today = dayIn(timeZone, new Date());
  const asked = params.get('at') ?? '';
  const day = isDay(asked) && asked < today ? asked : null;
  const balance = useQuery(trialBalanceQuery(day === null ? null : endOf(day, timeZone)));
  return (
    <>
      <PageHead
        title="Ledger"
        help="What every account moved, now or at the end of any day; nobody can edit it."
        actions={
          <TextInput
            type="date"
            aria-label="At the end of the day"
            max={today}
            value={day ?? today}
            onChange={({ currentTarget: { value } }) =>
              setParams(isDay(value) && value < today ? { at: value } : {})
            }
          />
        }
      />
      <div className={classes['page']}>
        {balance.isPending && <Skeleton height={400} radius="lg" aria-busy="true" />}
        {balance.error !== null && balance.data === undefined && (
          <RefusalNote refusal={balance.error.refusal} onRetry={() => void balance.refetch()} />
        )}
        {balance.data !== undefined && <Accounts balance={balance.data} />}
        <ChainPanel />
      </div>
    </>
  );
}
