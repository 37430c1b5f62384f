/**
 * Sections of a new decoder key, class 2, subclasses 3, 4, 8 and 9: made from the members of a
 * request, and described. The members are the standard's abbreviations in lower case; 3KCT is `kct3`.
 */
import type { KeyChangeSectionToken } from '@wattvend/sts/key-change-section.js';
import {
  isRefusal,
  type JsonObject,
  type Refusal,
  readDigits,
  readHex,
  readWhole,
  readWholeOr,
} from '../request.ts';

const KEY_SECTION_SUBCLASSES: readonly number[] = [3, 4, 8, 9];

export function isKeySectionSubclass(subclass: number): boolean {
  return KEY_SECTION_SUBCLASSES.includes(subclass);
}

/** One section; the encoder looks at the range of each field. */
export function readKeySectionToken(
  fields: JsonObject,
  subclass: number,
  keyBits: 64 | 128,
): KeyChangeSectionToken | Refusal {
  switch (subclass) {
    case 3:
      return readFirst(fields);
    case 4:
      return readSecond(fields);
    case 8:
      return keyBits === 64 ? readSupplyGroup(fields) : readThird(fields);
    default:
      return readFourth(fields);
  }
}

function readFirst(fields: JsonObject): KeyChangeSectionToken | Refusal {
  const keyExpiryNumberHighOrder = readWhole(fields, 'kenho');
  if (isRefusal(keyExpiryNumberHighOrder)) return keyExpiryNumberHighOrder;
  const keyRevisionNumber = readWhole(fields, 'krn');
  if (isRefusal(keyRevisionNumber)) return keyRevisionNumber;
  const rollover = readWholeOr(fields, 'ro', 0);
  if (isRefusal(rollover)) return rollover;
  const thirdKeyChangeToken = readWholeOr(fields, 'kct3', 0);
  if (isRefusal(thirdKeyChangeToken)) return thirdKeyChangeToken;
  const keyType = readWhole(fields, 'kt');
  if (isRefusal(keyType)) return keyType;
  const newKeyHighOrder = readKeyPart(fields, 'nkho');
  if (isRefusal(newKeyHighOrder)) return newKeyHighOrder;
  return {
    tokenClass: 2,
    subclass: 3,
    name: 'set1stSectionDecoderKey',
    keyExpiryNumberHighOrder,
    keyRevisionNumber,
    rollover,
    thirdKeyChangeToken,
    keyType,
    newKeyHighOrder,
  };
}

function readSecond(fields: JsonObject): KeyChangeSectionToken | Refusal {
  const keyExpiryNumberLowOrder = readWhole(fields, 'kenlo');
  if (isRefusal(keyExpiryNumberLowOrder)) return keyExpiryNumberLowOrder;
  const tariffIndex = readNumberOrDigits(fields, 'ti', 2);
  if (isRefusal(tariffIndex)) return tariffIndex;
  const newKeyLowOrder = readKeyPart(fields, 'nklo');
  if (isRefusal(newKeyLowOrder)) return newKeyLowOrder;
  return {
    tokenClass: 2,
    subclass: 4,
    name: 'set2ndSectionDecoderKey',
    keyExpiryNumberLowOrder,
    tariffIndex,
    newKeyLowOrder,
  };
}

function readSupplyGroup(fields: JsonObject): KeyChangeSectionToken | Refusal {
  const supplyGroupCode = readNumberOrDigits(fields, 'sgc', 6);
  if (isRefusal(supplyGroupCode)) return supplyGroupCode;
  const padding = readWholeOr(fields, 'pad', 0);
  if (isRefusal(padding)) return padding;
  const name = 'set3rdSectionDecoderKey';
  return { tokenClass: 2, subclass: 8, name, supplyGroupCode, padding };
}

function readThird(fields: JsonObject): KeyChangeSectionToken | Refusal {
  const supplyGroupCodeLowOrder = readWhole(fields, 'sgclo');
  if (isRefusal(supplyGroupCodeLowOrder)) return supplyGroupCodeLowOrder;
  const newKeyMiddleOrder2 = readKeyPart(fields, 'nkmo2');
  if (isRefusal(newKeyMiddleOrder2)) return newKeyMiddleOrder2;
  const name = 'set3rdSectionDecoderKey';
  return { tokenClass: 2, subclass: 8, name, supplyGroupCodeLowOrder, newKeyMiddleOrder2 };
}

function readFourth(fields: JsonObject): KeyChangeSectionToken | Refusal {
  const supplyGroupCodeHighOrder = readWhole(fields, 'sgcho');
  if (isRefusal(supplyGroupCodeHighOrder)) return supplyGroupCodeHighOrder;
  const newKeyMiddleOrder1 = readKeyPart(fields, 'nkmo1');
  if (isRefusal(newKeyMiddleOrder1)) return newKeyMiddleOrder1;
  const name = 'set4thSectionDecoderKey';
  return { tokenClass: 2, subclass: 9, name, supplyGroupCodeHighOrder, newKeyMiddleOrder1 };
}

/** Four octets of a key as eight hexadecimal digits, or the number of 32 bits they are. */
function readKeyPart(fields: JsonObject, member: string): number | Refusal {
  if (typeof fields[member] === 'number') return readWhole(fields, member);
  const octets = readHex(fields, member);
  if (isRefusal(octets)) return octets;
  return octets.reduce((number, octet) => number * 256 + octet, 0);
}

function readNumberOrDigits(fields: JsonObject, member: string, length: number): number | Refusal {
  if (typeof fields[member] === 'number') return readWhole(fields, member);
  const digits = readDigits(fields, member, length);
  return isRefusal(digits) ? digits : Number(digits);
}

/** The fields as the numbers they are, parts of the key among them. */
export function describeKeySectionToken(token: KeyChangeSectionToken): JsonObject {
  switch (token.subclass) {
    case 3:
      return {
        fields: {
          kenho: token.keyExpiryNumberHighOrder,
          krn: token.keyRevisionNumber,
          ro: token.rollover,
          kct3: token.thirdKeyChangeToken,
          kt: token.keyType,
          nkho: token.newKeyHighOrder,
        },
      };
    case 4:
      return {
        fields: {
          kenlo: token.keyExpiryNumberLowOrder,
          ti: token.tariffIndex,
          nklo: token.newKeyLowOrder,
        },
      };
    case 8:
      return 'supplyGroupCode' in token
        ? { fields: { sgc: token.supplyGroupCode, pad: token.padding } }
        : { fields: { sgclo: token.supplyGroupCodeLowOrder, nkmo2: token.newKeyMiddleOrder2 } };
    case 9:
      return {
        fields: { sgcho: token.supplyGroupCodeHighOrder, nkmo1: token.newKeyMiddleOrder1 },
      };
  }
}
