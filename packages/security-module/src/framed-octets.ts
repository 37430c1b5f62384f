/**
 * Octet strings made of framed items: each item is preceded by its length as a 16-bit big-endian
 * number. Two different lists of items can therefore never give the same octets, which is what a
 * signature and a hash need. Used for what is signed and for the contents of the sealed file.
 */

const ITEM_OCTETS_MAX = 0xffff;

// Short texts are nearly always ASCII, and are copied faster than a buffer is made for them.
const ASCII_COPY_MAX = 100;
const ASCII_MAX = 0x7f;

const WORD = 2 ** 32;

/** Collects items; the buffer grows, and a discarded one is zeroed, for it may hold keys. */
export class OctetWriter {
  #buffer: Buffer = Buffer.alloc(256);
  #length = 0;

  #reserve(octets: number): number {
    const start = this.#length;
    this.#length += octets;
    if (this.#length > this.#buffer.length) {
      const larger = Buffer.alloc(Math.max(2 * this.#length, 2 * this.#buffer.length));
      this.#buffer.copy(larger);
      this.#buffer.fill(0);
      this.#buffer = larger;
    }
    return start;
  }

  /** Throws RangeError for an item of more than 65 535 octets. */
  octets(item: Readonly<Uint8Array>): this {
    if (item.length > ITEM_OCTETS_MAX) {
      throw new RangeError(`an item has at most ${ITEM_OCTETS_MAX} octets, got ${item.length}`);
    }
    const start = this.#reserve(2 + item.length);
    this.#buffer.writeUInt16BE(item.length, start);
    this.#buffer.set(item, start + 2);
    return this;
  }

  /** In UTF-8. Throws RangeError as octets does. */
  text(item: string): this {
    if (item.length > ASCII_COPY_MAX) return this.octets(Buffer.from(item, 'utf8'));
    const start = this.#reserve(2 + item.length);
    for (let place = 0; place < item.length; place++) {
      const code = item.charCodeAt(place);
      if (code > ASCII_MAX) {
        this.#length = start;
        return this.octets(Buffer.from(item, 'utf8'));
      }
      this.#buffer[start + 2 + place] = code;
    }
    this.#buffer.writeUInt16BE(item.length, start);
    return this;
  }

  /** A whole number, 0 to 2^53 - 1, in eight octets; throws RangeError otherwise. */
  number(item: number): this {
    if (!Number.isSafeInteger(item) || item < 0) {
      throw new RangeError(`a whole number of 0 or more was expected, got ${item}`);
    }
    const start = this.#reserve(10);
    this.#buffer.writeUInt16BE(8, start);
    this.#buffer.writeUInt32BE(Math.floor(item / WORD), start + 2);
    this.#buffer.writeUInt32BE(item % WORD, start + 6);
    return this;
  }

  /** 0 to 2^64 - 1 in eight octets. */
  bigint(item: bigint): this {
    const start = this.#reserve(10);
    this.#buffer.writeUInt16BE(8, start);
    this.#buffer.writeBigUInt64BE(item, start + 2);
    return this;
  }

  /** A copy of what was written; the writer's own buffer is zeroed and must not be used again. */
  finish(): Buffer {
    const octets = Buffer.alloc(this.#length);
    this.#buffer.copy(octets, 0, 0, this.#length);
    this.#buffer.fill(0);
    return octets;
  }

  /** A copy of what was written, which is no secret; the writer begins anew with the same buffer. */
  take(): Buffer {
    const octets = Buffer.allocUnsafe(this.#length);
    this.#buffer.copy(octets, 0, 0, this.#length);
    this.#length = 0;
    return octets;
  }

  /** Forgets what was begun, which is no secret. */
  clear(): this {
    this.#length = 0;
    return this;
  }
}

/** Reads items back in their order. A missing or misshapen item throws ItemFault. */
export class OctetReader {
  readonly #octets: Buffer;
  #position = 0;

  constructor(octets: Buffer) {
    this.#octets = octets;
  }

  /** The octets of the next item, a view of the whole. */
  octets(length?: number): Buffer {
    const start = this.#position + 2;
    if (start > this.#octets.length) throw new ItemFault();
    const end = start + this.#octets.readUInt16BE(this.#position);
    if (end > this.#octets.length) throw new ItemFault();
    if (length !== undefined && end - start !== length) throw new ItemFault();
    this.#position = end;
    return this.#octets.subarray(start, end);
  }

  text(): string {
    return this.octets().toString('utf8');
  }

  number(): number {
    const value = this.octets(8).readBigUInt64BE();
    if (value > BigInt(Number.MAX_SAFE_INTEGER)) throw new ItemFault();
    return Number(value);
  }

  isAtEnd(): boolean {
    return this.#position === this.#octets.length;
  }
}

/**
 * Caught by the decoder that owns the reader, which returns a fault. Says nothing of the octets.
 */
export class ItemFault extends Error {
  override readonly name: string = 'ItemFault';

  constructor() {
    super('an item is missing or has the wrong length');
  }
}
