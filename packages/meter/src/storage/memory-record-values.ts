/**
 * The members of a stored memory, each with its name, its form and what goes without saying of it, in
 * the order in which they are written. Nothing is repaired or guessed: one value that cannot be makes
 * the whole memory a fault.
 */
import { type WattHours, type Watts, wattHours, watts } from '@wattvend/quantities/energy.js';
import { milliseconds } from '@wattvend/quantities/time.js';
import type { EncryptionAlgorithm } from '@wattvend/sts/decoder-key.js';
import { ENCRYPTION_ALGORITHMS } from '@wattvend/sts/encryption-algorithms.js';
import { type MeterPan, parseMeterPan } from '@wattvend/sts/meter-pan.js';
import {
  keyExpiryNumber,
  keyRevisionNumber,
  keyType,
  type SupplyGroupCode,
  supplyGroupCode,
  type TariffIndex,
  tariffIndex,
} from '@wattvend/sts/supply-group.js';
import type { NumericToken } from '@wattvend/sts/token.js';
import { parseNumericToken } from '@wattvend/sts/token-carrier.js';
import {
  TOKEN_IDENTIFIER_MAX,
  type TokenIdentifier,
  tokenIdentifier,
} from '@wattvend/sts/token-identifier.js';
import { ACCOUNTING_NEW } from '../accounting/accounting-state.ts';
import type { ServiceRegister } from '../accounting/services.ts';
import { LOG_EMPTY, type LogState } from '../event-log.ts';
import {
  GENERATION_MAX,
  KEY_CHANGE_TIMEOUT_DEFAULT,
  type KeptKeyChangeToken,
  type LastCredit,
  type MemoryChanges,
  type MeterMemory,
  TOKEN_IDENTIFIER_STORE_SIZE,
} from '../memory.ts';
import { RESIDENTIAL } from '../settings-profiles.ts';
import { SUPPLY_NEW } from '../supply/supply-state.ts';
import { TAMPER_NONE } from '../tamper/tamper-state.ts';
import { LOCK_OUT_NONE, type LockOutState } from '../token-entry/lock-out.ts';
import { FIRMWARE_NEW } from '../upgrade/firmware-state.ts';
import { ACCOUNTING_FORM } from './accounting-record.ts';
import { SETTINGS_FORM } from './settings-record.ts';
import {
  flag,
  list,
  type Members,
  nullable,
  oneOf,
  parsedText,
  record,
  type StoredForm,
  text,
  where,
  whole,
  wholeText,
} from './stored-form.ts';
import { FIRMWARE_FORM, SUPPLY_FORM, TAMPER_FORM } from './supply-record.ts';
import { instantForm } from './tariff-record.ts';

const GREATEST = Number.MAX_SAFE_INTEGER;

const meterPan: StoredForm<MeterPan> = parsedText('a meter PAN with its check digits', (typed) => {
  const parsed = parseMeterPan(typed);
  return parsed.kind === 'fault' ? null : parsed.meterPan;
});

const supplyGroup: StoredForm<SupplyGroupCode> = parsedText('six digits', (typed) =>
  /^\d{6}$/.test(typed) ? supplyGroupCode(typed) : null,
);

const tariff: StoredForm<TariffIndex> = parsedText('two digits', (typed) =>
  /^\d{2}$/.test(typed) ? tariffIndex(typed) : null,
);

const numericToken: StoredForm<NumericToken> = parsedText('a token of twenty digits', (typed) => {
  const parsed = parseNumericToken(typed);
  return parsed.kind === 'fault' ? null : parsed.token;
});

const energy: StoredForm<WattHours> = whole(0, GREATEST, wattHours);
const energyOrDebt: StoredForm<WattHours> = whole(-GREATEST, GREATEST, wattHours);
const limit: StoredForm<Watts | null> = nullable(whole(0, GREATEST, watts));

const tokenIdentifierForm: StoredForm<TokenIdentifier> = whole(
  0,
  TOKEN_IDENTIFIER_MAX,
  tokenIdentifier,
);

// Ascending order is part of the meaning: the first entry decides what is old.
const tokenIdentifierStore: StoredForm<readonly TokenIdentifier[]> = where(
  list(tokenIdentifierForm, {
    shortest: TOKEN_IDENTIFIER_STORE_SIZE,
    longest: TOKEN_IDENTIFIER_STORE_SIZE,
  }),
  (store) => (isAscending(store) ? null : 'identifiers in ascending order'),
);

