/**
 * The nonvolatile memory of a payment meter: everything that must outlive a power failure, and the
 * only thing the rest of this package may change.
 *
 * A change is a MemoryWrite. One write is atomic: whoever keeps the memory stores all of it or none
 * of it, and shows a result to the customer only after it is stored. Between two writes the power
 * may fail; a function that returns several writes has made sure that each state between them is
 * right.
 */
import { type WattHours, wattHours } from '@wattvend/quantities/energy.js';
import type { Instant } from '@wattvend/quantities/time.js';
import {
  DECODER_KEY_OCTETS,
  type DecoderKey,
  type EncryptionAlgorithm,
} from '@wattvend/sts/decoder-key.js';
import { type MeterPan, parseMeterPan } from '@wattvend/sts/meter-pan.js';
import {
  type KeyExpiryNumber,
  type KeyRevisionNumber,
  type KeyType,
  keyExpiryNumber,
  keyRevisionNumber,
  keyType,
  type SupplyGroupCode,
  supplyGroupCode,
  type TariffIndex,
  tariffIndex,
} from '@wattvend/sts/supply-group.js';
import {
  type BaseDate,
  TOKEN_IDENTIFIER_MAX,
  type TokenIdentifier,
  tokenIdentifier,
  tokenIdentifierAt,
} from '@wattvend/sts/token-identifier.js';
import { crc32Hex } from './checksum.ts';

/** Raised whenever a field is added, removed or changes its meaning. */
export const MEMORY_FORMAT = 1;

/** IEC 62055-41 asks for at least 50 remembered token identifiers. */
export const TOKEN_IDENTIFIER_STORE_SIZE = 50;

/** Seven whole digits and one place, what a common register display can show: 9 999 999.9 kWh. */
const CREDIT_MAXIMUM_DEFAULT: WattHours = wattHours(9_999_999_900);

export interface MeterMemory {
  readonly format: typeof MEMORY_FORMAT;
  /** Counts the writes since manufacture, so that a stale copy is known as stale. */
  readonly generation: number;
  readonly meterPan: MeterPan;
  readonly encryptionAlgorithm: EncryptionAlgorithm;
  /**
   * The decoder key in lower-case hex, most significant octet first. It stands here in clear because
   * this is the meter's own memory, behind its seal; never log or print a whole memory.
   */
  readonly decoderKey: string;
  readonly keyType: KeyType;
  readonly supplyGroupCode: SupplyGroupCode;
  readonly tariffIndex: TariffIndex;
  readonly keyRevisionNumber: KeyRevisionNumber;
  readonly keyExpiryNumber: KeyExpiryNumber;
  readonly baseDate: BaseDate;
  /** The largest identifiers accepted so far, ascending, always TOKEN_IDENTIFIER_STORE_SIZE. */
  readonly tokenIdentifierStore: readonly TokenIdentifier[];
  /** Below zero only where more was used than was paid for; see applyConsumption. */
  readonly creditRegister: WattHours;
  /** The credit register never rises above this; a token that would do so is refused whole. */
  readonly creditMaximum: WattHours;
  readonly totalEnergyAccepted: WattHours;
  readonly totalEnergyConsumed: WattHours;
}

/** What a write may change. The identity of a meter and its key are not among it. */
export type MemoryChanges = Partial<
  Pick<
    MeterMemory,
    'tokenIdentifierStore' | 'creditRegister' | 'totalEnergyAccepted' | 'totalEnergyConsumed'
  >
>;

/** One atomic write. It fits the memory it was made from, and no other generation. */
export type MemoryWrite = MemoryChanges & Pick<MeterMemory, 'generation'>;

export interface ManufactureOrder {
  readonly meterPan: MeterPan;
  readonly encryptionAlgorithm: EncryptionAlgorithm;
  readonly decoderKey: DecoderKey;
  readonly keyType: KeyType;
  readonly supplyGroupCode: SupplyGroupCode;
  readonly tariffIndex: TariffIndex;
  readonly keyRevisionNumber: KeyRevisionNumber;
  readonly keyExpiryNumber: KeyExpiryNumber;
  readonly baseDate: BaseDate;
  readonly manufacturedAt: Instant;
  /** Defaults to 9 999 999.9 kWh. */
  readonly creditMax?: WattHours;
}

/**
 * The memory of a new meter: no credit, and a store filled with the token identifier of the minute
 * of manufacture, so that a token made for this identity in the past is old before it is tried. A
 * token of that very minute counts as used: the first sale is at least one minute later.
 *
 * Refuses, with a RangeError: a time of manufacture outside the base date's range, a decoder key
 * whose length the encryption algorithm cannot use, a credit maximum below zero.
 */
