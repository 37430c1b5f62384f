/** One vendor: its float above, and all about it in tabs. /vendors/{id}?tab=… */
import { Anchor, Badge, Skeleton, Tabs } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ComponentType, ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import type { Vendor } from '../../api/model.ts';
import { formatMoney } from '../../money.ts';
import { mayDo } from '../../shell/access.ts';
import { useSession } from '../../shell/session.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { Panel } from '../../ui/panel.tsx';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { formatInstant } from '../../wall-time.ts';
import { FloatBar } from '../today/floats.tsx';
import { BatchesTab } from './batches-tab.tsx';
import { CommissionTab } from './commission-tab.tsx';
import { DaysTab } from './days-tab.tsx';
import { DepositsTab } from './deposits-tab.tsx';
import { TABS, type Tab, usePlace } from './place.ts';
import { SettingsTab } from './settings-tab.tsx';
import { ShiftsTab } from './shifts-tab.tsx';
import { StatementTab } from './statement-tab.tsx';
import { vendorQuery } from './vendor-queries.ts';
import classes from './vendors.module.css';

const CONTENTS: Readonly<
  Record<Tab, { readonly name: string; readonly Content: ComponentType<{ vendor: Vendor }> }>
> = {
  statement: { name: 'Statement', Content: StatementTab },
  deposits: { name: 'Deposits', Content: DepositsTab },
  commission: { name: 'Commission', Content: CommissionTab },
  shifts: { name: 'Shifts', Content: ShiftsTab },
  batches: { name: 'Batches', Content: BatchesTab },
  days: { name: 'Days', Content: DaysTab },
  settings: { name: 'Settings', Content: SettingsTab },
};

function Standing({ vendor }: { readonly vendor: Vendor }): ReactNode {
  const { currency, time_zone: timeZone } = useSession().utility;
  const { suspension, float } = vendor;
  const facts = [
    { name: 'Posted', value: formatMoney(float.posted_minor, currency) },
    { name: 'Reserved', value: formatMoney(float.reserved_minor, currency) },
    { name: 'Credit limit', value: formatMoney(vendor.credit_limit_minor, currency) },
  ];
  return (
    <Panel>
      <FloatBar vendor={vendor} />
      <dl className={classes['facts']}>
        {facts.map(({ name, value }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {suspension !== null && (
        <p className={classes['suspension']} role="status">
          <Badge color="red" variant="light">
            Suspended
          </Badge>{' '}
          {suspension.note} ({suspension.by}, {formatInstant(suspension.at, timeZone)})
        </p>
      )}
    </Panel>
  );
}

function Whole({ vendor }: { readonly vendor: Vendor }): ReactNode {
  const place = usePlace();
  return (
    <div className={classes['vendor']}>
      <Standing vendor={vendor} />
      <Tabs
        value={place.tab}
        onChange={(next) => place.goTo(TABS.find((each) => each === next) ?? 'statement')}
        keepMounted={false}
      >
        <Tabs.List className={classes['tabs'] ?? ''}>
          {TABS.map((tab) => (
            <Tabs.Tab key={tab} value={tab}>
              {CONTENTS[tab].name}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {TABS.map((tab) => {
          const { Content } = CONTENTS[tab];
          return (
            <Tabs.Panel key={tab} value={tab}>
              <Content vendor={vendor} />
            </Tabs.Panel>
          );
        })}
      </Tabs>
    </div>
  );
}

export function VendorPage(): ReactNode {
  const { id = '' } = useParams();
  const session = useSession();
  const vendor = useQuery(vendorQuery(id));
  const mayAll = session.user.vendor === null || mayDo('manage-vendors', session);
  return (
    <>
      <PageHead
        title={vendor.data?.name ?? 'Vendor'}
        help={
          mayAll && (
            <Anchor component={Link} to="/vendors">
              All vendors
            </Anchor>
          )
        }
      />
      {vendor.isPending && <Skeleton height={140} radius="lg" aria-busy="true" />}
      {vendor.error !== null && vendor.data === undefined && (
        <RefusalNote refusal={vendor.error.refusal} onRetry={() => void vendor.refetch()} />
      )}
      {vendor.data !== undefined && <Whole vendor={vendor.data} />}
    </>
  );
}
