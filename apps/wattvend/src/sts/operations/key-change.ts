/** The operation `keyChange`: the tokens that carry a new key to a meter. */
import { encryptKeyChange, type KeyChange } from '@wattvend/sts/key-change.js';
import {
  type Answer,
  hexOf,
  isRefusal,
  type JsonObject,
  type Refusal,
  readFlag,
  readObject,
  refuse,
} from '../request.ts';
import {
  type KeyInUse,
  readCipherOf,
  readKey,
  readKeyExpiryNumber,
  readKeyRevisionNumber,
  readKeyType,
  readSupplyGroupCode,
  readTariffIndex,
} from './key.ts';

const KEN_NEVER_EXPIRES = 255;

export function answerKeyChange(request: JsonObject): Answer {
  const old = readObject(request, 'old');
  if (isRefusal(old)) return old;
  const changed = readObject(request, 'new');
  if (isRefusal(changed)) return changed;
  const oldKey = readKey(old);
  if (isRefusal(oldKey)) return oldKey;
  // A meter keeps its algorithm, so the new key is for that of the old one unless the request says.
  const newKey = readKey(changed, oldKey.encryptionAlgorithm);
  if (isRefusal(newKey)) return newKey;
  // A key given outright need not say whose it is; the new one is for the same meter.
  const cipher = readCipherOf(oldKey, old['pan'] === undefined ? changed : old, request);
  if (isRefusal(cipher)) return cipher;
  const change = readKeyChange(request, { old, changed }, newKey);
  if (isRefusal(change)) return change;
  return {
    ok: true,
    tokens: encryptKeyChange(change, cipher),
    oldKey: oldKey.decoderKey.use(hexOf),
    newKey: newKey.decoderKey.use(hexOf),
  };
}

function readKeyChange(
  request: JsonObject,
  { old, changed }: { readonly old: JsonObject; readonly changed: JsonObject },
  { decoderKey }: KeyInUse,
): KeyChange | Refusal {
  const type = readKeyType(changed, 'kt');
  if (isRefusal(type)) return type;
  const revision = readKeyRevisionNumber(changed, 'krn');
  if (isRefusal(revision)) return revision;
  const ken = readKeyExpiryNumber({ ken: KEN_NEVER_EXPIRES, ...changed }, 'ken');
  if (isRefusal(ken)) return ken;
  const tariff = readTariffIndex(changed, 'ti');
  if (isRefusal(tariff)) return tariff;
  const rollover = readRollover(old, changed);
  if (isRefusal(rollover)) return rollover;
  const isThree = readFlag(request, 'three');
  if (isRefusal(isThree)) return isThree;
  // A key of 128 bits takes its supply group with it; one of 64 bits only in a set of three.
  const hasSupplyGroup = isThree || decoderKey.length === 16;
  const group = hasSupplyGroup ? readSupplyGroupCode(changed, 'sgc') : null;
  if (isRefusal(group)) return group;
  return {
    decoderKey,
    keyType: type,
    keyRevisionNumber: revision,
    keyExpiryNumber: ken,
    tariffIndex: tariff,
    supplyGroupCode: group,
    rollover,
  };
}

/**
 * "ro" as the request has it, 1 or 0; without it, whether the base dates differ. A key that names
 * no base date has that of 1993, as when it is derived or in a meter.
 */
function readRollover(old: JsonObject, changed: JsonObject): boolean | Refusal {
  const { ro } = changed;
  if (ro === undefined) {
    const { baseDate: from = 1993 } = old;
    const { baseDate: to = 1993 } = changed;
    return from !== to;
  }
  if (ro === 0 || ro === 1) return ro === 1;
  if (typeof ro === 'boolean') return ro;
  return refuse('BadRequest', '"ro" must be 0 or 1');
}
