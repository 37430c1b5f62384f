/**
 * The nonvolatile memory of a payment meter: everything that must outlive a power failure, and the
 * only thing the rest of this package may change.
 *
 * A change is a MemoryWrite. One write is atomic: whoever keeps the memory stores all of it or none
 * of it, and shows a result to the customer only after it is stored. Between two writes the power
 * may fail; a function that returns several writes has made sure that each state between them is
 * right.
 */
import { type WattHours, type Watts, wattHours } from '@wattvend/quantities/energy.js';
import { type Instant, type Milliseconds, milliseconds } from '@wattvend/quantities/time.js';
import type { DecoderKey, EncryptionAlgorithm } from '@wattvend/sts/decoder-key.js';
import { ENCRYPTION_ALGORITHMS } from '@wattvend/sts/encryption-algorithms.js';
import { hexadecimalFromOctets } from '@wattvend/sts/hexadecimal.js';
import type { MeterPan } from '@wattvend/sts/meter-pan.js';
import type {
  KeyExpiryNumber,
  KeyRevisionNumber,
  KeyType,
  SupplyGroupCode,
  TariffIndex,
} from '@wattvend/sts/supply-group.js';
import type { NumericToken } from '@wattvend/sts/token.js';
import { assertKeyTypeAllowedOnCarrier } from '@wattvend/sts/token-carrier-types.js';
import {
  type BaseDate,
  type TokenIdentifier,
  tokenIdentifierAt,
} from '@wattvend/sts/token-identifier.js';
import {
  ACCOUNTING_NEW,
  type AccountingState,
  accountingUnder,
} from './accounting/accounting-state.ts';
import type { MeterTariff } from './accounting/meter-tariff.ts';
import {
  accountService,
  ELECTRICITY,
  FIRST_CURRENCY_SERVICE,
  type Service,
  type ServiceRegister,
} from './accounting/services.ts';
import {
  LOG_EMPTY,
  type LogEntry,
  type LoggedEvent,
  type LogState,
  logEvents,
} from './event-log.ts';
import type { MeterSettings } from './settings.ts';
import { settingsForService } from './settings-profiles.ts';
import { SUPPLY_NEW, type SupplyState } from './supply/supply-state.ts';
import { TAMPER_NONE, type TamperState } from './tamper/tamper-state.ts';
import { LOCK_OUT_NONE, type LockOutState } from './token-entry/lock-out.ts';
import { FIRMWARE_NEW, type FirmwareState } from './upgrade/firmware-state.ts';

/** Raised whenever a field is added, removed or changes its meaning. */
export const MEMORY_FORMAT = 3;

/** A memory of this generation takes no more writes: a double counts the next, and none after it. */
export const GENERATION_MAX: number = Number.MAX_SAFE_INTEGER - 1;

/** IEC 62055-41 asks for at least 50 remembered token identifiers. */
export const TOKEN_IDENTIFIER_STORE_SIZE = 50;

/** A tenth of a kWh, the unit of an electricity token, in the unit of its register. */
export const WATT_HOURS_PER_UNIT = 100;

/**
 * The greatest ceiling of the electricity register, in tenths of a kWh: half of what a double counts
 * in Wh, which leaves room for the sum that is compared with it.
 */
export const ELECTRICITY_MAXIMUM: bigint = 2n ** 52n / BigInt(WATT_HOURS_PER_UNIT);

/** The greatest ceiling of any other register; far above all that tokens can bring. */
export const REGISTER_MAXIMUM: bigint = 10n ** 60n;

// Seven whole digits and one place, what a common register display can show: 9 999 999.9 kWh, m³ or
// minutes. Registers of money have as many whole digits and the five places of their unit.
const MAXIMUM_DEFAULT = 99_999_999n;
const CURRENCY_MAXIMUM_DEFAULT = 999_999_999_999n;

/** One vendor's manual says ten minutes (confidence low); hence a parameter. */
export const KEY_CHANGE_TIMEOUT_DEFAULT: Milliseconds = milliseconds(600_000);

/**
 * How tokens come into a meter: 01 on magnetic cards, 02 through a keypad, 07 and 08 over a line. It
 * decides about common keys, which belong to cards.
 */
export type TokenCarrierType = '01' | '02' | '07' | '08';

/** A token of a key change set that waits for the others. */
export interface KeptKeyChangeToken {
  /**
   * As it was entered, so that it is decrypted again when the set is complete: a part of a new key
   * never stands in the memory in clear, and a torn one is found by its checksum.
   */
  readonly digits: NumericToken;
  readonly receivedAt: Instant;
}

