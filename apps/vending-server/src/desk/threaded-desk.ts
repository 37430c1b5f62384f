/** The desk as the rest of the server knows it, while it works in a thread of its own. */
import { Worker } from 'node:worker_threads';
import { CommitOutcomeUnknown, DatabaseUnavailable } from '@wattvend/database/database.js';
import { SecurityModuleUnavailable } from '@wattvend/security-module/security-module.js';
import type { VendAnswer, VendDesk } from '@wattvend/vending/vend-desk.js';
import {
  type CarriedFault,
  type DeskAnswers,
  DeskFault,
  type DeskGround,
  type DeskOutcome,
  type DeskQuestion,
  type Numbered,
} from './desk-messages.ts';

const THREAD = new URL('./desk-thread.js', import.meta.url);

// What is answered by something else than an incident; the rest is told as it was.
const KNOWN = [DatabaseUnavailable, CommitOutcomeUnknown, SecurityModuleUnavailable] as const;

export interface ThreadedDesk extends VendDesk {
  /** Closes the thread's connections and ends it. Nothing may be asked any more. */
  stop(): Promise<void>;
}

interface Waiting {
  readonly resolve: (outcome: Exclude<DeskOutcome, { kind: 'fault' }>) => void;
  readonly reject: (error: Error) => void;
}

/**
 * A bug that ends the thread ends the server, as it did when there was no thread: whoever started it
 * starts it again, and the sweep finishes what was under way.
 */
export function startThreadedDesk(ground: DeskGround): ThreadedDesk {
  const worker = new Worker(THREAD, { workerData: ground, name: 'desk' });
  const waiting = new Map<number, Waiting>();
  let unsent: Numbered[] = [];
  let lastNumber = 0;
  let isModuleAvailable = true;
  let isStopping = false;

  worker.on('error', (error) => {
    throw error;
  });
  worker.on('exit', (code) => {
    if (!isStopping) throw new Error(`the desk's thread has ended (${code})`);
  });
  worker.on('message', (message: DeskAnswers) => {
    ({ isModuleAvailable } = message);
    for (const { number, outcome } of message.answers) {
      const asker = waiting.get(number);
      waiting.delete(number);
      if (outcome.kind === 'fault') asker?.reject(revived(outcome.fault));
      else asker?.resolve(outcome);
    }
  });

  function flush(): void {
    const questions = unsent;
    unsent = [];
    worker.postMessage(questions);
  }

  function ask(question: DeskQuestion): Promise<Exclude<DeskOutcome, { kind: 'fault' }>> {
    if (unsent.length === 0) setImmediate(flush);
    lastNumber += 1;
    const number = lastNumber;
    unsent.push({ number, question });
    return new Promise((resolve, reject) => waiting.set(number, { resolve, reject }));
  }

  async function askVend(question: DeskQuestion): Promise<VendAnswer> {
    const outcome = await ask(question);
    if (outcome.kind !== 'vend') throw new Error('the desk answered something else');
    return outcome.answer;
  }

  return {
    vend: (request) => askVend({ ask: 'vend', request }),
    claimFree: (request) => askVend({ ask: 'claimFree', request }),
    issueOrder: (request) => askVend({ ask: 'issueOrder', request }),
    async sweep() {
      const outcome = await ask({ ask: 'sweep' });
      return outcome.kind === 'swept' ? outcome.finished : 0;
    },
    isModuleAvailable: () => isModuleAvailable,
    async drained() {
      await ask({ ask: 'drained' });
    },
    async stop() {
      isStopping = true;
      await ask({ ask: 'close' });
      await worker.terminate();
    },
  };
}

function revived(fault: CarriedFault): Error {
  const Known = KNOWN.find((each) => each.name === fault.name);
  const error = Known === undefined ? new DeskFault(fault) : new Known(fault.message);
  error.stack = fault.stack;
  return error;
}
