/** The operation `block`: one block through an encryption algorithm, once or many times over. */
import { blockFromOctets, octetsFromBlock } from '@wattvend/sts/block64.js';
import { DecoderKey, type EncryptionAlgorithm } from '@wattvend/sts/decoder-key.js';
import {
  type Answer,
  hexOf,
  isRefusal,
  type JsonObject,
  readHex,
  readWholeOr,
  refuse,
} from '../request.ts';
import { readCipherOf, readEncryptionAlgorithm } from './key.ts';

// What takes about a second; more would look like a program that hangs.
const TIMES_MAX: Readonly<Record<EncryptionAlgorithm, number>> = {
  '07': 1_000_000,
  '09': 1_000_000,
  '11': 1_000_000,
  '61': 1_000_000,
  '62': 10_000,
};

export function answerBlock(request: JsonObject): Answer {
  const encryptionAlgorithm = readEncryptionAlgorithm(request, 'ea');
  if (isRefusal(encryptionAlgorithm)) return encryptionAlgorithm;
  const key = readHex(request, 'key');
  if (isRefusal(key)) return key;
  const octets = readHex(request, 'in');
  if (isRefusal(octets)) return octets;
  const times = readWholeOr(request, 'times', 1);
  if (isRefusal(times)) return times;
  const timesMax = TIMES_MAX[encryptionAlgorithm];
  if (times > timesMax) return refuse('BadRequest', `"times" is at most ${timesMax}`);
  const { dir } = request;
  if (dir !== 'encrypt' && dir !== 'decrypt') {
    return refuse('BadRequest', '"dir" must be "encrypt" or "decrypt"');
  }
  const decoderKey = new DecoderKey(key);
  const cipher = readCipherOf({ encryptionAlgorithm, decoderKey }, {}, request);
  if (isRefusal(cipher)) return cipher;
  const block = blockFromOctets(octets);
  for (let turn = 0; turn < times; turn++) {
    if (dir === 'encrypt') cipher.encrypt(block);
    else cipher.decrypt(block);
  }
  return { ok: true, out: hexOf(octetsFromBlock(block)) };
}
