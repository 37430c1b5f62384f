/**
 * Group commit in the application: what arrives while a batch is under way forms the next one. A
 * lone request is a batch of one and waits for nobody.
 */

export interface Batcher<Item, Outcome> {
  /** Settles when the batch that carries the item has run. */
  submit(item: Item): Promise<Outcome>;
}

export interface BatcherOptions<Item, Outcome> {
  /** Items in a batch at the most; asked before each batch. */
  readonly batchSizeMax: () => number;
  /** Batches under way at once. */
  readonly batchesMax: number;
  /** Answers one outcome for each item, in the items' order, or fails as a whole. */
  readonly run: (items: readonly Item[]) => Promise<readonly Outcome[]>;
  /**
   * Whether a failure is the fault of one member. Then nothing of the batch has happened and each
   * member is run by itself, so that one does not spoil the others' day.
   */
  readonly isOneMembersFault: (error: unknown) => boolean;
}

/**
 * How often a member is tried by itself. What it collided with (another process's vend of the same
 * id, another process's use of the same float) is visible to the next try.
 */
const SINGLE_ATTEMPTS_MAX = 3;

interface Waiting<Item, Outcome> {
  readonly item: Item;
  readonly resolve: (outcome: Outcome) => void;
  readonly reject: (error: unknown) => void;
}

export function createBatcher<Item, Outcome>(
  options: BatcherOptions<Item, Outcome>,
): Batcher<Item, Outcome> {
  let queue: Waiting<Item, Outcome>[] = [];
  let underWay = 0;
  let scheduled = false;

  function pump(): void {
    scheduled = false;
    while (underWay < options.batchesMax && queue.length > 0) {
      const size = options.batchSizeMax();
      const batch = queue.slice(0, size);
      queue = queue.slice(size);
      underWay += 1;
      void runBatch(options, batch).then(() => {
        underWay -= 1;
        schedule();
      });
    }
  }

  // One turn of the event loop later, so that requests that arrived together travel together.
  function schedule(): void {
    if (scheduled || queue.length === 0 || underWay >= options.batchesMax) return;
    scheduled = true;
    setImmediate(pump);
  }

  return {
    submit(item) {
      return new Promise<Outcome>((resolve, reject) => {
        queue.push({ item, resolve, reject });
        schedule();
      });
    },
  };
}

/** Never rejects: each member is told by itself. */
async function runBatch<Item, Outcome>(
  options: BatcherOptions<Item, Outcome>,
  batch: readonly Waiting<Item, Outcome>[],
): Promise<void> {
  try {
    const outcomes = await options.run(batch.map((waiting) => waiting.item));
    if (outcomes.length !== batch.length) {
      throw new Error(`a batch of ${batch.length} answered ${outcomes.length} outcomes`);
    }
    for (const [index, waiting] of batch.entries()) waiting.resolve(outcomes[index] as Outcome);
  } catch (error) {
    if (options.isOneMembersFault(error)) {
      for (const waiting of batch) await runSingle(options, waiting);
    } else {
      for (const waiting of batch) waiting.reject(error);
    }
  }
}

async function runSingle<Item, Outcome>(
  options: BatcherOptions<Item, Outcome>,
  waiting: Waiting<Item, Outcome>,
): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      const outcomes = await options.run([waiting.item]);
      return waiting.resolve(outcomes[0] as Outcome);
    } catch (error) {
      if (attempt === SINGLE_ATTEMPTS_MAX || !options.isOneMembersFault(error)) {
        return waiting.reject(error);
      }
    }
  }
}
