/** Keys and images invented for these tests. No maker signs with them. */
import { createPrivateKey, createPublicKey, type KeyObject, sign } from 'node:crypto';
import { encodeImage, type ImageOrder } from '@wattvend/meter/image.js';

// PKCS #8 of an Ed25519 private key is this and the 32 octets of its seed (RFC 8410).
const PKCS8_BEFORE_SEED = Buffer.from('302e020100300506032b657004220420', 'hex');

interface TestKey {
  readonly sign: (message: Uint8Array) => Uint8Array;
  readonly publicKeyHex: string;
}

/** A key pair whose seed is one octet repeated, made by OpenSSL and not by the code under test. */
function testKey(seed: number): TestKey {
  const der = Buffer.concat([PKCS8_BEFORE_SEED, Buffer.alloc(32, seed)]);
  const key = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  return { sign: (message) => sign(null, message, key), publicKeyHex: publicHex(key) };
}

function publicHex(key: KeyObject): string {
  const der = createPublicKey(key).export({ format: 'der', type: 'spki' });
  return der.subarray(-32).toString('hex');
}

export const MAKER = testKey(1);
export const STRANGER = testKey(2);

export const ORDER: ImageOrder = {
  manufacturerCode: '12',
  hardware: { model: 'WATTVEND', from: 1, to: 3 },
  version: '1.1.0',
  securityNumber: 5,
  component: 'application',
  notBefore: null,
};

export function program(octets: number, first = 7): Uint8Array {
  return Uint8Array.from({ length: octets }, (_, at) => (first + at * 31) % 256);
}

export function image(changes: Partial<ImageOrder> = {}, payload = program(500)): Uint8Array {
  return encodeImage({ ...ORDER, ...changes }, payload, MAKER.sign);
}
