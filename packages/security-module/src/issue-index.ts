/**
 * The index from the name of an issue, which is vend id and position, to its slot in the journal, for
 * every issue there ever was. An entry is eight octets: 32 bits of a hash of the name, and the slot.
 * That an entry is the right one is for the caller to confirm with the journal's record, where the
 * whole name stands; among twenty million issues one new name in two hundred costs such a reading for
 * nothing.
 *
 * Memory: 10 to 12.5 octets an issue. The entries lie in 256 tables by the hash's highest octet, open
 * addressing in typed arrays, 64 to 80 % full. Each table grows by itself, so that growing never holds
 * up the module for longer than the copying of one table: a millisecond at twenty million issues.
 *
 * Vend ids are made by clients. The hash is keyed with chance of this process, so that nobody can
 * choose ids that all fall into one place.
 */
import { hash } from 'node:crypto';
import { SLOT_MAX } from './journal-format.ts';
import { UUID_OCTETS } from './uuid.ts';

const TABLES = 256;
const LOAD_MAX = 0.8;
const GROWTH = 1.25;
const ENTRIES_MIN = 16;

// Within a table the place follows from the rest of the hash.
const REST_MASK = 0xff_ffff;
const REST_COUNT = 2 ** 24;

const HASH_KEY_OCTETS = 16;

export class IssueIndex {
  readonly #hashInput = Buffer.alloc(HASH_KEY_OCTETS + UUID_OCTETS + 1);
  readonly #tables: readonly IssueTable[];

  /** `hashKey` is chance, 16 octets. `expected` issues are taken in without growing. */
  constructor(o: { readonly hashKey: Uint8Array; readonly expected: number }) {
    this.#hashInput.set(o.hashKey.subarray(0, HASH_KEY_OCTETS));
    // The tables differ by chance, a few times the root of their size.
    const mean = o.expected / TABLES;
    const expected = Math.ceil(mean + 4 * Math.sqrt(mean));
    this.#tables = Array.from({ length: TABLES }, () => new IssueTable(expected));
  }

  get count(): number {
    return this.#tables.reduce((sum, table) => sum + table.count, 0);
  }

  /** Octets held by the arrays. */
  get octets(): number {
    return this.#tables.reduce((sum, table) => sum + table.octets, 0);
  }

  /** Adds an issue that is not yet in the index. Throws RangeError for a slot outside 1 to SLOT_MAX. */
  add(vendId: Uint8Array, position: number, slot: number): void {
    if (slot < 1 || slot > SLOT_MAX) {
      throw new RangeError(`a slot is 1 to ${SLOT_MAX}, got ${slot}`);
    }
    const fingerprint = this.#fingerprint(vendId, position);
    this.#tableOf(fingerprint).add(fingerprint, slot);
  }

  /** The slot of an issue, or null. `isRight` is asked of each candidate. */
  find(vendId: Uint8Array, position: number, isRight: (slot: number) => boolean): number | null {
    const fingerprint = this.#fingerprint(vendId, position);
    return this.#tableOf(fingerprint).find(fingerprint, isRight);
  }

  #tableOf(fingerprint: number): IssueTable {
    const table = this.#tables[fingerprint >>> 24];
    if (table === undefined) throw new Error('unreachable: an octet names one of 256 tables');
    return table;
  }

  #fingerprint(vendId: Uint8Array, position: number): number {
    this.#hashInput.set(vendId, HASH_KEY_OCTETS);
    this.#hashInput[HASH_KEY_OCTETS + UUID_OCTETS] = position;
    // Text and not octets: a buffer for each hash would cost twice the hash.
    const digest = hash('sha256', this.#hashInput, 'binary');
    const high = (digest.charCodeAt(0) << 8) | digest.charCodeAt(1);
    const low = (digest.charCodeAt(2) << 8) | digest.charCodeAt(3);
    return ((high << 16) | low) >>> 0;
  }
}

/** One table: fingerprint and slot side by side, the slot zero where there is no entry. */
class IssueTable {
  #count = 0;
  #capacity: number;
  #entries: Uint32Array;

  constructor(expected: number) {
    this.#capacity = Math.max(ENTRIES_MIN, Math.ceil(expected / LOAD_MAX) + 1);
    this.#entries = new Uint32Array(2 * this.#capacity);
  }

  get count(): number {
    return this.#count;
  }

  get octets(): number {
    return this.#entries.byteLength;
  }

  add(fingerprint: number, slot: number): void {
    if (this.#count + 1 > this.#capacity * LOAD_MAX) this.#grow();
    this.#put(fingerprint, slot);
    this.#count++;
  }

  find(fingerprint: number, isRight: (slot: number) => boolean): number | null {
    // The load stays below one, so an empty entry ends the search.
    for (let place = this.#home(fingerprint); ; place = this.#after(place)) {
      const slot = this.#entries[2 * place + 1] ?? 0;
      if (slot === 0) return null;
      if (this.#entries[2 * place] === fingerprint && isRight(slot)) return slot;
    }
  }

  #home(fingerprint: number): number {
    return Math.floor(((fingerprint & REST_MASK) * this.#capacity) / REST_COUNT);
  }

  #after(place: number): number {
    return place + 1 === this.#capacity ? 0 : place + 1;
  }

  #put(fingerprint: number, slot: number): void {
    let place = this.#home(fingerprint);
    while (this.#entries[2 * place + 1] !== 0) place = this.#after(place);
    this.#entries[2 * place] = fingerprint;
    this.#entries[2 * place + 1] = slot;
  }

  #grow(): void {
    const entries = this.#entries;
    this.#capacity = Math.ceil(this.#capacity * GROWTH);
    this.#entries = new Uint32Array(2 * this.#capacity);
    for (let place = 0; place < entries.length; place += 2) {
      const slot = entries[place + 1] ?? 0;
      if (slot !== 0) this.#put(entries[place] ?? 0, slot);
    }
  }
}