export interface MeterMemory {
  readonly format: typeof MEMORY_FORMAT;
  /** Counts the writes since manufacture, so that a stale copy is known as stale. */
  readonly generation: number;
  readonly meterPan: MeterPan;
  readonly tokenCarrierType: TokenCarrierType;
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
  /** The meter is not told it by a token: a rollover moves it to the next; see key-change-entry.ts. */
  readonly baseDate: BaseDate;
  /** How long a token of a key change set waits for the others. */
  readonly keyChangeTimeout: Milliseconds;
  /** In the order of their sections, at most one of each, all under the present key. */
  readonly keyChangeTokens: readonly KeptKeyChangeToken[];
  /** The largest identifiers accepted so far, ascending, always TOKEN_IDENTIFIER_STORE_SIZE. */
  readonly tokenIdentifierStore: readonly TokenIdentifier[];
  /** Whether it sells electricity. One that does not has zero in all that counts electricity. */
  readonly takesElectricity: boolean;
  /** Below zero only where more was used than was paid for. */
  readonly creditRegister: WattHours;
  /** No token lifts the credit register above this; one that would is refused whole. */
  readonly creditMaximum: WattHours;
  readonly totalEnergyAccepted: WattHours;
  readonly totalEnergyConsumed: WattHours;
  /** Taken away by ClearCredit; negative where it forgave more than it took. */
  readonly totalEnergyForfeited: WattHours;
  /** The registers of all services but electricity, in the order of their numbers. */
  readonly otherRegisters: readonly ServiceRegister[];
  /** Null as long as none was set. */
  readonly maximumPowerLimit: Watts | null;
  /** Null as long as none was set. */
  readonly maximumPhasePowerUnbalanceLimit: Watts | null;
  readonly isTampered: boolean;
  readonly tamper: TamperState;
  readonly lockOut: LockOutState;
  /** Null before the first. */
  readonly lastCredit: LastCredit | null;
  readonly accounting: AccountingState;
  readonly supply: SupplyState;
  readonly firmware: FirmwareState;
  readonly log: LogState;
  readonly settings: MeterSettings;
}

/** The last credit token, for the customer who asks. */
export interface LastCredit {
  readonly service: Service;
  readonly units: bigint;
  readonly tokenIdentifier: TokenIdentifier;
  readonly enteredAt: Instant;
}

/** What a write may change. The identity of a meter and how it was built are not among it. */
export type MemoryChanges = Partial<
  Omit<
    MeterMemory,
    | 'format'
    | 'generation'
    | 'meterPan'
    | 'tokenCarrierType'
    | 'encryptionAlgorithm'
    | 'keyChangeTimeout'
    | 'takesElectricity'
    | 'creditMaximum'
  >
>;

/**
 * One atomic write. It fits the memory it was made from, and no other generation.
 *
 * A write to be kept at once is stored before anything else happens: it carries what the customer
 * must not lose or must not get twice. What runs on all the time (energy, timers) is kept when enough
 * has gathered and when the power fails; see storage/journal.ts.
 */
export interface MemoryWrite {
  readonly generation: number;
  readonly keep: 'at-once' | 'running';
  readonly changes: MemoryChanges;
  /** Entries of the event log that stand or fall with the changes. */
  readonly logged: readonly LogEntry[];
}

/** What goes with a write beside its changes. */
export interface WriteNotes {
  /** When the events happened; needed where there are any. */
  readonly now?: Instant;
  readonly events?: readonly LoggedEvent[];
  /** At once, unless said. */
  readonly keep?: MemoryWrite['keep'];
}

/** A service a meter is made for. Amounts are in the unit of its tokens: tenths, or 10^-5. */
export interface RegisterOrder {
  readonly service: Service;
  /** What the maker puts in, booked as accepted; a debt is booked as consumed. Zero unless said. */
  readonly credit?: bigint;
  /** Defaults to 9 999 999.9 kWh, m³ or minutes, and to 9 999 999.99999 of a currency. */
  readonly maximum?: bigint;
}

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
  /** Electricity alone unless said. */
  readonly registers?: readonly RegisterOrder[];
  /** Taken already, for a meter that continues another; the largest are kept. */
  readonly tokenIdentifiers?: readonly TokenIdentifier[];
  /** Defaults to '02', a keypad. */
  readonly tokenCarrierType?: TokenCarrierType;
  /** Defaults to KEY_CHANGE_TIMEOUT_DEFAULT. */
  readonly keyChangeTimeout?: Milliseconds;
  readonly maximumPowerLimit?: Watts;
  readonly maximumPhasePowerUnbalanceLimit?: Watts;
  readonly isTampered?: boolean;
  /** The simplest for the first of its registers, unless said. */
  readonly settings?: MeterSettings;
  /** SINGLE_RATE_TARIFF unless said. */
  readonly tariff?: MeterTariff;
  /** In service when it leaves the factory, unless said. */
  readonly isCommissioned?: boolean;
}

