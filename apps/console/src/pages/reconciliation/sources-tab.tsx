/** Where money arrives beside the till, and how the files of each are read. */
import { Anchor, Button, Table } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { paidWithName } from '../../forms/payment-methods.ts';
import { mayDo } from '../../shell/access.ts';
import { useSession } from '../../shell/session.ts';
import tableClasses from '../../ui/card-table.module.css';
import { EmptyNote } from '../../ui/empty-note.tsx';
import { Panel } from '../../ui/panel.tsx';
import { BalancePanel } from './balance-panel.tsx';
import { usePlace } from './place.ts';
import classes from './reconciliation.module.css';
import type { PaymentSource } from './reconciliation-queries.ts';
import { SOURCE_KINDS } from './reconciliation-words.ts';

function expects(source: PaymentSource): string {
  const methods = source.payment_methods.map((each) => paidWithName(each).toLowerCase());
  const sales = methods.length === 0 ? [] : [`sales paid with ${methods.join(' or ')}`];
  const deposits = source.takes_deposits ? ['deposits'] : [];
  return [...sales, ...deposits].join(', ') || 'nothing yet';
}

function Row({ source }: { readonly source: PaymentSource }): ReactNode {
  return (
    <Table.Tr>
      <Table.Td data-label="Name">
        <Anchor component={Link} fz="inherit" to={`/reconciliation/sources/${source.id}`}>
          {source.name}
        </Anchor>
      </Table.Td>
      <Table.Td data-label="Kind">{SOURCE_KINDS[source.kind]}</Table.Td>
      <Table.Td data-label="Files">{source.format.kind === 'csv' ? 'CSV' : 'camt.053'}</Table.Td>
      <Table.Td data-label="Account">
        <code>{source.clearing_account}</code>
      </Table.Td>
      <Table.Td data-label="Expects">{expects(source)}</Table.Td>
    </Table.Tr>
  );
}

export function SourcesTab({ sources }: { readonly sources: readonly PaymentSource[] }): ReactNode {
  const session = useSession();
  const { sourceId } = usePlace();
  const [only] = sources.length === 1 ? sources : [];
  const chosen = sources.find(({ id }) => id === sourceId) ?? only;
  const add = mayDo('bring-statements', session) && (
    <Button
      component={Link}
      to="/reconciliation/sources/new"
      leftSection={<IconPlus size={18} aria-hidden />}
    >
      Add a source
    </Button>
  );
  return (
    <div className={classes['page']}>
      <Panel flush heading="Sources" aside={sources.length > 0 && add}>
        {sources.length === 0 ? (
          <EmptyNote
            heading="No source yet"
            text="A source is where money arrives: a mobile-money till, a bank account, an agent."
          >
            {add}
          </EmptyNote>
        ) : (
          <Table
            className={tableClasses['table'] ?? ''}
            verticalSpacing="sm"
            horizontalSpacing="md"
            aria-label="Sources"
          >
            <Table.Thead>
              <Table.Tr>
                <Table.Th>Name</Table.Th>
                <Table.Th>Kind</Table.Th>
                <Table.Th>Files</Table.Th>
                <Table.Th>Account in the ledger</Table.Th>
                <Table.Th>Expects</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {sources.map((source) => (
                <Row key={source.id} source={source} />
              ))}
            </Table.Tbody>
          </Table>
        )}
      </Panel>
      {chosen !== undefined && <BalancePanel source={chosen} />}
    </div>
  );
}
