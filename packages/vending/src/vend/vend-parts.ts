/**
 * The parts of the tables `vend` (a month of requests) and `token` (thirty days of identifiers), and
 * of the ledger's entries, which are kept by the month of their vends.
 * They are made ahead of time; a request whose part is missing all the same, after a clock jumped,
 * makes it. What is known to be there is remembered, so that the hot path asks nobody.
 */
import type { Database } from '@wattvend/database/database.js';
import { loadStatement } from '@wattvend/database/database.js';
import { openLedgerMonth } from '@wattvend/ledger/open-months.js';
import { monthOf } from '@wattvend/quantities/month.js';
import type { Instant } from '@wattvend/quantities/time.js';
import { instant } from '@wattvend/quantities/time.js';
import type { BaseDate, TokenIdentifier } from '@wattvend/sts/token-identifier.js';
import { TOKEN_IDENTIFIER_MAX, tokenIdentifierAt } from '@wattvend/sts/token-identifier.js';

/** As in vending_open_tokens. */
const IDENTIFIERS_OF_PART = 43_200;
const PART_MS = IDENTIFIERS_OF_PART * 60_000;
const AHEAD_PARTS = 2;

const openMonthStatement = loadStatement(new URL('../../sql/vend/open-month.sql', import.meta.url));
const openTokensStatement = loadStatement(
  new URL('../../sql/vend/open-tokens.sql', import.meta.url),
);

export interface VendParts {
  /** Sees to it that vends of that month can be written. */
  openMonth(month: number): Promise<void>;
  /** Sees to it that tokens of those identifiers can be written. */
  openTokens(identifiers: readonly TokenIdentifier[]): Promise<void>;
  /** Makes what will be needed within two months. */
  openAhead(now: Instant, baseDates: readonly BaseDate[]): Promise<void>;
}

export function createVendParts(database: Pick<Database, 'query'>): VendParts {
  const months = new Set<number>();
  const parts = new Set<number>();

  async function openMonth(month: number): Promise<void> {
    if (months.has(month)) return;
    await database.query(openMonthStatement, [month]);
    await openLedgerMonth(database, month);
    months.add(month);
  }

  async function openPart(part: number): Promise<void> {
    if (parts.has(part)) return;
    await database.query(openTokensStatement, [part * IDENTIFIERS_OF_PART]);
    parts.add(part);
  }

  return {
    openMonth,
    async openTokens(identifiers) {
      for (const identifier of identifiers) {
        const part = Math.floor(identifier / IDENTIFIERS_OF_PART);
        if (!parts.has(part)) await openPart(part);
      }
    },
    async openAhead(now, baseDates) {
      for (let ahead = 0; ahead <= AHEAD_PARTS; ahead++) {
        const then = instant(now + ahead * PART_MS);
        await openMonth(monthOf(then));
        for (const baseDate of baseDates) {
          const at = tokenIdentifierAt(then, baseDate);
          if (at.kind === 'fault' || at.tokenIdentifier > TOKEN_IDENTIFIER_MAX) continue;
          await openPart(Math.floor(at.tokenIdentifier / IDENTIFIERS_OF_PART));
        }
      }
    },
  };
}
