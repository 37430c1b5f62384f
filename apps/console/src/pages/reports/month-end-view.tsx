/** The month-end pack: printed, and table by table. */
import { ActionIcon, Button } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconFileTypePdf } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { Panel } from '../../ui/panel.tsx';
import { shiftDay } from '../../wall-time.ts';
import { FileLink } from './file-link.tsx';
import classes from './reports.module.css';

const TABLES = [
  ['trial-balance', 'Trial balance', 'Every account: opening, debits, credits, balance'],
  ['sales-by-day', 'Sales by day', 'One line for each day of the month'],
  ['sales-by-tariff', 'Sales by tariff', ''],
  ['sales-by-vendor', 'Sales by vendor', ''],
  ['sales-by-area', 'Sales by area', ''],
  ['sales-by-channel', 'Sales by channel', ''],
  ['sales-by-payment-method', 'Sales by payment method', ''],
  ['components', 'What the money was for', 'By the components of the tariffs'],
  ['taxes-payable', 'Taxes payable', 'Collected in the month, and owed at its end'],
  ['vendor-floats', "Vendors' floats", 'Opening, movements, closing and commission'],
  ['debts', 'Debts', 'Opening, new, collected, written off, closing'],
  ['debts-by-age', 'Debts by age', 'As they are when printed'],
  ['free-units', 'Units not paid for', 'With sales, claimed, and by order'],
  ['tokens', 'Tokens', "By kind, beside the security module's own count"],
] as const;

/** "November 2026" for 2026-11. */
function monthName(month: string): string {
  return new Intl.DateTimeFormat(undefined, {
    ...{ timeZone: 'UTC', month: 'long', year: 'numeric' },
  }).format(new Date(`${month}-15T12:00:00Z`));
}

export function MonthEndView({ today }: { readonly today: string }): ReactNode {
  const thisMonth = today.slice(0, 7);
  // The pack is wanted when the month is over.
  const [month, setMonth] = useState(shiftDay(`${thisMonth}-01`, -1).slice(0, 7));
  const before = shiftDay(`${month}-01`, -1).slice(0, 7);
  const after = shiftDay(`${month}-01`, 31).slice(0, 7);
  return (
    <Panel
      heading={monthName(month)}
      aside={
        <div className={classes['aside']}>
          <ActionIcon
            variant="default"
            size={34}
            aria-label="The month before"
            onClick={() => setMonth(before)}
          >
            <IconChevronLeft size={18} />
          </ActionIcon>
          <ActionIcon
            variant="default"
            size={34}
            aria-label="The month after"
            disabled={month === thisMonth}
            onClick={() => setMonth(after)}
          >
            <IconChevronRight size={18} />
          </ActionIcon>
          <Button
            component="a"
            href={`/v1/reports/month-end/${month}.pdf`}
            download
            leftSection={<IconFileTypePdf size={18} aria-hidden />}
          >
            Print the pack
          </Button>
        </div>
      }
    >
      {month === thisMonth && (
        <p className={classes['soft']}>This month is not over: its figures still grow.</p>
      )}
      <ul className={classes['files']}>
        {TABLES.map(([name, title, help]) => (
          <li key={name}>
            <span>
              {title}
              {help !== '' && <small>{help}</small>}
            </span>
            <FileLink
              path={`/v1/reports/month-end/${month}/${name}.csv`}
              label="CSV"
              describedAs={`${title} as a CSV file`}
            />
          </li>
        ))}
      </ul>
    </Panel>
  );
}
