/** What was started is stopped in the opposite order, each part whether or not another one fails. */
export interface Stops {
  /** To be called as soon as something was started. */
  add(stop: () => Promise<void>): void;
  /** Stops everything, once; answers the faults met on the way. */
  run(): Promise<readonly unknown[]>;
}

export function createStops(): Stops {
  const stops: (() => Promise<void>)[] = [];
  return {
    add: (stop) => void stops.push(stop),
    async run() {
      const faults: unknown[] = [];
      for (let stop = stops.pop(); stop !== undefined; stop = stops.pop()) {
        await stop().catch((fault: unknown) => faults.push(fault));
      }
      return faults;
    },
  };
}

/** Resolves when the work is done or the time is up, whichever comes first. */
export async function atMost(milliseconds: number, work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((done) => {
    timer = setTimeout(done, milliseconds);
  });
  await Promise.race([work.then(() => undefined), late]).finally(() => clearTimeout(timer));
}

/** Waits for both, and when one fails still for the other, so that it can be stopped. */
export async function together<A, B>(a: Promise<A>, b: Promise<B>): Promise<[A, B]> {
  await Promise.allSettled([a, b]);
  return await Promise.all([a, b]);
}
