/** The statement: what moved the float, with the balance after each movement. &from=…&to=… */
import { Button, Table, TextInput } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Statement, Vendor } from '../../api/model.ts';
import { formatMoney } from '../../money.ts';
import { useSession } from '../../shell/session.ts';
import tableClasses from '../../ui/card-table.module.css';
import { ListState, MoreButton } from '../../ui/list-state.tsx';
import { Panel } from '../../ui/panel.tsx';
import { dayIn, isDay } from '../../wall-time.ts';
import { movementName } from './movement-words.ts';
import { usePlace } from './place.ts';
import { pagesOf, statementQuery } from './vendor-queries.ts';
import classes from './vendors.module.css';

interface Span {
  readonly from: string;
  readonly to: string;
}

/** From the address, or this month so far. */
function useSpan(): { readonly span: Span; readonly set: (span: Span) => void } {
  const place = usePlace();
  const today = dayIn(useSession().utility.time_zone, new Date());
  const [from, to] = [place.get('from') ?? '', place.get('to') ?? ''];
  return {
    span: {
      from: isDay(from) ? from : `${today.slice(0, 7)}-01`,
      to: isDay(to) ? to : today,
    },
    set: (span) => place.goTo('statement', { ...span }),
  };
}

function dayAlone(day: string): Span {
  return { from: day, to: day };
}

function SpanChoice(o: {
  readonly vendor: Vendor;
  readonly span: Span;
  readonly onChange: (span: Span) => void;
}): ReactNode {
  const { span, onChange } = o;
  const query = new URLSearchParams({ ...span }).toString();
  return (
    <div className={classes['span']}>
      <TextInput
        type="date"
        label="From"
        max={span.to}
        value={span.from}
        onChange={({ currentTarget: { value } }) => {
          if (isDay(value)) onChange(value > span.to ? dayAlone(value) : { ...span, from: value });
        }}
      />
      <TextInput
        type="date"
        label="To"
        value={span.to}
        onChange={({ currentTarget: { value } }) => {
          if (isDay(value)) onChange(value < span.from ? dayAlone(value) : { ...span, to: value });
        }}
      />
      <Button
        component="a"
        href={`/v1/vendors/${o.vendor.id}/statement.csv?${query}`}
        download
        variant="default"
        leftSection={<IconDownload size={18} aria-hidden />}
      >
        CSV
      </Button>
    </div>
  );
}

function Line({ line }: { readonly line: Statement['lines'][number] }): ReactNode {
  const { currency } = useSession().utility;
  const { document } = line;
  const slip = document?.slip_number ?? null;
  return (
    <Table.Tr>
      <Table.Td data-label="Day">{line.day}</Table.Td>
      <Table.Td data-label="What">
        <span>
          {movementName(line.kind)}
          {line.kind === 'sale' && ` (${line.entries})`}
          {document !== null && (
            <small className={classes['note']}>
              {document.note}
              {slip !== null && ` · slip ${slip}`}
            </small>
          )}
        </span>
      </Table.Td>
      <Table.Td data-label="Moved" className={classes['money'] ?? ''}>
        {formatMoney(line.moved_minor, currency)}
      </Table.Td>
      <Table.Td data-label="Balance" className={classes['money'] ?? ''}>
        {formatMoney(line.balance_minor, currency)}
      </Table.Td>
    </Table.Tr>
  );
}

function Edge(o: {
  readonly day: string;
  readonly name: string;
  readonly minor: string;
}): ReactNode {
  const { currency } = useSession().utility;
  return (
    <Table.Tr className={classes['edge'] ?? ''}>
      <Table.Td data-label="Day">{o.day}</Table.Td>
      <Table.Td data-label="What">{o.name}</Table.Td>
      <Table.Td />
      <Table.Td data-label="Balance" className={classes['money'] ?? ''}>
        {formatMoney(o.minor, currency)}
      </Table.Td>
    </Table.Tr>
  );
}

function Lines(o: { readonly pages: readonly Statement[]; readonly isWhole: boolean }): ReactNode {
  const [first] = o.pages;
  if (first === undefined) return null;
  return (
    <Table
      className={tableClasses['table'] ?? ''}
      verticalSpacing="sm"
      horizontalSpacing="md"
      aria-label="Statement"
    >
      <Table.Thead>
        <Table.Tr>
          <Table.Th>Day</Table.Th>
          <Table.Th>What</Table.Th>
          <Table.Th className={classes['money'] ?? ''}>Moved</Table.Th>
          <Table.Th className={classes['money'] ?? ''}>Balance</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        <Edge day={first.from} name="Opening balance" minor={first.opening_minor} />
        {o.pages
          .flatMap((page) => page.lines)
          .map((line) => (
            <Line
              key={`${line.day} ${line.kind} ${line.moved_at} ${line.document?.id ?? ''}`}
              line={line}
            />
          ))}
        {o.isWhole && <Edge day={first.to} name="Closing balance" minor={first.closing_minor} />}
      </Table.Tbody>
    </Table>
  );
}

export function StatementTab({ vendor }: { readonly vendor: Vendor }): ReactNode {
  const { span, set } = useSpan();
  const statement = useInfiniteQuery(statementQuery(vendor.id, span));
  const pages = pagesOf(statement.data);
  return (
    <Panel
      flush
      heading="Statement"
      aside={<SpanChoice vendor={vendor} span={span} onChange={set} />}
    >
      <ListState list={statement} isEmpty={false} heading="" />
      <Lines pages={pages} isWhole={!statement.hasNextPage} />
      <MoreButton list={statement} />
    </Panel>
  );
}
