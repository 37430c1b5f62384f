/**
 * The life of a vend: reserve, issue, post, answer. Whatever stops half-way is finished by asking
 * again with the same id, by the client or by the sweep. A time-out is a third outcome, unknown; it
 * is never answered with a second token.
 */
import {
  CommitOutcomeUnknown,
  DatabaseUnavailable,
  loadStatement,
} from '@wattvend/database/database.js';
import type { Instant } from '@wattvend/quantities/time.js';
import {
  BATCH_REQUESTS_MAX,
  SecurityModuleRefusal,
  SecurityModuleUnavailable,
} from '@wattvend/security-module/security-module.js';
import type { Drn } from '@wattvend/sts/meter-pan.js';
import type { BaseDate } from '@wattvend/sts/token-identifier.js';
import type { DeskRequest, ReserveOutcome } from './decide.ts';
import { vendIdOf } from './decide.ts';
import { findVends } from './find-vends.ts';
import type { VendRefusal } from './refusals.ts';
import { freeUnitsHash, orderHash, requestHash } from './request-hash.ts';
import { createTurns } from './turns.ts';
import type { FreeUnitsRequest, OrderRequest, Vend, VendId, VendRequest } from './vend.ts';
import { createVendParts } from './vend-parts.ts';
import type { VendSteps, VendStepsOptions } from './vend-steps.ts';
import { createVendSteps } from './vend-steps.ts';

/** How long a vend may be reserved before the sweep takes an interest, in milliseconds. */
const SWEEP_AFTER_MS = 5_000;

/** How often the sweep sees to it that the parts of the coming months are there. */
const OPEN_AHEAD_EVERY_MS = 6 * 3_600_000;

export type VendAnswer =
  /** `first` is false when the vend was there before. */
  | { readonly kind: 'vend'; readonly vend: Vend; readonly first: boolean }
  | { readonly kind: 'refused'; readonly refusal: VendRefusal };

/** All refusals are those of VEND_REFUSALS, in order. */
export interface VendDesk {
  /** Sells, or tells what became of the vend of that id. */
  vend(request: VendRequest): Promise<VendAnswer>;
  /** Gives the units that the tariff gives, or tells what became of the claim of that id. */
  claimFree(request: FreeUnitsRequest): Promise<VendAnswer>;
  /** Makes the tokens of an approved order, or tells what became of them. */
  issueOrder(request: OrderRequest): Promise<VendAnswer>;
  /** Finishes vends that were left half-way; answers how many it finished. */
  sweep(): Promise<number>;
  isModuleAvailable(): boolean;
  /** Settles when nothing is under way. */
  drained(): Promise<void>;
}

interface UnderWay {
  /** Null for the sweep, which knows the vend but not the request. */
  readonly requestHash: Uint8Array | null;
  readonly answer: Promise<VendAnswer>;
}

const statement = (name: string) =>
  loadStatement(new URL(`../../sql/vend/${name}`, import.meta.url));
const unresolvedStatement = statement('unresolved-vends.sql');
const baseDatesStatement = statement('base-dates.sql');

export type VendDeskOptions = Omit<VendStepsOptions, 'vendsUnderWay' | 'parts'>;

