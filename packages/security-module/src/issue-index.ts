/**
 * The index from vend id to sequence, for every issue there ever was: open addressing in typed
 * arrays, twelve octets a slot. A slot holds 64 bits of a hash of the vend id and the sequence;
 * that a slot is the right one is for the caller to confirm with the journal's record, where the
 * whole vend id stands.
 *
 * Memory: with the load kept at 7/20 to 7/10, between 17 and 34 octets an issue, about 24 MB for a
 * million issues; while it grows, half as much again for a moment. A Map from strings was measured
 * to take three times as much, all of it for the garbage collector to walk.
 *
 * Vend ids are made by clients. The hash is keyed with chance of this process, so that nobody can
 * choose ids that all fall into one place.
 */
import { hash } from 'node:crypto';
import { VEND_ID_OCTETS } from './vend-id.ts';

const LOAD_MAX = 0.7;
const SLOTS_MIN = 1024;

/** Sequences have 32 bits here: four thousand million issues, 136 years of one a second. */
const SEQUENCE_MAX = 2 ** 32 - 1;

export class IssueIndex {
  readonly #hashInput: Buffer;
  #count = 0;
  #mask: number;
  #fingerprintsHigh: Uint32Array;
  #fingerprintsLow: Uint32Array;
  /** Zero marks an empty slot; sequences begin at 1. */
  #sequences: Uint32Array;

  /** `hashKey` is chance, 16 octets. `expected` issues are taken in without growing. */
  constructor(o: { readonly hashKey: Uint8Array; readonly expected: number }) {
    this.#hashInput = Buffer.concat([o.hashKey, Buffer.alloc(VEND_ID_OCTETS)]);
    let slots = SLOTS_MIN;
    while (slots * LOAD_MAX < o.expected) slots *= 2;
    this.#mask = slots - 1;
    this.#fingerprintsHigh = new Uint32Array(slots);
    this.#fingerprintsLow = new Uint32Array(slots);
    this.#sequences = new Uint32Array(slots);
  }

  get count(): number {
    return this.#count;
  }

  /** Octets held by the arrays. */
  get octets(): number {
    return 3 * this.#sequences.byteLength;
  }

  /** Adds an issue whose vend id is not yet in the index. Throws RangeError above SEQUENCE_MAX. */
  add(vendId: Uint8Array, sequence: number): void {
    if (sequence < 1 || sequence > SEQUENCE_MAX) {
      throw new RangeError(`a sequence is 1 to ${SEQUENCE_MAX}, got ${sequence}`);
    }
    if (this.#count + 1 > this.#sequences.length * LOAD_MAX) this.#grow();
    const fingerprint = this.#fingerprint(vendId);
    this.#put(fingerprint.readUInt32LE(0), fingerprint.readUInt32LE(4), sequence);
    this.#count++;
  }

  /**
   * The sequence of a vend id, or null. `isRight` is asked of each candidate; that two vend ids
   * share 64 bits is not expected to happen, but nothing rests on it.
   */
  find(vendId: Uint8Array, isRight: (sequence: number) => boolean): number | null {
    const fingerprint = this.#fingerprint(vendId);
    const high = fingerprint.readUInt32LE(0);
    const low = fingerprint.readUInt32LE(4);
    // The load stays below one, so an empty slot ends the search.
    for (let slot = low & this.#mask; ; slot = (slot + 1) & this.#mask) {
      const sequence = this.#sequences[slot] ?? 0;
      if (sequence === 0) return null;
      const isCandidate =
        this.#fingerprintsHigh[slot] === high && this.#fingerprintsLow[slot] === low;
      if (isCandidate && isRight(sequence)) return sequence;
    }
  }

  #fingerprint(vendId: Uint8Array): Buffer {
    this.#hashInput.set(vendId, this.#hashInput.length - VEND_ID_OCTETS);
    return hash('sha256', this.#hashInput, 'buffer');
  }

  #put(high: number, low: number, sequence: number): void {
    let slot = low & this.#mask;
    while (this.#sequences[slot] !== 0) slot = (slot + 1) & this.#mask;
    this.#fingerprintsHigh[slot] = high;
    this.#fingerprintsLow[slot] = low;
    this.#sequences[slot] = sequence;
  }

  #grow(): void {
    const highs = this.#fingerprintsHigh;
    const lows = this.#fingerprintsLow;
    const sequences = this.#sequences;
    const slots = 2 * sequences.length;
    this.#mask = slots - 1;
    this.#fingerprintsHigh = new Uint32Array(slots);
    this.#fingerprintsLow = new Uint32Array(slots);
    this.#sequences = new Uint32Array(slots);
    for (const [slot, sequence] of sequences.entries()) {
      if (sequence !== 0) this.#put(highs[slot] ?? 0, lows[slot] ?? 0, sequence);
    }
  }
}
