/**
 * A firmware image: a header, an Ed25519 signature over the very octets of the header, and the
 * program, whose SHA-256 stands in the header. DLMS leaves the authenticity of an image to the maker;
 * this container is ours and is written down in docs/reference/firmware-image.md.
 *
 * A header has one encoding only: what decodes encodes to the same octets.
 */

import { ed25519 } from '@noble/curves/ed25519.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { type Instant, instant } from '@wattvend/quantities/time.js';
import { hexadecimalFromOctets, octetsFromHexadecimal } from '@wattvend/sts/hexadecimal.js';
import {
  type FirmwareState,
  HARDWARE_MODEL_MAX,
  HARDWARE_REVISION_MAX,
  type ImageComponent,
} from './firmware-state.ts';

export interface ImageHeader {
  /** Two or four digits, as in the MeterPAN. */
  readonly manufacturerCode: string;
  readonly hardware: {
    readonly model: string;
    /** The revisions it runs on, both included. */
    readonly from: number;
    readonly to: number;
  };
  /** Letters, digits, dots, plus and minus; at most IMAGE_VERSION_MAX characters. */
  readonly version: string;
  readonly securityNumber: number;
  readonly component: ImageComponent;
  /** In octets. */
  readonly payloadSize: number;
  /** SHA-256 in lower-case hex. */
  readonly payloadHash: string;
  /** It does not run before; null where it may at once. */
  readonly notBefore: Instant | null;
}

/** What a maker says of an image; size and hash follow from the program. */
export type ImageOrder = Omit<ImageHeader, 'payloadSize' | 'payloadHash'>;

/** Two of them and a sign between fit in an entry of the event log. */
export const IMAGE_VERSION_MAX = 15;

export const SECURITY_NUMBER_MAX: number = 2 ** 32 - 1;

/** A gibibyte: far above any program of a meter. */
export const PAYLOAD_OCTETS_MAX: number = 2 ** 30;

export const SIGNATURE_OCTETS = 64;
const PUBLIC_KEY_OCTETS = 32;
const HASH_OCTETS = 32;

// "WVFW"; an old or foreign file is told from a damaged one by it.
const MAGIC = [0x57, 0x56, 0x46, 0x57] as const;
const FORMAT = 1;

const COMPONENT_CODES: Readonly<Record<ImageComponent, number>> = {
  'legally-relevant': 1,
  application: 2,
};

// A signature for another purpose under the same key can never be one over an image.
const DOMAIN = asciiOctets('wattvend firmware image 1\0');

const MANUFACTURER_CODE = /^(?:\d{2}|\d{4})$/;
const HARDWARE_MODEL = /^[\x20-\x7e]+$/;
const VERSION = /^[0-9A-Za-z][0-9A-Za-z.+-]*$/;

/** Whether a text can be the version of an image. */
export function isImageVersion(text: string): boolean {
  return text.length <= IMAGE_VERSION_MAX && VERSION.test(text);
}

/** Whether this is an Ed25519 public key in lower-case hex that a meter may trust. */
export function isTrustableKey(publicKeyHex: string): boolean {
  if (!/^[0-9a-f]{64}$/.test(publicKeyHex)) return false;
  try {
    // A point of small order is a key under which anybody signs.
    return !ed25519.Point.fromHex(publicKeyHex).isSmallOrder();
  } catch {
    return false;
  }
}

/**
 * The image of a program. `sign` is handed the message and answers with an Ed25519 signature over it;
 * the private key stays with whoever owns it. Throws RangeError for a header that cannot be written
 * down, an empty or too long program, and a signature that has not 64 octets.
 */
export function encodeImage(
  order: ImageOrder,
  payload: Readonly<Uint8Array>,
  sign: (message: Uint8Array) => Readonly<Uint8Array>,
): Uint8Array {
  const header = encodeImageHeader({
    ...order,
    payloadSize: payload.length,
    payloadHash: hexadecimalFromOctets(sha256(Uint8Array.from(payload))),
  });
  const signature = sign(signedMessage(header));
  if (signature.length !== SIGNATURE_OCTETS) {
    throw new RangeError(`a signature has ${SIGNATURE_OCTETS} octets, got ${signature.length}`);
  }
  return joined([header, signature, payload]);
}

/** Throws RangeError for what headerObjection objects to. */
export function encodeImageHeader(header: ImageHeader): Uint8Array {
  const objection = headerObjection(header);
  if (objection !== null) throw new RangeError(objection);
  const { hardware, notBefore } = header;
  return joined([
    [...MAGIC, FORMAT],
    textField(header.manufacturerCode),
    textField(hardware.model),
    bigEndian(hardware.from, 2),
    bigEndian(hardware.to, 2),
    textField(header.version),
    bigEndian(header.securityNumber, 4),
    [COMPONENT_CODES[header.component]],
    bigEndian(header.payloadSize, 4),
    octetsFromHexadecimal(header.payloadHash),
    notBefore === null ? [0] : [1, ...bigEndian(notBefore, 8)],
  ]);
}

