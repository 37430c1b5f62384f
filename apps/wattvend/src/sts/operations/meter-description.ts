/** The meter of the operation `meter`: made from its description, and its state at the end. */
import { creditUnits, servicesOf } from '@wattvend/meter/credit.js';
import { LOCK_OUT_PROFILES } from '@wattvend/meter/lock-out.js';
import {
  ELECTRICITY_MAXIMUM,
  type MeterMemory,
  manufactureMeter,
  type RegisterOrder,
  TOKEN_IDENTIFIER_STORE_SIZE,
} from '@wattvend/meter/memory.js';
import { isService, type Service } from '@wattvend/meter/services.js';
import type { MeterSettings } from '@wattvend/meter/settings.js';
import { settingsForService } from '@wattvend/meter/settings-profiles.js';
import { type Milliseconds, milliseconds } from '@wattvend/quantities/time.js';
import {
  instantOfTokenIdentifier,
  TOKEN_IDENTIFIER_MAX,
  type TokenIdentifier,
  tokenIdentifier,
} from '@wattvend/sts/token-identifier.js';
import {
  isJsonObject,
  isRefusal,
  type JsonObject,
  type Refusal,
  readList,
  readObject,
  refuse,
} from '../request.ts';
import {
  readKey,
  readKeyExpiryNumber,
  readKeyRevisionNumber,
  readKeyType,
  readSupplyGroupCode,
  readTariffIndex,
} from './key.ts';
import { readMeterPan } from './meter-pan.ts';
import { readBaseDate } from './token-identifier.ts';

const ELECTRICITY = 0;

// What a description may leave out: the key of a meter in service, with nothing said about it.
const KEY_NOT_SAID = { kt: 2, krn: 1, sgc: '000000', ti: '00', baseDate: 1993 } as const;
const METER_NOT_SAID = { ken: 255, services: [ELECTRICITY], tids: [], kctTimeout: 600 } as const;

// A request without a ceiling means a register that never overflows.
const NO_CEILING = 10n ** 60n;

// Some thirty years.
const SECONDS_MAX = 1e9;
const MILLISECONDS_PER_SECOND = 1000;

// The standard leaves a lock-out to the maker, and so does the language.
function laboratorySettings(registers: readonly RegisterOrder[]): MeterSettings {
  const services = registers.map(({ service }) => service);
  const [first = ELECTRICITY] = services.sort((left, right) => left - right);
  return { ...settingsForService(first), lockOut: LOCK_OUT_PROFILES.none };
}

export function readMeter(given: JsonObject): MeterMemory | Refusal {
  const description = { ...METER_NOT_SAID, ...given };
  const keyGiven = readObject(description, 'key');
  if (isRefusal(keyGiven)) return keyGiven;
  const key = readKey(keyGiven);
  if (isRefusal(key)) return key;
  const attributes = readKeyAttributes({ ...KEY_NOT_SAID, ...keyGiven });
  if (isRefusal(attributes)) return attributes;
  const meterPan = readMeterPan(description, 'pan');
  if (isRefusal(meterPan)) return meterPan;
  const ken = readKeyExpiryNumber(description, 'ken');
  if (isRefusal(ken)) return ken;
  const registers = readRegisters(description);
  if (isRefusal(registers)) return registers;
  const tokenIdentifiers = readTokenIdentifiers(description);
  if (isRefusal(tokenIdentifiers)) return tokenIdentifiers;
  const keyChangeTimeout = readTimeout(description);
  if (isRefusal(keyChangeTimeout)) return keyChangeTimeout;
  return manufactureMeter({
    meterPan,
    ...key,
    ...attributes,
    keyExpiryNumber: ken,
    // Made in the first minute of the base date, the places of its store hold 0.
    manufacturedAt: instantOfTokenIdentifier(tokenIdentifier(0), attributes.baseDate),
    registers,
    tokenIdentifiers,
    keyChangeTimeout,
    // The language says nothing of carriers, and only such a meter may have every type of key.
    tokenCarrierType: '01',
    settings: laboratorySettings(registers),
  });
}

