/**
 * The three steps of a vend, each in batches: reserve (transaction 1), issue (the security module),
 * post (transaction 2). A batch of one step runs while the next batch of the step before it is
 * under way.
 */
import type { Database } from '@wattvend/database/database.js';
import { sqlState } from '@wattvend/database/database.js';
import type { Instant } from '@wattvend/quantities/time.js';
import type { IssueAnswer, SecurityModule } from '@wattvend/security-module/security-module.js';
import {
  BATCH_REQUESTS_MAX,
  SecurityModuleRefusal,
  SecurityModuleUnavailable,
} from '@wattvend/security-module/security-module.js';
import { createBatcher } from './batcher.ts';
import { findVends } from './find-vends.ts';
import type { Answered, SaleBook } from './post.ts';
import { postBatch } from './post.ts';
import type { HashedRequest, ReserveOutcome } from './reserve.ts';
import { reserveBatch } from './reserve.ts';
import type { Vend, VendId } from './vend.ts';

/** Batches of one step under way at once (decision 0005). */
const BATCHES_MAX = 2;

export interface VendStepsOptions {
  readonly database: Database;
  readonly module: SecurityModule;
  readonly book: SaleBook;
  readonly clock: () => Instant;
  /** How many vends are being sold at this moment. */
  readonly vendsUnderWay: () => number;
}

export interface VendSteps {
  reserve(request: HashedRequest): Promise<ReserveOutcome>;
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
  const { database, module, book, clock } = options;
  let moduleAvailable = true;
  // At most half of what is under way, so that the steps work at the same time. In one batch of
  // everything the clients would march in step from then on, each step idle while another works.
  const batchSizeMax = (): number =>
    Math.min(BATCH_REQUESTS_MAX, Math.max(1, Math.ceil(options.vendsUnderWay() / 2)));

  const reserving = createBatcher<HashedRequest, ReserveOutcome>({
    batchSizeMax,
    batchesMax: BATCHES_MAX,
    isOneMembersFault: isDataRefused,
    run: (requests) =>
      reserveBatch(
        { database, utilityId: book.utilityId, now: clock(), moduleAvailable },
        requests,
      ),
  });
  const issuing = createBatcher<Vend, IssueAnswer>({
    batchSizeMax,
    batchesMax: BATCHES_MAX,
    isOneMembersFault: () => false,
    run: (vends) => module.issue(vends.map(issueRequest)),
  });
  const posting = createBatcher<Answered, Vend>({
    batchSizeMax,
    batchesMax: BATCHES_MAX,
    isOneMembersFault: isDataRefused,
    run: (answered) => postBatch({ database, book, now: clock() }, answered),
  });

  async function issue(vend: Vend): Promise<IssueAnswer> {
    try {
      const answer = await issuing.submit(vend);
      moduleAvailable = true;
      return answer;
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
      const [found] = await findVends(database, book.utilityId, [vendId]);
      if (found === undefined) throw new Error(`vend ${vendId} was there and is gone`);
      return found;
    },
    async complete(vend) {
      if (vend.state !== 'reserved') return vend;
      const answer = await issue(vend);
      try {
        return await posting.submit({ vend, answer });
      } catch (error) {
        if (!isDataRefused(error)) throw error;
        // Another process finished it meanwhile; its end is the end.
        const [found] = await findVends(database, book.utilityId, [vend.vendId]);
        if (found === undefined || found.state === 'reserved') throw error;
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

function issueRequest(vend: Vend): Parameters<SecurityModule['issue']>[0][number] {
  return {
    vendId: vend.vendId,
    position: 0,
    meterPan: vend.meter.meterPan,
    tokenIdentifier: vend.tokenIdentifier,
    content: { kind: 'credit', service: 'electricity', amount: vend.energy },
    basis: 'sale',
    order: null,
    ...vend.key,
  };
}

/** Class 22 is data the server cannot take, 23 a broken constraint; WV… the rooms' own refusals. */
function isDataRefused(error: unknown): boolean {
  const state = sqlState(error);
  return state !== null && /^(22|23|WV)/.test(state);
}
