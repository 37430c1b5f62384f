/** The operation `block`: one block through an encryption algorithm, once or many times over. */
import { blockFromOctets, octetsFromBlock } from '@wattvend/sts/block64.js';
import { DecoderKey } from '@wattvend/sts/decoder-key.js';
import { tokenCipher } from '@wattvend/sts/token-cipher.js';
import {
  type Answer,
  hexOf,
  isRefusal,
  type JsonObject,
  readHex,
  readWholeOr,
  refuse,
} from '../request.ts';
import { readEncryptionAlgorithm } from './key.ts';
import { readStaTables } from './sta-tables.ts';

// A million blocks take a second; more would look like a program that hangs.
const TIMES_MAX = 1_000_000;

export function answerBlock(request: JsonObject): Answer {
  const encryptionAlgorithm = readEncryptionAlgorithm(request, 'ea');
  if (isRefusal(encryptionAlgorithm)) return encryptionAlgorithm;
  const tables = readStaTables(request);
  if (isRefusal(tables)) return tables;
  const key = readHex(request, 'key');
  if (isRefusal(key)) return key;
  const octets = readHex(request, 'in');
  if (isRefusal(octets)) return octets;
  const times = readWholeOr(request, 'times', 1);
  if (isRefusal(times)) return times;
  if (times > TIMES_MAX) return refuse('BadRequest', `"times" is at most ${TIMES_MAX}`);
  const { dir } = request;
  if (dir !== 'encrypt' && dir !== 'decrypt') {
    return refuse('BadRequest', '"dir" must be "encrypt" or "decrypt"');
  }
  const cipher = tokenCipher(encryptionAlgorithm, new DecoderKey(key), tables);
  const block = blockFromOctets(octets);
  for (let turn = 0; turn < times; turn++) {
    if (dir === 'encrypt') cipher.encrypt(block);
    else cipher.decrypt(block);
  }
  return { ok: true, out: hexOf(octetsFromBlock(block)) };
}
