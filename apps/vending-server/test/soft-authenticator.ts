/**
 * A passkey device in software, for tests: it signs what it is asked to, and can be told to misbehave.
 * Written from the WebAuthn specification (level 3): ES256, attestation "none".
 */
import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';

const FLAG_USER_PRESENT = 0x01;
const FLAG_USER_VERIFIED = 0x04;
const FLAG_ATTESTED = 0x40;

interface Asked {
  readonly challenge: string;
  readonly origin: string;
  readonly rpId: string;
}

export interface Misbehaviour {
  readonly origin?: string;
  readonly rpId?: string;
  readonly challenge?: string;
  readonly counter?: number;
  readonly unverified?: boolean;
  readonly type?: string;
}

export interface SoftPasskey {
  readonly id: string;
  /** RegistrationResponseJSON. */
  made(asked: Asked, wrong?: Misbehaviour): object;
  /** AuthenticationResponseJSON. */
  shown(asked: Asked, wrong?: Misbehaviour): object;
}

const text = (octets: Uint8Array): string => Buffer.from(octets).toString('base64url');
const sha256 = (data: Uint8Array | string): Buffer => createHash('sha256').update(data).digest();

/** Just the CBOR that is needed: maps, text, octets and small whole numbers. */
function cbor(value: unknown): Buffer {
  if (typeof value === 'number') return value >= 0 ? head(0, value) : head(1, -1 - value);
  if (typeof value === 'string')
    return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
  if (value instanceof Uint8Array) return Buffer.concat([head(2, value.length), value]);
  if (!(value instanceof Map)) throw new TypeError('not encoded here');
  const parts = [...value].flatMap(([key, each]) => [cbor(key), cbor(each)]);
  return Buffer.concat([head(5, value.size), ...parts]);
}

function head(major: number, length: number): Buffer {
  if (length < 24) return Buffer.from([(major << 5) | length]);
  if (length < 256) return Buffer.from([(major << 5) | 24, length]);
  return Buffer.from([(major << 5) | 25, length >> 8, length & 0xff]);
}

function coseKey(publicKey: KeyObject): Buffer {
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  const octets = (coordinate: string): Buffer => Buffer.from(coordinate, 'base64url');
  return cbor(
    new Map<number, unknown>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, octets(x)],
      [-3, octets(y)],
    ]),
  );
}

function clientData(type: string, { challenge, origin }: Asked, wrong: Misbehaviour): Buffer {
  return Buffer.from(
    JSON.stringify({
      type: wrong.type ?? type,
      challenge: wrong.challenge ?? challenge,
      origin: wrong.origin ?? origin,
      crossOrigin: false,
    }),
  );
}

function authenticatorData(
  asked: Asked,
  wrong: Misbehaviour,
  counter: number,
  more?: Buffer,
): Buffer {
  const verified = wrong.unverified === true ? 0 : FLAG_USER_VERIFIED;
  const flags = FLAG_USER_PRESENT | verified | (more === undefined ? 0 : FLAG_ATTESTED);
  const count = Buffer.alloc(4);
  count.writeUInt32BE(wrong.counter ?? counter);
  const rpIdHash = sha256(wrong.rpId ?? asked.rpId);
  return Buffer.concat([rpIdHash, Buffer.from([flags]), count, more ?? Buffer.alloc(0)]);
}

/** Its counter begins with 1 and rises with each use. */
export function newSoftPasskey(): SoftPasskey {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const credential = randomBytes(16);
  const id = text(credential);
  let counter = 0;
  const common = { id, rawId: id, type: 'public-key', clientExtensionResults: {} };
  return {
    id,
    made(asked, wrong = {}) {
      counter += 1;
      const length = Buffer.from([0, credential.length]);
      const attested = Buffer.concat([Buffer.alloc(16), length, credential, coseKey(publicKey)]);
      const authData = authenticatorData(asked, wrong, counter, attested);
      const attestation = new Map<string, unknown>([
        ['fmt', 'none'],
        ['attStmt', new Map()],
        ['authData', authData],
      ]);
      const clientDataJSON = text(clientData('webauthn.create', asked, wrong));
      const attestationObject = text(cbor(attestation));
      return {
        ...common,
        response: { clientDataJSON, attestationObject, transports: ['internal'] },
      };
    },
    shown(asked, wrong = {}) {
      counter += 1;
      const data = clientData('webauthn.get', asked, wrong);
      const authData = authenticatorData(asked, wrong, counter);
      const signature = sign('sha256', Buffer.concat([authData, sha256(data)]), privateKey);
      return {
        ...common,
        response: {
          clientDataJSON: text(data),
          authenticatorData: text(authData),
          signature: text(signature),
        },
      };
    },
  };
}