/** What cannot be written in a header, or null. */
function headerObjection(header: ImageHeader): string | null {
  const { from, model, to } = header.hardware;
  const { notBefore, payloadHash, payloadSize, securityNumber } = header;
  if (!MANUFACTURER_CODE.test(header.manufacturerCode)) {
    return 'a manufacturer code has two or four digits';
  }
  if (model.length > HARDWARE_MODEL_MAX || !HARDWARE_MODEL.test(model)) {
    return `a hardware model has 1 to ${HARDWARE_MODEL_MAX} printable ASCII characters`;
  }
  if (!isWhole(from, 0, HARDWARE_REVISION_MAX) || !isWhole(to, from, HARDWARE_REVISION_MAX)) {
    return `hardware revisions rise and lie between 0 and ${HARDWARE_REVISION_MAX}`;
  }
  if (!isImageVersion(header.version)) {
    return (
      `a version has 1 to ${IMAGE_VERSION_MAX} letters, digits, dots, plus and minus signs and ` +
      'begins with a letter or a digit'
    );
  }
  if (!isWhole(securityNumber, 0, SECURITY_NUMBER_MAX)) {
    return `a security number is a whole number from 0 to ${SECURITY_NUMBER_MAX}`;
  }
  if (!isWhole(payloadSize, 1, PAYLOAD_OCTETS_MAX)) {
    return `a program has 1 to ${PAYLOAD_OCTETS_MAX} octets`;
  }
  if (!/^[0-9a-f]{64}$/.test(payloadHash)) return 'a SHA-256 has 64 lower-case hex digits';
  if (notBefore !== null && !isWhole(notBefore, 0, Number.MAX_SAFE_INTEGER)) {
    return 'no image waits for a time before 1970';
  }
  return null;
}

/** In this order: the first that applies is returned. */
export const IMAGE_HEADER_FAULTS = ['not-an-image', 'format-unknown', 'header'] as const;
export type ImageHeaderFault = (typeof IMAGE_HEADER_FAULTS)[number];

export type DecodedImageHeader =
  | {
      readonly kind: 'header';
      readonly header: ImageHeader;
      /** How many octets it takes; the signature begins there. */
      readonly headerOctets: number;
    }
  | { readonly kind: 'fault'; readonly fault: ImageHeaderFault };

/** Reads the header at the beginning of an image. It says nothing about who wrote it. */
export function decodeImageHeader(octets: Readonly<Uint8Array>): DecodedImageHeader {
  if (MAGIC.some((octet, at) => octets[at] !== octet)) return headerFault('not-an-image');
  if (octets.length <= MAGIC.length) return headerFault('header');
  if (octets[MAGIC.length] !== FORMAT) return headerFault('format-unknown');
  const reader = new HeaderReader(octets, MAGIC.length + 1);
  const manufacturerCode = reader.text();
  const model = reader.text();
  const hardware = { model, from: reader.number(2), to: reader.number(2) };
  const version = reader.text();
  const securityNumber = reader.number(4);
  const componentCode = reader.number(1);
  const payloadSize = reader.number(4);
  const payloadHash = hexadecimalFromOctets(reader.octets(HASH_OCTETS));
  const flag = reader.number(1);
  const waitsFor = flag === 1 ? reader.number(8) : null;
  const component = componentOfCode(componentCode);
  if (reader.isBeyondEnd() || flag > 1 || component === null) return headerFault('header');
  if (waitsFor !== null && !Number.isSafeInteger(waitsFor)) return headerFault('header');
  const header: ImageHeader = {
    manufacturerCode,
    hardware,
    version,
    securityNumber,
    component,
    payloadSize,
    payloadHash,
    notBefore: waitsFor === null ? null : instant(waitsFor),
  };
  if (headerObjection(header) !== null) return headerFault('header');
  return { kind: 'header', header, headerOctets: reader.place() };
}

function headerFault(fault: ImageHeaderFault): DecodedImageHeader {
  return { kind: 'fault', fault };
}

function componentOfCode(code: number): ImageComponent | null {
  if (code === COMPONENT_CODES['legally-relevant']) return 'legally-relevant';
  return code === COMPONENT_CODES.application ? 'application' : null;
}

/**
 * In this order: the first that applies is returned. Nothing that a header says is believed before its
 * signature is good, but for the size and the hash, which are cheaper and find what was damaged on
 * the way.
 */
