/** Checks a file of meters for the store against itself and against what is there. */
import type { Transaction } from '@wattvend/database/database.js';
import type { UtilityId } from '@wattvend/ledger/account.js';
import { batchesOf } from './batches.ts';
import type { ImportFault } from './import-faults.ts';
import { importFault } from './import-faults.ts';
import type { HasVendingKey } from './known.ts';
import { findKnownNames, findStoredDevices, readVendingKeys } from './known.ts';
import type { MeterDevice, MeterLine } from './meter-line.ts';
import { cellsOfDevice, readMeterLine } from './meter-line.ts';
import type { Plan } from './plan.ts';
import type { Table } from './table.ts';

export async function planMeters(
  tx: Pick<Transaction, 'query'>,
  utilityId: UtilityId,
  table: Table,
  onLines: (lines: number) => void,
): Promise<Plan> {
  const faults: ImportFault[] = [...table.faults];
  const devices: MeterDevice[] = [];
  const seen = new Set<string>();
  let skipped = 0;
  const hasKey = await readVendingKeys(tx, utilityId);
  for await (const batch of batchesOf(table.lines)) {
    const lines: MeterLine[] = [];
    for (const each of batch) {
      const read = readMeterLine(each);
      if (read.kind === 'faults') faults.push(...read.faults);
      else lines.push(read.line);
    }
    faults.push(...lines.flatMap((line) => lineFaults(line, seen, hasKey)));
    const known = await knownMeters(tx, utilityId, lines);
    for (const line of lines) {
      const there = known(line);
      if (there === 'same') skipped += 1;
      else if (there === 'other') {
        faults.push(importFault(line.line, 'meter_exists', 'meter_number', line.meterNumber));
      } else devices.push(line);
    }
    onLines(batch.length);
  }
  const lines = table.lines.length + table.faults.length;
  return { lines, skipped, faults, customers: new Map(), supplies: [], devices };
}

function lineFaults(
  line: MeterLine,
  seen: Set<string>,
  hasKey: HasVendingKey,
): readonly ImportFault[] {
  const faults: ImportFault[] = [];
  if (seen.has(line.meterNumber)) {
    faults.push(importFault(line.line, 'twice_in_file', 'meter_number', line.meterNumber));
  }
  seen.add(line.meterNumber);
  if (!hasKey(line.key)) {
    const { supplyGroupCode } = line.key;
    faults.push(
      importFault(line.line, 'vending_key_not_found', 'supply_group_code', supplyGroupCode),
    );
  }
  return faults;
}

async function knownMeters(
  tx: Pick<Transaction, 'query'>,
  utilityId: UtilityId,
  lines: readonly MeterLine[],
): Promise<(line: MeterLine) => 'new' | 'same' | 'other'> {
  const numbers = lines.map((line) => line.meterNumber);
  const asked = { after: '', limit: numbers.length, numbers };
  const [stored, names] = await Promise.all([
    findStoredDevices(tx, utilityId, asked),
    findKnownNames(tx, utilityId, { meters: numbers, accounts: [], places: [] }),
  ]);
  const cells = new Map(
    stored.map((device) => [device.meterNumber, JSON.stringify(cellsOfDevice(device))]),
  );
  return (line) => {
    if (!names.meters.has(line.meterNumber)) return 'new';
    const isSame = cells.get(line.meterNumber) === JSON.stringify(cellsOfDevice(line));
    return isSame ? 'same' : 'other';
  };
}
