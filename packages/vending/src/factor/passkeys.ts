/**
 * Passkeys (WebAuthn): what a browser signs instead of a password. The user is verified by the device
 * each time, so that a passkey alone is two factors. Each challenge is kept here and taken once.
 */
import { Buffer } from 'node:buffer';
import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  type RegistrationResponseJSON,
  type VerifiedAuthenticationResponse,
  type VerifiedRegistrationResponse,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import type { Transaction } from '@wattvend/database/database.js';
import { loadStatement } from '@wattvend/database/database.js';
import type { UtilityId } from '@wattvend/ledger/account.js';
import type { Instant } from '@wattvend/quantities/time.js';
import { instant } from '@wattvend/quantities/time.js';
import type { User, UserId } from '../staff/users.ts';
import type { Owner } from './factor-key.ts';

const insertPasskeyStatement = loadStatement(
  new URL('../../sql/factor/insert-passkey.sql', import.meta.url),
);
const listPasskeysStatement = loadStatement(
  new URL('../../sql/factor/list-passkeys.sql', import.meta.url),
);
const findPasskeyStatement = loadStatement(
  new URL('../../sql/factor/find-passkey.sql', import.meta.url),
);
const usePasskeyStatement = loadStatement(
  new URL('../../sql/factor/use-passkey.sql', import.meta.url),
);
const renamePasskeyStatement = loadStatement(
  new URL('../../sql/factor/rename-passkey.sql', import.meta.url),
);
const deletePasskeyStatement = loadStatement(
  new URL('../../sql/factor/delete-passkey.sql', import.meta.url),
);
const deletePasskeysStatement = loadStatement(
  new URL('../../sql/factor/delete-passkeys.sql', import.meta.url),
);
const insertChallengeStatement = loadStatement(
  new URL('../../sql/factor/insert-challenge.sql', import.meta.url),
);
const takeChallengeStatement = loadStatement(
  new URL('../../sql/factor/take-challenge.sql', import.meta.url),
);
const deleteOldChallengesStatement = loadStatement(
  new URL('../../sql/factor/delete-old-challenges.sql', import.meta.url),
);

/** What a browser answers, as it says it in JSON. */
export type MadePasskey = RegistrationResponseJSON;
export type ShownPasskey = AuthenticationResponseJSON;

const CHALLENGE_MS = 5 * 60_000;

/** Whom a passkey is for: the site as browsers know it. */
export interface RelyingParty {
  /** Its host name, without a port. */
  readonly id: string;
  readonly origin: string;
  readonly name: string;
}

export interface Passkey {
  readonly credentialId: string;
  readonly userId: UserId;
  readonly name: string;
  readonly isSynced: boolean;
  readonly madeAt: Instant;
  readonly lastUsedAt: Instant | null;
}

interface StoredPasskey extends Passkey {
  readonly publicKey: Uint8Array;
  readonly counter: number;
  readonly transports: readonly string[];
}

interface PasskeyRow {
  readonly credential_id: string;
  readonly user_id: UserId;
  readonly name: string;
  readonly public_key: Buffer;
  readonly counter: bigint;
  readonly transports: readonly string[];
  readonly is_synced: boolean;
  readonly made_at_ms: bigint;
  readonly last_used_at_ms: bigint | null;
}

type Purpose = 'sign_in' | 'second_factor' | 'registration';

async function keepChallenge(
  tx: Pick<Transaction, 'query'>,
  utilityId: UtilityId,
  o: { readonly challenge: string; readonly purpose: Purpose; readonly userId: UserId | null },
  now: Instant,
): Promise<void> {
  await tx.query(deleteOldChallengesStatement, [utilityId, now]);
  const values = [utilityId, o.challenge, o.purpose, o.userId, now + CHALLENGE_MS];
  await tx.query(insertChallengeStatement, values);
}

async function takeChallenge(
  tx: Pick<Transaction, 'query'>,
  utilityId: UtilityId,
  o: { readonly challenge: string; readonly purpose: Purpose; readonly userId: UserId | null },
  now: Instant,
): Promise<boolean> {
  const values = [utilityId, o.challenge, o.purpose, o.userId, now];
  return (await tx.query(takeChallengeStatement, values)).rowCount === 1;
}