function isAscending(values: readonly number[]): boolean {
  return values.every((value, at) => at === 0 || (values[at - 1] ?? value) <= value);
}

// The greatest maximum has 61 digits, and 2^24 tokens of the greatest amount come to 43.
const UNITS_MAX = 10n ** 62n - 1n;
const units: StoredForm<bigint> = wholeText(-UNITS_MAX, UNITS_MAX);
const unitsFromZero: StoredForm<bigint> = wholeText(0n, UNITS_MAX);

const register: StoredForm<ServiceRegister> = where(
  record<ServiceRegister>({
    service: ['service', oneOf(1, 2, 3, 4, 5, 6, 7)],
    credit: ['credit', units],
    maximum: ['maximum', unitsFromZero],
    totalAccepted: ['total_accepted', units],
    totalConsumed: ['total_consumed', unitsFromZero],
    totalForfeited: ['total_forfeited', units],
  }),
  ({ credit, maximum }) =>
    credit > maximum ? { place: 'credit', expected: `at most the maximum, ${maximum}` } : null,
);

// Rising, so that no service stands there twice.
const registers: StoredForm<readonly ServiceRegister[]> = where(
  list(register, { longest: 7 }),
  (all) =>
    all.every(({ service }, at) => service > (all[at - 1]?.service ?? 0))
      ? null
      : 'one register of each service, in the order of their numbers',
);

// That they are sections of a set under the present key is asked of the whole memory.
const keyChangeTokens: StoredForm<readonly KeptKeyChangeToken[]> = list(
  record<KeptKeyChangeToken>({
    digits: ['digits', numericToken],
    receivedAt: ['received_at_ms', instantForm],
  }),
  { longest: 4 },
);

const lockOut: StoredForm<LockOutState> = record<LockOutState>({
  failures: ['failures', whole(0, 255)],
  remaining: ['remaining_ms', whole(0, GREATEST, milliseconds)],
});

const lastCredit: StoredForm<LastCredit> = record<LastCredit>({
  service: ['service', oneOf(0, 1, 2, 3, 4, 5, 6, 7)],
  units: ['units', units],
  tokenIdentifier: ['token_identifier', tokenIdentifierForm],
  enteredAt: ['entered_at_ms', instantForm],
});

const log: StoredForm<LogState> = where(
  record<LogState>({
    count: ['count', whole(0, GREATEST)],
    chain: ['chain', text(/^[0-9a-f]{8}$/, 'eight lower-case hex digits')],
  }),
  ({ chain, count }) =>
    count === 0 && chain !== LOG_EMPTY.chain
      ? { place: 'chain', expected: `${LOG_EMPTY.chain}, because nothing was logged` }
      : null,
);

/** What the record of every meter has said since format 1. */
export type PlainMemory = Pick<
  MeterMemory,
  | 'generation'
  | 'meterPan'
  | 'encryptionAlgorithm'
  | 'decoderKey'
  | 'keyType'
  | 'supplyGroupCode'
  | 'tariffIndex'
  | 'keyRevisionNumber'
  | 'keyExpiryNumber'
  | 'baseDate'
  | 'tokenIdentifierStore'
  | 'creditRegister'
  | 'creditMaximum'
  | 'totalEnergyAccepted'
  | 'totalEnergyConsumed'
>;

export const PLAIN_MEMBERS: Members<PlainMemory> = {
  generation: ['generation', whole(0, GENERATION_MAX)],
  meterPan: ['meter_pan', meterPan],
  encryptionAlgorithm: [
    'encryption_algorithm',
    oneOf(...(Object.keys(ENCRYPTION_ALGORITHMS) as EncryptionAlgorithm[])),
  ],
  decoderKey: ['decoder_key_hex', text(/^(?:[0-9a-f]{2}){1,16}$/, 'a key in lower-case hex')],
  keyType: ['key_type', whole(0, 3, keyType)],
  supplyGroupCode: ['supply_group_code', supplyGroup],
  tariffIndex: ['tariff_index', tariff],
  keyRevisionNumber: ['key_revision_number', whole(1, 9, keyRevisionNumber)],
  keyExpiryNumber: ['key_expiry_number', whole(0, 255, keyExpiryNumber)],
  baseDate: ['base_date', oneOf(1993, 2014, 2035)],
  tokenIdentifierStore: ['token_identifier_store', tokenIdentifierStore],
  creditRegister: ['credit_register_wh', energyOrDebt],
  creditMaximum: ['credit_maximum_wh', energy],
  totalEnergyAccepted: ['total_energy_accepted_wh', energy],
  totalEnergyConsumed: ['total_energy_consumed_wh', energy],
};

