/** What an import would make: the lines that are new, sorted out from those that are there already. */
import type { CustomerId } from '../customer/customers.ts';
import type { ImportFault } from './import-faults.ts';
import type { MeterDevice } from './meter-line.ts';
import type { CustomerCells, SupplyLine } from './supply-line.ts';

/** A line of a file, with its customer and its tariff known by their ids. */
export interface PlannedSupply {
  readonly supply: SupplyLine;
  readonly customerId: CustomerId | null;
  readonly tariffId: string;
}

export interface Plan {
  /** Lines with content, without the first. */
  readonly lines: number;
  /** Lines that say what is there already. */
  readonly skipped: number;
  readonly faults: readonly ImportFault[];
  readonly customers: ReadonlyMap<CustomerId, CustomerCells>;
  readonly supplies: readonly PlannedSupply[];
  /** Into the store. */
  readonly devices: readonly MeterDevice[];
}

/** How many of each an import makes, or would make. */
export interface Made {
  readonly customers: number;
  readonly servicePoints: number;
  readonly agreements: number;
  readonly meters: number;
}

export function madeBy(plan: Plan): Made {
  const supplies = plan.supplies.length;
  return {
    customers: plan.customers.size,
    servicePoints: supplies,
    agreements: supplies,
    meters: supplies + plan.devices.length,
  };
}
