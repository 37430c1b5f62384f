/** Checks a file of customers and meters against itself and against what is there. */
import type { Transaction } from '@wattvend/database/database.js';
import type { UtilityId } from '@wattvend/ledger/account.js';
import type { Instant } from '@wattvend/quantities/time.js';
import type { CustomerId } from '../customer/customers.ts';
import { batchesOf } from './batches.ts';
import type { ImportFault, ImportFaultCode } from './import-faults.ts';
import { importFault } from './import-faults.ts';
import type { HasVendingKey, KnownNames, TariffNames } from './known.ts';
import {
  findKnownCustomers,
  findKnownNames,
  findSupplies,
  readTariffNames,
  readVendingKeys,
} from './known.ts';
import type { Plan, PlannedSupply } from './plan.ts';
import type { CustomerCells, Supply, SupplyLine } from './supply-line.ts';
import { cellsOfSupply, readSupplyLine } from './supply-line.ts';
import type { Table } from './table.ts';

/** What has been seen of the file so far. */
interface Seen {
  readonly names: Readonly<
    Record<'meter_number' | 'account_number' | 'service_point_code', Set<string>>
  >;
  /** Those who are in the file by an id, and those by a name with a telephone number. */
  readonly customers: Map<string, CustomerCells>;
  readonly made: Map<CustomerId, CustomerCells>;
}

export interface PlanSupplies {
  readonly now: Instant;
  readonly newId: () => string;
  readonly onLines: (lines: number) => void;
}

export async function planSupplies(
  tx: Pick<Transaction, 'query'>,
  utilityId: UtilityId,
  table: Table,
  { now, newId, onLines }: PlanSupplies,
): Promise<Plan> {
  const faults: ImportFault[] = [...table.faults];
  const supplies: PlannedSupply[] = [];
  const names = {
    meter_number: new Set<string>(),
    account_number: new Set<string>(),
    service_point_code: new Set<string>(),
  };
  const seen: Seen = { names, customers: new Map(), made: new Map() };
  let skipped = 0;
  const tariffs = await readTariffNames(tx, utilityId, now);
  const hasKey = await readVendingKeys(tx, utilityId);
  for await (const batch of batchesOf(table.lines)) {
    const lines: SupplyLine[] = [];
    for (const each of batch) {
      const read = readSupplyLine(each);
      if (read.kind === 'faults') faults.push(...read.faults);
      else lines.push(read.line);
    }
    const known = await knownOf(tx, utilityId, lines);
    for (const line of lines) {
      const wrong = [...fileFaults(line, seen), ...referenceFaults(line, tariffs, hasKey)];
      const there = wrong.length > 0 ? wrong : thereAlready(line, tariffs, known);
      if (there === 'same') skipped += 1;
      else if (there !== 'new') faults.push(...there);
      else supplies.push(planned(line, { tariffs, known, seen, newId }));
    }
    onLines(batch.length);
  }
  const lines = table.lines.length + table.faults.length;
  return { lines, skipped, faults, customers: seen.made, supplies, devices: [] };
}

function fault(
  line: SupplyLine,
  code: ImportFaultCode,
  column: string,
  value: string,
): ImportFault {
  return importFault(line.line, code, column, value);
}

/** What contradicts an earlier line. */
function fileFaults(line: SupplyLine, seen: Seen): readonly ImportFault[] {
  const faults: ImportFault[] = [];
  const once = [
    ['meter_number', line.device.meterNumber],
    ['account_number', line.accountNumber],
    ['service_point_code', line.servicePointCode],
  ] as const;
  for (const [column, value] of once) {
    if (seen.names[column].has(value)) faults.push(fault(line, 'twice_in_file', column, value));
    seen.names[column].add(value);
  }
  const { customer } = line;
  const name = customer === null ? null : nameInFile(customer);
  if (customer === null || name === null) return faults;
  const earlier = seen.customers.get(name);
  if (earlier !== undefined && !isSameCustomer(earlier, customer)) {
    faults.push(fault(line, 'customer_twice', 'customer_name', customer.name));
  }
  if (earlier === undefined) seen.customers.set(name, customer);
  return faults;
}

/** Null for a customer who may have a namesake: without an id and without a telephone number. */
function nameInFile(customer: CustomerCells): string | null {
  if (customer.customerId !== null) return customer.customerId;
  return customer.phone === '' ? null : JSON.stringify([customer.name, customer.phone]);
}

