/** A meter as the search of the till shows it, from either of the two lists it reads. */
import type { Meter, SearchHit } from '../../api/model.ts';

export interface FoundMeter {
  readonly meterNumber: string;
  readonly customerName: string | null;
  /** Where it hangs, and what else tells two customers of one name apart. */
  readonly about: string;
  readonly isBlocked: boolean;
}

export function foundMeter(meter: Meter): FoundMeter {
  return {
    meterNumber: meter.meter_number,
    customerName: meter.customer?.name ?? null,
    about: meter.address,
    isBlocked: meter.status === 'blocked',
  };
}

/** Only what hangs somewhere and has an agreement in force can be sold to. */
export function foundMeters(hits: readonly SearchHit[]): readonly FoundMeter[] {
  return hits.flatMap(({ meter, service_point: place, agreement, customer }) => {
    if (meter === null || agreement?.in_force !== true) return [];
    const about = [place?.address, customer?.phone, `account ${agreement.account_number}`];
    return {
      meterNumber: meter.meter_number,
      customerName: customer?.name ?? null,
      about: about.filter((each) => typeof each === 'string' && each !== '').join(' · '),
      isBlocked: meter.status === 'blocked',
    };
  });
}
