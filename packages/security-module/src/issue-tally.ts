/** How many tokens were issued, by what they do and by why they were made. */
import { kindOfSubclass } from './issue-content.ts';
import type { NewIssue } from './journal-format.ts';
import {
  CONTENT_KINDS,
  type ContentKind,
  ISSUE_BASES,
  type IssueBasis,
} from './security-module.ts';

export interface IssueCounts {
  readonly byKind: Readonly<Record<ContentKind, bigint>>;
  readonly byBasis: Readonly<Record<IssueBasis, bigint>>;
}

export class IssueTally {
  readonly #kinds = new Map<ContentKind, number>();
  readonly #bases = new Map<IssueBasis, number>();

  add(issue: Pick<NewIssue, 'tokenClass' | 'subclass' | 'basis'>): void {
    const kind = kindOfSubclass(issue.tokenClass, issue.subclass);
    if (kind === undefined) return;
    this.#kinds.set(kind, (this.#kinds.get(kind) ?? 0) + 1);
    this.#bases.set(issue.basis, (this.#bases.get(issue.basis) ?? 0) + 1);
  }

  counts(): IssueCounts {
    return {
      byKind: countsOf(CONTENT_KINDS, this.#kinds),
      byBasis: countsOf(ISSUE_BASES, this.#bases),
    };
  }
}

function countsOf<Name extends string>(
  names: readonly Name[],
  counts: ReadonlyMap<Name, number>,
): Readonly<Record<Name, bigint>> {
  const entries = names.map((name) => [name, BigInt(counts.get(name) ?? 0)] as const);
  return Object.fromEntries(entries) as Record<Name, bigint>;
}
