/**
 * A file of keys that may open a token: a list in the key form of the known-answer language, each
 * with what is known of the key. What is wrong with it is said without repeating any of it but names.
 */
import type { CandidateKey } from '@wattvend/sts/explanation.js';
import {
  readCipherOf,
  readKey,
  readKeyExpiryNumber,
  readKeyType,
  readSupplyGroupCode,
} from '../sts/operations/key.ts';
import { readBaseDate } from '../sts/operations/token-identifier.ts';
import { refusalOfError } from '../sts/refusal-codes.ts';
import { isJsonObject, isRefusal, type JsonObject, type Refusal, refuse } from '../sts/request.ts';
import { printable } from '../text-layout.ts';

export const KEYS_OCTETS_MAX = 1_000_000;

// More would take longer than a person waits.
const KEYS_MAX = 10_000;
const NAME_LENGTH_MAX = 60;

export type ParsedCandidateKeys =
  | { readonly kind: 'candidates'; readonly candidates: readonly CandidateKey[] }
  | { readonly kind: 'fault'; readonly detail: string };

/** Null stands for a file that is longer than KEYS_OCTETS_MAX. */
export function parseCandidateKeys(content: string | null): ParsedCandidateKeys {
  if (content === null) return fault(`it has more than ${KEYS_OCTETS_MAX} octets`);
  let list: unknown;
  try {
    list = JSON.parse(content);
  } catch {
    // The parser's own message repeats a piece of the file, which may be a key.
    return fault('it is not JSON');
  }
  if (!Array.isArray(list)) return fault('it is not a list of keys');
  if (list.length === 0) return fault('it has no keys');
  if (list.length > KEYS_MAX) return fault(`it has more than ${KEYS_MAX} keys`);
  const candidates: CandidateKey[] = [];
  for (const [index, description] of (list as readonly unknown[]).entries()) {
    const name = nameOf(description, index);
    const candidate = readCandidate(description, name);
    if (isRefusal(candidate)) return fault(`key ${index + 1} (${name}): ${candidate.detail}`);
    candidates.push(candidate);
  }
  return { kind: 'candidates', candidates };
}

function fault(detail: string): ParsedCandidateKeys {
  return { kind: 'fault', detail };
}

function nameOf(description: unknown, index: number): string {
  const name = isJsonObject(description) ? description['name'] : undefined;
  const text = typeof name === 'string' ? printable(name).trim().slice(0, NAME_LENGTH_MAX) : '';
  return text === '' ? `key ${index + 1}` : text;
}

function readCandidate(description: unknown, name: string): CandidateKey | Refusal {
  if (!isJsonObject(description)) return refuse('BadRequest', 'a key is an object');
  try {
    return candidateOf(description, name);
  } catch (error) {
    const refusal = refusalOfError(error);
    if (refusal === null) throw error;
    return refusal;
  }
}

function candidateOf(description: JsonObject, name: string): CandidateKey | Refusal {
  const key = readKey(description);
  if (isRefusal(key)) return key;
  const cipher = readCipherOf(key, description, description);
  if (isRefusal(cipher)) return cipher;
  const baseDate = readBaseDate(description, 'baseDate');
  if (isRefusal(baseDate)) return baseDate;
  const keyType = readIfThere(description, 'kt', readKeyType);
  if (isRefusal(keyType)) return keyType;
  const keyExpiryNumber = readIfThere(description, 'ken', readKeyExpiryNumber);
  if (isRefusal(keyExpiryNumber)) return keyExpiryNumber;
  const supplyGroupCode = readIfThere(description, 'sgc', readSupplyGroupCode);
  if (isRefusal(supplyGroupCode)) return supplyGroupCode;
  return {
    name,
    cipher,
    baseDate,
    ...(keyType !== undefined && { keyType }),
    ...(keyExpiryNumber !== undefined && { keyExpiryNumber }),
    ...(supplyGroupCode !== undefined && { supplyGroupCode }),
  };
}

function readIfThere<Value>(
  parent: JsonObject,
  member: string,
  read: (parent: JsonObject, member: string) => Value | Refusal,
): Value | Refusal | undefined {
  return parent[member] === undefined ? undefined : read(parent, member);
}
