/** One meter as it hangs on a wall, and the house behind it. It runs the real meter in the page. */
import { Button, Skeleton } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { parseMeterMemory } from '@wattvend/meter/memory-record.js';
import { type ReactNode, useCallback, useEffect, useState } from 'react';
import { Link, useParams } from 'react-router';
import { Refused } from '../../api/client.ts';
import type { DemoMeter } from '../../api/model.ts';
import { demoMemoryQuery, demoMetersQuery } from '../../api/queries.ts';
import type { Refusal } from '../../api/refusal.ts';
import { NotFound } from '../../shell/not-found.tsx';
import { useSession } from '../../shell/session.ts';
import { EmptyNote } from '../../ui/empty-note.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import {
  keptMeter,
  meterMemoryName,
  readStoredMeter,
  type StoredMeter,
  storeMeter,
} from '../../wall-meter/meter-storage.ts';
import { Wall } from './wall.tsx';

interface Delivered {
  readonly stored: StoredMeter;
  /** Counts the meters that hung here, so that a new one is never taken for the old one. */
  readonly meters: number;
  readonly refusal: Refusal | null;
  readonly takeNew: () => Promise<void>;
}

interface Hanging {
  readonly stored: StoredMeter;
  readonly meters: number;
}

/** A meter as the factory delivers it. */
function unpacked(parcel: unknown): StoredMeter {
  const read = parseMeterMemory(parcel);
  return read.kind === 'fault' ? read : { kind: 'meter', kept: keptMeter(read.memory) };
}

/** The meter in this browser; the first one, and each new one, comes from the demo's factory. */
function useMeterInBrowser(name: string, meterNumber: string): Delivered {
  const queries = useQueryClient();
  const [hanging, setHanging] = useState<Hanging>(() => ({
    stored: readStoredMeter(window.localStorage, name),
    meters: 0,
  }));
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const takeNew = useCallback(async (): Promise<void> => {
    setRefusal(null);
    try {
      const parcel = await queries.fetchQuery({ ...demoMemoryQuery(meterNumber), staleTime: 0 });
      const stored = unpacked(parcel);
      if (stored.kind === 'meter') storeMeter(window.localStorage, name, stored.kept);
      setHanging((before) => ({ stored, meters: before.meters + 1 }));
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      setRefusal(error.refusal);
    }
  }, [queries, meterNumber, name]);
  const missing = hanging.stored.kind === 'none';
  useEffect(() => {
    if (missing) void takeNew();
  }, [missing, takeNew]);
  return { ...hanging, refusal, takeNew };
}

function NoMeter({ delivered }: { readonly delivered: Delivered }): ReactNode {
  const { refusal, stored } = delivered;
  if (stored.kind === 'none') {
    return refusal === null ? (
      <Skeleton height={520} radius="lg" aria-busy="true" />
    ) : (
      <RefusalNote refusal={refusal} onRetry={() => void delivered.takeNew()} />
    );
  }
  return (
    <EmptyNote
      heading="The memory of this meter cannot be read"
      text="What this browser has stored is damaged or from another version. A new meter is the only remedy, as in the field."
      level={2}
    >
      {refusal !== null && <RefusalNote refusal={refusal} />}
      <Button onClick={() => void delivered.takeNew()}>Take a new meter</Button>
    </EmptyNote>
  );
}

function OneMeter({ meter }: { readonly meter: DemoMeter }): ReactNode {
  const { utility } = useSession();
  const name = meterMemoryName(utility.id, meter.meter_number);
  const delivered = useMeterInBrowser(name, meter.meter_number);
  const { stored } = delivered;
  return (
    <>
      <PageHead
        title={meter.address}
        help={`${meter.customer_name ?? 'No customer'} · the meter on the wall`}
        actions={
          <Button
            component={Link}
            to="/meter"
            variant="default"
            leftSection={<IconArrowLeft size={16} aria-hidden />}
          >
            The street
          </Button>
        }
      />
      {stored.kind !== 'meter' ? (
        <NoMeter delivered={delivered} />
      ) : (
        <Wall
          // A new meter from the factory is another machine; nothing of the old one may stay.
          key={delivered.meters}
          demo={meter}
          kept={stored.kept}
          name={name}
          onTakeNew={delivered.takeNew}
        />
      )}
    </>
  );
}

export function MeterPage(): ReactNode {
  const { number } = useParams();
  const meters = useQuery(demoMetersQuery);
  if (meters.isPending) return <Skeleton height={520} radius="lg" aria-busy="true" />;
  if (meters.data === undefined) {
    return <RefusalNote refusal={meters.error.refusal} onRetry={() => void meters.refetch()} />;
  }
  const meter = meters.data.meters.find((one) => one.meter_number === number);
  return meter === undefined ? <NotFound /> : <OneMeter key={number} meter={meter} />;
}
