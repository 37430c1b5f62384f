/** The street: the demo's meters as houses, lit as far as this browser knows. */
import { Badge, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { startMeter, switchOf } from '@wattvend/meter/meter.js';
import { formatWattHoursAsKwh } from '@wattvend/quantities/energy.js';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { DemoMeter } from '../../api/model.ts';
import { demoMetersQuery } from '../../api/queries.ts';
import { useSession } from '../../shell/session.ts';
import { DigitGroups } from '../../ui/digit-groups.tsx';
import { EmptyNote } from '../../ui/empty-note.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import {
  type KeptMeter,
  meterMemoryName,
  readStoredMeter,
} from '../../wall-meter/meter-storage.ts';
import { EmulatorStreet } from './emulator-street.tsx';
import { HouseFront } from './house-front.tsx';
import classes from './meter.module.css';
import { realTime } from './real-world.ts';

/** As its meter was when its page was left. */
function isLit({ clock, memory }: KeptMeter): boolean {
  return switchOf(startMeter(memory), clock ?? realTime()).isClosed;
}

function House({ meter, at }: { readonly meter: DemoMeter; readonly at: number }): ReactNode {
  const { utility } = useSession();
  const name = meterMemoryName(utility.id, meter.meter_number);
  const stored = readStoredMeter(window.localStorage, name);
  const lit = stored.kind === 'meter' && isLit(stored.kept);
  const credit =
    stored.kind === 'meter'
      ? `${formatWattHoursAsKwh(stored.kept.memory.creditRegister)} kWh on the meter`
      : 'New, no credit yet';
  return (
    <Link to={`/meter/${meter.meter_number}`} className={classes['house'] ?? ''}>
      <HouseFront lit={lit} variant={at} />
      <span className={classes['houseText']}>
        <span className={classes['houseAddress']}>{meter.address}</span>
        <span className={classes['houseSoft']}>{meter.customer_name ?? 'No customer'}</span>
        <span className={classes['houseSoft']}>
          <DigitGroups digits={meter.meter_number} />{' '}
          <Badge size="sm" variant="light" color="gray" radius="sm">
            EA {meter.encryption_algorithm}
          </Badge>
        </span>
        <span className={classes['houseCredit']} data-lit={lit}>
          {credit}
        </span>
      </span>
    </Link>
  );
}

/** The meters of the demo, which run in this browser. */
function DemoStreet(): ReactNode {
  const meters = useQuery(demoMetersQuery);
  return (
    <>
      {meters.isPending && <Skeleton height={280} radius="lg" aria-busy="true" />}
      {meters.error !== null && meters.data === undefined && (
        <RefusalNote refusal={meters.error.refusal} onRetry={() => void meters.refetch()} />
      )}
      {meters.data?.meters.length === 0 && <EmptyNote heading="Nobody lives here yet" />}
      <div className={classes['street']}>
        {meters.data?.meters.map((meter, at) => (
          <House key={meter.meter_number} meter={meter} at={at} />
        ))}
      </div>
    </>
  );
}

export function StreetPage(): ReactNode {
  const { demo, meter_emulator_url: emulatorUrl } = useSession();
  return (
    <>
      <PageHead
        title="The street"
        help={
          demo
            ? 'Each house has a payment meter that runs in this browser. Buy a token at the till and key it in.'
            : 'Each house has a payment meter that runs in the emulator.'
        }
      />
      {demo && <DemoStreet />}
      {emulatorUrl !== null && <EmulatorStreet emulatorUrl={emulatorUrl} />}
    </>
  );
}
