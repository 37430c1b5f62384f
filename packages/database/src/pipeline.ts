/**
 * One transaction on one connection, told as outcomes. Queries are pipelined: they are sent as
 * they are asked for, and the server answers in order, so BEGIN travels with the first reads and
 * COMMIT with the last writes.
 *
 * Two traps decide the shape of this file. A statement that fails makes the server answer COMMIT
 * with ROLLBACK and no error, so the answer to COMMIT is always read. And when the connection is
 * lost after COMMIT was sent, nobody here can know whether it happened, so that is an outcome of
 * its own and is never repeated.
 */
import type { PoolClient } from 'pg';
import { encodeParameter, type Parameter } from './parameter.ts';
import {
  IN_FAILED_TRANSACTION,
  isFailedWrite,
  isFatalToConnection,
  isUnavailability,
  isWorthRepeating,
  STATEMENT_COMPLETION_UNKNOWN,
  serverErrorCode,
} from './server-error.ts';

/** The shape of `Statement` and `Rows` in database.ts, which owns their documentation. */
export interface SentStatement {
  readonly name: string;
  readonly text: string;
  readonly timeoutMs?: number;
}
export interface ReceivedRows<Row> {
  readonly rows: readonly Row[];
  readonly rowCount: number;
  readonly command: string;
}

export type Query = <Row>(
  statement: SentStatement,
  values?: readonly unknown[],
) => Promise<ReceivedRows<Row>>;

/**
 * How an attempt ended. `nothing-written` is certain knowledge; `again` says that the same work
 * may be tried at once; `unavailable` that the database as a whole could not serve.
 */
export type Outcome<Result> =
  | { readonly kind: 'committed'; readonly result: Result; readonly failure: Failure | null }
  | {
      readonly kind: 'nothing-written';
      readonly error: unknown;
      readonly again: boolean;
      readonly unavailable: boolean;
    }
  | { readonly kind: 'unknown'; readonly error: unknown };

export interface Failure {
  readonly error: unknown;
  /** `refused` never left this process; `answered` came from the server; `lost` had no answer. */
  readonly kind: 'refused' | 'answered' | 'lost';
}

// One process must not give one name two texts: the driver notices only while it sends.
const textOfName = new Map<string, string>();

/** Checks a statement and encodes its values; throws RangeError before anything is sent. */
export function encodeQuery(statement: SentStatement, values: readonly unknown[]): Parameter[] {
  if (statement.name !== '') {
    const known = textOfName.get(statement.name);
    if (known === undefined) textOfName.set(statement.name, statement.text);
    else if (known !== statement.text) {
      throw new RangeError(`two statements are named ${statement.name}; names must be unique`);
    }
  }
  return values.map(encodeParameter);
}

interface Corkable {
  cork(): void;
  uncork(): void;
}

/** Streams that hold back what is written until whoever is at work now has sent everything. */
const held = new WeakSet<Corkable>();

/**
 * The statements of a round trip leave in one write: the driver would make a system call of each,
 * which cost a tenth of the processor.
 */
function holdBack(client: PoolClient): void {
  const { stream } = (client as unknown as { readonly connection: { readonly stream: Corkable } })
    .connection;
  if (held.has(stream)) return;
  held.add(stream);
  stream.cork();
  process.nextTick(() => {
    held.delete(stream);
    stream.uncork();
  });
}

/** Sends one checked statement. The promise is rejected with the server's or driver's own error. */
export async function send<Row>(
  client: PoolClient,
  statement: SentStatement,
  values: readonly Parameter[],
): Promise<ReceivedRows<Row>> {
  holdBack(client);
  const answer = await client.query({
    text: statement.text,
    ...(statement.name === '' ? {} : { name: statement.name }),
    ...(values.length === 0 ? {} : { values: [...values] }),
    ...(statement.timeoutMs === undefined ? {} : { query_timeout: statement.timeoutMs }),
  });
  // Several statements in one text, which only migrations use, give several answers.
  const last = Array.isArray(answer) ? answer.at(-1) : answer;
  return { rows: last.rows, rowCount: last.rowCount ?? 0, command: last.command };
}

