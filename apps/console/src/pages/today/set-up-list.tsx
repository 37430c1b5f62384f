/** What a utility needs before its first sale, and what of it is there. Gone once something was sold. */
import { Anchor } from '@mantine/core';
import { IconCircle, IconCircleCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { api, fetched } from '../../api/client.ts';
import type { Role } from '../../api/model.ts';
import { metersQuery, tariffsInForceQuery, usersQuery, vendorsQuery } from '../../api/queries.ts';
import { mayUse, type PageName } from '../../shell/access.ts';
import { useSession } from '../../shell/session.ts';
import { Panel } from '../../ui/panel.tsx';
import classes from './today.module.css';

const anySaleQuery = {
  queryKey: ['vends', 'any'],
  queryFn: () => fetched(api.GET('/v1/vends', { params: { query: { limit: 1 } } })),
};

const NEEDED: readonly Role[] = ['cashier', 'tariff_checker'];

interface Step {
  readonly page: PageName;
  readonly what: string;
  readonly next: string;
  /** Undefined while it is not known. */
  readonly isDone: boolean | undefined;
}

/** Each is asked for only by those who may see its page. */
function useSteps(): readonly Step[] {
  const session = useSession();
  const may = (page: PageName) => ({ enabled: mayUse(page, session), staleTime: 0 });
  const vendors = useQuery({ ...vendorsQuery, ...may('vendors') });
  const users = useQuery({ ...usersQuery, ...may('staff') });
  const tariffs = useQuery({ ...tariffsInForceQuery, ...may('tariffs') });
  const meters = useQuery({ ...metersQuery('', 1), ...may('meters') });
  const held = users.data?.users.flatMap(({ roles }) => roles);
  const steps: readonly Step[] = [
    {
      page: 'vendors',
      what: 'A vendor with money in its float',
      next: 'Add one and pay in',
      isDone: vendors.data?.vendors.some(({ float }) => BigInt(float.available_minor) > 0n),
    },
    {
      page: 'staff',
      what: 'A cashier, and a second person who approves',
      next: 'Add them',
      isDone: held && NEEDED.every((role) => held.includes(role)),
    },
    {
      page: 'tariffs',
      what: 'A tariff in force',
      next: 'Write one and have it approved',
      isDone: tariffs.data && tariffs.data.length > 0,
    },
    {
      page: 'meters',
      what: 'Meters with their customers',
      next: 'Import them',
      isDone: meters.data && meters.data.meters.length > 0,
    },
  ];
  return steps.filter(({ page }) => mayUse(page, session));
}

function Line({ step }: { readonly step: Step }): ReactNode {
  const to = step.page === 'meters' ? '/import' : `/${step.page}`;
  return (
    <li>
      {step.isDone === true ? (
        <IconCircleCheck size={20} className={classes['done']} aria-label="Done" />
      ) : (
        <IconCircle size={20} className={classes['open']} aria-label="Still to do" />
      )}
      <span>
        {step.what}
        {step.isDone === false && (
          <>
            {': '}
            <Anchor component={Link} to={to}>
              {step.next}
            </Anchor>
          </>
        )}
      </span>
    </li>
  );
}

function SetUp(): ReactNode {
  const steps = useSteps();
  if (steps.length === 0) return null;
  const isReady = steps.every(({ isDone }) => isDone === true);
  return (
    <Panel heading="Before the first sale">
      <ul className={classes['setUp']}>
        {steps.map((step) => (
          <Line key={step.page} step={step} />
        ))}
      </ul>
      {isReady && (
        <p className={classes['soft']} role="status">
          All of it is there. A cashier signs in and sells at the till.
        </p>
      )}
    </Panel>
  );
}

export function SetUpList(): ReactNode {
  const session = useSession();
  const sales = useQuery({ ...anySaleQuery, enabled: mayUse('vends', session) });
  return sales.data?.vends.length === 0 ? <SetUp /> : null;
}
