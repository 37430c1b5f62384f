/**
 * Frames: how a checkpoint and a journal record stand on the device. A frame says what it is, which
 * generations of the memory it leads from and to, how long it is, and a CRC-32 over all of it, so
 * that a torn or decayed one is never read.
 *
 *     0  magic, 0xa5: no character of a payload, which is ASCII, so that no payload looks like a frame
 *     1  what it is
 *     2  format of frame and payload
 *     3  previous generation, six octets
 *     9  generation, six octets
 *    15  length of the payload, three octets
 *    18  CRC-32 over octets 0 to 17 and the payload
 *    22  payload
 *
 * Numbers have their most significant octet first.
 */
import { ERASED_OCTET } from './nonvolatile-device.ts';
import { crc32OfOctets } from './octet-checksum.ts';

export type FrameKind = 'checkpoint' | 'record';

export interface Frame {
  /** Of a checkpoint the generation itself. */
  readonly previous: number;
  readonly generation: number;
  /** ASCII. */
  readonly payload: string;
}

/** A sound frame where it stands. Its payload is taken only when it is needed. */
export interface FoundFrame {
  readonly kind: 'frame';
  readonly previous: number;
  readonly generation: number;
  readonly at: number;
  /** With the header. */
  readonly length: number;
}

/** What stands at a place: a frame; none; or one that begins as a frame and is not sound. */
export type ReadFrame = FoundFrame | { readonly kind: 'none' } | { readonly kind: 'unsound' };

export const FRAME_HEADER_OCTETS = 22;
export const FRAME_CHECKSUM_AT = 18;
/** What a frame is found by, before its checksum is looked at. */
export const FRAME_MAGIC = 0xa5;

const KIND_AT = 1;
const FORMAT_AT = 2;
const PREVIOUS_AT = 3;
const GENERATION_AT = 9;
const LENGTH_AT = 15;
const FORMAT = 1;
const KINDS: Readonly<Record<FrameKind, number>> = { checkpoint: 0xc0, record: 0xd0 };
const PAYLOAD_MAX = 0xff_ffff;

/** Written over the header of a frame that must never be read. */
export const FRAME_BLANK: Readonly<Uint8Array> = new Uint8Array(FRAME_HEADER_OCTETS).fill(
  ERASED_OCTET,
);

const NONE: ReadFrame = { kind: 'none' };
const UNSOUND: ReadFrame = { kind: 'unsound' };

/** Refuses, with a RangeError, a payload that is not ASCII or too long to be counted. */
export function encodeFrame(kind: FrameKind, { generation, payload, previous }: Frame): Uint8Array {
  if (payload.length > PAYLOAD_MAX) throw new RangeError(`${payload.length} octets in a frame`);
  const octets = new Uint8Array(FRAME_HEADER_OCTETS + payload.length);
  octets[0] = FRAME_MAGIC;
  octets[KIND_AT] = KINDS[kind];
  octets[FORMAT_AT] = FORMAT;
  putNumber(octets, PREVIOUS_AT, 6, previous);
  putNumber(octets, GENERATION_AT, 6, generation);
  putNumber(octets, LENGTH_AT, 3, payload.length);
  putText(octets, FRAME_HEADER_OCTETS, payload);
  putNumber(octets, FRAME_CHECKSUM_AT, 4, checksumOf(octets, 0, octets.length));
  return octets;
}

/** Reads what stands at a place, in the octets up to an end. */
export function readFrame(
  kind: FrameKind,
  image: Readonly<Uint8Array>,
  at: number,
  end: number,
): ReadFrame {
  if (image[at] !== FRAME_MAGIC) return NONE;
  if (image[at + KIND_AT] !== KINDS[kind] || image[at + FORMAT_AT] !== FORMAT) return UNSOUND;
  const length = frameLength(image, at);
  if (at + length > end) return UNSOUND;
  const stored = takeNumber(image, at + FRAME_CHECKSUM_AT, 4);
  if (checksumOf(image, at, at + length) !== stored) return UNSOUND;
  return {
    kind: 'frame',
    previous: takeNumber(image, at + PREVIOUS_AT, 6),
    generation: takeNumber(image, at + GENERATION_AT, 6),
    at,
    length,
  };
}

export function framePayload(
  image: Readonly<Uint8Array>,
  { at, length }: Pick<FoundFrame, 'at' | 'length'>,
): string {
  return takeText(image, at + FRAME_HEADER_OCTETS, at + length);
}

/** What the header at a place says of its length, whether it is sound or not. */
export function frameLength(image: Readonly<Uint8Array>, at: number): number {
  return FRAME_HEADER_OCTETS + takeNumber(image, at + LENGTH_AT, 3);
}

/** The checksum a frame of these octets must have. */
export function checksumOf(image: Readonly<Uint8Array>, at: number, end: number): number {
  const ofHeader = crc32OfOctets(image, at, at + FRAME_CHECKSUM_AT);
  return crc32OfOctets(image, at + FRAME_HEADER_OCTETS, end, ofHeader);
}

/** Puts a whole number, its most significant octet first. */
export function putNumber(octets: Uint8Array, at: number, width: number, value: number): void {
  if (!Number.isSafeInteger(value) || value < 0 || value >= 2 ** (8 * width)) {
    throw new RangeError(`${value} does not fit ${width} octets`);
  }
  let rest = value;
  for (let place = at + width - 1; place >= at; place--) {
    octets[place] = rest % 256;
    rest = Math.floor(rest / 256);
  }
}

export function takeNumber(octets: Readonly<Uint8Array>, at: number, width: number): number {
  let value = 0;
  for (let place = at; place < at + width; place++) value = value * 256 + (octets[place] ?? 0);
  return value;
}

/** Refuses, with a RangeError, a text that is not ASCII. */
export function putText(octets: Uint8Array, at: number, text: string): void {
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code > 0x7f) throw new RangeError(`the device keeps ASCII, found U+${code}`);
    octets[at + index] = code;
  }
}

export function takeText(octets: Readonly<Uint8Array>, from: number, until: number): string {
  let text = '';
  // In parts, because a call takes only so many arguments.
  for (let at = from; at < until; at += 4096) {
    const part = octets.subarray(at, Math.min(until, at + 4096));
    text += Reflect.apply(String.fromCharCode, String, part) as string;
  }
  return text;
}
