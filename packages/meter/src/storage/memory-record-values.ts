/**
 * Reads the values of a stored memory one by one. Nothing is repaired or guessed: one value that
 * cannot be makes the whole memory null.
 */
import { type Watts, wattHours, watts } from '@wattvend/quantities/energy.js';
import { instant, milliseconds } from '@wattvend/quantities/time.js';
import {
  ENCRYPTION_ALGORITHMS,
  isEncryptionAlgorithm,
} from '@wattvend/sts/encryption-algorithms.js';
import { sectionNumber } from '@wattvend/sts/key-change.js';
import { parseMeterPan } from '@wattvend/sts/meter-pan.js';
import {
  keyExpiryNumber,
  keyRevisionNumber,
  keyType,
  supplyGroupCode,
  tariffIndex,
} from '@wattvend/sts/supply-group.js';
import { parseNumericToken } from '@wattvend/sts/token-carrier.js';
import { isKeyTypeAllowedOnCarrier } from '@wattvend/sts/token-carrier-types.js';
import {
  TOKEN_IDENTIFIER_MAX,
  type TokenIdentifier,
  tokenIdentifier,
} from '@wattvend/sts/token-identifier.js';
import { isService, type ServiceRegister } from '../accounting/services.ts';
import {
  GENERATION_MAX,
  KEY_CHANGE_TIMEOUT_DEFAULT,
  type KeptKeyChangeToken,
  MEMORY_FORMAT,
  type MeterMemory,
  type Registers,
  TOKEN_IDENTIFIER_STORE_SIZE,
  type TokenCarrierType,
} from '../memory.ts';
import { decryptSection, meterCipher } from '../token-entry/key-change-entry.ts';

type Stored = Readonly<Record<string, unknown>>;

const KEY_TYPE_DCTK = 3;

/** The memory a stored object stands for, whatever its checksum; null when a value cannot be. */
export function readMemoryValues(stored: Stored): MeterMemory | null {
  const identity = readIdentity(stored);
  const key = readKey(stored);
  const electricity = readElectricity(stored);
  const further = readFurther(stored);
  if (identity === null || key === null || electricity === null || further === null) return null;
  if (!isKeyTypeAllowedOnCarrier(key.keyType, further.tokenCarrierType)) return null;
  const store = readTokenIdentifierStore(stored['token_identifier_store']);
  if (store === null) return null;
  const keyChangeTokens = readKeyChangeTokens(stored['key_change_tokens'], { ...identity, ...key });
  if (keyChangeTokens === null) return null;
  return {
    ...identity,
    ...key,
    ...electricity,
    ...further,
    tokenIdentifierStore: store,
    keyChangeTokens,
  };
}

type Identity = Pick<MeterMemory, 'format' | 'generation' | 'meterPan'>;