/**
 * The memory of a new meter: its store is filled with the token identifier of the minute of
 * manufacture, so that a token made for this identity in the past is old before it is tried. A token
 * of that very minute counts as used: the first sale is at least one minute later.
 *
 * Refuses, with a RangeError: a time of manufacture outside the base date's range, a decoder key
 * whose length the encryption algorithm cannot use, a common key without magnetic cards (as
 * StsRefusalError, common-key-carrier), a service named twice, a maximum below zero or
 * above ELECTRICITY_MAXIMUM or REGISTER_MAXIMUM, an opening credit above its maximum, settings that
 * charge a service the meter does not sell, a tariff that is none.
 */
export function manufactureMeter(order: ManufactureOrder): MeterMemory {
  const manufactured = tokenIdentifierAt(order.manufacturedAt, order.baseDate);
  if (manufactured.kind === 'fault') {
    throw new RangeError(
      `the time of manufacture does not fit base date ${order.baseDate}: ${manufactured.fault}`,
    );
  }
  const { decoderKey, encryptionAlgorithm, tokenIdentifiers = [] } = order;
  const { tokenCarrierType = '02' } = order;
  assertKeyTypeAllowedOnCarrier(order.keyType, tokenCarrierType);
  if (decoderKey.length !== ENCRYPTION_ALGORITHMS[encryptionAlgorithm].keyOctets) {
    throw new RangeError(
      `encryption algorithm ${encryptionAlgorithm} cannot use a key of ${decoderKey.length} octets`,
    );
  }
  const places = Array.from(
    { length: TOKEN_IDENTIFIER_STORE_SIZE },
    () => manufactured.tokenIdentifier,
  );
  return {
    format: MEMORY_FORMAT,
    generation: 0,
    // An engine keeps a text that was put together as its parts, in more than twice the octets; joined
    // from its digits it stands alone. A fleet of a million meters feels it.
    meterPan: Array.from(order.meterPan).join('') as MeterPan,
    tokenCarrierType,
    encryptionAlgorithm,
    decoderKey: decoderKeyHex(decoderKey),
    keyType: order.keyType,
    supplyGroupCode: order.supplyGroupCode,
    tariffIndex: order.tariffIndex,
    keyRevisionNumber: order.keyRevisionNumber,
    keyExpiryNumber: order.keyExpiryNumber,
    baseDate: order.baseDate,
    keyChangeTimeout: order.keyChangeTimeout ?? KEY_CHANGE_TIMEOUT_DEFAULT,
    keyChangeTokens: [],
    tokenIdentifierStore: storeWith(places, tokenIdentifiers),
    ...newRegisters(order.registers ?? [{ service: ELECTRICITY }]),
    maximumPowerLimit: order.maximumPowerLimit ?? null,
    maximumPhasePowerUnbalanceLimit: order.maximumPhasePowerUnbalanceLimit ?? null,
    isTampered: order.isTampered ?? false,
    ...newState(order),
  };
}

function newState(
  order: ManufactureOrder,
): Pick<
  MeterMemory,
  'tamper' | 'lockOut' | 'lastCredit' | 'accounting' | 'supply' | 'firmware' | 'log' | 'settings'
> {
  const { isCommissioned = true, tariff } = order;
  const services = (order.registers ?? [{ service: ELECTRICITY }]).map(({ service }) => service);
  const [first = ELECTRICITY] = services.toSorted((left, right) => left - right);
  const { settings = settingsForService(first) } = order;
  const account = accountService(settings.accounting);
  if (services.length > 0 && !services.includes(account)) {
    throw new RangeError(`the settings charge service ${account}, which this meter does not sell`);
  }
  return {
    tamper: TAMPER_NONE,
    lockOut: LOCK_OUT_NONE,
    lastCredit: null,
    accounting: tariff === undefined ? ACCOUNTING_NEW : accountingUnder(tariff),
    supply: isCommissioned ? SUPPLY_NEW : { ...SUPPLY_NEW, isCommissioned },
    firmware: FIRMWARE_NEW,
    log: LOG_EMPTY,
    settings,
  };
}

/** The books of all services. */
export type Registers = Pick<
  MeterMemory,
  | 'takesElectricity'
  | 'creditRegister'
  | 'creditMaximum'
  | 'totalEnergyAccepted'
  | 'totalEnergyConsumed'
  | 'totalEnergyForfeited'
  | 'otherRegisters'
