/**
 * API keys: how a machine client, such as a bank or a mobile money service, sells on its vendor's
 * float. A key is shown once, when it is made; a revoked one is refused within a second.
 */
import type { Database } from '@wattvend/database/database.js';
import { loadStatement, sqlState } from '@wattvend/database/database.js';
import type { UtilityId } from '@wattvend/ledger/account.js';
import type { Quantity } from '@wattvend/quantities/quantity.js';
import type { Instant } from '@wattvend/quantities/time.js';
import { instant } from '@wattvend/quantities/time.js';
import type { AuditDetails, AuditFact } from '../audit/audit-event.ts';
import { recordAudit } from '../audit/audit-trail.ts';
import type { Author } from '../staff/author.ts';
import { MACHINE_PERMISSIONS, type MachinePermission } from '../staff/permissions.ts';
import { hashOfSecret, newSecret } from '../staff/secret.ts';
import type { VendorId } from '../vend/vend.ts';
import { ed25519PublicKey } from './signed-request.ts';

export type ApiKeyId = Quantity<string, 'API key id'>;

/** What a key may do. */
export interface ApiKeyLimits {
  readonly permissions: readonly MachinePermission[];
  /** Null for no limit of its own. */
  readonly requestsPerMinute: number | null;
  /** 32 octets of Ed25519, with which it signs requests; null when it cannot. */
  readonly publicKey: Uint8Array | null;
  /** Then its secret alone opens nothing. Needs a public key. */
  readonly signatureRequired: boolean;
}

export const UNLIMITED: ApiKeyLimits = {
  permissions: MACHINE_PERMISSIONS,
  requestsPerMinute: null,
  publicKey: null,
  signatureRequired: false,
};

export interface ApiKey extends ApiKeyLimits {
  readonly apiKeyId: ApiKeyId;
  readonly name: string;
  readonly vendor: { readonly vendorId: VendorId; readonly name: string };
}

export interface ListedApiKey extends ApiKey {
  readonly createdAt: Instant;
  /** Null while the key holds. */
  readonly revokedAt: Instant | null;
}

export type CreateApiKeyAnswer =
  | { readonly kind: 'created'; readonly secret: string }
  | { readonly kind: 'refused'; readonly refusal: 'vendor_not_found' };

export type RevokeApiKeyAnswer =
  | { readonly kind: 'revoked' }
  | { readonly kind: 'refused'; readonly refusal: 'api_key_not_found' };

interface ApiKeyRow {
  readonly api_key_id: ApiKeyId;
  readonly name: string;
  readonly vendor_id: VendorId;
  readonly vendor_name: string;
  readonly public_key: Buffer | null;
  readonly signature_required: boolean;
  readonly permissions: readonly MachinePermission[];
  readonly requests_per_minute: number | null;
}

interface ListedApiKeyRow extends ApiKeyRow {
  readonly created_at_ms: bigint;
  readonly revoked_at_ms: bigint | null;
}

// Recognisable, so that a key in a public place can be found by those who look for such things.
const PREFIX = 'wv_';
const FORM = /^wv_[A-Za-z0-9_-]{43}$/;

const insertApiKeyStatement = loadStatement(
  new URL('../../sql/machine/insert-api-key.sql', import.meta.url),
);
const findApiKeyStatement = loadStatement(
  new URL('../../sql/machine/find-api-key.sql', import.meta.url),
);
const listApiKeysStatement = loadStatement(
  new URL('../../sql/machine/list-api-keys.sql', import.meta.url),
);
const changeApiKeyStatement = loadStatement(
  new URL('../../sql/machine/change-api-key.sql', import.meta.url),
);
const revokeApiKeyStatement = loadStatement(
  new URL('../../sql/machine/revoke-api-key.sql', import.meta.url),
);

/**
 * Makes a key and gives its secret, `wv_` and 43 characters, the only time it is seen. Refuses
 * vendor_not_found.
 */
export async function createApiKey(
  database: Database,
  utilityId: UtilityId,
  key: {
    readonly apiKeyId: ApiKeyId;
    readonly vendorId: VendorId;
    readonly name: string;
    /** Without them, UNLIMITED. */
    readonly limits?: ApiKeyLimits;
  },
  by: Author,
  now: Instant,
): Promise<CreateApiKeyAnswer> {
  const { apiKeyId, vendorId, name, limits = UNLIMITED } = key;
  const secret = PREFIX + newSecret();
  const values = [
    ...[utilityId, apiKeyId, hashOfSecret(secret), vendorId, name, now],
    ...limitValues(limits),
  ];
  try {
    await database.transaction(async (tx) => {
      await tx.query(insertApiKeyStatement, values);
      await recordAudit(
        tx,
        utilityId,
        keyFact('machine.key_added', apiKeyId, by, { vendorId, ...told(limits) }),
        now,
      );
    });
    return { kind: 'created', secret };
  } catch (error) {
    if (sqlState(error) !== '23503') throw error;
    return { kind: 'refused', refusal: 'vendor_not_found' };
  }
}

/** In the order of the statements that write them. */
function limitValues(limits: ApiKeyLimits): readonly unknown[] {
  const { publicKey, signatureRequired, permissions, requestsPerMinute } = limits;
  // Read once, so that what cannot be a key is found out now and not at its first request.
  if (publicKey !== null) ed25519PublicKey(publicKey);
  return [publicKey, signatureRequired, permissions, requestsPerMinute];
}

function told(limits: ApiKeyLimits): AuditDetails {
  const { permissions, requestsPerMinute, signatureRequired, publicKey } = limits;
  const signs = publicKey !== null;
  return { permissions, requestsPerMinute, signatureRequired, signs };
}

