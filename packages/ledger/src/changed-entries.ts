/**
 * Which entries of a block are not the ones that were hashed, told by their marks: the first octets of
 * each entry's hash, kept with the block in the order of the entries.
 */

export const MARK_OCTETS = 4;

export type EntryFault =
  | { readonly kind: 'entry_altered'; readonly blockNumber: bigint; readonly entryId: string }
  | { readonly kind: 'entry_added'; readonly blockNumber: bigint; readonly entryId: string }
  /** The entry is gone and with it its name; `position` counts the block's entries from 1. */
  | { readonly kind: 'entry_removed'; readonly blockNumber: bigint; readonly position: number };

export interface MarkedEntry {
  readonly entryId: string;
  /** Hexadecimal. */
  readonly mark: string;
}

/** Compares the marks that were kept with those of the entries as they are now. */
export function findChangedEntries(
  blockNumber: bigint,
  kept: Uint8Array,
  found: readonly MarkedEntry[],
): readonly EntryFault[] {
  const marks = splitMarks(kept);
  let first = 0;
  while (first < marks.length && first < found.length && marks[first] === found[first]?.mark) {
    first += 1;
  }
  let end = 0;
  while (
    end < Math.min(marks.length, found.length) - first &&
    marks[marks.length - 1 - end] === found[found.length - 1 - end]?.mark
  ) {
    end += 1;
  }
  const lost = marks.slice(first, marks.length - end);
  const strange = found.slice(first, found.length - end);
  return lost.length === strange.length
    ? alteredInPlace(blockNumber, lost, strange)
    : addedAndRemoved(blockNumber, { marks: lost, first }, strange);
}

function splitMarks(kept: Uint8Array): readonly string[] {
  const hex = Buffer.from(kept).toString('hex');
  const digits = MARK_OCTETS * 2;
  return Array.from({ length: hex.length / digits }, (_, at) =>
    hex.slice(at * digits, (at + 1) * digits),
  );
}

function alteredInPlace(
  blockNumber: bigint,
  marks: readonly string[],
  found: readonly MarkedEntry[],
): readonly EntryFault[] {
  return found
    .filter((entry, at) => entry.mark !== marks[at])
    .map(({ entryId }) => ({ kind: 'entry_altered', blockNumber, entryId }));
}

/** Their number differs: what has no counterpart on the other side was added or removed. */
function addedAndRemoved(
  blockNumber: bigint,
  kept: { readonly marks: readonly string[]; readonly first: number },
  found: readonly MarkedEntry[],
): readonly EntryFault[] {
  const unmatched = new Map<string, number>();
  for (const { mark } of found) unmatched.set(mark, (unmatched.get(mark) ?? 0) + 1);
  const faults: EntryFault[] = [];
  for (const [at, mark] of kept.marks.entries()) {
    if (take(unmatched, mark)) continue;
    faults.push({ kind: 'entry_removed', blockNumber, position: kept.first + at + 1 });
  }
  for (const { entryId, mark } of found) {
    if (take(unmatched, mark)) faults.push({ kind: 'entry_added', blockNumber, entryId });
  }
  return faults;
}

function take(counts: Map<string, number>, mark: string): boolean {
  const left = counts.get(mark) ?? 0;
  if (left === 0) return false;
  counts.set(mark, left - 1);
  return true;
}
