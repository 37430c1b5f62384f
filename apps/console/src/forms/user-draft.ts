/** What was typed into the form for a new user, and the request it makes once it is whole. */
import type { NewUser } from '../api/model.ts';

export type Work = 'cashier' | 'desk';

export interface UserDraft {
  readonly displayName: string;
  readonly signInName: string;
  readonly work: Work;
  readonly vendorId: string;
}

const ROLES: Readonly<Record<Work, NewUser['roles']>> = {
  cashier: ['cashier'],
  desk: ['supervisor', 'customer_officer'],
};

/** Whoever sells, sells on a vendor's float. */
export function sells(draft: UserDraft): boolean {
  return draft.work === 'cashier';
}

/** What is wrong with a sign-in name that is being typed, or null. */
export function explainSignInName(typed: string): string | null {
  return /^[\p{L}\p{M}\p{N}._@+-]*$/u.test(typed.trim())
    ? null
    : 'Letters, digits and . _ @ + - only.';
}

/** The request; null while something is missing or wrong, which the fields themselves say. */
export function newUserOf(draft: UserDraft): NewUser | null {
  const displayName = draft.displayName.trim();
  const signInName = draft.signInName.trim();
  if (displayName === '' || signInName === '' || explainSignInName(signInName) !== null)
    return null;
  if (sells(draft) && draft.vendorId === '') return null;
  return {
    sign_in_name: signInName,
    display_name: displayName,
    roles: ROLES[draft.work],
    vendor_id: sells(draft) ? draft.vendorId : null,
  };
}
