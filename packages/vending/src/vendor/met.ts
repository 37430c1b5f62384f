/** Two requests that meet on one id: the one that lost reads what the other wrote. */
import type { Database, Transaction } from '@wattvend/database/database.js';
import { sqlState } from '@wattvend/database/database.js';

const UNIQUE_VIOLATION = '23505';

/**
 * Runs a transaction, and once more when another one wrote the same id meanwhile: the body looks for
 * what is there first, and now finds it.
 */
export async function againWhenMet<Answer>(
  database: Database,
  body: (tx: Transaction) => Promise<Answer>,
): Promise<Answer> {
  try {
    return await database.transaction(body);
  } catch (error) {
    if (sqlState(error) !== UNIQUE_VIOLATION) throw error;
    return await database.transaction(body);
  }
}
