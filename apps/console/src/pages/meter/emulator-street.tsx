import { Badge, Skeleton, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { formatWattHoursAsKwh, wattHours } from '@wattvend/quantities/energy.js';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { StreetMeter } from '../../emulated-meter/emulator-messages.ts';
import { DigitGroups } from '../../ui/digit-groups.tsx';
import { EmptyNote } from '../../ui/empty-note.tsx';
import classes from './emulated.module.css';
import { emulatorStreetQuery } from './emulator-street-query.ts';
import { EmulatorTrouble } from './emulator-trouble.tsx';
import { HouseFront } from './house-front.tsx';
import streetClasses from './meter.module.css';

function creditWords({ creditWh, isSupplied }: StreetMeter): string {
  const supply = isSupplied ? 'supplied' : 'not supplied';
  return creditWh === null
    ? `Now ${supply}`
    : `${formatWattHoursAsKwh(wattHours(creditWh))} kWh, ${supply}`;
}

function EmulatedHouse({ at, meter }: { readonly at: number; readonly meter: StreetMeter }) {
  return (
    <Link to={`/meter/emulator/${meter.meterNumber}`} className={streetClasses['house'] ?? ''}>
      <HouseFront lit={meter.isSupplied} variant={at} />
      <span className={streetClasses['houseText']}>
        <span className={streetClasses['houseAddress']}>
          <DigitGroups digits={meter.meterNumber} />
        </span>
        <span className={streetClasses['houseSoft']}>
          <Badge size="sm" variant="light" color="gray" radius="sm">
            {meter.model}
          </Badge>
        </span>
        <span className={streetClasses['houseCredit']} data-lit={meter.isSupplied}>
          {creditWords(meter)}
        </span>
      </span>
    </Link>
  );
}

/** More than this no page shows well; the others have their address. */
const HOUSES_MAX = 200;

/** The meters that run in another program. */
export function EmulatorStreet({ emulatorUrl }: { readonly emulatorUrl: string }): ReactNode {
  const { data } = useQuery(emulatorStreetQuery(emulatorUrl));
  const meters = data?.kind === 'street' ? data.meters : [];
  return (
    <section aria-labelledby="emulator-street">
      <Title order={2} id="emulator-street" className={classes['heading'] ?? ''}>
        Meters of the emulator
      </Title>
      <p className={streetClasses['houseSoft']}>
        They run at {emulatorUrl}
        {meters.length > HOUSES_MAX && `; the first ${HOUSES_MAX} of ${meters.length} are here`}.
      </p>
      {data === undefined && <Skeleton height={240} radius="lg" aria-busy="true" />}
      {data !== undefined && data.kind !== 'street' && (
        <EmulatorTrouble emulatorUrl={emulatorUrl} isForeign={data.kind === 'not-understood'} />
      )}
      {data?.kind === 'street' && meters.length === 0 && (
        <EmptyNote heading="The emulator has no meters" />
      )}
      <div className={streetClasses['street']}>
        {meters.slice(0, HOUSES_MAX).map((meter, at) => (
          <EmulatedHouse key={meter.meterNumber} meter={meter} at={at} />
        ))}
      </div>
    </section>
  );
}
