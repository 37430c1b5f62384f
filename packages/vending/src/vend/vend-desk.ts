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
import {
  BATCH_REQUESTS_MAX,
  SecurityModuleRefusal,
  SecurityModuleUnavailable,
} from '@wattvend/security-module/security-module.js';
import { findVends } from './find-vends.ts';
import type { VendRefusal } from './refusals.ts';
import { requestHash } from './request-hash.ts';
import type { HashedRequest, ReserveOutcome } from './reserve.ts';
import type { Vend, VendId, VendRequest } from './vend.ts';
import type { VendSteps, VendStepsOptions } from './vend-steps.ts';
import { createVendSteps } from './vend-steps.ts';

/** How long money may be set aside before the sweep takes an interest, in milliseconds. */
const SWEEP_AFTER_MS = 5_000;

export type VendAnswer =
  /** `first` is false when the vend was there before. */
  | { readonly kind: 'vend'; readonly vend: Vend; readonly first: boolean }
  | { readonly kind: 'refused'; readonly refusal: VendRefusal };

export interface VendDesk {
  /** Sells, or tells what became of the vend of that id. Refusals: VEND_REFUSALS, in order. */
  vend(request: VendRequest): Promise<VendAnswer>;
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

const unresolvedStatement = loadStatement(
  new URL('../../sql/unresolved-vends.sql', import.meta.url),
);

export type VendDeskOptions = Omit<VendStepsOptions, 'vendsUnderWay'>;

export function createVendDesk(options: VendDeskOptions): VendDesk {
  const underWay = new Map<string, UnderWay>();
  const steps = createVendSteps({ ...options, vendsUnderWay: () => underWay.size });

  function track(vendId: VendId, running: UnderWay): Promise<VendAnswer> {
    underWay.set(vendId, running);
    const forget = (): void => {
      underWay.delete(vendId);
    };
    running.answer.then(forget, forget);
    return running.answer;
  }

  async function vend(request: VendRequest): Promise<VendAnswer> {
    const hash = requestHash(request);
    const running = underWay.get(request.vendId);
    if (running === undefined) {
      const answer = sell(steps, { request, requestHash: hash });
      return await track(request.vendId, { requestHash: hash, answer });
    }
    if (running.requestHash === null) {
      await running.answer;
      return await vend(request);
    }
    if (Buffer.compare(running.requestHash, hash) !== 0) return refused('vend_id_conflict');
    const answer = await running.answer;
    return answer.kind === 'vend' ? { ...answer, first: false } : answer;
  }

  async function sweep(): Promise<number> {
    if (!steps.isModuleAvailable()) await steps.probeModule();
    const left = await unresolvedVends(options);
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
    vend,
    sweep,
    isModuleAvailable: steps.isModuleAvailable,
    async drained() {
      while (underWay.size > 0) {
        await Promise.allSettled([...underWay.values()].map((running) => running.answer));
      }
    },
  };
}

async function unresolvedVends({
  database,
  book,
  clock,
}: VendDeskOptions): Promise<readonly Vend[]> {
  const { rows } = await database.query<{ readonly vend_id: VendId }>(unresolvedStatement, [
    book.utilityId,
    clock() - SWEEP_AFTER_MS,
    BATCH_REQUESTS_MAX,
  ]);
  if (rows.length === 0) return [];
  const vendIds = rows.map((row) => row.vend_id);
  return await findVends(database, book.utilityId, vendIds);
}

async function sell(steps: VendSteps, hashed: HashedRequest): Promise<VendAnswer> {
  let outcome: ReserveOutcome;
  let vend: Vend;
  try {
    outcome = await steps.reserve(hashed);
    if (outcome.kind === 'refused') return outcome;
    vend = outcome.kind === 'reserved' ? outcome.vend : await steps.find(hashed.request.vendId);
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
