/** Work on one thing at a time, in the order in which it was asked for; other things do not wait. */

export interface Turns<Name> {
  /** Runs the work when all earlier work of that name is over, well or badly. */
  take<Outcome>(name: Name, work: () => Promise<Outcome>): Promise<Outcome>;
}

export function createTurns<Name>(): Turns<Name> {
  const last = new Map<Name, Promise<unknown>>();
  return {
    take(name, work) {
      const before = last.get(name);
      const running = before === undefined ? work() : before.then(work, work);
      last.set(name, running);
      const forget = (): void => {
        if (last.get(name) === running) last.delete(name);
      };
      running.then(forget, forget);
      return running;
    },
  };
}
