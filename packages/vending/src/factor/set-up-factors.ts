/**
 * Setting second factors up and taking them away. Whoever has one shows it first, freshly; whoever has
 * none must have signed in just now: an open session that somebody finds is not enough.
 */
import type { Transaction } from '@wattvend/database/database.js';
import type { UtilityId } from '@wattvend/ledger/account.js';
import type { Instant } from '@wattvend/quantities/time.js';
import { recordAudit } from '../audit/audit-trail.ts';
import type { FoundSession } from '../staff/sessions.ts';
import { closeOtherSessions, strengthenSession } from '../staff/sessions.ts';
import { lockUsers, type UserId } from '../staff/users.ts';
import type { Owner } from './factor-key.ts';
import { mustBeStrong } from './factor-policy.ts';
import type { MadePasskey, Passkey, RelyingParty } from './passkeys.ts';
import { keepPasskey, listPasskeys, removePasskey, removePasskeys } from './passkeys.ts';
import { removeRecoveryCodes, replaceRecoveryCodes } from './recovery-codes.ts';
import type { FactorDesk } from './second-factor.ts';
import type { TotpEnrolment } from './totp.ts';
import { beginTotp, removeTotp, takeTotpCode, totpState } from './totp.ts';

/** How old a factor, or the sign-in of somebody without one, may be. */
export const FRESH_MS: number = 5 * 60_000;

export type FreshnessRefusal = 'second_factor_required' | 'sign_in_again';

/** Why this session may not change second factors now; null when it may. */
export function freshnessRefusal(session: FoundSession, now: Instant): FreshnessRefusal | null {
  const { hasTotp, hasPasskey, strongAt, openedAt } = session;
  if (hasTotp || hasPasskey) {
    return strongAt !== null && now - strongAt <= FRESH_MS ? null : 'second_factor_required';
  }
  return now - openedAt <= FRESH_MS ? null : 'sign_in_again';
}

export interface FactorPerson {
  readonly session: FoundSession;
  readonly sessionSecret: string;
  readonly address: string;
}

export interface Enrolled {
  /** The session goes on under this secret. */
  readonly sessionSecret: string;
  /** Made with the first factor of a person, and seen this once; null otherwise. */
  readonly recoveryCodes: readonly string[] | null;
}

type Refused<Refusal> = { readonly kind: 'refused'; readonly refusal: Refusal };

/** Refusals in order: the freshness, totp_in_use. */
export async function beginTotpEnrolment(
  desk: FactorDesk,
  person: FactorPerson,
  issuer: string,
  now: Instant,
): Promise<
  | { readonly kind: 'begun'; readonly enrolment: TotpEnrolment }
  | Refused<FreshnessRefusal | 'totp_in_use'>
> {
  const { user } = person.session;
  const refusal = freshnessRefusal(person.session, now);
  if (refusal !== null) return { kind: 'refused', refusal };
  const owner = { utilityId: desk.utilityId, userId: user.userId };
  const wanted = { owner, label: user.signInName, issuer };
  const enrolment = await beginTotp(desk.database, desk.factorKey, wanted, now);
  return enrolment === null
    ? { kind: 'refused', refusal: 'totp_in_use' }
    : { kind: 'begun', enrolment };
}

/** Refusals in order: the freshness, totp_not_begun, totp_in_use, second_factor_wrong. Throws SessionGone. */
export async function confirmTotp(
  desk: FactorDesk,
  person: FactorPerson,
  code: string,
  now: Instant,
): Promise<
  | ({ readonly kind: 'enrolled' } & Enrolled)
  | Refused<FreshnessRefusal | 'totp_not_begun' | 'totp_in_use' | 'second_factor_wrong'>
> {
  const refusal = freshnessRefusal(person.session, now);
  if (refusal !== null) return { kind: 'refused', refusal };
  const { utilityId, factorKey } = desk;
  const { userId } = person.session.user;
  const owner = { utilityId, userId };
  return await desk.database.transaction(async (tx) => {
    await lockUsers(tx, utilityId, [userId]);
    const state = await totpState(tx, owner);
    if (state === 'none') return { kind: 'refused', refusal: 'totp_not_begun' } as const;
    if (state === 'in-use') return { kind: 'refused', refusal: 'totp_in_use' } as const;
    if (!(await takeTotpCode(tx, factorKey, { owner, code }, now))) {
      return { kind: 'refused', refusal: 'second_factor_wrong' } as const;
    }
    return await enrolled(tx, desk, person, { what: 'factor.totp_added', details: {} }, now);
  });
}

/** Refusals in order: the freshness, passkey_invalid. Throws SessionGone. */
export async function addPasskey(
  desk: FactorDesk,
  person: FactorPerson,
  o: {
    readonly party: RelyingParty;
    readonly name: string;
    readonly response: MadePasskey;
  },
  now: Instant,
): Promise<
  | ({ readonly kind: 'enrolled'; readonly passkey: Passkey } & Enrolled)
  | Refused<FreshnessRefusal | 'passkey_invalid'>
