/** The operation `meter`: tokens keyed into a meter, one after the other. */

import {
  applyWrite,
  type MeterMemory,
  manufactureMeter,
  memoryWrite,
  TOKEN_IDENTIFIER_STORE_SIZE,
} from '@wattvend/meter/memory.js';
import { applyToken, type TokenResult } from '@wattvend/meter/token-entry.js';
import {
  WATT_HOURS_PER_TENTH_KWH,
  type WattHours,
  wattHours,
} from '@wattvend/quantities/energy.js';
import {
  keyExpiryNumber,
  keyRevisionNumber,
  keyType,
  supplyGroupCode,
  tariffIndex,
} from '@wattvend/sts/supply-group.js';
import { decryptToken } from '@wattvend/sts/token.js';
import { parseNumericToken } from '@wattvend/sts/token-carrier.js';
import { type TokenCipher, tokenCipher } from '@wattvend/sts/token-cipher.js';
import {
  instantOfTokenIdentifier,
  type TokenIdentifier,
  tokenIdentifier,
} from '@wattvend/sts/token-identifier.js';
import {
  type Answer,
  hexOf,
  isJsonObject,
  isRefusal,
  type JsonObject,
  type Refusal,
  readDigits,
  readObject,
  readText,
  readWholeOr,
  refuse,
} from '../request.ts';
import { type KeyInUse, readKey } from './key.ts';
import { readMeterPan } from './meter-pan.ts';
import { readBaseDate } from './token-identifier.ts';

const ELECTRICITY = 0;
const KEN_NEVER_EXPIRES = 255;

// A request without a ceiling means a register that never overflows; half of what a double counts
// leaves room for the sum that is compared with it.
const NO_CEILING: WattHours = wattHours(2 ** 52);

export function answerMeter(request: JsonObject): Answer {
  const description = readObject(request, 'meter');
  if (isRefusal(description)) return description;
  const keyDescription = readObject(description, 'key');
  if (isRefusal(keyDescription)) return keyDescription;
  const key = readKey(keyDescription);
  if (isRefusal(key)) return key;
  const { events } = request;
  if (!Array.isArray(events)) return refuse('BadRequest', '"events" must be a list');
  const services = readServices(description);
  if (isRefusal(services)) return services;
  const manufactured = readMeter(description, keyDescription, key);
  if (isRefusal(manufactured)) return manufactured;

  const cipher = tokenCipher(key.encryptionAlgorithm, key.decoderKey);
  const results: { readonly result: TokenResult }[] = [];
  let memory = manufactured;
  for (const event of events as readonly unknown[]) {
    const typed = isJsonObject(event) ? readText(event, 'token') : refuse('BadRequest', 'no event');
    if (isRefusal(typed)) return typed;
    if (isBeyondThisBuild(typed, cipher, services)) {
      return refuse('NotImplemented', 'the meter is given a token that is not built yet');
    }
    const outcome = applyToken(memory, typed);
    memory = outcome.writes.reduce(applyWrite, memory);
    results.push({ result: outcome.result });
  }
  return { ok: true, results, state: stateOf(memory, key) };
}

/** The subclasses of class 0 the meter takes; this meter always takes electricity. */
function readServices(description: JsonObject): readonly unknown[] | Refusal {
  const { services = [ELECTRICITY] } = description;
  if (!Array.isArray(services)) return refuse('BadRequest', '"services" must be a list');
  if (!services.includes(ELECTRICITY)) {
    return refuse('NotImplemented', 'a meter without electricity is not built yet');
  }
  return services as readonly unknown[];
}

/**
 * Whether a real meter would do more with an authentic token than this one. A service the meter
 * does not have is not among it: there the answer of any meter is FunctionError.
 */
function isBeyondThisBuild(
  typed: string,
  cipher: TokenCipher,
  services: readonly unknown[],
): boolean {
  const parsed = parseNumericToken(typed);
  if (parsed.kind === 'fault') return false;
  const decrypted = decryptToken(parsed.token, cipher);
  if (decrypted.kind === 'token' || decrypted.fault !== 'not-implemented') return false;
  const { subclass, tokenClass } = decrypted;
  return tokenClass === 1 || tokenClass === 2 || (tokenClass === 0 && services.includes(subclass));
}

