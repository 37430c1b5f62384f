/** A meter as one line of a file says it. */
import type { Drn } from '@wattvend/sts/meter-pan.js';
import { keyRevisionNumber, supplyGroupCode, tariffIndex } from '@wattvend/sts/supply-group.js';
import type { PaymentMode } from '../meter/meter-status.ts';
import { PAYMENT_MODES } from '../meter/meter-status.ts';
import type { MeterKeyAttributes } from '../meter/store-meter.ts';
import type { CellReader } from './cells.ts';
import { cellReader } from './cells.ts';
import type { MeterColumn } from './columns.ts';
import type { ImportFault } from './import-faults.ts';
import type { TableLine } from './table.ts';

export interface MeterDevice {
  readonly meterNumber: Drn;
  readonly key: MeterKeyAttributes;
  readonly model: string;
  readonly phases: 1 | 3;
  readonly paymentMode: PaymentMode;
}

export interface MeterLine extends MeterDevice {
  readonly line: number;
}

export type ReadLine<Line> =
  | { readonly kind: 'line'; readonly line: Line }
  | { readonly kind: 'faults'; readonly faults: readonly ImportFault[] };

export function readMeterLine(line: TableLine): ReadLine<MeterLine> {
  const cells = cellReader(line);
  const device = readDevice(cells, '1');
  if (device === null || cells.faults.length > 0) return { kind: 'faults', faults: cells.faults };
  return { kind: 'line', line: { line: line.line, ...device } };
}

const MODEL_LENGTH_MAX = 60;
const KRN = { least: 1, most: 9, empty: null };

/** Null when the attributes of the key are wrong, which the faults then say. */
export function readDevice(cells: CellReader, phasesElse: '1' | '3'): MeterDevice | null {
  const meterNumber = cells.meterNumber('meter_number');
  const code = cells.matching('supply_group_code', /^\d{6}$/, 'not_one_of');
  const index = cells.matching('tariff_index', /^\d{2}$/, 'not_one_of');
  const revision = cells.wholeNumber('key_revision_number', KRN);
  for (const column of ['supply_group_code', 'tariff_index', 'key_revision_number']) {
    if (cells.text(column) === '') cells.refuse(column, 'cell_empty');
  }
  const encryptionAlgorithm = cells.oneOf('encryption_algorithm', ['07', '11'], null);
  const model = cells.plainLine('meter_model', MODEL_LENGTH_MAX);
  const phases = cells.oneOf('meter_phases', ['1', '3'], phasesElse) === '3' ? 3 : 1;
  const paymentMode = cells.oneOf('payment_mode', PAYMENT_MODES, 'energy');
  if (cells.faults.length > 0 || revision === null) return null;
  const key = {
    supplyGroupCode: supplyGroupCode(code),
    tariffIndex: tariffIndex(index),
    keyRevisionNumber: keyRevisionNumber(revision),
    encryptionAlgorithm,
  };
  return { meterNumber, key, model, phases, paymentMode };
}

/** The same as a file has it; read again, it is the same meter. */
export function cellsOfDevice(device: MeterDevice): Readonly<Record<MeterColumn, string>> {
  const { key } = device;
  return {
    meter_number: device.meterNumber,
    supply_group_code: key.supplyGroupCode,
    tariff_index: key.tariffIndex,
    key_revision_number: String(key.keyRevisionNumber),
    encryption_algorithm: key.encryptionAlgorithm,
    meter_model: device.model,
    meter_phases: String(device.phases),
    payment_mode: device.paymentMode,
  };
}
