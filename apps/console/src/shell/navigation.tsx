import {
  IconArrowBackUp,
  IconBolt,
  IconBuildingStore,
  IconCashRegister,
  IconChartBar,
  IconChecks,
  IconFlask,
  IconListSearch,
  IconReceiptTax,
  IconReportAnalytics,
  IconUsers,
} from '@tabler/icons-react';
import type { ComponentType, ReactNode } from 'react';
import { NavLink } from 'react-router';
import { mayUse, type PageName } from './access.ts';
import { useSession } from './session.ts';
import classes from './shell.module.css';

interface Entry {
  readonly page: PageName;
  readonly label: string;
  readonly Icon: ComponentType<{ size?: number; stroke?: number; 'aria-hidden'?: boolean }>;
}

const ENTRIES: readonly Entry[] = [
  { page: 'till', label: 'Till', Icon: IconCashRegister },
  { page: 'meter', label: 'Meter', Icon: IconBolt },
  { page: 'today', label: 'Today', Icon: IconChartBar },
  { page: 'reports', label: 'Reports', Icon: IconReportAnalytics },
  { page: 'meters', label: 'Meters', Icon: IconListSearch },
  { page: 'vendors', label: 'Vendors', Icon: IconBuildingStore },
  { page: 'orders', label: 'After sale', Icon: IconArrowBackUp },
  { page: 'tariffs', label: 'Tariffs', Icon: IconReceiptTax },
  { page: 'approvals', label: 'Approvals', Icon: IconChecks },
  { page: 'staff', label: 'Staff', Icon: IconUsers },
  { page: 'token-lab', label: 'Lab', Icon: IconFlask },
];

/** A column on a desk, a bar under the thumb on a phone: the same links, placed by the style. */
export function Navigation(): ReactNode {
  const session = useSession();
  return (
    <nav className={classes['nav']} aria-label="Pages">
      {ENTRIES.filter(({ page }) => mayUse(page, session)).map(({ page, label, Icon }) => (
        <NavLink key={page} to={`/${page}`} className={classes['navLink'] ?? ''}>
          <Icon size={22} stroke={1.7} aria-hidden />
          <span>{label}</span>
        </NavLink>
      ))}
    </nav>
  );
}