/** What format 2 added. */
export type FurtherMemory = Pick<
  MeterMemory,
  | 'totalEnergyForfeited'
  | 'takesElectricity'
  | 'otherRegisters'
  | 'tokenCarrierType'
  | 'keyChangeTimeout'
  | 'keyChangeTokens'
  | 'maximumPowerLimit'
  | 'maximumPhasePowerUnbalanceLimit'
  | 'isTampered'
>;

/** The meter for electricity that was told nothing yet. */
export const FURTHER_UNLESS_SAID: FurtherMemory = {
  totalEnergyForfeited: wattHours(0),
  takesElectricity: true,
  otherRegisters: [],
  tokenCarrierType: '02',
  keyChangeTimeout: KEY_CHANGE_TIMEOUT_DEFAULT,
  keyChangeTokens: [],
  maximumPowerLimit: null,
  maximumPhasePowerUnbalanceLimit: null,
  isTampered: false,
};

export const FURTHER_MEMBERS: Members<FurtherMemory> = {
  totalEnergyForfeited: ['total_energy_forfeited_wh', energyOrDebt, wattHours(0)],
  takesElectricity: ['takes_electricity', flag, true],
  otherRegisters: ['other_registers', registers, []],
  tokenCarrierType: ['token_carrier_type', oneOf('01', '02', '07', '08'), '02'],
  keyChangeTimeout: [
    'key_change_timeout_ms',
    whole(0, GREATEST, milliseconds),
    KEY_CHANGE_TIMEOUT_DEFAULT,
  ],
  keyChangeTokens: ['key_change_tokens', keyChangeTokens, []],
  maximumPowerLimit: ['maximum_power_limit_w', limit, null],
  maximumPhasePowerUnbalanceLimit: ['maximum_phase_power_unbalance_limit_w', limit, null],
  isTampered: ['is_tampered', flag, false],
};

/** What format 3 added: all that a payment meter is beside its registers. */
export type WholeMeterMemory = Pick<
  MeterMemory,
  'tamper' | 'lockOut' | 'lastCredit' | 'accounting' | 'supply' | 'firmware' | 'log' | 'settings'
>;

export const WHOLE_METER_MEMBERS: Members<WholeMeterMemory> = {
  tamper: ['tamper', TAMPER_FORM, TAMPER_NONE],
  lockOut: ['lock_out', lockOut, LOCK_OUT_NONE],
  lastCredit: ['last_credit', nullable(lastCredit), null],
  accounting: ['accounting', ACCOUNTING_FORM, ACCOUNTING_NEW],
  supply: ['supply', SUPPLY_FORM, SUPPLY_NEW],
  firmware: ['firmware', FIRMWARE_FORM, FIRMWARE_NEW],
  log: ['log', log, LOG_EMPTY],
  settings: ['settings', SETTINGS_FORM, RESIDENTIAL],
};

/** What a write may change; all of it is also in one of the three lists above. */
export const CHANGES_MEMBERS: Members<Required<MemoryChanges>> = {
  decoderKey: PLAIN_MEMBERS.decoderKey,
  keyType: PLAIN_MEMBERS.keyType,
  supplyGroupCode: PLAIN_MEMBERS.supplyGroupCode,
  tariffIndex: PLAIN_MEMBERS.tariffIndex,
  keyRevisionNumber: PLAIN_MEMBERS.keyRevisionNumber,
  keyExpiryNumber: PLAIN_MEMBERS.keyExpiryNumber,
  baseDate: PLAIN_MEMBERS.baseDate,
  keyChangeTokens: FURTHER_MEMBERS.keyChangeTokens,
  tokenIdentifierStore: PLAIN_MEMBERS.tokenIdentifierStore,
  creditRegister: PLAIN_MEMBERS.creditRegister,
  totalEnergyAccepted: PLAIN_MEMBERS.totalEnergyAccepted,
  totalEnergyConsumed: PLAIN_MEMBERS.totalEnergyConsumed,
  totalEnergyForfeited: FURTHER_MEMBERS.totalEnergyForfeited,
  otherRegisters: FURTHER_MEMBERS.otherRegisters,
  maximumPowerLimit: FURTHER_MEMBERS.maximumPowerLimit,
  maximumPhasePowerUnbalanceLimit: FURTHER_MEMBERS.maximumPhasePowerUnbalanceLimit,
  isTampered: FURTHER_MEMBERS.isTampered,
  ...WHOLE_METER_MEMBERS,
};
