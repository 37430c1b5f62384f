/**
 * What is done again and again beside the requests: vends that were left half-way are finished,
 * messages that are due are sent. Never two rounds of one kind at once.
 */
import type { ServerLog } from '../log.ts';

export interface Round {
  /** As the log calls what is done, such as "finished vends that were left half-way". */
  readonly name: string;
  readonly everyMs: number;
  /** Answers how many things it did. */
  readonly run: () => Promise<number>;
}

export interface Rounds {
  /** Stops; resolves when the rounds under way are over. */
  stop(): Promise<void>;
}

export function startRounds(log: ServerLog, rounds: readonly Round[]): Rounds {
  const running = rounds.map((round) => startRound(log, round));
  return {
    async stop() {
      await Promise.all(running.map((each) => each.stop()));
    },
  };
}

function startRound(log: ServerLog, { name, everyMs, run }: Round): Rounds {
  let isFailing = false;
  let underWay: Promise<void> | null = null;

  async function once(): Promise<void> {
    try {
      const done = await run();
      if (done > 0) log.info({ done }, name);
      isFailing = false;
    } catch (error) {
      // Said once for each trouble, not once a second.
      if (!isFailing) log.warn({ err: error }, `a round waits for what is not available: ${name}`);
      isFailing = true;
    }
  }

  const timer = setInterval(() => {
    underWay ??= once().finally(() => {
      underWay = null;
    });
  }, everyMs);
  return {
    async stop() {
      clearInterval(timer);
      await underWay;
    },
  };
}
