/** Statements that were brought, newest first, and the way in for the next. */
import { Badge, Button, Table } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { formatMoney } from '../../money.ts';
import { mayDo } from '../../shell/access.ts';
import { useSession } from '../../shell/session.ts';
import tableClasses from '../../ui/card-table.module.css';
import { ListState, MoreButton } from '../../ui/list-state.tsx';
import { Panel } from '../../ui/panel.tsx';
import { formatInstant } from '../../wall-time.ts';
import { BringStatement } from './bring-statement.tsx';
import { usePlace } from './place.ts';
import classes from './reconciliation.module.css';
import { type PaymentSource, type Statement, statementsQuery } from './reconciliation-queries.ts';

function Row(o: {
  readonly statement: Statement;
  readonly source: PaymentSource | undefined;
  readonly onReconcile: (() => void) | null;
}): ReactNode {
  const { statement, onReconcile } = o;
  const { currency, time_zone: timeZone } = useSession().utility;
  const { totals } = statement;
  return (
    <Table.Tr>
      <Table.Td data-label="File">
        <span>
          {statement.name}
          <small className={classes['note']}>{o.source?.name}</small>
        </span>
      </Table.Td>
      <Table.Td data-label="Days">
        {totals.from === null ? '–' : `${totals.from} to ${totals.to ?? totals.from}`}
      </Table.Td>
      <Table.Td data-label="Lines">{totals.lines.toLocaleString('en')}</Table.Td>
      <Table.Td data-label="Came in" className={classes['money'] ?? ''}>
        {formatMoney(totals.credit_minor, currency)}
      </Table.Td>
      <Table.Td data-label="Brought">
        <span>
          {formatInstant(statement.imported_at, timeZone)}
          <small className={classes['note']}>{statement.imported_by}</small>
        </span>
      </Table.Td>
      <Table.Td>
        {statement.first_run_id === null ? (
          <div className={classes['actions']}>
            <Badge variant="light" color="amber">
              not reconciled
            </Badge>
            {onReconcile !== null && (
              <Button
                size="xs"
                variant="default"
                onClick={onReconcile}
                aria-label={`Reconcile ${statement.name}`}
              >
                Reconcile
              </Button>
            )}
          </div>
        ) : (
          <Badge variant="light" color="teal">
            reconciled
          </Badge>
        )}
      </Table.Td>
    </Table.Tr>
  );
}

export function StatementsTab(o: {
  readonly sources: readonly PaymentSource[];
  readonly onReconcile: (statement: Statement) => void;
}): ReactNode {
  const session = useSession();
  const { sourceId } = usePlace();
  const list = useInfiniteQuery(statementsQuery(sourceId));
  const statements = list.data?.pages.flatMap((page) => page.statements) ?? [];
  const mayBring = mayDo('bring-statements', session);
  return (
    <div className={classes['page']}>
      {mayBring && o.sources.length > 0 && (
        <BringStatement sources={o.sources} onReconcile={o.onReconcile} />
      )}
      <Panel flush heading="Statements">
        <ListState
          list={list}
          isEmpty={statements.length === 0}
          heading="No statement was brought yet"
          text={
            o.sources.length === 0
              ? 'Add a source first: where money arrives, and how its files are read.'
              : 'Bring the first one above.'
          }
        />
        {statements.length > 0 && (
          <Table
            className={tableClasses['table'] ?? ''}
            verticalSpacing="sm"
            horizontalSpacing="md"
            aria-label="Statements"
          >
            <Table.Thead>
              <Table.Tr>
                <Table.Th>File</Table.Th>
                <Table.Th>Days</Table.Th>
                <Table.Th>Lines</Table.Th>
                <Table.Th className={classes['money'] ?? ''}>Came in</Table.Th>
                <Table.Th>Brought</Table.Th>
                <Table.Th aria-label="State" />
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {statements.map((statement) => (
                <Row
                  key={statement.id}
                  statement={statement}
                  source={o.sources.find(({ id }) => id === statement.source_id)}
                  onReconcile={mayBring ? () => o.onReconcile(statement) : null}
                />
              ))}
            </Table.Tbody>
          </Table>
        )}
        <MoreButton list={list} />
      </Panel>
    </div>
  );
}
