/**
 * The hash over the vends of a day: the Merkle tree of RFC 6962, 2.1, with SHA-256. A leaf is hashed
 * behind an octet 00 and a node behind 01, so that neither can pass for the other; the tree over
 * nothing is the hash of nothing. Leaves are taken one by one, and no more is kept than one node for
 * each level.
 */
import { createHash } from 'node:crypto';

export interface MerkleTree {
  /** Adds the next leaf. */
  add(leaf: string): void;
  /** The root over the leaves so far. */
  root(): Uint8Array;
}

interface Subtree {
  readonly leaves: number;
  readonly hash: Buffer;
}

export function createMerkleTree(): MerkleTree {
  // From left to right, each a full tree and smaller than the one before.
  const subtrees: Subtree[] = [];
  return {
    add(leaf) {
      let last: Subtree = { leaves: 1, hash: hashed(0, Buffer.from(leaf, 'utf8')) };
      for (;;) {
        const left = subtrees.at(-1);
        if (left?.leaves !== last.leaves) break;
        subtrees.pop();
        last = { leaves: left.leaves + last.leaves, hash: hashed(1, left.hash, last.hash) };
      }
      subtrees.push(last);
    },
    root() {
      const [rightmost, ...others] = subtrees.toReversed();
      if (rightmost === undefined) return createHash('sha256').digest();
      return others.reduce((right, left) => hashed(1, left.hash, right), rightmost.hash);
    },
  };
}

function hashed(kind: 0 | 1, ...parts: readonly Buffer[]): Buffer {
  const hash = createHash('sha256').update(Uint8Array.of(kind));
  for (const part of parts) hash.update(part);
  return hash.digest();
}
