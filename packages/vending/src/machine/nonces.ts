/** Remembers what machine clients have signed, in the database: a restart must not forget it. */
import type { Database } from '@wattvend/database/database.js';
import { loadStatement } from '@wattvend/database/database.js';
import type { UtilityId } from '@wattvend/ledger/account.js';
import type { Instant } from '@wattvend/quantities/time.js';
import type { ApiKeyId } from './api-keys.ts';
import type { SignedRequest } from './signed-request.ts';
import { SIGNED_WITHIN_MS } from './signed-request.ts';

const takeNonceStatement = loadStatement(
  new URL('../../sql/machine/take-nonce.sql', import.meta.url),
);
const deleteOldStatement = loadStatement(
  new URL('../../sql/machine/delete-old-nonces.sql', import.meta.url),
);

// Clearing away reads an index; once a minute is enough for rows that live for ten.
const CLEARED_EVERY_MS = 60_000;

export interface NonceBook {
  /** Whether this is the first request of the key with its nonce. */
  take(apiKeyId: ApiKeyId, request: SignedRequest, now: Instant): Promise<boolean>;
}

export function createNonceBook(database: Database, utilityId: UtilityId): NonceBook {
  let clearedAt = 0;
  return {
    async take(apiKeyId, { nonce, createdAt }, now) {
      if (Math.abs(now - clearedAt) >= CLEARED_EVERY_MS) {
        clearedAt = now;
        await database.query(deleteOldStatement, [utilityId, now]);
      }
      // Until no clock would let a request of that moment in any more.
      const until = Math.max(now, createdAt) + SIGNED_WITHIN_MS + 1;
      const values = [utilityId, apiKeyId, nonce, until];
      return (await database.query(takeNonceStatement, values)).rowCount === 1;
    },
  };
}