function readMeter(
  description: JsonObject,
  keyDescription: JsonObject,
  key: KeyInUse,
): MeterMemory | Refusal {
  const meterPan = readMeterPan(description, 'pan');
  if (isRefusal(meterPan)) return meterPan;
  const type = readWholeOr(keyDescription, 'kt', 2);
  if (isRefusal(type)) return type;
  const revision = readWholeOr(keyDescription, 'krn', 1);
  if (isRefusal(revision)) return revision;
  const ken = readWholeOr(description, 'ken', KEN_NEVER_EXPIRES);
  if (isRefusal(ken)) return ken;
  const group = readDigits({ sgc: 0, ...keyDescription }, 'sgc', 6);
  if (isRefusal(group)) return group;
  const tariff = readDigits({ ti: 0, ...keyDescription }, 'ti', 2);
  if (isRefusal(tariff)) return tariff;
  const baseDate = readBaseDate({ baseDate: 1993, ...keyDescription }, 'baseDate');
  if (isRefusal(baseDate)) return baseDate;
  const credit = readRegister(description, 'credit', wattHours(0));
  if (isRefusal(credit)) return credit;
  const creditMax = readRegister(description, 'creditMax', NO_CEILING);
  if (isRefusal(creditMax)) return creditMax;
  const tids = readTokenIdentifiers(description);
  if (isRefusal(tids)) return tids;
  const memory = manufactureMeter({
    meterPan,
    encryptionAlgorithm: key.encryptionAlgorithm,
    decoderKey: key.decoderKey,
    keyType: keyType(type),
    supplyGroupCode: supplyGroupCode(group),
    tariffIndex: tariffIndex(tariff),
    keyRevisionNumber: keyRevisionNumber(revision),
    keyExpiryNumber: keyExpiryNumber(ken),
    baseDate,
    // Made in the first minute of the base date, the places of its store hold 0.
    manufacturedAt: instantOfTokenIdentifier(tokenIdentifier(0), baseDate),
    creditMax,
  });
  const tokenIdentifierStore = [...memory.tokenIdentifierStore, ...tids]
    .sort((left, right) => left - right)
    .slice(-TOKEN_IDENTIFIER_STORE_SIZE);
  return applyWrite(
    memory,
    memoryWrite(memory, {
      tokenIdentifierStore,
      creditRegister: credit,
      totalEnergyAccepted: credit,
    }),
  );
}

/** A register of the electricity service: {"0": "18551"} in tenths, or the tenths alone. */
function readRegister(
  description: JsonObject,
  member: string,
  missing: WattHours,
): WattHours | Refusal {
  const value = description[member];
  const tenths = isJsonObject(value) ? value[String(ELECTRICITY)] : value;
  if (tenths === undefined) return missing;
  if (!/^\d{1,12}$/.test(String(tenths))) {
    return refuse('BadRequest', `"${member}" must be whole tenths per service`);
  }
  return wattHours(Number(tenths) * WATT_HOURS_PER_TENTH_KWH);
}

function readTokenIdentifiers(description: JsonObject): readonly TokenIdentifier[] | Refusal {
  const { tids = [] } = description;
  if (!Array.isArray(tids)) return refuse('BadRequest', '"tids" must be a list');
  return (tids as readonly unknown[]).map((tid) =>
    tokenIdentifier(typeof tid === 'number' ? tid : Number.NaN),
  );
}

function stateOf(memory: MeterMemory, key: KeyInUse): JsonObject {
  return {
    credit: {
      [ELECTRICITY]: String(Math.floor(memory.creditRegister / WATT_HOURS_PER_TENTH_KWH)),
    },
    tids: memory.tokenIdentifierStore,
    decoderKey: key.decoderKey.use(hexOf),
    kt: memory.keyType,
    krn: memory.keyRevisionNumber,
    ti: Number(memory.tariffIndex),
    ken: memory.keyExpiryNumber,
    sgc: memory.supplyGroupCode,
  };
}
