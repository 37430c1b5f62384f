/**
 * The stored form of a meter's memory: what is written where it survives, and read back when the
 * power returns.
 */

import {
  isBalanced,
  KEY_CHANGE_TIMEOUT_DEFAULT,
  MEMORY_FORMAT,
  type MeterMemory,
} from '../memory.ts';
import { crc32Hex } from './checksum.ts';
import { isObject, readMemoryValues } from './memory-record-values.ts';

/**
 * A JSON object whose names carry the unit, closed by a checksum over the text of all before it.
 * What is as on the simplest meter, one for electricity that was told nothing yet, is left out.
 */
export interface MeterMemoryRecord {
  readonly format: number;
  readonly generation: number;
  readonly meter_pan: string;
  readonly encryption_algorithm: string;
  readonly decoder_key_hex: string;
  readonly key_type: number;
  readonly supply_group_code: string;
  readonly tariff_index: string;
  readonly key_revision_number: number;
  readonly key_expiry_number: number;
  readonly base_date: number;
  readonly token_identifier_store: readonly number[];
  readonly credit_register_wh: number;
  readonly credit_maximum_wh: number;
  readonly total_energy_accepted_wh: number;
  readonly total_energy_consumed_wh: number;
  /** 0 unless said. */
  readonly total_energy_forfeited_wh?: number;
  /** True unless said. */
  readonly takes_electricity?: boolean;
  /** None unless said. */
  readonly other_registers?: readonly ServiceRegisterRecord[];
  /** "02" unless said. */
  readonly token_carrier_type?: string;
  /** KEY_CHANGE_TIMEOUT_DEFAULT unless said. */
  readonly key_change_timeout_ms?: number;
  /** None unless said. */
  readonly key_change_tokens?: readonly KeptKeyChangeTokenRecord[];
  readonly maximum_power_limit_w?: number;
  readonly maximum_phase_power_unbalance_limit_w?: number;
  /** False unless said. */
  readonly is_tampered?: boolean;
  readonly checksum: string;
}

/** Decimal numbers in units of the service's tokens, as texts: JSON has no bigint. */
export interface ServiceRegisterRecord {
  readonly service: number;
  readonly credit: string;
  readonly maximum: string;
  readonly total_accepted: string;
  readonly total_consumed: string;
  readonly total_forfeited: string;
}

export interface KeptKeyChangeTokenRecord {
  readonly digits: string;
  /** Milliseconds since 1970. */
  readonly received_at_ms: number;
}

type RecordValues = Omit<MeterMemoryRecord, 'checksum'>;

/** The stored form as an object, for an answer on the wire. It holds the decoder key. */
export function meterMemoryRecord(memory: MeterMemory): MeterMemoryRecord {
  const values = { ...plainValues(memory), ...furtherValues(memory) };
  return { ...values, checksum: crc32Hex(JSON.stringify(values)) };
}

function plainValues(memory: MeterMemory): RecordValues {
  return {
    format: memory.format,
    generation: memory.generation,
    meter_pan: memory.meterPan,
    encryption_algorithm: memory.encryptionAlgorithm,
    decoder_key_hex: memory.decoderKey,
    key_type: memory.keyType,
    supply_group_code: memory.supplyGroupCode,
    tariff_index: memory.tariffIndex,
    key_revision_number: memory.keyRevisionNumber,
    key_expiry_number: memory.keyExpiryNumber,
    base_date: memory.baseDate,
    token_identifier_store: memory.tokenIdentifierStore,
    credit_register_wh: memory.creditRegister,
    credit_maximum_wh: memory.creditMaximum,
    total_energy_accepted_wh: memory.totalEnergyAccepted,
    total_energy_consumed_wh: memory.totalEnergyConsumed,
  };
}

function furtherValues(memory: MeterMemory): Partial<RecordValues> {
  const { maximumPowerLimit, maximumPhasePowerUnbalanceLimit: unbalanceLimit } = memory;
  const { keyChangeTimeout, keyChangeTokens, otherRegisters, tokenCarrierType } = memory;
  return {
    ...(memory.totalEnergyForfeited !== 0 && {
      total_energy_forfeited_wh: memory.totalEnergyForfeited,
    }),
    ...(!memory.takesElectricity && { takes_electricity: false }),
    ...(otherRegisters.length > 0 && { other_registers: otherRegisters.map(registerRecord) }),
    ...(tokenCarrierType !== '02' && { token_carrier_type: tokenCarrierType }),
    ...(keyChangeTimeout !== KEY_CHANGE_TIMEOUT_DEFAULT && {
      key_change_timeout_ms: keyChangeTimeout,
    }),
    ...(keyChangeTokens.length > 0 && {
      key_change_tokens: keyChangeTokens.map(({ digits, receivedAt }) => ({
        digits,
        received_at_ms: receivedAt,
      })),
    }),
    ...(maximumPowerLimit !== null && { maximum_power_limit_w: maximumPowerLimit }),
    ...(unbalanceLimit !== null && { maximum_phase_power_unbalance_limit_w: unbalanceLimit }),
    ...(memory.isTampered && { is_tampered: true }),
  };
}

