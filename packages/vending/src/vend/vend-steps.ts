/**
 * The three steps of a vend, each in batches: reserve (transaction 1), issue (the security module),
 * post (transaction 2). A batch of one step runs while the next batch of the step before it is
 * under way.
 */
import type { Database } from '@wattvend/database/database.js';
import { sqlState } from '@wattvend/database/database.js';
import { monthOf } from '@wattvend/quantities/month.js';
import type { Instant } from '@wattvend/quantities/time.js';
import type { IssueAnswer, SecurityModule } from '@wattvend/security-module/security-module.js';
import {
  BATCH_REQUESTS_MAX,
  SecurityModuleRefusal,
  SecurityModuleUnavailable,
} from '@wattvend/security-module/security-module.js';
import { createTariffShelf } from '../tariff/tariff-shelf.ts';
import { localDates } from '../utility/local-date.ts';
import { createBatcher } from './batcher.ts';
import type { DeskRequest, ReserveOutcome } from './decide.ts';
import { findVend } from './find-vends.ts';
import { postBatch } from './post.ts';
import { reserveBatch, SupplyMoved } from './reserve.ts';
import type { Answered } from './resolve.ts';
import type { SaleBook } from './sale-entry.ts';
import { createSaleAccounts } from './sale-entry.ts';
import { issueRequests, tokenIdentifiersOf } from './token-plan.ts';
import type { Vend, VendId } from './vend.ts';
import type { VendParts } from './vend-parts.ts';

/** Batches of one step under way at once (decision 0005). */
const BATCHES_MAX = 1;

export interface VendStepsOptions {
  readonly database: Database;
  readonly module: SecurityModule;
  readonly book: SaleBook;
  readonly clock: () => Instant;
  readonly parts: VendParts;
  /** How many vends are being sold at this moment. */
  readonly vendsUnderWay: () => number;
}

export interface VendSteps {
  reserve(request: DeskRequest): Promise<ReserveOutcome>;
  /** Reads a vend that is there already. */
  find(vendId: VendId): Promise<Vend>;
  /**
   * Issues and posts a reserved vend; a vend that is resolved already is answered as it is. Safe to
   * repeat: the module answers the same digits and the database resolves a vend once.
   */
  complete(vend: Vend): Promise<Vend>;
  isModuleAvailable(): boolean;
  /** Asks the module whether it is there. Rejects when it is not. */
  probeModule(): Promise<void>;
}

export function createVendSteps(options: VendStepsOptions): VendSteps {
  const { database, module, book, clock, parts } = options;
  const shelf = createTariffShelf(book.utilityId);
  const accounts = createSaleAccounts(book);
  const localDate = localDates(book.timeZone);
  let moduleAvailable = true;
  // At most half of what is under way, so that the steps work at the same time. In one batch of
  // everything the clients would march in step from then on, each step idle while another works.
  const batchSizeMax = (): number =>
    Math.min(BATCH_REQUESTS_MAX, Math.max(1, Math.ceil(options.vendsUnderWay() / 2)));

  const reserving = createBatcher<DeskRequest, ReserveOutcome>({
    batchSizeMax,
    batchesMax: BATCHES_MAX,
    isOneMembersFault,
    async run(requests) {
      const now = clock();
      await parts.openMonth(monthOf(now));
      const { utilityId, decimalPlaces } = book;
      return await reserveBatch(
        {
          ...{ database, utilityId, decimalPlaces, now, localDate, moduleAvailable },
          ...{ shelf, accounts, timeZone: book.timeZone },
        },
        requests,
      );
    },
  });
  const issuing = createBatcher<Vend, readonly IssueAnswer[]>({
    batchSizeMax,
    batchesMax: BATCHES_MAX,
    isOneMembersFault: () => false,
    run: (vends) => issueBatch(module, vends, book.decimalPlaces),
  });
  const posting = createBatcher<Answered, Vend>({
    batchSizeMax,
    batchesMax: BATCHES_MAX,
    isOneMembersFault,
    async run(answered) {
      await parts.openTokens(answered.flatMap(({ vend }) => tokenIdentifiersOf(vend)));
      return await postBatch({ database, book, now: clock(), localDate, accounts }, answered);
    },
  });

  async function issue(vend: Vend): Promise<readonly IssueAnswer[]> {
    try {
      const answers = await issuing.submit(vend);
      moduleAvailable = true;
      return answers;
    } catch (error) {
      // A refused batch (two clocks apart, say) would refuse the next one too: set no more money
      // aside until the module has been seen to work.
      if (error instanceof SecurityModuleUnavailable || error instanceof SecurityModuleRefusal) {
        moduleAvailable = false;
      }
      throw error;
    }
  }

  return {
    reserve: (request) => reserving.submit(request),
    async find(vendId) {
      const found = await findVend(database, book.utilityId, vendId);
      if (found === null) throw new Error(`vend ${vendId} was there and is gone`);
      return found;
    },
    async complete(vend) {
      if (vend.state !== 'reserved') return vend;
      const answers = await issue(vend);
      try {
        return await posting.submit({ vend, answers });
      } catch (error) {
        if (!isOneMembersFault(error)) throw error;
        // Another process finished it meanwhile; its end is the end.
        const found = await findVend(database, book.utilityId, vend.vendId);
        if (found === null || found.state === 'reserved') throw error;
        return found;
      }
    },
    isModuleAvailable: () => moduleAvailable,
    async probeModule() {
      await module.report();
      moduleAvailable = true;
    },
  };
}

/** The tokens of all vends in as few questions as they fit; the answers of each vend together. */
async function issueBatch(
  module: SecurityModule,
  vends: readonly Vend[],
  decimalPlaces: number,
): Promise<readonly (readonly IssueAnswer[])[]> {
  const requests = vends.map((vend) => issueRequests(vend, decimalPlaces));
  const all = requests.flat();
  const answers: IssueAnswer[] = [];
  for (let from = 0; from < all.length; from += BATCH_REQUESTS_MAX) {
    answers.push(...(await module.issue(all.slice(from, from + BATCH_REQUESTS_MAX))));
  }
  let at = 0;
  return requests.map(({ length }) => {
    at += length;
    return answers.slice(at - length, at);
  });
}

/** Class 22 is data the server cannot take, 23 a broken constraint; WV… the rooms' own refusals. */
function isOneMembersFault(error: unknown): boolean {
  if (error instanceof SupplyMoved) return true;
  const state = sqlState(error);
  return state !== null && /^(22|23|WV)/.test(state);
}
