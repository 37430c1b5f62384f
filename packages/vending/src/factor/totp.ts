/**
 * One-time codes of an authenticator app (TOTP, RFC 6238): six digits, thirty seconds, SHA-1, as all
 * apps understand them. The code of the half minute before and after is taken too; each only once.
 */
import { randomBytes } from 'node:crypto';
import type { Transaction } from '@wattvend/database/database.js';
import { loadStatement } from '@wattvend/database/database.js';
import type { Instant } from '@wattvend/quantities/time.js';
import { Secret, TOTP } from 'otpauth';
import type { FactorKey, Owner } from './factor-key.ts';

const putTotpStatement = loadStatement(new URL('../../sql/factor/put-totp.sql', import.meta.url));
const findTotpStatement = loadStatement(new URL('../../sql/factor/find-totp.sql', import.meta.url));
const takeStepStatement = loadStatement(
  new URL('../../sql/factor/take-totp-step.sql', import.meta.url),
);
const deleteTotpStatement = loadStatement(
  new URL('../../sql/factor/delete-totp.sql', import.meta.url),
);

// As long as the hash, which RFC 4226 recommends.
const SECRET_OCTETS = 20;
const PERIOD_SECONDS = 30;
const DIGITS = 6;
const STEPS_ASIDE = 1;

interface TotpRow {
  readonly sealed_secret: Buffer;
  readonly confirmed_at_ms: bigint | null;
  readonly last_step: bigint;
}

export interface TotpEnrolment {
  /** Base32, to be typed where no picture can be taken. */
  readonly secret: string;
  /** `otpauth://…`, to be shown as a QR code. */
  readonly uri: string;
}

function authenticator(secret: Uint8Array, label: string, issuer: string): TOTP {
  const octets = Uint8Array.from(secret);
  return new TOTP({
    issuer,
    label,
    secret: new Secret({ buffer: octets.buffer }),
    algorithm: 'SHA1',
    digits: DIGITS,
    period: PERIOD_SECONDS,
  });
}

/** Makes a secret that waits for its first code; null when one is in use already. */
export async function beginTotp(
  tx: Pick<Transaction, 'query'>,
  key: FactorKey,
  o: { readonly owner: Owner; readonly label: string; readonly issuer: string },
  now: Instant,
): Promise<TotpEnrolment | null> {
  const { owner, label, issuer } = o;
  const secret = randomBytes(SECRET_OCTETS);
  const values = [owner.utilityId, owner.userId, key.seal(secret, owner), now];
  const { rowCount } = await tx.query(putTotpStatement, values);
  if (rowCount === 0) return null;
  const totp = authenticator(secret, label, issuer);
  return { secret: totp.secret.base32, uri: totp.toString() };
}

export type TotpState = 'none' | 'waiting' | 'in-use';

/** Whether a person has one-time codes, or has only begun to set them up. */
export async function totpState(
  tx: Pick<Transaction, 'query'>,
  { utilityId, userId }: Owner,
): Promise<TotpState> {
  const { rows } = await tx.query<TotpRow>(findTotpStatement, [utilityId, userId]);
  const [row] = rows;
  if (row === undefined) return 'none';
  return row.confirmed_at_ms === null ? 'waiting' : 'in-use';
}

/** Takes a code, once. The first code that is right puts the secret into use. */
export async function takeTotpCode(
  tx: Pick<Transaction, 'query'>,
  key: FactorKey,
  o: { readonly owner: Owner; readonly code: string },
  now: Instant,
): Promise<boolean> {
  const { utilityId, userId } = o.owner;
  const { rows } = await tx.query<TotpRow>(findTotpStatement, [utilityId, userId]);
  const [row] = rows;
  if (row === undefined) return false;
  const totp = authenticator(key.unseal(row.sealed_secret, o.owner), '', '');
  const aside = totp.validate({ token: o.code, timestamp: now, window: STEPS_ASIDE });
  if (aside === null) return false;
  const step = Math.floor(now / 1000 / PERIOD_SECONDS) + aside;
  const { rowCount } = await tx.query(takeStepStatement, [utilityId, userId, step, now]);
  return rowCount === 1;
}

export async function removeTotp(
  tx: Pick<Transaction, 'query'>,
  { utilityId, userId }: Owner,
): Promise<boolean> {
  return (await tx.query(deleteTotpStatement, [utilityId, userId])).rowCount > 0;
}
