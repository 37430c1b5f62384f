/**
 * What was sold, what the money was for, who owes and who buys nothing. The address holds the days
 * and the view, so that a report can be sent to somebody.
 */
import { Tabs } from '@mantine/core';
import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { useSession } from '../../shell/session.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { dayIn } from '../../wall-time.ts';
import { DebtsView } from './debts-view.tsx';
import { MoneyView } from './money-view.tsx';
import { MonthEndView } from './month-end-view.tsx';
import classes from './reports.module.css';
import { SalesView } from './sales-view.tsx';
import { readSpan } from './span.ts';
import { SpanPicker } from './span-picker.tsx';
import { ZeroBuyersView } from './zero-buyers-view.tsx';

const VIEWS = [
  { view: 'sales', label: 'Sales', hasSpan: true, needs: 'report.read' },
  { view: 'money', label: 'Money', hasSpan: true, needs: 'report.read' },
  { view: 'debts', label: 'Debts', hasSpan: true, needs: 'ledger.read' },
  { view: 'zero-buyers', label: 'Zero buyers', hasSpan: false, needs: 'customer_report.read' },
  { view: 'month-end', label: 'Month-end', hasSpan: false, needs: 'ledger.read' },
] as const;

export function ReportsPage(): ReactNode {
  const { user, utility } = useSession();
  const [params, setParams] = useSearchParams();
  const today = dayIn(utility.time_zone, new Date());
  const span = readSpan(params, today);
  const views = VIEWS.filter(({ needs }) => user.permissions.includes(needs));
  const chosen = views.find(({ view }) => view === params.get('view')) ?? VIEWS[0];
  const set = (more: Readonly<Record<string, string>>): void =>
    setParams({ ...Object.fromEntries(params), ...more }, { replace: true });
  return (
    <div className={classes['page']}>
      <PageHead
        title="Reports"
        help="Sales count on the day their token was issued, on the calendar of the utility."
        actions={
          chosen.hasSpan && (
            <SpanPicker span={span} today={today} onChange={(next) => set({ ...next })} />
          )
        }
      />
      <Tabs
        value={chosen.view}
        onChange={(view) => set({ view: view ?? 'sales' })}
        className={classes['tabs'] ?? ''}
      >
        <Tabs.List>
          {views.map(({ view, label }) => (
            <Tabs.Tab key={view} value={view}>
              {label}
            </Tabs.Tab>
          ))}
        </Tabs.List>
      </Tabs>
      {chosen.view === 'sales' && <SalesView span={span} />}
      {chosen.view === 'money' && <MoneyView span={span} />}
      {chosen.view === 'debts' && <DebtsView span={span} />}
      {chosen.view === 'zero-buyers' && <ZeroBuyersView />}
      {chosen.view === 'month-end' && <MonthEndView today={today} />}
    </div>
  );
}
