/** What was typed into the form for a new user, and the request it makes once it is whole. */
import type { NewUser, Role } from '../api/model.ts';

export interface UserDraft {
  readonly displayName: string;
  readonly signInName: string;
  readonly roles: readonly Role[];
  readonly vendorId: string;
}

/** Whoever sells, sells on a vendor's float. */
export function sells({ roles }: Pick<UserDraft, 'roles'>): boolean {
  return roles.includes('cashier');
}

/** What is wrong with a sign-in name that is being typed, or null. */
export function explainSignInName(typed: string): string | null {
  return /^[\p{L}\p{M}\p{N}._@+-]*$/u.test(typed.trim())
    ? null
    : 'Letters, digits and . _ @ + - only.';
}

/** Roles and vendor as a request has them; null while one is missing. */
export function workOfDraft(
  draft: Pick<UserDraft, 'roles' | 'vendorId'>,
): Pick<NewUser, 'roles' | 'vendor_id'> | null {
  if (draft.roles.length === 0 || (sells(draft) && draft.vendorId === '')) return null;
  return { roles: [...draft.roles], vendor_id: sells(draft) ? draft.vendorId : null };
}

/** The request; null while something is missing or wrong, which the fields themselves say. */
export function newUserOf(draft: UserDraft): NewUser | null {
  const displayName = draft.displayName.trim();
  const signInName = draft.signInName.trim();
  if (displayName === '' || signInName === '' || explainSignInName(signInName) !== null)
    return null;
  const work = workOfDraft(draft);
  return work === null ? null : { sign_in_name: signInName, display_name: displayName, ...work };
}
