/**
 * Showing the second factor: after the password, or again before something that needs a fresh one. A
 * session that was only half open gets a new secret with it.
 *
 * Guessing is slow: after a few failures in a row each further try waits, up to an hour. Only who has
 * the password or an open session can bring that about.
 */
import type { Database, Transaction } from '@wattvend/database/database.js';
import { loadStatement } from '@wattvend/database/database.js';
import type { UtilityId } from '@wattvend/ledger/account.js';
import type { Instant, Milliseconds } from '@wattvend/quantities/time.js';
import { milliseconds } from '@wattvend/quantities/time.js';
import { recordAudit } from '../audit/audit-trail.ts';
import { strengthenSession } from '../staff/sessions.ts';
import type { UserId } from '../staff/users.ts';
import type { FactorKey, Owner } from './factor-key.ts';
import { type RelyingParty, type ShownPasskey, takePasskey } from './passkeys.ts';
import { takeRecoveryCode } from './recovery-codes.ts';
import { takeTotpCode, totpState } from './totp.ts';

const lockFailuresStatement = loadStatement(
  new URL('../../sql/factor/lock-factor-failures.sql', import.meta.url),
);
const countFailureStatement = loadStatement(
  new URL('../../sql/factor/count-factor-failure.sql', import.meta.url),
);
const forgetFailuresStatement = loadStatement(
  new URL('../../sql/factor/forget-factor-failures.sql', import.meta.url),
);

export interface FactorDesk {
  readonly database: Database;
  readonly utilityId: UtilityId;
  readonly factorKey: FactorKey;
}

export type ShownFactor =
  | { readonly method: 'totp'; readonly code: string }
  | { readonly method: 'recovery_code'; readonly code: string }
  | {
      readonly method: 'passkey';
      readonly response: ShownPasskey;
      readonly party: RelyingParty;
    };

export type ShowFactorAnswer =
  /** The session goes on under this secret. */
  | { readonly kind: 'shown'; readonly sessionSecret: string }
  | {
      readonly kind: 'refused';
      readonly refusal: 'second_factor_too_soon';
      readonly wait: Milliseconds;
    }
  | { readonly kind: 'refused'; readonly refusal: 'not_signed_in' | 'second_factor_wrong' };

const FAILURES_FREE = 5;
const WAIT_FIRST_MS = 1000;
const WAIT_MAX_MS = 60 * 60_000;

interface FailuresRow {
  readonly factor_failures: number;
  readonly factor_failed_at_ms: bigint | null;
}

function waitAfter(row: FailuresRow, now: Instant): number {
  if (row.factor_failed_at_ms === null || row.factor_failures < FAILURES_FREE) return 0;
  const doublings = Math.min(30, row.factor_failures - FAILURES_FREE);
  const wait = Math.min(WAIT_MAX_MS, WAIT_FIRST_MS * 2 ** doublings);
  // A clock set back must not make the wait longer than it is.
  return Math.min(wait, Math.max(0, Number(row.factor_failed_at_ms) + wait - now));
}

/** Refusals in order: not_signed_in, second_factor_too_soon, second_factor_wrong. */
export async function showSecondFactor(
  desk: FactorDesk,
  request: {
    readonly userId: UserId;
    readonly sessionSecret: string;
    readonly shown: ShownFactor;
    readonly address: string;
  },
  now: Instant,
): Promise<ShowFactorAnswer> {
  const { database, utilityId } = desk;
  const { userId, sessionSecret, shown, address } = request;
  const owner: Owner = { utilityId, userId };
  return await database.transaction<ShowFactorAnswer>(async (tx) => {
    // Held, so that many tries at once are counted one after the other.
    const { rows } = await tx.query<FailuresRow>(lockFailuresStatement, [utilityId, userId]);
    const [failures] = rows;
    if (failures === undefined) return { kind: 'refused', refusal: 'not_signed_in' };
    const wait = milliseconds(waitAfter(failures, now));
    if (wait > 0) return { kind: 'refused', refusal: 'second_factor_too_soon', wait };
    const isRight = await isRightFactor(tx, desk, { owner, shown }, now);
    const secret = isRight ? await strengthenSession(tx, utilityId, sessionSecret, now) : null;
    await tx.query(
      isRight ? forgetFailuresStatement : countFailureStatement,
      isRight ? [utilityId, userId] : [utilityId, userId, now],
    );
    const fact = {
      actor: { kind: 'user', id: userId, address },
      what: isRight ? 'session.factor_shown' : 'session.factor_wrong',
      subject: { kind: 'user', id: userId },
      details: { method: shown.method },
    } as const;
    await recordAudit(tx, utilityId, fact, now);
    if (!isRight) return { kind: 'refused', refusal: 'second_factor_wrong' };
    return secret === null
      ? { kind: 'refused', refusal: 'not_signed_in' }
      : { kind: 'shown', sessionSecret: secret };
  });
}

async function isRightFactor(
  tx: Transaction,
  { factorKey }: FactorDesk,
  o: { readonly owner: Owner; readonly shown: ShownFactor },
  now: Instant,
): Promise<boolean> {
  const { owner, shown } = o;
  if (shown.method === 'totp') {
    // A secret that was never confirmed is not a factor yet.
    if ((await totpState(tx, owner)) !== 'in-use') return false;
    return await takeTotpCode(tx, factorKey, { owner, code: shown.code }, now);
  }
  if (shown.method === 'recovery_code') {
    return await takeRecoveryCode(tx, factorKey, { owner, code: shown.code });
  }
  const { party, response } = shown;
  return (await takePasskey(tx, { ...owner, party, response }, now)) === owner.userId;
}
