/** What was read out of a file: its sums, its first lines, and what is wrong with it. */
import { Table } from '@mantine/core';
import type { ReactNode } from 'react';
import { groupDigits } from '../../digits.ts';
import { formatMoney } from '../../money.ts';
import { useSession } from '../../shell/session.ts';
import tableClasses from '../../ui/card-table.module.css';
import { formatInstant } from '../../wall-time.ts';
import classes from './reconciliation.module.css';
import type { CheckedStatement, Statement } from './reconciliation-queries.ts';

const FAULTS_SHOWN = 50;
const LINES_SHOWN = 10;

function count(number: number, one: string, many: string): string {
  return `${number.toLocaleString('en')} ${number === 1 ? one : many}`;
}

export function TotalsLine({ totals }: { readonly totals: Statement['totals'] }): ReactNode {
  const { currency } = useSession().utility;
  const went = totals.debit_minor.replace('-', '');
  return (
    <p className={classes['line']}>
      {count(totals.lines, 'line', 'lines')}
      {totals.from !== null && `, ${totals.from} to ${totals.to ?? totals.from}`}:{' '}
      {formatMoney(totals.credit_minor, currency)} came in
      {went !== '0' && `, ${formatMoney(went, currency)} went out`}
      {totals.fee_minor !== '0' && `, ${formatMoney(totals.fee_minor, currency)} fees`}.
      {totals.passed_over > 0 &&
        ` ${count(totals.passed_over, 'line is', 'lines are')} passed over: no payments of this source.`}
    </p>
  );
}

export function SampleLines({ checked }: { readonly checked: CheckedStatement }): ReactNode {
  const { currency, time_zone: timeZone } = useSession().utility;
  const shown = checked.sample.slice(0, LINES_SHOWN);
  if (shown.length === 0) return null;
  return (
    <Table
      className={tableClasses['table'] ?? ''}
      verticalSpacing="xs"
      horizontalSpacing="md"
      aria-label="The first lines as they are read"
    >
      <Table.Thead>
        <Table.Tr>
          <Table.Th>When</Table.Th>
          <Table.Th>Money</Table.Th>
          <Table.Th>Number</Table.Th>
          <Table.Th>Reference</Table.Th>
          <Table.Th>Meter</Table.Th>
          <Table.Th>Payer</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {shown.map((line) => (
          <Table.Tr key={line.line_number}>
            <Table.Td data-label="When">
              {line.booked_at === null ? line.value_date : formatInstant(line.booked_at, timeZone)}
            </Table.Td>
            <Table.Td data-label="Money">{formatMoney(line.line_minor, currency)}</Table.Td>
            <Table.Td data-label="Number">{line.external_id ?? '–'}</Table.Td>
            <Table.Td data-label="Reference">{line.reference ?? '–'}</Table.Td>
            <Table.Td data-label="Meter">
              {line.meter_number === null ? '–' : groupDigits(line.meter_number)}
            </Table.Td>
            <Table.Td data-label="Payer">{line.payer ?? '–'}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

export function FaultLines({ checked }: { readonly checked: CheckedStatement }): ReactNode {
  const shown = checked.faults.slice(0, FAULTS_SHOWN);
  return (
    <>
      <Table
        className={tableClasses['table'] ?? ''}
        verticalSpacing="xs"
        horizontalSpacing="md"
        aria-label="What cannot be read"
      >
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Line</Table.Th>
            <Table.Th>Column</Table.Th>
            <Table.Th>There stands</Table.Th>
            <Table.Th>Expected</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {shown.map((fault) => (
            <Table.Tr key={`${fault.line} ${fault.column ?? ''} ${fault.expected}`}>
              <Table.Td data-label="Line">{fault.line}</Table.Td>
              <Table.Td data-label="Column">{fault.column ?? 'the whole line'}</Table.Td>
              <Table.Td data-label="There stands">
                {fault.found === '' ? <em>nothing</em> : <code>{fault.found}</code>}
              </Table.Td>
              <Table.Td data-label="Expected">{fault.expected}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {checked.fault_count > shown.length && (
        <p className={classes['line']}>
          And {(checked.fault_count - shown.length).toLocaleString('en')} more.
        </p>
      )}
    </>
  );
}