/** What is known of the key now in the meter. */
function readKeyAttributes(description: JsonObject) {
  const keyType = readKeyType(description, 'kt');
  if (isRefusal(keyType)) return keyType;
  const keyRevisionNumber = readKeyRevisionNumber(description, 'krn');
  if (isRefusal(keyRevisionNumber)) return keyRevisionNumber;
  const supplyGroupCode = readSupplyGroupCode(description, 'sgc');
  if (isRefusal(supplyGroupCode)) return supplyGroupCode;
  const tariffIndex = readTariffIndex(description, 'ti');
  if (isRefusal(tariffIndex)) return tariffIndex;
  const baseDate = readBaseDate(description, 'baseDate');
  if (isRefusal(baseDate)) return baseDate;
  return { keyType, keyRevisionNumber, supplyGroupCode, tariffIndex, baseDate };
}

/** A register for each of "services", with its "credit" and "creditMax". */
function readRegisters(description: JsonObject): readonly RegisterOrder[] | Refusal {
  const listed = readList(description, 'services');
  if (isRefusal(listed)) return listed;
  const services = [...new Set(listed)].filter(isService);
  if (services.length < new Set(listed).size) {
    return refuse('BadRequest', '"services" must be a list of subclasses, 0 to 7');
  }
  const credit = readUnitsByService(description, 'credit', services);
  if (isRefusal(credit)) return credit;
  const ceiling = readUnitsByService(description, 'creditMax', services);
  if (isRefusal(ceiling)) return ceiling;
  return services.map((service) => ({
    service,
    credit: credit.get(service) ?? 0n,
    maximum: ceiling.get(service) ?? (service === ELECTRICITY ? ELECTRICITY_MAXIMUM : NO_CEILING),
  }));
}

/** Units for each service, {"0": "18551"}; units alone are those of electricity. */
function readUnitsByService(
  description: JsonObject,
  member: string,
  services: readonly Service[],
): ReadonlyMap<Service, bigint> | Refusal {
  const { [member]: value = {} } = description;
  const units = new Map<Service, bigint>();
  for (const [service, text] of Object.entries(isJsonObject(value) ? value : { 0: value })) {
    const number = services.find((one) => String(one) === service);
    const isText = typeof text === 'string' || typeof text === 'number';
    if (number === undefined || !isText || !/^-?\d{1,50}$/.test(String(text))) {
      return refuse('BadRequest', `"${member}" must be whole units for each of the services`);
    }
    units.set(number, BigInt(text));
  }
  return units;
}

/** The identifiers in the store; of more than it holds, the largest. */
function readTokenIdentifiers(description: JsonObject): readonly TokenIdentifier[] | Refusal {
  const tids = readList(description, 'tids');
  if (isRefusal(tids)) return tids;
  const identifiers: TokenIdentifier[] = [];
  for (const tid of tids) {
    const isWhole = typeof tid === 'number' && Number.isInteger(tid);
    if (!isWhole || tid < 0 || tid > TOKEN_IDENTIFIER_MAX) {
      return refuse('BadRequest', '"tids" must be a list of token identifiers');
    }
    identifiers.push(tokenIdentifier(tid));
  }
  return identifiers.sort((left, right) => left - right).slice(-TOKEN_IDENTIFIER_STORE_SIZE);
}

/** "kctTimeout" in seconds. */
function readTimeout({ kctTimeout }: JsonObject): Milliseconds | Refusal {
  if (typeof kctTimeout !== 'number' || !(kctTimeout >= 0 && kctTimeout <= SECONDS_MAX)) {
    return refuse('BadRequest', `"kctTimeout" must be a number of seconds, 0 to ${SECONDS_MAX}`);
  }
  return milliseconds(Math.round(kctTimeout * MILLISECONDS_PER_SECOND));
}

export function describeMeter(memory: MeterMemory): JsonObject {
  const limit = memory.maximumPowerLimit;
  const unbalance = memory.maximumPhasePowerUnbalanceLimit;
  return {
    credit: Object.fromEntries(
      servicesOf(memory).map((service) => [service, String(creditUnits(memory, service))]),
    ),
    tids: memory.tokenIdentifierStore,
    decoderKey: memory.decoderKey,
    kt: memory.keyType,
    krn: memory.keyRevisionNumber,
    ti: Number(memory.tariffIndex),
    ken: memory.keyExpiryNumber,
    sgc: memory.supplyGroupCode,
    ...(limit !== null && { mpl: String(limit) }),
    ...(unbalance !== null && { mppul: String(unbalance) }),
  };
}