> {
  const refusal = freshnessRefusal(person.session, now);
  if (refusal !== null) return { kind: 'refused', refusal };
  const { utilityId } = desk;
  const { userId } = person.session.user;
  return await desk.database.transaction(async (tx) => {
    await lockUsers(tx, utilityId, [userId]);
    const passkey = await keepPasskey(tx, { ...o, owner: { utilityId, userId } }, now);
    if (passkey === null) return { kind: 'refused', refusal: 'passkey_invalid' } as const;
    const details = { credential: passkey.credentialId };
    const fact = { what: 'factor.passkey_added', details };
    return { ...(await enrolled(tx, desk, person, fact, now)), passkey };
  });
}

/** A new factor makes the session strong, ends all others, and brings recovery codes if it is the first. */
async function enrolled(
  tx: Transaction,
  { utilityId, factorKey }: FactorDesk,
  person: FactorPerson,
  fact: { readonly what: string; readonly details: Readonly<Record<string, string>> },
  now: Instant,
): Promise<{ readonly kind: 'enrolled' } & Enrolled> {
  const { session, sessionSecret: before, address } = person;
  const { userId } = session.user;
  const sessionSecret = await strengthenSession(tx, utilityId, before, now);
  if (sessionSecret === null) throw new SessionGone();
  await closeOtherSessions(tx, utilityId, { userId, secret: sessionSecret });
  const isFirst = !session.hasTotp && !session.hasPasskey;
  const owner: Owner = { utilityId, userId };
  const recoveryCodes = isFirst ? await replaceRecoveryCodes(tx, factorKey, owner) : null;
  const actor = { kind: 'user', id: userId, address } as const;
  await recordAudit(tx, utilityId, { actor, subject: { kind: 'user', id: userId }, ...fact }, now);
  return { kind: 'enrolled', sessionSecret, recoveryCodes } as const;
}

/** The session ended while it was used; nothing is kept. */
export class SessionGone extends Error {
  override readonly name: string = 'SessionGone';
}

/** Refusals in order: the freshness, factor_not_found, last_factor. */
export async function removeFactor(
  desk: FactorDesk,
  person: FactorPerson,
  factor: { readonly kind: 'totp' } | { readonly kind: 'passkey'; readonly credentialId: string },
  now: Instant,
): Promise<
  { readonly kind: 'removed' } | Refused<FreshnessRefusal | 'factor_not_found' | 'last_factor'>
> {
  const refusal = freshnessRefusal(person.session, now);
  if (refusal !== null) return { kind: 'refused', refusal };
  const { utilityId } = desk;
  const { user } = person.session;
  const { userId } = user;
  const owner: Owner = { utilityId, userId };
  return await desk.database.transaction(async (tx) => {
    await lockUsers(tx, utilityId, [userId]);
    const passkeys = await listPasskeys(tx, owner);
    const hasTotp = (await totpState(tx, owner)) === 'in-use';
    const isThere =
      factor.kind === 'totp'
        ? hasTotp
        : passkeys.some(({ credentialId }) => credentialId === factor.credentialId);
    if (!isThere) return { kind: 'refused', refusal: 'factor_not_found' } as const;
    const isLast = passkeys.length + (hasTotp ? 1 : 0) === 1;
    if (isLast && mustBeStrong(user.roles)) {
      return { kind: 'refused', refusal: 'last_factor' } as const;
    }
    if (factor.kind === 'totp') await removeTotp(tx, owner);
    else await removePasskey(tx, owner, factor.credentialId);
    if (isLast) await removeRecoveryCodes(tx, owner);
    const actor = { kind: 'user', id: userId, address: person.address } as const;
    const what = `factor.${factor.kind}_removed`;
    const fact = { actor, what, subject: { kind: 'user', id: userId }, details: {} };
    await recordAudit(tx, utilityId, fact, now);
    return { kind: 'removed' } as const;
  });
}

/** Ten new codes; those before open nothing any more. Refusals: the freshness, factor_not_found. */
export async function renewRecoveryCodes(
  desk: FactorDesk,
  person: FactorPerson,
  now: Instant,
): Promise<
  | { readonly kind: 'renewed'; readonly recoveryCodes: readonly string[] }
  | Refused<FreshnessRefusal | 'factor_not_found'>
> {
  const { session, address } = person;
  const refusal = freshnessRefusal(session, now);
  if (refusal !== null) return { kind: 'refused', refusal };
  if (!session.hasTotp && !session.hasPasskey) {
    return { kind: 'refused', refusal: 'factor_not_found' };
  }
  const { utilityId, factorKey } = desk;
  const { userId } = session.user;
  return await desk.database.transaction(async (tx) => {
    const recoveryCodes = await replaceRecoveryCodes(tx, factorKey, { utilityId, userId });
    const actor = { kind: 'user', id: userId, address } as const;
    const subject = { kind: 'user', id: userId };
    const fact = { actor, what: 'factor.recovery_codes_renewed', subject, details: {} };
    await recordAudit(tx, utilityId, fact, now);
    return { kind: 'renewed', recoveryCodes } as const;
  });
}

/** Takes all second factors of a person away. */
export async function removeAllFactors(
  tx: Transaction,
  utilityId: UtilityId,
  userId: UserId,
): Promise<void> {
  const owner: Owner = { utilityId, userId };
  await removeTotp(tx, owner);
  await removePasskeys(tx, owner);
  await removeRecoveryCodes(tx, owner);
}