function registerRecord(register: MeterMemory['otherRegisters'][number]): ServiceRegisterRecord {
  return {
    service: register.service,
    credit: String(register.credit),
    maximum: String(register.maximum),
    total_accepted: String(register.totalAccepted),
    total_consumed: String(register.totalConsumed),
    total_forfeited: String(register.totalForfeited),
  };
}

/** The stored form as text, for a place that keeps text. It holds the decoder key. */
export function serialiseMeterMemory(memory: MeterMemory): string {
  return JSON.stringify(meterMemoryRecord(memory));
}

/**
 * In this order: if several apply, the first is returned. A member that was never written, or that is
 * left out because it says what goes without saying, is value-out-of-range.
 */
export const MEMORY_FAULTS = [
  'not-json',
  'not-a-meter-memory',
  'unknown-format',
  'value-out-of-range',
  'checksum',
  'unbalanced',
] as const;
export type MemoryFault = (typeof MEMORY_FAULTS)[number];

export type ParsedMeterMemory =
  | { readonly kind: 'memory'; readonly memory: MeterMemory }
  | { readonly kind: 'fault'; readonly fault: MemoryFault };

/**
 * How a memory was written in each format that is still read. A meter that was made before the last
 * format keeps its credit: its memory is read as it was written and is of the new format from the
 * next write on.
 */
const RECORD_OF_FORMAT: ReadonlyMap<unknown, (memory: MeterMemory) => MeterMemoryRecord> = new Map([
  [1, recordOfFormat1],
  [MEMORY_FORMAT, meterMemoryRecord],
]);

// Format 1 had electricity meters alone, without what is left out above, and its checksum was over
// the list of its values without their names.
function recordOfFormat1(memory: MeterMemory): MeterMemoryRecord {
  const values = { ...plainValues(memory), format: 1 };
  return { ...values, checksum: crc32Hex(JSON.stringify(Object.values(values))) };
}

/**
 * Whether all members of what is stored, at any depth, are ones that were written. Others stand
 * outside the checksum: they would be read as nothing and be gone after the next write.
 */
function hasNothingElse(stored: unknown, written: unknown): boolean {
  if (typeof stored !== 'object' || stored === null) return true;
  if (typeof written !== 'object' || written === null) return false;
  const known = new Map(Object.entries(written));
  return Object.entries(stored).every(
    ([name, value]) => known.has(name) && hasNothingElse(value, known.get(name)),
  );
}

/**
 * Reads a stored memory, given as its text or as the object that the text stands for. A torn, decayed
 * or foreign memory is a fault and never another meter: a meter that guessed its own memory could
 * give energy away or take it.
 */
export function parseMeterMemory(json: unknown): ParsedMeterMemory {
  const stored = typeof json === 'string' ? parseJson(json) : json;
  if (stored === undefined) return { kind: 'fault', fault: 'not-json' };
  if (!isObject(stored) || typeof stored['format'] !== 'number') {
    return { kind: 'fault', fault: 'not-a-meter-memory' };
  }
  const recordOf = RECORD_OF_FORMAT.get(stored['format']);
  if (recordOf === undefined) return { kind: 'fault', fault: 'unknown-format' };
  const memory = readMemoryValues(stored);
  if (memory === null) return { kind: 'fault', fault: 'value-out-of-range' };
  const written = recordOf(memory);
  if (!hasNothingElse(stored, written)) return { kind: 'fault', fault: 'value-out-of-range' };
  if (stored['checksum'] !== written.checksum) return { kind: 'fault', fault: 'checksum' };
  // A right checksum over wrong books was written by a wrong program; do not sell from it.
  if (!isBalanced(memory)) return { kind: 'fault', fault: 'unbalanced' };
  return { kind: 'memory', memory };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