export function createVendDesk(options: VendDeskOptions): VendDesk {
  const underWay = new Map<string, UnderWay>();
  const parts = createVendParts(options.database);
  const steps = createVendSteps({ ...options, parts, vendsUnderWay: () => underWay.size });
  // Vends of one meter wait for each other: what one decides stands on what became of the last.
  const turns = createTurns<Drn>();
  let openAheadAt = Number.NEGATIVE_INFINITY;

  function track(vendId: VendId, running: UnderWay): Promise<VendAnswer> {
    underWay.set(vendId, running);
    const forget = (): void => {
      underWay.delete(vendId);
    };
    running.answer.then(forget, forget);
    return running.answer;
  }

  async function answerOf(asked: DeskRequest): Promise<VendAnswer> {
    const vendId = vendIdOf(asked);
    const running = underWay.get(vendId);
    if (running === undefined) {
      const answer = turns.take(asked.request.meterNumber, () => sell(steps, asked));
      return await track(vendId, { requestHash: asked.hash, answer });
    }
    if (running.requestHash === null) {
      await running.answer;
      return await answerOf(asked);
    }
    if (Buffer.compare(running.requestHash, asked.hash) !== 0) return refused('vend_id_conflict');
    const answer = await running.answer;
    return answer.kind === 'vend' ? { ...answer, first: false } : answer;
  }

  async function sweep(): Promise<number> {
    const now = options.clock();
    if (now >= openAheadAt) {
      const { rows } = await options.database.query<{ readonly base_date: BaseDate }>(
        baseDatesStatement,
        [options.book.utilityId],
      );
      const baseDates = rows.map((row) => row.base_date);
      await parts.openAhead(now, baseDates);
      openAheadAt = now + OPEN_AHEAD_EVERY_MS;
    }
    if (!steps.isModuleAvailable()) await steps.probeModule();
    const left = await unresolvedVends(options, now);
    const answers = left
      .filter((each) => !underWay.has(each.vendId))
      .map((each) =>
        track(each.vendId, {
          requestHash: null,
          answer: unknownWhenInterrupted(steps.complete(each), false),
        }),
      );
    const settled = await Promise.all(answers);
    return settled.filter((answer) => answer.kind === 'vend').length;
  }

  return {
    vend: (request) => answerOf({ kind: 'sale', request, hash: requestHash(request) }),
    claimFree: (request) => answerOf({ kind: 'free_units', request, hash: freeUnitsHash(request) }),
    issueOrder: (request) => answerOf({ kind: 'order', request, hash: orderHash(request) }),
    sweep,
    isModuleAvailable: steps.isModuleAvailable,
    async drained() {
      while (underWay.size > 0) {
        await Promise.allSettled([...underWay.values()].map((running) => running.answer));
      }
    },
  };
}

async function unresolvedVends(
  { database, book }: VendDeskOptions,
  now: Instant,
): Promise<readonly Vend[]> {
  const { rows } = await database.query<{ readonly vend_id: VendId }>(unresolvedStatement, [
    book.utilityId,
    now - SWEEP_AFTER_MS,
    BATCH_REQUESTS_MAX,
  ]);
  if (rows.length === 0) return [];
  const vendIds = rows.map((row) => row.vend_id);
  const found = await findVends(database, book.utilityId, vendIds);
  return found.filter((vend) => vend.state === 'reserved');
}

async function sell(steps: VendSteps, asked: DeskRequest): Promise<VendAnswer> {
  let outcome: ReserveOutcome;
  let vend: Vend;
  try {
    outcome = await steps.reserve(asked);
    if (outcome.kind === 'refused') return outcome;
    vend = outcome.kind === 'reserved' ? outcome.vend : await steps.find(vendIdOf(asked));
  } catch (error) {
    if (error instanceof DatabaseUnavailable) return refused('database_unavailable');
    if (error instanceof CommitOutcomeUnknown) return refused('vend_outcome_unknown');
    throw error;
  }
  return await unknownWhenInterrupted(steps.complete(vend), outcome.kind === 'reserved');
}

/** The money is set aside and durable; what stops the rest is over when its cause is. */
async function unknownWhenInterrupted(
  completing: Promise<Vend>,
  first: boolean,
): Promise<VendAnswer> {
  try {
    return { kind: 'vend', vend: await completing, first };
  } catch (error) {
    const interrupted =
      error instanceof SecurityModuleUnavailable ||
      error instanceof SecurityModuleRefusal ||
      error instanceof DatabaseUnavailable ||
      error instanceof CommitOutcomeUnknown;
    if (!interrupted) throw error;
    return refused('vend_outcome_unknown');
  }
}

function refused(
  code: 'vend_id_conflict' | 'database_unavailable' | 'vend_outcome_unknown',
): VendAnswer {
  return { kind: 'refused', refusal: { code } };
}