export function failureOf(error: unknown): Failure {
  // What the server did not send came from the driver, and the driver only gives up connections.
  return { error, kind: serverErrorCode(error) === null ? 'lost' : 'answered' };
}

interface QueryLog {
  readonly query: Query;
  /** Waits for every answer and gives the first failure in the order of sending, or null. */
  readonly settled: () => Promise<Failure | null>;
  readonly isRefused: () => boolean;
  readonly end: () => void;
}

function openQueryLog(client: PoolClient): QueryLog {
  const answers: Promise<Failure | null>[] = [];
  let refused = false;
  let ended = false;
  const query: Query = <Row>(statement: SentStatement, values: readonly unknown[] = []) => {
    let encoded: Parameter[];
    try {
      if (ended) throw new RangeError('this transaction has ended; no query may use it any more');
      encoded = encodeQuery(statement, values);
    } catch (error) {
      refused = true;
      answers.push(Promise.resolve({ error, kind: 'refused' }));
      return rejection(error);
    }
    const answer = send<Row>(client, statement, encoded);
    answers.push(answer.then(() => null, failureOf));
    return answer;
  };
  const settled = async (): Promise<Failure | null> => {
    let first: Failure | null = null;
    for (let index = 0; index < answers.length; index++) first ??= (await answers[index]) ?? null;
    return first;
  };
  return {
    query,
    settled,
    isRefused: () => refused,
    end: () => {
      ended = true;
    },
  };
}

function rejection(error: unknown): Promise<never> {
  const rejected = Promise.reject(error);
  // Whoever asked for the query still sees it; this only keeps an ignored one from ending Node.
  rejected.catch(() => undefined);
  return rejected;
}

const COMMIT: SentStatement = { name: '', text: 'commit' };
const ROLLBACK: SentStatement = { name: '', text: 'rollback' };

/** BEGIN, the body, COMMIT. BEGIN is waited for, because the body's first query may write. */
export async function runTransaction<Result>(
  client: PoolClient,
  begin: SentStatement,
  body: (query: Query) => Promise<Result>,
): Promise<Outcome<Result>> {
  const log = openQueryLog(client);
  try {
    await log.query(begin);
  } catch (error) {
    return await abandon(client, failureOf(error), error);
  }
  let result: Result;
  try {
    result = await body(log.query);
  } catch (error) {
    log.end();
    return await abandon(client, await log.settled(), error);
  }
  log.end();
  const failure = await log.settled();
  if (failure !== null) return await abandon(client, failure, failure.error);
  return await concludeCommit(client, send(client, COMMIT, []), result, null);
}

/**
 * BEGIN and the reads in one round trip, the writes and COMMIT in a second one. When `write`
 * returns null there is nothing to write and the transaction is rolled back.
 */
export async function runBatch<Read>(
  client: PoolClient,
  begin: SentStatement,
  read: (query: Query) => Promise<Read>,
  write: (query: Query, read: Read) => readonly Promise<unknown>[] | null,
): Promise<Outcome<Read>> {
  const beginning = failureOfAnswer(send(client, begin, []));
  const reads = openQueryLog(client);
  let found: Read;
  try {
    found = await read(reads.query);
  } catch (error) {
    reads.end();
    return await abandon(client, (await beginning) ?? (await reads.settled()), error);
  }
  reads.end();
  const failure = (await beginning) ?? (await reads.settled());
  if (failure !== null) return await abandon(client, failure, failure.error);

  const writes = openQueryLog(client);
  let promised: readonly Promise<unknown>[] | null;
  try {
    promised = write(writes.query, found);
  } catch (error) {
    writes.end();
    return await abandon(client, await writes.settled(), error);
  }
  writes.end();
  if (writes.isRefused() || promised === null) {
    return await leaveUnwritten(client, writes, promised, found);
  }
  // Sent at once, behind the writes: from here on a lost connection leaves the outcome open.
  const commit = send(client, COMMIT, []);
  commit.catch(() => undefined);
  const rejected = await firstRejection(promised);
  return await concludeCommit(client, commit, found, await writes.settled(), rejected);
}

