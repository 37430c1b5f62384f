/**
 * A draft in the browser's storage until it is saved, so that a reload or a closed window loses
 * nothing. One place for each user and each tariff.
 */
import type { TextStore } from '../../sale/pending-sale.ts';
import type { TariffDraft } from './tariff-draft.ts';

interface Kept {
  /** Of this shape of a draft; another one is not read. */
  readonly form: typeof FORM;
  readonly draft: TariffDraft;
}

const FORM = 1;

export function keptDraftName(o: {
  readonly utilityId: string;
  readonly userId: string;
  readonly tariffId: string;
}): string {
  return `wattvend.tariff-draft.${o.utilityId}.${o.userId}.${o.tariffId}`;
}

/** Only what this program has kept is there; a member that is missing makes it no draft. */
export function parseKeptDraft(text: string | null): TariffDraft | null {
  if (text === null) return null;
  try {
    const kept = JSON.parse(text) as Partial<Kept> | null;
    if (kept?.form !== FORM || typeof kept.draft?.energy?.kind !== 'string') return null;
    const { draft } = kept;
    const lists = [draft.perKwh, draft.fixed, draft.rates, draft.fees, draft.free];
    return lists.every(Array.isArray) && typeof draft.limits === 'object' ? draft : null;
  } catch {
    return null;
  }
}

export function readKeptDraft(store: TextStore, name: string): TariffDraft | null {
  try {
    return parseKeptDraft(store.getItem(name));
  } catch {
    return null;
  }
}

/** A store that refuses must not stop the work: the draft still lives in memory. */
export function keepDraft(store: TextStore, name: string, draft: TariffDraft): void {
  try {
    const kept: Kept = { form: FORM, draft };
    store.setItem(name, JSON.stringify(kept));
  } catch {
    return;
  }
}

export function forgetDraft(store: TextStore, name: string): void {
  try {
    store.removeItem(name);
  } catch {
    return;
  }
}

export interface KeptDraft {
  readonly tariffId: string;
  readonly name: string;
}

/** All drafts that this user keeps here, of whatever tariff. */
export function keptDrafts(
  store: Storage,
  o: { readonly utilityId: string; readonly userId: string },
): readonly KeptDraft[] {
  const before = keptDraftName({ ...o, tariffId: '' });
  try {
    return Object.keys(store).flatMap((at) => {
      if (!at.startsWith(before)) return [];
      const draft = readKeptDraft(store, at);
      return draft === null ? [] : [{ tariffId: at.slice(before.length), name: draft.name.trim() }];
    });
  } catch {
    return [];
  }
}
