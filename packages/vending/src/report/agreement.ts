/**
 * Whether ledger, tokens and security module agree: each vend has its tokens, and the module has
 * issued neither more nor fewer (invariants V1 and S1). A difference that stays is how a token
 * nobody paid for is found.
 */
import type { Database } from '@wattvend/database/database.js';
import { loadStatement } from '@wattvend/database/database.js';
import type { UtilityId } from '@wattvend/ledger/account.js';
import type { Books } from '@wattvend/ledger/books.js';
import { areBalanced, checkBooks } from '@wattvend/ledger/books.js';
import type { SecurityModule } from '@wattvend/security-module/security-module.js';

export interface Agreement {
  readonly books: Books;
  readonly balanced: boolean;
  readonly vendsPosted: number;
  readonly vendsReserved: number;
  readonly tokensIssued: number;
  /** Null while the module cannot be reached. */
  readonly moduleIssued: bigint | null;
  /** True when everything that could be asked matches. */
  readonly agree: boolean;
}

interface CountRow {
  readonly vends_posted: bigint;
  readonly vends_reserved: bigint;
  readonly tokens_resolved: bigint;
  readonly tokens_reserved: bigint;
  readonly tokens_issued: bigint;
}

const countVendsStatement = loadStatement(new URL('../../sql/count-vends.sql', import.meta.url));

/** Reads everything: not for a hot path. */
export async function checkAgreement(
  database: Database,
  module: SecurityModule,
  utilityId: UtilityId,
): Promise<Agreement> {
  // Vends go on while this is asked. What the module had issued before the tables were read must be
  // in them, posted or still reserved; what the tables hold the module must have issued by after.
  const before = await moduleIssued(module);
  const books = await checkBooks(database, utilityId);
  const { rows } = await database.query<CountRow>(countVendsStatement, [utilityId]);
  const [count] = rows;
  if (count === undefined) throw new Error('the count of vends answered no row');
  const after = await moduleIssued(module);

  const balanced = areBalanced(books);
  const noneUnpaid = before === null || before <= count.tokens_issued + count.tokens_reserved;
  const noneInvented = after === null || after >= count.tokens_issued;
  const allThere = count.tokens_resolved === count.tokens_issued;
  return {
    books,
    balanced,
    vendsPosted: Number(count.vends_posted),
    vendsReserved: Number(count.vends_reserved),
    tokensIssued: Number(count.tokens_issued),
    moduleIssued: after,
    agree: balanced && allThere && noneUnpaid && noneInvented,
  };
}

async function moduleIssued(module: SecurityModule): Promise<bigint | null> {
  try {
    return (await module.report()).issued;
  } catch {
    return null;
  }
}
