/** What is typed about an item of the reconciliation, and the action it becomes. */
import type { ItemAction } from '../pages/reconciliation/reconciliation-queries.ts';
import { EXPLANATIONS } from '../pages/reconciliation/reconciliation-words.ts';

export type ItemActionKind = ItemAction['action'];

export interface ItemActionDraft {
  readonly explanation: string;
  readonly wish: 'refund' | 'vend';
  readonly reference: string;
  readonly note: string;
}

type Explanation = keyof typeof EXPLANATIONS;
const NAMES = Object.keys(EXPLANATIONS) as Explanation[];

/** Null while something is missing. A note is one line: line ends become blanks. */
export function itemActionOf(
  kind: ItemActionKind,
  draft: ItemActionDraft,
  { withItemId, needsNote }: { readonly withItemId: string | null; readonly needsNote: boolean },
): ItemAction | null {
  const text = draft.note.replaceAll(/\s+/g, ' ').trim();
  if (needsNote && text === '') return null;
  const note = text === '' ? null : text;
  switch (kind) {
    case 'link':
      return withItemId === null ? null : { action: 'link', with_item_id: withItemId, note };
    case 'explain': {
      const explanation = NAMES.find((each) => each === draft.explanation);
      return explanation === undefined ? null : { action: 'explain', explanation, note };
    }
    case 'wish': {
      const reference = draft.reference.trim();
      return reference === '' ? null : { action: 'wish', wish: draft.wish, reference, note };
    }
    case 'reopen':
      return text === '' ? null : { action: 'reopen', note: text };
  }
}