function readIdentity(stored: Stored): Identity | null {
  const { generation, meter_pan } = stored;
  if (!isWhole(generation, 0, GENERATION_MAX) || typeof meter_pan !== 'string') return null;
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

function readKey(stored: Stored): Key | null {
  const { encryption_algorithm, decoder_key_hex, supply_group_code, tariff_index } = stored;
  const { key_type, key_revision_number, key_expiry_number, base_date } = stored;
  if (!isEncryptionAlgorithm(encryption_algorithm)) return null;
  if (!isText(decoder_key_hex, /^(?:[0-9a-f]{2})+$/)) return null;
  const { keyOctets } = ENCRYPTION_ALGORITHMS[encryption_algorithm];
  if (decoder_key_hex.length / 2 !== keyOctets) return null;
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

type Electricity = Omit<Registers, 'otherRegisters'>;

function readElectricity(stored: Stored): Electricity | null {
  const { credit_register_wh, credit_maximum_wh, takes_electricity = true } = stored;
  const { total_energy_accepted_wh, total_energy_consumed_wh } = stored;
  const { total_energy_forfeited_wh = 0 } = stored;
  if (!isWhole(credit_maximum_wh, 0) || typeof takes_electricity !== 'boolean') return null;
  if (!isWhole(credit_register_wh, Number.MIN_SAFE_INTEGER, credit_maximum_wh)) return null;
  if (!isWhole(total_energy_accepted_wh, 0) || !isWhole(total_energy_consumed_wh, 0)) return null;
  if (!isWhole(total_energy_forfeited_wh, Number.MIN_SAFE_INTEGER)) return null;
  const counted = [credit_register_wh, credit_maximum_wh, total_energy_accepted_wh];
  counted.push(total_energy_consumed_wh, total_energy_forfeited_wh);
  if (!takes_electricity && counted.some((energy) => energy !== 0)) return null;
  return {
    takesElectricity: takes_electricity,
    creditRegister: wattHours(credit_register_wh),
    creditMaximum: wattHours(credit_maximum_wh),
    totalEnergyAccepted: wattHours(total_energy_accepted_wh),
    totalEnergyConsumed: wattHours(total_energy_consumed_wh),
    totalEnergyForfeited: wattHours(total_energy_forfeited_wh),
  };
}

type Further = Pick<
  MeterMemory,
  | 'tokenCarrierType'
  | 'keyChangeTimeout'
  | 'otherRegisters'
  | 'maximumPowerLimit'
  | 'maximumPhasePowerUnbalanceLimit'
  | 'isTampered'
>;

function readFurther(stored: Stored): Further | null {
  const { token_carrier_type = carrierUnlessSaid(stored), is_tampered = false } = stored;
  const { key_change_timeout_ms = KEY_CHANGE_TIMEOUT_DEFAULT } = stored;
  const otherRegisters = readRegisters(stored['other_registers']);
  const maximumPowerLimit = readLimit(stored['maximum_power_limit_w']);
  const unbalanceLimit = readLimit(stored['maximum_phase_power_unbalance_limit_w']);
  if (otherRegisters === null || !isTokenCarrierType(token_carrier_type)) return null;
  if (maximumPowerLimit === undefined || unbalanceLimit === undefined) return null;
  if (!isWhole(key_change_timeout_ms, 0) || typeof is_tampered !== 'boolean') return null;
  return {
    tokenCarrierType: token_carrier_type,
    keyChangeTimeout: milliseconds(key_change_timeout_ms),
    otherRegisters,
    maximumPowerLimit,
    maximumPhasePowerUnbalanceLimit: unbalanceLimit,
    isTampered: is_tampered,
  };
}

// Format 1 said nothing of carriers, and its program made meters with a common key too. Such a key is
// for magnetic cards alone, so such a meter has them, and keeps its credit and its key.
function carrierUnlessSaid({ format, key_type }: Stored): TokenCarrierType {
  return format === 1 && key_type === KEY_TYPE_DCTK ? '01' : '02';
}

function isTokenCarrierType(value: unknown): value is TokenCarrierType {
  return value === '01' || value === '02' || value === '07' || value === '08';
}

/** Null where none is stored, undefined for what is no limit. */
function readLimit(stored: unknown): Watts | null | undefined {
  if (stored === undefined) return null;
  return isWhole(stored, 0) ? watts(stored) : undefined;
}

function readRegisters(stored: unknown): readonly ServiceRegister[] | null {
  if (stored === undefined) return [];
  if (!Array.isArray(stored)) return null;
  const registers: ServiceRegister[] = [];
  for (const entry of stored as readonly unknown[]) {
    const register = readRegister(entry);
    // Rising, so that no service stands there twice.
    if (register === null || register.service <= (registers.at(-1)?.service ?? 0)) return null;
    registers.push(register);
  }
  return registers;
}

function readRegister(stored: unknown): ServiceRegister | null {
  if (!isObject(stored)) return null;
  const { service } = stored;
  const credit = readBigint(stored['credit']);
  const maximum = readBigint(stored['maximum']);
  const totalAccepted = readBigint(stored['total_accepted']);
  const totalConsumed = readBigint(stored['total_consumed']);
  const totalForfeited = readBigint(stored['total_forfeited']);
  if (!isService(service) || service === 0) return null;
  if (credit === null || maximum === null || credit > maximum || maximum < 0n) return null;
  if (totalAccepted === null || totalConsumed === null || totalForfeited === null) return null;
  if (totalConsumed < 0n) return null;
  return { service, credit, maximum, totalAccepted, totalConsumed, totalForfeited };
}

// The greatest maximum has 61 digits, and 2^24 tokens of the greatest amount come to 43.
function readBigint(stored: unknown): bigint | null {
  return isText(stored, /^(?:0|-?[1-9]\d{0,61})$/) ? BigInt(stored) : null;
}

function readKeyChangeTokens(
  stored: unknown,
  key: Identity & Key,
): readonly KeptKeyChangeToken[] | null {
  if (stored === undefined) return [];
  if (!Array.isArray(stored)) return null;
  const cipher = meterCipher(key);
  const tokens: KeptKeyChangeToken[] = [];
  let lastSection = 0;
  for (const entry of stored as readonly unknown[]) {
    if (!isObject(entry) || !isWhole(entry['received_at_ms'], Number.MIN_SAFE_INTEGER)) return null;
    const { digits } = entry;
    if (!isText(digits, /^\d{20}$/)) return null;
    const parsed = parseNumericToken(digits);
    if (parsed.kind === 'fault') return null;
    const section = decryptSection(parsed.token, cipher);
    // Rising, so that no section stands there twice.
    if (section === null || sectionNumber(section) <= lastSection) return null;
    lastSection = sectionNumber(section);
    tokens.push({ digits: parsed.token, receivedAt: instant(entry['received_at_ms']) });
  }
  return tokens;
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

/** Whether a value is a JSON object. */
export function isObject(value: unknown): value is Stored {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isWhole(
  value: unknown,
  least: number,
  most: number = Number.MAX_SAFE_INTEGER,
): value is number {
  return Number.isSafeInteger(value) && (value as number) >= least && (value as number) <= most;
}

function isText(value: unknown, pattern: RegExp): value is string {
  return typeof value === 'string' && pattern.test(value);
}