export type ChangeApiKeyAnswer =
  | { readonly kind: 'changed' }
  | { readonly kind: 'refused'; readonly refusal: 'api_key_not_found' };

/** Changes what a key may do, within a second. Refuses api_key_not_found, also for a revoked key. */
export async function changeApiKey(
  database: Database,
  utilityId: UtilityId,
  key: { readonly apiKeyId: ApiKeyId; readonly limits: ApiKeyLimits },
  by: Author,
  now: Instant,
): Promise<ChangeApiKeyAnswer> {
  const { apiKeyId, limits } = key;
  return await database.transaction<ChangeApiKeyAnswer>(async (tx) => {
    const values = [utilityId, apiKeyId, ...limitValues(limits)];
    const { rowCount } = await tx.query(changeApiKeyStatement, values);
    if (rowCount === 0) return { kind: 'refused', refusal: 'api_key_not_found' };
    const fact = keyFact('machine.key_changed', apiKeyId, by, told(limits));
    await recordAudit(tx, utilityId, fact, now);
    return { kind: 'changed' };
  });
}

/** Revokes a key; the same again changes nothing. Refuses api_key_not_found. */
export async function revokeApiKey(
  database: Database,
  utilityId: UtilityId,
  apiKeyId: ApiKeyId,
  by: Author,
  now: Instant,
): Promise<RevokeApiKeyAnswer> {
  return await database.transaction<RevokeApiKeyAnswer>(async (tx) => {
    const values = [utilityId, apiKeyId, now];
    const { rows } = await tx.query<{ readonly is_first: boolean }>(revokeApiKeyStatement, values);
    const [row] = rows;
    if (row === undefined) return { kind: 'refused', refusal: 'api_key_not_found' };
    if (row.is_first) {
      await recordAudit(tx, utilityId, keyFact('machine.key_revoked', apiKeyId, by), now);
    }
    return { kind: 'revoked' };
  });
}

function keyFact(
  what: string,
  apiKeyId: ApiKeyId,
  by: Author,
  details: AuditDetails = {},
): AuditFact {
  const actor = { kind: 'user', id: by.userId, address: by.address } as const;
  return { actor, what, subject: { kind: 'machine', id: apiKeyId }, details };
}

/** All keys, first those that hold, the newest first. */
export async function listApiKeys(
  database: Database,
  utilityId: UtilityId,
): Promise<readonly ListedApiKey[]> {
  const { rows } = await database.query<ListedApiKeyRow>(listApiKeysStatement, [utilityId]);
  return rows.map((row) => ({
    ...apiKeyOfRow(row),
    createdAt: instant(Number(row.created_at_ms)),
    revokedAt: row.revoked_at_ms === null ? null : instant(Number(row.revoked_at_ms)),
  }));
}

async function findApiKey(
  database: Database,
  utilityId: UtilityId,
  by: { readonly secretHash: Buffer } | { readonly apiKeyId: ApiKeyId },
): Promise<ApiKey | null> {
  const secretHash = 'secretHash' in by ? by.secretHash : null;
  const apiKeyId = 'apiKeyId' in by ? by.apiKeyId : null;
  const { rows } = await database.query<ApiKeyRow>(findApiKeyStatement, [
    utilityId,
    secretHash,
    apiKeyId,
  ]);
  const [row] = rows;
  return row === undefined ? null : apiKeyOfRow(row);
}

function apiKeyOfRow(row: ApiKeyRow): ApiKey {
  return {
    apiKeyId: row.api_key_id,
    name: row.name,
    vendor: { vendorId: row.vendor_id, name: row.vendor_name },
    permissions: row.permissions,
    requestsPerMinute: row.requests_per_minute,
    publicKey: row.public_key,
    signatureRequired: row.signature_required,
  };
}

/** How long an answer about a key may be used again: a revoked key dies within this. */
export const API_KEY_CACHE_MS = 1000;
const CACHE_SIZE_MAX = 1000;

interface Remembered {
  readonly until: number;
  readonly key: Promise<ApiKey | null>;
}

export interface ApiKeyDirectory {
  /** Whose key it is, or null for a secret that is unknown, revoked or not even of the form. */
  find(secret: string, now: Instant): Promise<ApiKey | null>;
  /** The key of that id, for a request it has signed; null when unknown or revoked. */
  findById(apiKeyId: ApiKeyId, now: Instant): Promise<ApiKey | null>;
}

/** Looks keys up, each at most once a second however many requests it carries. */
export function createApiKeyDirectory(database: Database, utilityId: UtilityId): ApiKeyDirectory {
  const remembered = new Map<string, Remembered>();

  function ask(
    by: Parameters<typeof findApiKey>[2],
    name: string,
    now: Instant,
  ): Promise<ApiKey | null> {
    const known = remembered.get(name);
    // A clock set back must not stretch the second.
    const isFresh =
      known !== undefined && now < known.until && known.until - now <= API_KEY_CACHE_MS;
    if (isFresh) return known.key;
    if (remembered.size >= CACHE_SIZE_MAX) remembered.clear();
    const key = findApiKey(database, utilityId, by);
    remembered.set(name, { until: now + API_KEY_CACHE_MS, key });
    // A failure is not an answer to be used again.
    key.catch(() => remembered.delete(name));
    return key;
  }

  return {
    find(secret, now) {
      if (!FORM.test(secret)) return Promise.resolve(null);
      const secretHash = hashOfSecret(secret);
      return ask({ secretHash }, secretHash.toString('latin1'), now);
    },
    findById: (apiKeyId, now) => ask({ apiKeyId }, apiKeyId, now),
  };
}
