import { Drawer, UnstyledButton } from '@mantine/core';
import {
  IconAddressBook,
  IconArrowBackUp,
  IconBolt,
  IconBook2,
  IconBuildingStore,
  IconCash,
  IconCashRegister,
  IconChartBar,
  IconChecks,
  IconDots,
  IconFileSpreadsheet,
  IconFlask,
  IconHistory,
  IconListSearch,
  IconReceipt,
  IconReceiptTax,
  IconReportAnalytics,
  IconScale,
  IconUsers,
  IconWebhook,
} from '@tabler/icons-react';
import { type ComponentType, type ReactNode, useState } from 'react';
import { NavLink, useLocation } from 'react-router';
import { mayUse, type PageName, pageOf } from './access.ts';
import { useSession } from './session.ts';
import classes from './shell.module.css';

interface Entry {
  readonly page: PageName;
  readonly label: string;
  readonly group: Group;
  readonly Icon: ComponentType<{ size?: number; stroke?: number; 'aria-hidden'?: boolean }>;
}

/** The work people come for; each group stands under its name. */
const GROUPS = ['Selling', 'Customers', 'Money', 'Rules', 'House'] as const;
type Group = (typeof GROUPS)[number];

// Within a group the page that is opened most stands first.
const ENTRIES: readonly Entry[] = [
  { page: 'till', label: 'Till', group: 'Selling', Icon: IconCashRegister },
  { page: 'today', label: 'Today', group: 'Selling', Icon: IconChartBar },
  { page: 'meter', label: 'Meter', group: 'Selling', Icon: IconBolt },
  { page: 'vends', label: 'Sales', group: 'Selling', Icon: IconReceipt },
  { page: 'payments', label: 'Payments', group: 'Selling', Icon: IconCash },
  { page: 'orders', label: 'After sale', group: 'Selling', Icon: IconArrowBackUp },
  { page: 'customers', label: 'Customers', group: 'Customers', Icon: IconAddressBook },
  { page: 'meters', label: 'Meters', group: 'Customers', Icon: IconListSearch },
  { page: 'import', label: 'Import', group: 'Customers', Icon: IconFileSpreadsheet },
  { page: 'vendors', label: 'Vendors', group: 'Money', Icon: IconBuildingStore },
  { page: 'reconciliation', label: 'Reconcile', group: 'Money', Icon: IconScale },
  { page: 'reports', label: 'Reports', group: 'Money', Icon: IconReportAnalytics },
  { page: 'ledger', label: 'Ledger', group: 'Money', Icon: IconBook2 },
  { page: 'tariffs', label: 'Tariffs', group: 'Rules', Icon: IconReceiptTax },
  { page: 'approvals', label: 'Approvals', group: 'Rules', Icon: IconChecks },
  { page: 'staff', label: 'Staff', group: 'House', Icon: IconUsers },
  { page: 'audit', label: 'Audit trail', group: 'House', Icon: IconHistory },
  { page: 'webhooks', label: 'Webhooks', group: 'House', Icon: IconWebhook },
  { page: 'token-lab', label: 'Lab', group: 'House', Icon: IconFlask },
];

/** What fits under a thumb; whoever has more pages finds the rest behind one more button. */
const BAR_MOST = 5;

interface LinksProps {
  readonly entries: readonly Entry[];
  readonly onGo?: () => void;
}

function Links({ entries, onGo }: LinksProps): ReactNode {
  return entries.map(({ page, label, Icon }) => (
    <NavLink
      key={page}
      to={`/${page}`}
      className={classes['navLink'] ?? ''}
      {...(onGo === undefined ? {} : { onClick: onGo })}
    >
      <Icon size={22} stroke={1.7} aria-hidden />
      <span>{label}</span>
    </NavLink>
  ));
}

/** Everything one may open, by group. A single page needs no heading over it. */
function Groups({ entries, onGo }: LinksProps): ReactNode {
  const isShort = entries.length <= BAR_MOST;
  return GROUPS.map((group) => {
    const ofGroup = entries.filter((entry) => entry.group === group);
    if (ofGroup.length === 0) return null;
    return (
      <div key={group} className={classes['navGroup']}>
        {!isShort && <p className={classes['navHeading']}>{group}</p>}
        <Links entries={ofGroup} {...(onGo === undefined ? {} : { onGo })} />
      </div>
    );
  });
}

function Bar({ entries }: { readonly entries: readonly Entry[] }): ReactNode {
  const [isOpen, setOpen] = useState(false);
  const here = pageOf(useLocation().pathname);
  const shown = entries.length <= BAR_MOST ? entries : entries.slice(0, BAR_MOST - 1);
  const isBehind = entries.some(({ page }) => page === here && !shown.some((e) => e.page === page));
  return (
    <nav className={classes['bar']} aria-label="Pages">
      <Links entries={shown} />
      {shown.length < entries.length && (
        <UnstyledButton
          className={classes['navLink'] ?? ''}
          aria-current={isBehind ? 'page' : undefined}
          aria-haspopup="dialog"
          onClick={() => setOpen(true)}
        >
          <IconDots size={22} stroke={1.7} aria-hidden />
          <span>More</span>
        </UnstyledButton>
      )}
      <Drawer
        opened={isOpen}
        onClose={() => setOpen(false)}
        position="bottom"
        size="auto"
        title="All pages"
        classNames={{ body: classes['sheet'] ?? '' }}
      >
        <Groups entries={entries} onGo={() => setOpen(false)} />
      </Drawer>
    </nav>
  );
}

/** A column on a desk, a bar under the thumb on a phone; the style shows one of the two. */
export function Navigation(): ReactNode {
  const session = useSession();
  const entries = ENTRIES.filter(({ page }) => mayUse(page, session));
  return (
    <>
      <nav className={classes['nav']} aria-label="Pages">
        <Groups entries={entries} />
      </nav>
      <Bar entries={entries} />
    </>
  );
}
