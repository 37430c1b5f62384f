/** What the server says of a file: how far it is, what is wrong with it, or what was made. */
import { Anchor, Button, Table } from '@mantine/core';
import { IconCircleCheck, IconFileAlert } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import { mayUse } from '../../shell/access.ts';
import { useSession } from '../../shell/session.ts';
import tableClasses from '../../ui/card-table.module.css';
import { Panel } from '../../ui/panel.tsx';
import classes from './import.module.css';
import type { ImportAnswer, ImportFault } from './import-queries.ts';

const FAULTS_SHOWN = 100;

const PHASES = {
  reading: 'Reading the file',
  checking: 'Checking every line',
  writing: 'Making what the file says',
} as const;

function count(number: number, one: string, many: string): string {
  return `${number.toLocaleString('en')} ${number === 1 ? one : many}`;
}

/** "100 meters, 98 customers, 100 places and 100 agreements"; what there is none of is left out. */
function madeWords(made: NonNullable<ImportAnswer['made']>): string {
  const parts = [
    { number: made.meters, words: count(made.meters, 'meter', 'meters') },
    { number: made.customers, words: count(made.customers, 'customer', 'customers') },
    { number: made.service_points, words: count(made.service_points, 'place', 'places') },
    { number: made.agreements, words: count(made.agreements, 'agreement', 'agreements') },
  ].filter(({ number }) => number > 0);
  if (parts.length === 0) return 'nothing new';
  return parts.map(({ words }) => words).join(', ');
}

export function ImportProgress(o: {
  readonly name: string;
  readonly isTrial: boolean;
  readonly progress: ImportAnswer | null;
}): ReactNode {
  const { progress } = o;
  const phase = progress?.phase ?? null;
  const done = progress?.lines_done ?? 0;
  const lines = progress?.lines ?? 0;
  return (
    <Panel heading={o.isTrial ? 'Trying the file' : 'Importing'}>
      <div role="status" aria-live="polite">
        <p className={classes['line']}>
          {phase === null ? 'Sending' : PHASES[phase]} <strong>{o.name}</strong>
          {lines > 0 && ` · ${done.toLocaleString('en')} of ${lines.toLocaleString('en')} lines`}
        </p>
      </div>
      <progress
        className={classes['progress']}
        aria-label="How far the file is"
        {...(lines > 0 ? { value: done, max: lines } : {})}
      />
    </Panel>
  );
}

function FaultRow({ fault }: { readonly fault: ImportFault }): ReactNode {
  return (
    <Table.Tr>
      <Table.Td data-label="Line">{fault.line}</Table.Td>
      <Table.Td data-label="Column">{fault.column ?? 'the whole line'}</Table.Td>
      <Table.Td data-label="There stands">
        {fault.value === '' ? <em>nothing</em> : <code>{fault.value}</code>}
      </Table.Td>
      <Table.Td data-label="What to do">{fault.advice}</Table.Td>
    </Table.Tr>
  );
}

export function FaultyFile(o: {
  readonly name: string;
  readonly answer: ImportAnswer;
  readonly onClear: () => void;
}): ReactNode {
  const { faults, lines } = o.answer;
  const [isAll, setAll] = useState(false);
  const shown = isAll ? faults : faults.slice(0, FAULTS_SHOWN);
  return (
    <Panel
      heading={`${count(faults.length, 'thing is', 'things are')} wrong in ${o.name}`}
      aside={<IconFileAlert className={classes['bad']} aria-hidden />}
      flush
    >
      <p className={classes['inset']}>
        Nothing was made of its {count(lines, 'line', 'lines')}. Mend these in the spreadsheet, save
        it as CSV again and choose it here once more.
      </p>
      <Table className={tableClasses['table'] ?? ''} verticalSpacing="sm" horizontalSpacing="lg">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Line</Table.Th>
            <Table.Th>Column</Table.Th>
            <Table.Th>There stands</Table.Th>
            <Table.Th>What to do</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {shown.map((fault) => (
            <FaultRow key={`${fault.line} ${fault.column ?? ''} ${fault.fault}`} fault={fault} />
          ))}
        </Table.Tbody>
      </Table>
      <div className={classes['foot']}>
        {shown.length < faults.length && (
          <Button variant="default" onClick={() => setAll(true)}>
            Show all {faults.length.toLocaleString('en')}
          </Button>
        )}
        <Button onClick={o.onClear}>Choose the mended file</Button>
      </div>
    </Panel>
  );
}

export function CheckedFile(o: {
  readonly name: string;
  readonly answer: ImportAnswer;
  readonly onCarryOut: () => void;
  readonly onClear: () => void;
}): ReactNode {
  const { made, lines, skipped } = o.answer;
  const isNothing = skipped === lines;
  return (
    <Panel heading={isNothing ? 'All of it is there already' : `${o.name} is right`}>
      <p className={classes['line']}>
        {isNothing
          ? `Each of the ${count(lines, 'line', 'lines')} says what is there. There is nothing to import.`
          : `The import will make ${made === null ? 'nothing new' : madeWords(made)}.`}
        {!isNothing && skipped > 0 && ` ${count(skipped, 'line is', 'lines are')} there already.`}
      </p>
      <div className={classes['actions']}>
        {!isNothing && (
          <Button onClick={o.onCarryOut}>Import {count(lines - skipped, 'line', 'lines')}</Button>
        )}
        <Button variant="default" onClick={o.onClear}>
          Choose another file
        </Button>
      </div>
    </Panel>
  );
}

export function ImportedFile(o: {
  readonly answer: ImportAnswer;
  readonly onClear: () => void;
}): ReactNode {
  const session = useSession();
  const { made, skipped } = o.answer;
  return (
    <Panel heading="Imported" aside={<IconCircleCheck className={classes['good']} aria-hidden />}>
      <p className={classes['line']} role="status">
        Made: {made === null ? 'nothing new' : madeWords(made)}.
        {skipped > 0 && ` ${count(skipped, 'line was', 'lines were')} there already.`} Sales may
        begin at once.
      </p>
      <div className={classes['actions']}>
        {mayUse('meters', session) && (
          <Anchor component={Link} to="/meters">
            See the meters
          </Anchor>
        )}
        <Button variant="default" onClick={o.onClear}>
          Import another file
        </Button>
      </div>
    </Panel>
  );
}