function isSameCustomer(one: CustomerCells, other: CustomerCells): boolean {
  const parts = ({ name, phone, language, notes }: CustomerCells): string =>
    JSON.stringify([name, phone, language, notes]);
  return parts(one) === parts(other);
}

function referenceFaults(
  line: SupplyLine,
  tariffs: TariffNames,
  hasKey: HasVendingKey,
): readonly ImportFault[] {
  const faults: ImportFault[] = [];
  const tariff = tariffs.idOf(line.tariff);
  if (tariff === 'tariff_not_found' || tariff === 'tariff_name_ambiguous') {
    faults.push(fault(line, tariff, 'tariff', line.tariff));
  }
  const { key } = line.device;
  if (!hasKey(key)) {
    faults.push(fault(line, 'vending_key_not_found', 'supply_group_code', key.supplyGroupCode));
  }
  return faults;
}

interface Known {
  readonly names: KnownNames;
  readonly supplies: ReadonlyMap<string, Supply>;
  readonly customers: ReadonlyMap<CustomerId, CustomerCells>;
}

async function knownOf(
  tx: Pick<Transaction, 'query'>,
  utilityId: UtilityId,
  lines: readonly SupplyLine[],
): Promise<Known> {
  const numbers = lines.map((line) => line.device.meterNumber);
  const ids = lines.flatMap(({ customer }) =>
    customer === null || customer.customerId === null ? [] : [customer.customerId],
  );
  const [names, supplies, customers] = await Promise.all([
    findKnownNames(tx, utilityId, {
      meters: numbers,
      accounts: lines.map((line) => line.accountNumber),
      places: lines.map((line) => line.servicePointCode),
    }),
    findSupplies(tx, utilityId, { after: '', limit: numbers.length, numbers }),
    findKnownCustomers(tx, utilityId, ids),
  ]);
  const byNumber = new Map(supplies.map((supply) => [supply.device.meterNumber, supply]));
  return { names, customers, supplies: byNumber };
}

function thereAlready(
  line: SupplyLine,
  tariffs: TariffNames,
  { names, supplies, customers }: Known,
): 'new' | 'same' | readonly ImportFault[] {
  const { meterNumber } = line.device;
  if (names.meters.has(meterNumber)) {
    const there = supplies.get(meterNumber);
    if (there !== undefined && isSameSupply(there, line, tariffs)) return 'same';
    return [fault(line, 'meter_exists', 'meter_number', meterNumber)];
  }
  const faults: ImportFault[] = [];
  const { accountNumber, servicePointCode: code, customer } = line;
  if (names.accounts.has(accountNumber)) {
    faults.push(fault(line, 'account_number_exists', 'account_number', accountNumber));
  }
  if (names.places.has(code)) {
    faults.push(fault(line, 'service_point_code_exists', 'service_point_code', code));
  }
  const id = customer?.customerId ?? null;
  const known = id === null ? undefined : customers.get(id);
  if (customer !== null && known !== undefined && !isSameCustomer(known, customer)) {
    faults.push(fault(line, 'customer_exists', 'customer_id', known.customerId ?? ''));
  }
  return faults.length === 0 ? 'new' : faults;
}

/** A file that does not say the customer's id does not contradict it. */
function isSameSupply(there: Supply, line: SupplyLine, tariffs: TariffNames): boolean {
  const isIdSaid = line.customer !== null && line.customer.customerId !== null;
  const cells = (supply: Supply, tariff: string): string => {
    const { customer } = supply;
    const known = customer === null || isIdSaid ? customer : { ...customer, customerId: null };
    return JSON.stringify(cellsOfSupply({ ...supply, customer: known, tariff }));
  };
  return cells(there, there.tariff) === cells(line, tariffs.idOf(line.tariff));
}

function planned(
  supply: SupplyLine,
  more: {
    readonly tariffs: TariffNames;
    readonly known: Known;
    readonly seen: Seen;
    readonly newId: () => string;
  },
): PlannedSupply {
  const { tariffs, known, seen, newId } = more;
  const tariffId = tariffs.idOf(supply.tariff);
  const { customer } = supply;
  if (customer === null) return { supply, customerId: null, tariffId };
  const name = nameInFile(customer);
  const first = name === null ? undefined : seen.customers.get(name);
  const customerId = customer.customerId ?? first?.customerId ?? (newId() as string as CustomerId);
  // The next line of the same customer finds the id that this one was given.
  if (name !== null) seen.customers.set(name, { ...customer, customerId });
  if (!known.customers.has(customerId)) seen.made.set(customerId, customer);
  return { supply, customerId, tariffId };
}
