/**
 * The desk in a thread of its own: half of what a sale costs this process is HTTP, the other half is
 * the desk, and so a server sells with two processors. One desk, not several, since it is the size
 * of its batches that makes a sale cheap (decision 0005).
 */
import { parentPort, workerData } from 'node:worker_threads';
import { openDatabase, sqlState } from '@wattvend/database/database.js';
import { type Instant, instant } from '@wattvend/quantities/time.js';
import { connectSecurityModule } from '@wattvend/security-module/client.js';
import { createVendDesk, type VendDesk } from '@wattvend/vending/vend-desk.js';
import type {
  CarriedFault,
  DeskAnswers,
  DeskGround,
  DeskOutcome,
  DeskQuestion,
  Numbered,
} from './desk-messages.ts';

// A batch of each step, whoever reads a vend again, and the sweep.
const CONNECTIONS_MAX = 8;

function open(ground: DeskGround): { desk: VendDesk; close: () => Promise<void> } {
  const clock = (): Instant => instant(Date.now());
  const database = openDatabase({
    ...ground.database,
    maximumConnections: CONNECTIONS_MAX,
    applicationName: 'wattvend desk',
  });
  const module = connectSecurityModule({ ...ground.module, clock });
  return {
    desk: createVendDesk({ database, module, book: ground.book, clock }),
    async close() {
      await Promise.all([module.close(), database.close()]);
    },
  };
}

function carried(error: unknown): CarriedFault {
  const { name, message, stack, cause } = error instanceof Error ? error : new Error(String(error));
  const from = cause instanceof Error ? `\n  caused by ${cause.stack ?? cause.message}` : '';
  return { name, message, stack: `${stack ?? message}${from}`, sqlState: sqlState(error) };
}

function serve(
  ground: DeskGround,
  send: (answers: DeskAnswers) => void,
): (asked: Numbered) => void {
  const { desk, close } = open(ground);
  let ready: { number: number; outcome: DeskOutcome }[] = [];

  function flush(): void {
    const answers = ready;
    ready = [];
    send({ answers, isModuleAvailable: desk.isModuleAvailable() });
  }

  function answer(number: number, outcome: DeskOutcome): void {
    if (ready.length === 0) setImmediate(flush);
    ready.push({ number, outcome });
  }

  async function outcomeOf(question: DeskQuestion): Promise<DeskOutcome> {
    switch (question.ask) {
      case 'vend':
        return { kind: 'vend', answer: await desk.vend(question.request) };
      case 'claimFree':
        return { kind: 'vend', answer: await desk.claimFree(question.request) };
      case 'issueOrder':
        return { kind: 'vend', answer: await desk.issueOrder(question.request) };
      case 'sweep':
        return { kind: 'swept', finished: await desk.sweep() };
      case 'drained':
        await desk.drained();
        return { kind: 'done' };
      case 'close':
        await close();
        return { kind: 'done' };
    }
  }

  return ({ number, question }) => {
    outcomeOf(question).then(
      (outcome) => answer(number, outcome),
      (error: unknown) => answer(number, { kind: 'fault', fault: carried(error) }),
    );
  };
}

const port = parentPort;
if (port === null) throw new Error('this file is a thread of the server');
const take = serve(workerData as DeskGround, (answers) => port.postMessage(answers));
port.on('message', (questions: readonly Numbered[]) => {
  for (const asked of questions) take(asked);
});