/** What the browser says it was asked to sign; null for what cannot be read. */
function challengeIn(clientData: string): string | null {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(clientData, 'base64url').toString('utf8'));
    const isObject = typeof parsed === 'object' && parsed !== null && 'challenge' in parsed;
    return isObject && typeof parsed.challenge === 'string' ? parsed.challenge : null;
  } catch {
    return null;
  }
}

/** What a browser needs to make a new passkey. */
export async function passkeyToMake(
  tx: Pick<Transaction, 'query'>,
  o: { readonly utilityId: UtilityId; readonly user: User; readonly party: RelyingParty },
  now: Instant,
): Promise<PublicKeyCredentialCreationOptionsJSON> {
  const { utilityId, user, party } = o;
  const known = await storedPasskeys(tx, { utilityId, userId: user.userId });
  const options = await generateRegistrationOptions({
    rpName: party.name,
    rpID: party.id,
    userName: user.signInName,
    userDisplayName: user.displayName,
    userID: Uint8Array.from(Buffer.from(user.userId.replaceAll('-', ''), 'hex')),
    timeout: CHALLENGE_MS,
    attestationType: 'none',
    excludeCredentials: known.map(descriptor),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
  const { challenge } = options;
  const kept = { challenge, purpose: 'registration', userId: user.userId } as const;
  await keepChallenge(tx, utilityId, kept, now);
  return options;
}

/** Keeps a new passkey; null for what is not a right answer to a challenge that was given out. */
export async function keepPasskey(
  tx: Pick<Transaction, 'query'>,
  o: {
    readonly owner: Owner;
    readonly party: RelyingParty;
    readonly name: string;
    readonly response: RegistrationResponseJSON;
  },
  now: Instant,
): Promise<Passkey | null> {
  const { owner, party, name, response } = o;
  const { utilityId, userId } = owner;
  const challenge = challengeIn(response.response.clientDataJSON);
  const given = { challenge: challenge ?? '', purpose: 'registration', userId } as const;
  if (challenge === null || !(await takeChallenge(tx, utilityId, given, now))) return null;
  const verified = await verifiedRegistration(response, challenge, party);
  if (verified?.registrationInfo === undefined) return null;
  const { credential, credentialDeviceType } = verified.registrationInfo;
  const isSynced = credentialDeviceType === 'multiDevice';
  const { rowCount } = await tx.query(insertPasskeyStatement, [
    utilityId,
    credential.id,
    userId,
    name,
    Buffer.from(credential.publicKey),
    credential.counter,
    credential.transports ?? [],
    isSynced,
    now,
  ]);
  if (rowCount === 0) return null;
  return { credentialId: credential.id, userId, name, isSynced, madeAt: now, lastUsedAt: null };
}

/** The library throws at what a browser should not have sent. */
async function verifiedRegistration(
  response: RegistrationResponseJSON,
  expectedChallenge: string,
  party: RelyingParty,
): Promise<VerifiedRegistrationResponse | null> {
  try {
    return await verifyRegistrationResponse({
      response,
      expectedChallenge,
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      requireUserVerification: true,
    });
  } catch {
    return null;
  }
}

/** What a browser needs to sign in by any passkey it has, or, for a person, by one of that person's. */
export async function passkeyToShow(
  tx: Pick<Transaction, 'query'>,
  o: {
    readonly utilityId: UtilityId;
    readonly party: RelyingParty;
    readonly userId: UserId | null;
  },
  now: Instant,
): Promise<PublicKeyCredentialRequestOptionsJSON> {
  const { utilityId, party, userId } = o;
  const known = userId === null ? [] : await storedPasskeys(tx, { utilityId, userId });
  const options = await generateAuthenticationOptions({
    rpID: party.id,
    timeout: CHALLENGE_MS,
    userVerification: 'required',
    allowCredentials: known.map(descriptor),
  });
  const purpose = userId === null ? 'sign_in' : 'second_factor';
  await keepChallenge(tx, utilityId, { challenge: options.challenge, purpose, userId }, now);
  return options;
}

/**
 * Whose passkey it is; null for what is not a right answer to a challenge that was given out. With
 * `userId` it must be one of that person's.
 */
export async function takePasskey(
  tx: Pick<Transaction, 'query'>,
  o: {
    readonly utilityId: UtilityId;
    readonly party: RelyingParty;
    readonly userId: UserId | null;
    readonly response: AuthenticationResponseJSON;
  },
  now: Instant,
): Promise<UserId | null> {
  const { utilityId, party, userId, response } = o;
  const challenge = challengeIn(response.response.clientDataJSON);
  const purpose = userId === null ? 'sign_in' : 'second_factor';
  const given = { challenge: challenge ?? '', purpose, userId } as const;
  if (challenge === null || !(await takeChallenge(tx, utilityId, given, now))) return null;
  const { rows } = await tx.query<PasskeyRow>(findPasskeyStatement, [utilityId, response.id]);
  const stored = rows[0] === undefined ? null : passkeyOfRow(rows[0]);
  if (stored === null || (userId !== null && stored.userId !== userId)) return null;
  const verified = await verifiedAnswer(response, challenge, { party, stored });
  if (verified?.verified !== true) return null;
  const counter = verified.authenticationInfo.newCounter;
  const values = [utilityId, stored.credentialId, counter, now];
  // A counter that did not rise: a copy of the passkey is in use somewhere.
  return (await tx.query(usePasskeyStatement, values)).rowCount === 1 ? stored.userId : null;
}

async function verifiedAnswer(
  response: AuthenticationResponseJSON,
  expectedChallenge: string,
  o: { readonly party: RelyingParty; readonly stored: StoredPasskey },
): Promise<VerifiedAuthenticationResponse | null> {
  const { party, stored } = o;
  try {
    return await verifyAuthenticationResponse({
      response,
      expectedChallenge,
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      requireUserVerification: true,
      credential: {
        id: stored.credentialId,
        publicKey: Uint8Array.from(stored.publicKey),
        counter: stored.counter,
      },
    });
  } catch {
    return null;
  }
}

export async function listPasskeys(
  tx: Pick<Transaction, 'query'>,
  owner: Owner,
): Promise<readonly Passkey[]> {
  return await storedPasskeys(tx, owner);
}

export async function renamePasskey(
  tx: Pick<Transaction, 'query'>,
  owner: Owner,
  passkey: { readonly credentialId: string; readonly name: string },
): Promise<boolean> {
  const values = [owner.utilityId, owner.userId, passkey.credentialId, passkey.name];
  return (await tx.query(renamePasskeyStatement, values)).rowCount === 1;
}

export async function removePasskey(
  tx: Pick<Transaction, 'query'>,
  owner: Owner,
  credentialId: string,
): Promise<boolean> {
  const values = [owner.utilityId, owner.userId, credentialId];
  return (await tx.query(deletePasskeyStatement, values)).rowCount === 1;
}

export async function removePasskeys(tx: Pick<Transaction, 'query'>, owner: Owner): Promise<void> {
  await tx.query(deletePasskeysStatement, [owner.utilityId, owner.userId]);
}

async function storedPasskeys(
  tx: Pick<Transaction, 'query'>,
  { utilityId, userId }: Owner,
): Promise<readonly StoredPasskey[]> {
  const { rows } = await tx.query<PasskeyRow>(listPasskeysStatement, [utilityId, userId]);
  return rows.map(passkeyOfRow);
}

function descriptor(passkey: StoredPasskey): { id: string; transports: string[] } {
  return { id: passkey.credentialId, transports: [...passkey.transports] };
}

function passkeyOfRow(row: PasskeyRow): StoredPasskey {
  return {
    credentialId: row.credential_id,
    userId: row.user_id,
    name: row.name,
    isSynced: row.is_synced,
    madeAt: instant(Number(row.made_at_ms)),
    lastUsedAt: row.last_used_at_ms === null ? null : instant(Number(row.last_used_at_ms)),
    publicKey: row.public_key,
    counter: Number(row.counter),
    transports: row.transports,
  };
}