export function manufactureMeter(order: ManufactureOrder): MeterMemory {
  const manufactured = tokenIdentifierAt(order.manufacturedAt, order.baseDate);
  if (manufactured.kind === 'fault') {
    throw new RangeError(
      `the time of manufacture does not fit base date ${order.baseDate}: ${manufactured.fault}`,
    );
  }
  const { decoderKey, encryptionAlgorithm } = order;
  if (decoderKey.length !== DECODER_KEY_OCTETS[encryptionAlgorithm]) {
    throw new RangeError(
      `encryption algorithm ${encryptionAlgorithm} cannot use a key of ${decoderKey.length} octets`,
    );
  }
  const creditMaximum = order.creditMax ?? CREDIT_MAXIMUM_DEFAULT;
  if (creditMaximum < 0) {
    throw new RangeError(`the credit maximum is zero or more, got ${creditMaximum} Wh`);
  }
  return {
    format: MEMORY_FORMAT,
    generation: 0,
    meterPan: order.meterPan,
    encryptionAlgorithm,
    decoderKey: decoderKey.use(hexFromOctets),
    keyType: order.keyType,
    supplyGroupCode: order.supplyGroupCode,
    tariffIndex: order.tariffIndex,
    keyRevisionNumber: order.keyRevisionNumber,
    keyExpiryNumber: order.keyExpiryNumber,
    baseDate: order.baseDate,
    tokenIdentifierStore: Array.from(
      { length: TOKEN_IDENTIFIER_STORE_SIZE },
      () => manufactured.tokenIdentifier,
    ),
    creditRegister: wattHours(0),
    creditMaximum,
    totalEnergyAccepted: wattHours(0),
    totalEnergyConsumed: wattHours(0),
  };
}

/** Makes the write that carries these changes to this memory, all of them together. */
export function memoryWrite(memory: MeterMemory, changes: MemoryChanges): MemoryWrite {
  return { ...changes, generation: memory.generation + 1 };
}

/**
 * The memory after one atomic write. Refuses, with a RangeError, a write made from another
 * generation of the memory: two tokens judged against the same state would otherwise both be
 * credited and one of them forgotten.
 */
export function applyWrite(memory: MeterMemory, write: MemoryWrite): MeterMemory {
  if (write.generation !== memory.generation + 1) {
    throw new RangeError(
      `a write for generation ${write.generation} does not follow generation ${memory.generation}`,
    );
  }
  return { ...memory, ...write };
}

/**
 * The meter's own books (invariant M2): a meter is made without credit, so what was accepted less
 * what was consumed is exactly what is left.
 */
export function isBalanced(
  memory: Pick<MeterMemory, 'creditRegister' | 'totalEnergyAccepted' | 'totalEnergyConsumed'>,
): boolean {
  return memory.totalEnergyAccepted - memory.totalEnergyConsumed === memory.creditRegister;
}

/**
 * The stored form: a JSON object whose names carry the unit, closed by a checksum over all the
 * values in this order.
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
  readonly checksum: string;
}

/** The stored form as an object, for an answer on the wire. It holds the decoder key. */
export function meterMemoryRecord(memory: MeterMemory): MeterMemoryRecord {
  const values = {
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
  return { ...values, checksum: crc32Hex(JSON.stringify(Object.values(values))) };
}

/** The stored form as text, for a place that keeps text. It holds the decoder key. */
export function serialiseMeterMemory(memory: MeterMemory): string {
  return JSON.stringify(meterMemoryRecord(memory));
}

/** In this order: if several apply, the first is returned. */
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
  if (stored['format'] !== MEMORY_FORMAT) return { kind: 'fault', fault: 'unknown-format' };
  const memory = readRecord(stored);
  if (memory === null) return { kind: 'fault', fault: 'value-out-of-range' };
  if (stored['checksum'] !== meterMemoryRecord(memory).checksum) {
    return { kind: 'fault', fault: 'checksum' };
  }
  // A right checksum over wrong books was written by a wrong program; do not sell from it.
  if (!isBalanced(memory)) return { kind: 'fault', fault: 'unbalanced' };
  return { kind: 'memory', memory };
}

function readRecord(stored: Readonly<Record<string, unknown>>): MeterMemory | null {
  const identity = readIdentity(stored);
  const key = readKey(stored);
  const registers = readRegisters(stored);
  if (identity === null || key === null || registers === null) return null;
  return { ...identity, ...key, ...registers };
}

