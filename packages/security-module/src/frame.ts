/**
 * Frames on the socket: the length of what follows as a 32-bit big-endian number, then one JSON
 * object in UTF-8. Sans-io: octets in, messages out.
 */

/** 256 requests of the greatest length, each with an order, need about 150 000 octets. */
export const FRAME_OCTETS_MAX: number = 256 * 1024;

const LENGTH_OCTETS = 4;

/** Throws RangeError for a message beyond FRAME_OCTETS_MAX. */
export function encodeFrame(message: object): Buffer {
  const json = JSON.stringify(message);
  const length = Buffer.byteLength(json);
  if (length > FRAME_OCTETS_MAX) {
    throw new RangeError(`a frame has at most ${FRAME_OCTETS_MAX} octets, got ${length}`);
  }
  const frame = Buffer.allocUnsafe(LENGTH_OCTETS + length);
  frame.writeUInt32BE(length);
  frame.write(json, LENGTH_OCTETS, 'utf8');
  return frame;
}

type FrameFault = 'frame_empty' | 'frame_too_long' | 'frame_not_json';

export type DecodedFrame =
  | { readonly kind: 'message'; readonly message: unknown }
  /** Nothing after a fault can be trusted; the connection is to be closed. */
  | { readonly kind: 'fault'; readonly fault: FrameFault };

/** Puts frames together from what arrives. Holds at most one frame and what came with its end. */
export class FrameDecoder {
  readonly #utf8 = new TextDecoder('utf-8', { fatal: true });
  #chunks: Buffer[] = [];
  #octets = 0;
  #isFaulty = false;

  /** Whether the beginning of a frame waits for its end. */
  get isMidFrame(): boolean {
    return this.#octets > 0;
  }

  /** All frames that end in this chunk; after a fault nothing more. */
  push(chunk: Buffer): readonly DecodedFrame[] {
    if (this.#isFaulty) return [];
    this.#chunks.push(chunk);
    this.#octets += chunk.length;
    const frames: DecodedFrame[] = [];
    for (let frame = this.#take(); frame !== null; frame = this.#take()) {
      frames.push(frame);
      if (frame.kind === 'fault') {
        this.#isFaulty = true;
        this.#chunks = [];
        break;
      }
    }
    return frames;
  }

  #take(): DecodedFrame | null {
    if (this.#octets < LENGTH_OCTETS) return null;
    const length = this.#joined(LENGTH_OCTETS).readUInt32BE(0);
    if (length === 0) return { kind: 'fault', fault: 'frame_empty' };
    if (length > FRAME_OCTETS_MAX) return { kind: 'fault', fault: 'frame_too_long' };
    const end = LENGTH_OCTETS + length;
    if (this.#octets < end) return null;
    const whole = this.#joined(end);
    const rest = whole.subarray(end);
    this.#chunks = rest.length > 0 ? [rest] : [];
    this.#octets = rest.length;
    try {
      const json = this.#utf8.decode(whole.subarray(LENGTH_OCTETS, end));
      return { kind: 'message', message: JSON.parse(json) };
    } catch {
      return { kind: 'fault', fault: 'frame_not_json' };
    }
  }

  /**
   * The first chunk, made to hold at least so many octets. Joins once for a frame, not per chunk.
   */
  #joined(octets: number): Buffer {
    const first = this.#chunks[0];
    if (first !== undefined && first.length >= octets) return first;
    const joined = Buffer.concat(this.#chunks);
    this.#chunks = [joined];
    return joined;
  }
}