export const IMAGE_FAULTS = [
  'not-an-image',
  'format-unknown',
  'header',
  'size',
  'hash',
  'signature',
  'other-maker',
  'other-hardware',
  'rolled-back',
  'same-version',
] as const;
export type ImageFault = (typeof IMAGE_FAULTS)[number];

/** What of a meter decides whether an image is for it. */
export interface ImageTarget
  extends Pick<FirmwareState, 'hardware' | 'runningVersion' | 'securityNumber'> {
  readonly manufacturerCode: string;
}

export type VerifiedOctets =
  | { readonly kind: 'image'; readonly header: ImageHeader }
  | { readonly kind: 'fault'; readonly fault: ImageFault };

/**
 * Whether octets are a whole image, signed by one of these keys (Ed25519 public keys in lower-case
 * hex) and for this meter; without a meter, for any. An image whose security number is that of the
 * meter is not rolled back: numbers rise only where an older program must not come back.
 */
export function verifyImage(
  octets: Readonly<Uint8Array>,
  trustedKeys: readonly string[],
  target: ImageTarget | null,
): VerifiedOctets {
  const decoded = decodeImageHeader(octets);
  if (decoded.kind === 'fault') return decoded;
  const { header, headerOctets } = decoded;
  const payloadAt = headerOctets + SIGNATURE_OCTETS;
  if (octets.length !== payloadAt + header.payloadSize) return imageFault('size');
  const hash = hexadecimalFromOctets(sha256(octets.slice(payloadAt)));
  if (hash !== header.payloadHash) return imageFault('hash');
  const message = signedMessage(octets.slice(0, headerOctets));
  const signature = octets.slice(headerOctets, payloadAt);
  if (!trustedKeys.some((key) => isSignedBy(key, message, signature))) {
    return imageFault('signature');
  }
  const misfit = target === null ? null : misfitOf(header, target);
  return misfit === null ? { kind: 'image', header } : imageFault(misfit);
}

function imageFault(fault: ImageFault): VerifiedOctets {
  return { kind: 'fault', fault };
}

function misfitOf(header: ImageHeader, target: ImageTarget): ImageFault | null {
  const { hardware } = target;
  if (header.manufacturerCode !== target.manufacturerCode) return 'other-maker';
  if (
    header.hardware.model !== hardware.model ||
    hardware.revision < header.hardware.from ||
    hardware.revision > header.hardware.to
  ) {
    return 'other-hardware';
  }
  if (header.securityNumber < target.securityNumber) return 'rolled-back';
  return header.version === target.runningVersion ? 'same-version' : null;
}

function isSignedBy(publicKeyHex: string, message: Uint8Array, signature: Uint8Array): boolean {
  if (!/^[0-9a-f]+$/.test(publicKeyHex) || publicKeyHex.length !== 2 * PUBLIC_KEY_OCTETS) {
    return false;
  }
  // Strict (RFC 8032): one signature, one encoding, and no key of small order that signs everything.
  const options = { zip215: false };
  return ed25519.verify(signature, message, octetsFromHexadecimal(publicKeyHex), options);
}

function signedMessage(header: Readonly<Uint8Array>): Uint8Array {
  return joined([DOMAIN, header]);
}

function textField(text: string): readonly number[] {
  return [text.length, ...asciiOctets(text)];
}

function asciiOctets(text: string): readonly number[] {
  return Array.from(text, (character) => character.charCodeAt(0));
}

function bigEndian(value: number, octets: number): readonly number[] {
  return Array.from({ length: octets }, (_, at) =>
    Number((BigInt(value) >> BigInt(8 * (octets - 1 - at))) & 0xffn),
  );
}

function joined(parts: readonly (Readonly<Uint8Array> | readonly number[])[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((octets, part) => octets + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function isWhole(value: number, least: number, most: number): boolean {
  return Number.isSafeInteger(value) && value >= least && value <= most;
}

/** Reads on past the end as if zeros were there, and remembers that it did. */
class HeaderReader {
  readonly #octets: Readonly<Uint8Array>;
  #at: number;

  constructor(octets: Readonly<Uint8Array>, at: number) {
    this.#octets = octets;
    this.#at = at;
  }

  octets(count: number): Uint8Array {
    const read = new Uint8Array(count);
    read.set(this.#octets.slice(this.#at, this.#at + count));
    this.#at += count;
    return read;
  }

  /** Most significant octet first. One above 2^53 is not exact, and is not a safe integer either. */
  number(octets: number): number {
    return this.octets(octets).reduce((value, octet) => value * 256 + octet, 0);
  }

  text(): string {
    return String.fromCharCode(...this.octets(this.number(1)));
  }

  place(): number {
    return this.#at;
  }

  isBeyondEnd(): boolean {
    return this.#at > this.#octets.length;
  }
}