type Identity = Pick<MeterMemory, 'format' | 'generation' | 'meterPan'>;

function readIdentity(stored: Readonly<Record<string, unknown>>): Identity | null {
  const { generation, meter_pan } = stored;
  if (!isWhole(generation, 0, Number.MAX_SAFE_INTEGER) || typeof meter_pan !== 'string')
    return null;
  const pan = parseMeterPan(meter_pan);
  if (pan.kind === 'fault') return null;
  return { format: MEMORY_FORMAT, generation, meterPan: pan.meterPan };
}

type Key = Pick<
  MeterMemory,
  | 'encryptionAlgorithm'
  | 'decoderKey'
  | 'keyType'
  | 'supplyGroupCode'
  | 'tariffIndex'
  | 'keyRevisionNumber'
  | 'keyExpiryNumber'
  | 'baseDate'
>;

function readKey(stored: Readonly<Record<string, unknown>>): Key | null {
  const { encryption_algorithm, decoder_key_hex, supply_group_code, tariff_index } = stored;
  const { key_type, key_revision_number, key_expiry_number, base_date } = stored;
  if (encryption_algorithm !== '07' && encryption_algorithm !== '11') return null;
  if (!isText(decoder_key_hex, /^(?:[0-9a-f]{2})+$/)) return null;
  if (decoder_key_hex.length / 2 !== DECODER_KEY_OCTETS[encryption_algorithm]) return null;
  if (!isText(supply_group_code, /^\d{6}$/) || !isText(tariff_index, /^\d{2}$/)) return null;
  if (!isWhole(key_type, 0, 3) || !isWhole(key_revision_number, 1, 9)) return null;
  if (!isWhole(key_expiry_number, 0, 255)) return null;
  if (base_date !== 1993 && base_date !== 2014 && base_date !== 2035) return null;
  return {
    encryptionAlgorithm: encryption_algorithm,
    decoderKey: decoder_key_hex,
    keyType: keyType(key_type),
    supplyGroupCode: supplyGroupCode(supply_group_code),
    tariffIndex: tariffIndex(tariff_index),
    keyRevisionNumber: keyRevisionNumber(key_revision_number),
    keyExpiryNumber: keyExpiryNumber(key_expiry_number),
    baseDate: base_date,
  };
}

type Registers = Omit<MeterMemory, keyof Identity | keyof Key>;

function readRegisters(stored: Readonly<Record<string, unknown>>): Registers | null {
  const { credit_register_wh, credit_maximum_wh } = stored;
  const { total_energy_accepted_wh, total_energy_consumed_wh } = stored;
  const store = readTokenIdentifierStore(stored['token_identifier_store']);
  if (store === null || !isWhole(credit_maximum_wh, 0, Number.MAX_SAFE_INTEGER)) return null;
  if (!isWhole(credit_register_wh, Number.MIN_SAFE_INTEGER, credit_maximum_wh)) return null;
  if (!isWhole(total_energy_accepted_wh, 0, Number.MAX_SAFE_INTEGER)) return null;
  if (!isWhole(total_energy_consumed_wh, 0, Number.MAX_SAFE_INTEGER)) return null;
  return {
    tokenIdentifierStore: store,
    creditRegister: wattHours(credit_register_wh),
    creditMaximum: wattHours(credit_maximum_wh),
    totalEnergyAccepted: wattHours(total_energy_accepted_wh),
    totalEnergyConsumed: wattHours(total_energy_consumed_wh),
  };
}

function readTokenIdentifierStore(stored: unknown): readonly TokenIdentifier[] | null {
  if (!Array.isArray(stored) || stored.length !== TOKEN_IDENTIFIER_STORE_SIZE) return null;
  const store: TokenIdentifier[] = [];
  // Ascending order is part of the meaning: the first entry decides what is old.
  let smallest = 0;
  for (const entry of stored as readonly unknown[]) {
    if (!isWhole(entry, smallest, TOKEN_IDENTIFIER_MAX)) return null;
    store.push(tokenIdentifier(entry));
    smallest = entry;
  }
  return store;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isWhole(value: unknown, least: number, most: number): value is number {
  return Number.isSafeInteger(value) && (value as number) >= least && (value as number) <= most;
}

function isText(value: unknown, pattern: RegExp): value is string {
  return typeof value === 'string' && pattern.test(value);
}

function hexFromOctets(octets: Readonly<Uint8Array>): string {
  return Array.from(octets, (octet) => octet.toString(16).padStart(2, '0')).join('');
}
