/**
 * What a utility is told of each meter it buys. With the key it is a line of the sealed record, in the
 * key form of the known-answer language, so that what opens tokens today reads it; without the key it
 * is a row for people.
 */
import type { MeterMemory } from '../memory.ts';
import type { MeterNumber } from './serial-range.ts';

/** The columns of a batch, in their order. None of them is secret. */
export const BATCH_COLUMNS = [
  'meter_pan',
  'drn',
  'manufacturer_code',
  'serial_number',
  'encryption_algorithm',
  'key_type',
  'supply_group_code',
  'tariff_index',
  'key_revision_number',
  'key_expiry_number',
  'base_date',
  'token_carrier_type',
  'model',
  'hardware_model',
  'hardware_revision',
  'firmware_version',
  'manufactured_at',
] as const;
export type BatchColumn = (typeof BATCH_COLUMNS)[number];

/** The time is handed as text, because pure code has no calendar. */
export interface ManufactureFacts {
  readonly number: MeterNumber;
  readonly memory: MeterMemory;
  /** ISO 8601 in UTC, as it stands in the records. */
  readonly manufacturedAt: string;
}

/** The row of a meter; it holds no key. */
export function batchRow({
  manufacturedAt,
  memory,
  number,
}: ManufactureFacts): Readonly<Record<BatchColumn, string>> {
  const { firmware, settings } = memory;
  return {
    meter_pan: number.meterPan,
    drn: number.drn,
    manufacturer_code: number.manufacturerCode,
    serial_number: number.serialNumber,
    encryption_algorithm: memory.encryptionAlgorithm,
    key_type: String(memory.keyType),
    supply_group_code: memory.supplyGroupCode,
    tariff_index: memory.tariffIndex,
    key_revision_number: String(memory.keyRevisionNumber),
    key_expiry_number: String(memory.keyExpiryNumber),
    base_date: String(memory.baseDate),
    token_carrier_type: memory.tokenCarrierType,
    model: settings.model,
    hardware_model: firmware.hardware.model,
    hardware_revision: String(firmware.hardware.revision),
    firmware_version: firmware.runningVersion,
    manufactured_at: manufacturedAt,
  };
}

/** A line of the sealed record. It holds the decoder key. */
export interface KeyRecord {
  readonly name: string;
  readonly pan: string;
  readonly drn: string;
  readonly ea: string;
  readonly decoderKey: string;
  readonly kt: number;
  readonly sgc: string;
  readonly ti: string;
  readonly krn: number;
  readonly ken: number;
  readonly baseDate: number;
  readonly model: string;
  readonly firmwareVersion: string;
  readonly manufacturedAt: string;
}

/** The line of a meter. It holds the decoder key: seal it before it is stored. */
export function keyRecord({ manufacturedAt, memory, number }: ManufactureFacts): KeyRecord {
  return {
    name: number.drn,
    pan: number.meterPan,
    drn: number.drn,
    ea: memory.encryptionAlgorithm,
    decoderKey: memory.decoderKey,
    kt: memory.keyType,
    sgc: memory.supplyGroupCode,
    ti: memory.tariffIndex,
    krn: memory.keyRevisionNumber,
    ken: memory.keyExpiryNumber,
    baseDate: memory.baseDate,
    model: memory.settings.model,
    firmwareVersion: memory.firmware.runningVersion,
    manufacturedAt,
  };
}
