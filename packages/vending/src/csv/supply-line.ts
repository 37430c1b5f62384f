/** A customer, a place, an agreement and a meter as one line of a file says them. */
import type { CustomerId } from '../customer/customers.ts';
import { type CellReader, cellReader } from './cells.ts';
import type { SupplyColumn } from './columns.ts';
import type { MeterDevice, ReadLine } from './meter-line.ts';
import { cellsOfDevice, readDevice } from './meter-line.ts';
import type { TableLine } from './table.ts';

export interface CustomerCells {
  /** Null when the file does not say; then equal names with equal telephone numbers are one. */
  readonly customerId: CustomerId | null;
  readonly name: string;
  readonly phone: string;
  readonly language: string;
  readonly notes: string;
}

export interface Supply {
  readonly device: MeterDevice;
  readonly status: 'active' | 'blocked';
  readonly customer: CustomerCells | null;
  readonly accountNumber: string;
  readonly servicePointCode: string;
  readonly address: string;
  readonly area: string;
  readonly phases: 1 | 3;
  readonly supplyLimitWatts: number | null;
  readonly latitudeE6: number | null;
  readonly longitudeE6: number | null;
  /** Name or id. */
  readonly tariff: string;
  readonly exemptions: readonly string[];
  readonly entitlements: readonly string[];
}

export interface SupplyLine extends Supply {
  readonly line: number;
}

const LANGUAGE = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const COMPONENTS = /^[a-z][a-z0-9_]{0,31}( [a-z][a-z0-9_]{0,31}){0,31}$/;
const WATTS = { least: 1, most: 1_000_000_000, empty: null };

export function readSupplyLine(line: TableLine): ReadLine<SupplyLine> {
  const cells = cellReader(line);
  const phases = cells.oneOf('phases', ['1', '3'], '1');
  const device = readDevice(cells, phases);
  const customer = readCustomer(cells);
  const supply = {
    status: cells.oneOf('status', ['active', 'blocked'], 'active'),
    customer,
    accountNumber: cells.plainLine('account_number', 40),
    servicePointCode: cells.plainLine('service_point_code', 40),
    address: cells.plainLine('address', 200, 'required'),
    area: cells.plainLine('area', 100),
    phases: phases === '3' ? 3 : 1,
    supplyLimitWatts: cells.wholeNumber('supply_limit_w', WATTS),
    ...readPosition(cells),
    tariff: cells.plainLine('tariff', 200, 'required'),
    exemptions: readComponents(cells, 'exemptions'),
    entitlements: readComponents(cells, 'entitlements'),
  } as const;
  if (device === null || cells.faults.length > 0) return { kind: 'faults', faults: cells.faults };
  const { meterNumber } = device;
  return {
    kind: 'line',
    line: {
      ...supply,
      line: line.line,
      device,
      // A place and an account without a number of their own have that of their meter.
      accountNumber: supply.accountNumber === '' ? meterNumber : supply.accountNumber,
      servicePointCode: supply.servicePointCode === '' ? meterNumber : supply.servicePointCode,
    },
  };
}

function readCustomer(cells: CellReader): CustomerCells | null {
  const name = cells.plainLine('customer_name', 200);
  const phone = cells.plainLine('customer_phone', 40);
  const language = cells.matching('customer_language', LANGUAGE, 'not_a_language');
  const notes = cells.plainText('customer_notes', 500);
  const id = cells.matching('customer_id', UUID, 'not_a_uuid').toLowerCase();
  if (name !== '') {
    return { customerId: id === '' ? null : (id as CustomerId), name, phone, language, notes };
  }
  if (phone + language + notes + id !== '') cells.refuse('customer_name', 'cell_empty');
  return null;
}

const DEGREES = /^-?\d{1,3}(\.\d{1,6})?$/;

function readPosition(cells: CellReader): {
  readonly latitudeE6: number | null;
  readonly longitudeE6: number | null;
} {
  const latitudeE6 = readDegrees(cells, 'latitude', 90);
  const longitudeE6 = readDegrees(cells, 'longitude', 180);
  if ((cells.text('latitude') === '') !== (cells.text('longitude') === '')) {
    cells.refuse('latitude', 'position_incomplete');
  }
  return { latitudeE6, longitudeE6 };
}

/** Millionths of a degree, read digit by digit: no number with a fraction comes into it. */
function readDegrees(cells: CellReader, column: string, most: number): number | null {
  const text = cells.text(column);
  if (text === '') return null;
  if (!DEGREES.test(text)) {
    cells.refuse(column, 'not_degrees');
    return null;
  }
  const [whole = '', decimals = ''] = text.replace('-', '').split('.');
  const millionths = Number(whole) * 1_000_000 + Number(decimals.padEnd(6, '0'));
  if (millionths > most * 1_000_000) cells.refuse(column, 'out_of_range');
  return text.startsWith('-') && millionths !== 0 ? -millionths : millionths;
}

function degreesText(millionths: number | null): string {
  if (millionths === null) return '';
  const digits = String(Math.abs(millionths)).padStart(7, '0');
  return `${millionths < 0 ? '-' : ''}${digits.slice(0, -6)}.${digits.slice(-6)}`;
}

function readComponents(cells: CellReader, column: string): readonly string[] {
  const text = cells.text(column);
  if (text === '') return [];
  const ids = text.split(/\s+/);
  if (!COMPONENTS.test(ids.join(' ')) || new Set(ids).size < ids.length) {
    cells.refuse(column, 'not_components');
  }
  return ids;
}

/** The same as a file has it; read again, it is the same supply. */
export function cellsOfSupply(supply: Supply): Readonly<Record<SupplyColumn, string>> {
  const { customer } = supply;
  return {
    ...cellsOfDevice(supply.device),
    status: supply.status,
    customer_name: customer?.name ?? '',
    customer_phone: customer?.phone ?? '',
    customer_language: customer?.language ?? '',
    customer_notes: customer?.notes ?? '',
    customer_id: customer?.customerId ?? '',
    account_number: supply.accountNumber,
    service_point_code: supply.servicePointCode,
    address: supply.address,
    area: supply.area,
    phases: String(supply.phases),
    supply_limit_w: supply.supplyLimitWatts === null ? '' : String(supply.supplyLimitWatts),
    latitude: degreesText(supply.latitudeE6),
    longitude: degreesText(supply.longitudeE6),
    tariff: supply.tariff,
    exemptions: supply.exemptions.join(' '),
    entitlements: supply.entitlements.join(' '),
  };
}