>;

function newRegisters(orders: readonly RegisterOrder[]): Registers {
  const registers = orders
    .map(newRegister)
    .toSorted((left, right) => Number(left.service) - Number(right.service));
  if (new Set(registers.map(({ service }) => service)).size !== registers.length) {
    throw new RangeError('a service has one register');
  }
  const electricity = registers.find(({ service }) => service === ELECTRICITY);
  const wattHoursOf = (units = 0n): WattHours => wattHours(Number(units) * WATT_HOURS_PER_UNIT);
  return {
    takesElectricity: electricity !== undefined,
    creditRegister: wattHoursOf(electricity?.credit),
    creditMaximum: wattHoursOf(electricity?.maximum),
    totalEnergyAccepted: wattHoursOf(electricity?.totalAccepted),
    totalEnergyConsumed: wattHoursOf(electricity?.totalConsumed),
    totalEnergyForfeited: wattHours(0),
    otherRegisters: registers.filter((register) => isOther(register)),
  };
}

type AnyRegister = Omit<ServiceRegister, 'service'> & { readonly service: Service };

function isOther(register: AnyRegister): register is ServiceRegister {
  return register.service !== ELECTRICITY;
}

function newRegister({ service, credit = 0n, maximum }: RegisterOrder): AnyRegister {
  const byDefault = service < FIRST_CURRENCY_SERVICE ? MAXIMUM_DEFAULT : CURRENCY_MAXIMUM_DEFAULT;
  const ceiling = maximum ?? byDefault;
  const greatest = service === ELECTRICITY ? ELECTRICITY_MAXIMUM : REGISTER_MAXIMUM;
  if (ceiling < 0n || ceiling > greatest) {
    throw new RangeError(`service ${service} cannot have a maximum of ${ceiling} units`);
  }
  if (credit > ceiling || credit < -greatest) {
    throw new RangeError(
      `service ${service} of at most ${ceiling} units cannot begin at ${credit}`,
    );
  }
  return {
    service,
    credit,
    maximum: ceiling,
    totalAccepted: credit > 0n ? credit : 0n,
    totalConsumed: credit < 0n ? -credit : 0n,
    totalForfeited: 0n,
  };
}

/** The store after some more identifiers: the smallest drop out. */
export function storeWith(
  store: readonly TokenIdentifier[],
  accepted: readonly TokenIdentifier[],
): readonly TokenIdentifier[] {
  return [...store, ...accepted].sort((left, right) => left - right).slice(-store.length);
}

/** A key as the memory holds it. */
export function decoderKeyHex(key: DecoderKey): string {
  return key.use(hexadecimalFromOctets);
}

/**
 * Makes the write that carries these changes to this memory, all of them together, and the events that
 * go with them. Refuses, with a RangeError, a write after GENERATION_MAX, which no meter lives to see,
 * and events without a time.
 */
export function memoryWrite(
  memory: MeterMemory,
  changes: MemoryChanges,
  notes: WriteNotes = {},
): MemoryWrite {
  if (memory.generation >= GENERATION_MAX) {
    throw new RangeError(`no write follows generation ${memory.generation}`);
  }
  const { events = [], keep = 'at-once' } = notes;
  const generation = memory.generation + 1;
  if (events.length === 0) return { generation, keep, changes, logged: NOTHING_LOGGED };
  if (notes.now === undefined) throw new RangeError('an event is logged with its time');
  const { log, logged } = logEvents(memory.log, notes.now, events);
  return { generation, keep, changes: { ...changes, log }, logged };
}

const NOTHING_LOGGED: readonly LogEntry[] = [];

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
  return { ...memory, ...write.changes, generation: write.generation };
}

/**
 * The meter's own books (invariant M2), service by service: what was accepted, less what was
 * consumed and what ClearCredit took away, is exactly what is left. An opening credit is booked as
 * accepted.
 */
export function isBalanced(
  memory: Pick<
    MeterMemory,
    | 'creditRegister'
    | 'totalEnergyAccepted'
    | 'totalEnergyConsumed'
    | 'totalEnergyForfeited'
    | 'otherRegisters'
  >,
): boolean {
  const { creditRegister, totalEnergyAccepted, totalEnergyConsumed, totalEnergyForfeited } = memory;
  const left = totalEnergyAccepted - totalEnergyConsumed - totalEnergyForfeited;
  return (
    left === creditRegister &&
    memory.otherRegisters.every(
      ({ credit, totalAccepted, totalConsumed, totalForfeited }) =>
        totalAccepted - totalConsumed - totalForfeited === credit,
    )
  );
}