async function leaveUnwritten<Read>(
  client: PoolClient,
  writes: QueryLog,
  promised: readonly Promise<unknown>[] | null,
  found: Read,
): Promise<Outcome<Read>> {
  await firstRejection(promised ?? []);
  const failure = await writes.settled();
  if (failure !== null) return await abandon(client, failure, failure.error);
  await isRolledBack(client);
  return { kind: 'committed', result: found, failure: null };
}

async function failureOfAnswer(answer: Promise<unknown>): Promise<Failure | null> {
  return await answer.then(() => null, failureOf);
}

async function firstRejection(promises: readonly Promise<unknown>[]): Promise<Failure | null> {
  for (const settled of await Promise.allSettled(promises)) {
    if (settled.status === 'rejected') return { error: settled.reason, kind: 'refused' };
  }
  return null;
}

/** Gives up before COMMIT was sent: nothing is written whatever happens to the connection now. */
async function abandon(
  client: PoolClient,
  failure: Failure | null,
  thrown: unknown,
): Promise<Outcome<never>> {
  if (failure?.kind !== 'lost') await isRolledBack(client);
  const isEcho = failure !== null && serverErrorCode(thrown) === IN_FAILED_TRANSACTION;
  return nothingWritten(failure, isEcho ? failure.error : thrown);
}

function nothingWritten(failure: Failure | null, error: unknown): Outcome<never> {
  const lost = failure?.kind === 'lost';
  const answered = failure?.kind === 'answered' ? failure.error : null;
  return {
    kind: 'nothing-written',
    error,
    again: lost || isWorthRepeating(answered),
    unavailable: lost || isUnavailability(answered) || isWorthRepeating(answered),
  };
}

async function isRolledBack(client: PoolClient): Promise<boolean> {
  return await send(client, ROLLBACK, []).then(
    () => true,
    () => false,
  );
}

/** Reads the answer to a COMMIT that was sent, and turns it into what is known for certain. */
async function concludeCommit<Result>(
  client: PoolClient,
  commit: Promise<ReceivedRows<unknown>>,
  result: Result,
  failure: Failure | null,
  rejected: Failure | null = null,
): Promise<Outcome<Result>> {
  const answer = await commit.catch((error: unknown) => failureOf(error));
  if ('command' in answer) {
    if (answer.command === 'COMMIT') return { kind: 'committed', result, failure: rejected };
    const reason = failure?.error ?? new Error('the server answered COMMIT with ROLLBACK');
    return nothingWritten(failure, reason);
  }
  // The server refused a statement before it came to COMMIT, so COMMIT had nothing left to commit.
  if (failure?.kind === 'answered') return await abandon(client, failure, failure.error);
  if (isFailedWrite(answer.error)) return nothingWritten(answer, answer.error);
  if (answer.kind === 'lost') return { kind: 'unknown', error: failure?.error ?? answer.error };
  if (serverErrorCode(answer.error) === STATEMENT_COMPLETION_UNKNOWN) {
    return { kind: 'unknown', error: answer.error };
  }
  // COMMIT itself was refused, for example by a deferred constraint. A connection that lives on
  // proves an orderly refusal; one that died with the answer may have committed first.
  if (await isRolledBack(client)) return nothingWritten(answer, answer.error);
  return { kind: 'unknown', error: answer.error };
}

/**
 * True when a connection may go back to the pool: outside any transaction and with none of the
 * answers on it that ask for a new connection.
 */
export function isReusable(client: PoolClient, error: unknown): boolean {
  return client.getTransactionStatus() === 'I' && !isFatalToConnection(error);
}
