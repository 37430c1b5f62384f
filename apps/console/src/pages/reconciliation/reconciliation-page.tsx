/**
 * Money that came in beside what was sold. /reconciliation?tab=…&source=…&class=…&state=…
 */
import { Button, NativeSelect, Skeleton, Tabs } from '@mantine/core';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ReconcileForm } from '../../forms/reconcile.tsx';
import { mayDo } from '../../shell/access.ts';
import { useSession } from '../../shell/session.ts';
import { useDialog } from '../../ui/open-dialog.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { ItemsTab } from './items-tab.tsx';
import { TABS, type Tab, usePlace } from './place.ts';
import classes from './reconciliation.module.css';
import {
  type PaymentSource,
  type Statement,
  sourcesQuery,
  statementQuery,
} from './reconciliation-queries.ts';
import { RunsTab } from './runs-tab.tsx';
import { SourcesTab } from './sources-tab.tsx';
import { StatementsTab } from './statements-tab.tsx';
import { SummaryPanel } from './summary-panel.tsx';

const TAB_NAMES: Readonly<Record<Tab, string>> = {
  items: 'Items',
  statements: 'Statements',
  runs: 'Runs',
  sources: 'Sources',
};

function Bar({ sources }: { readonly sources: readonly PaymentSource[] }): ReactNode {
  const place = usePlace();
  return (
    <div className={classes['top']}>
      <Tabs
        value={place.tab}
        onChange={(next) => place.goTo({ tab: next === 'items' ? null : next })}
      >
        <Tabs.List>
          {TABS.map((each) => (
            <Tabs.Tab key={each} value={each}>
              {TAB_NAMES[each]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
      </Tabs>
      {sources.length > 1 && (
        <NativeSelect
          aria-label="Source"
          data={[
            { value: '', label: 'All sources' },
            ...sources.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          value={place.sourceId ?? ''}
          onChange={({ currentTarget: { value } }) =>
            place.goTo({ source: value === '' ? null : value })
          }
        />
      )}
    </div>
  );
}

function Whole({ sources }: { readonly sources: readonly PaymentSource[] }): ReactNode {
  const place = usePlace();
  const { dialog, open, close } = useDialog(['run']);
  const about = dialog?.of ?? null;
  const statement = useQuery({ ...statementQuery(about ?? ''), enabled: about !== null });
  const source = sources.find(({ id }) => id === statement.data?.source_id);
  const onReconcile = ({ id }: Statement): void => open('run', id);
  return (
    <>
      <Bar sources={sources} />
      {place.tab === 'items' && (
        <div className={classes['page']}>
          <SummaryPanel />
          <ItemsTab />
        </div>
      )}
      {place.tab === 'statements' && <StatementsTab {...{ sources, onReconcile }} />}
      {place.tab === 'runs' && <RunsTab sources={sources} />}
      {place.tab === 'sources' && <SourcesTab sources={sources} />}
      {dialog !== null && source !== undefined && statement.data !== undefined && (
        <ReconcileForm
          key={dialog.id}
          source={source}
          statement={statement.data}
          runId={dialog.id}
          onClose={close}
        />
      )}
    </>
  );
}

export function ReconciliationPage(): ReactNode {
  const session = useSession();
  const place = usePlace();
  const sources = useQuery(sourcesQuery);
  const mayBring = mayDo('bring-statements', session);
  return (
    <>
      <PageHead
        title="Reconciliation"
        help="What banks, mobile money and agents say came in, beside what was sold."
        actions={
          mayBring &&
          place.tab !== 'statements' && (
            <Button
              leftSection={<IconFileSpreadsheet size={18} aria-hidden />}
              onClick={() => place.goTo({ tab: 'statements' })}
            >
              Bring a statement
            </Button>
          )
        }
      />
      {sources.isPending && <Skeleton height={300} radius="lg" aria-busy="true" />}
      {sources.error !== null && sources.data === undefined && (
        <RefusalNote refusal={sources.error.refusal} onRetry={() => void sources.refetch()} />
      )}
      {sources.data !== undefined && <Whole sources={sources.data.sources} />}
    </>
  );
}
