/**
 * The database as the rest of wattvend sees it: statements with names, rows, and transactions that
 * either happened, did not happen, or are honestly unknown. 64-bit integers arrive as bigint; that
 * is set here and nowhere else.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import pg, { type PoolClient } from 'pg';
import type { Parameter } from './parameter.ts';
import {
  encodeQuery,
  failureOf,
  isReusable,
  type Outcome,
  type Query,
  runBatch,
  runTransaction,
  send,
} from './pipeline.ts';
import {
  isFatalToConnection,
  isUnavailability,
  isWorthRepeating,
  serverErrorCode,
  serverErrorConstraint,
} from './server-error.ts';

/** Where a server is and who connects. `host` beginning with "/" is the folder of a Unix socket. */
export interface ConnectionSettings {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly database: string;
}

/**
 * A statement that the server prepares once per connection under its name. One name has one text.
 * With an empty name it is not prepared, and without values it may then hold several statements;
 * only migrations do that. `timeoutMs` replaces the database's own limit on waiting for the answer.
 */
export interface Statement {
  readonly name: string;
  readonly text: string;
  readonly timeoutMs?: number;
}

export interface Rows<Row> {
  readonly rows: readonly Row[];
  /** Rows returned or, for a statement that returns none, rows written. */
  readonly rowCount: number;
  /** The server's command word, such as SELECT or INSERT. */
  readonly command: string;
}

export interface Transaction {
  /** Sends at once; several queries may be awaited together and then share one round trip. */
  query<Row>(statement: Statement, values?: readonly unknown[]): Promise<Rows<Row>>;
}

export interface Database {
  /**
   * One statement in a transaction of its own. A lost connection is repeated for a statement that
   * begins with `select`; for any other it throws CommitOutcomeUnknown once the statement was sent.
   */
  query<Row>(statement: Statement, values?: readonly unknown[]): Promise<Rows<Row>>;

  /**
   * Runs a body inside BEGIN … COMMIT. The body may run several times (serialization failure,
   * deadlock, connection lost before COMMIT was sent), so it must have no effect but its queries.
   * A query that failed makes the whole transaction fail, even when the body caught its error.
   */
  transaction<Result>(body: (tx: Transaction) => Promise<Result>): Promise<Result>;

  /**
   * A transaction in two round trips: BEGIN and the reads, then the writes and COMMIT. `write` must
   * send all its queries before it returns and must not wait; it returns their promises, or null
   * when there is nothing to write. The first statement that failed is the error thrown. Checks
   * belong into the statements: an error thrown in a `then` of a write comes after COMMIT was sent.
   */
  batchTransaction<Read>(parts: {
    readonly read: (tx: Transaction) => Promise<Read>;
    readonly write: (tx: Transaction, read: Read) => readonly Promise<Rows<unknown>>[] | null;
  }): Promise<Read>;

  /** Refuses new work, waits for work under way, closes every connection. May be called again. */
  close(): Promise<void>;
}

/** The database could not be reached or gave up before COMMIT: nothing was written. Try later. */
export class DatabaseUnavailable extends Error {
  override readonly name = 'DatabaseUnavailable';
}

/** The connection was lost while COMMIT was under way: read back by id what happened. */
export class CommitOutcomeUnknown extends Error {
  override readonly name = 'CommitOutcomeUnknown';
}

// An error may be wrapped a few times on its way up; a chain longer than this is a loop.
const CAUSES_MAX = 8;

function findInCauses(error: unknown, find: (error: unknown) => string | null): string | null {
  let current = error;
  for (let depth = 0; depth < CAUSES_MAX && current !== undefined; depth++) {
    const found = find(current);
    if (found !== null) return found;
    current = current instanceof Error ? current.cause : undefined;
  }
  return null;
}

/** SQLSTATE of a server's error, also through causes, for example '23505'; else null. */
export function sqlState(error: unknown): string | null {
  return findInCauses(error, serverErrorCode);
}

/** The name of the constraint a server's error tells of, also through causes; else null. */
export function constraintName(error: unknown): string | null {
  return findInCauses(error, serverErrorConstraint);
}

// The server cuts statement names to 63 bytes; the hash at the end must survive that.
const STATEMENT_STEM_MAX = 48;

/**
 * Reads one .sql file as a statement. Its name is the file's stem and a hash of the text, so that
 * it is the same in every process and changes with the text. Throws when the file cannot be read.
 */
export function loadStatement(url: URL): Statement {
  const text = readFileSync(url, 'utf8');
  const stem = decodeURIComponent(url.pathname.split('/').at(-1) ?? '').replace(/\.sql$/, '');
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 12);
  return { name: `${stem.slice(0, STATEMENT_STEM_MAX)}-${hash}`, text };
}

export interface OpenDatabaseOptions {
  /** Settings, or a URL such as postgresql://user:password@host:5432/name. */
  readonly connection: ConnectionSettings | string;
  /** Measured best: about four times the cores; more slows the server down. */
  readonly maximumConnections: number;
  readonly applicationName: string;
  /** Works as that role and not as the user who connects, who must be a member of it. */
  readonly role?: string;
  /** Longest time to reach the server or to get a free connection. Default 2000. */
  readonly connectTimeoutMs?: number;
  /** Longest time for one statement. Default 10 000; the client waits a second longer. */
  readonly statementTimeoutMs?: number;
  /** Default read committed; serializable is for rehearsing a distributed engine. */
  readonly isolation?: 'read committed' | 'serializable';
  readonly retry?: RetryOptions;
}

/** How work is repeated; chance and waiting are arguments, so that tests need not wait. */
export interface RetryOptions {
  /** How often a transaction is tried in all. Default 8. */
  readonly attempts?: number;
  /** A number from 0 up to, not including, 1. */
  readonly random?: () => number;
  readonly sleep?: (milliseconds: number) => Promise<void>;
}

/** Opens a pool; no connection is made before the first query, so this never fails for that. */
export function openDatabase(options: OpenDatabaseOptions): Database {
  const pool = openPool(options);
  const isolation = options.isolation ?? 'read committed';
  const begin: Statement = { name: '', text: `begin isolation level ${isolation}` };
  const repeat = repeater(options.retry ?? {});
  const asTransaction = (query: Query): Transaction => ({ query });

  return {
    query: async (statement, values = []) => {
      const encoded = encodeQuery(statement, values);
      return await repeat(() => pool.use((client) => runSingle(client, statement, encoded)));
    },
    transaction: (body) =>
      repeat(() =>
        pool.use((client) => runTransaction(client, begin, (query) => body(asTransaction(query)))),
      ),
    batchTransaction: ({ read, write }) =>
      repeat(() =>
        pool.use((client) =>
          runBatch(
            client,
            begin,
            (query) => read(asTransaction(query)),
            (query, found) => write(asTransaction(query), found),
          ),
        ),
      ),
    close: pool.close,
  };
}

/** One statement outside BEGIN: it commits by itself, so only a read can be repeated when lost. */
async function runSingle<Row>(
  client: PoolClient,
  statement: Statement,
  values: readonly Parameter[],
): Promise<Outcome<Rows<Row>>> {
  try {
    const result = await send<Row>(client, statement, values);
    return { kind: 'committed', result, failure: null };
  } catch (error) {
    const lost = failureOf(error).kind === 'lost';
    if ((lost || isFatalToConnection(error)) && !isRead(statement.text)) {
      return { kind: 'unknown', error };
    }
    const again = lost || isWorthRepeating(error);
    const unavailable = again || isUnavailability(error);
    return { kind: 'nothing-written', error, again, unavailable };
  }
}

// Comments and blanks in front, then the first word. `with` is not among them: it may write.
const READ = /^(\s|--[^\n]*\n|\/\*[\s\S]*?\*\/)*(select|show|table|values)\b/i;

function isRead(text: string): boolean {
  return READ.test(text);
}

const ATTEMPTS_DEFAULT = 8;
const DELAY_FIRST_MS = 10;
const DELAY_MAX_MS = 250;

type Repeat = <Result>(attempt: () => Promise<Outcome<Result>>) => Promise<Result>;

function repeater(options: RetryOptions): Repeat {
  const attempts = options.attempts ?? ATTEMPTS_DEFAULT;
  const random = options.random ?? Math.random;
  const sleep =
    options.sleep ?? ((ms: number) => new Promise<void>((done) => setTimeout(done, ms)));
  return async (attempt) => {
    for (let tried = 1; ; tried++) {
      const outcome = await attempt();
      if (outcome.kind === 'committed') {
        if (outcome.failure !== null) throw outcome.failure.error;
        return outcome.result;
      }
      if (outcome.kind === 'unknown') {
        throw new CommitOutcomeUnknown('the connection was lost while a commit was under way', {
          cause: outcome.error,
        });
      }
      if (!outcome.again || tried >= attempts) throw finalError(outcome);
      // Full jitter: those who collided once must not meet again at the same moment.
      await sleep(random() * Math.min(DELAY_MAX_MS, DELAY_FIRST_MS * 2 ** (tried - 1)));
    }
  };
}

function finalError(outcome: { readonly error: unknown; readonly unavailable: boolean }): unknown {
  if (!outcome.unavailable || outcome.error instanceof DatabaseUnavailable) return outcome.error;
  return new DatabaseUnavailable('the database gave up; nothing was written', {
    cause: outcome.error,
  });
}

const INT8 = 20;
const INT8_ARRAY = 1016;
const TIMES = [1082, 1114, 1184];

/** One dimension, as array_agg gives it: {1,-2,NULL}. */
function parseInt8Array(text: string): readonly (bigint | null)[] {
  const inside = text.slice(1, -1);
  if (inside === '') return [];
  return inside.split(',').map((element) => (element === 'NULL' ? null : BigInt(element)));
}

/** Results: int8 as bigint, dates and timestamps as text, because a Date would guess a time zone. */
function resultTypes(): pg.TypeOverrides {
  const types = new pg.TypeOverrides();
  types.setTypeParser(INT8, 'text', BigInt);
  types.setTypeParser(INT8_ARRAY, 'text', parseInt8Array);
  for (const type of TIMES) types.setTypeParser(type, 'text', (text: string) => text);
  return types;
}

const CONNECT_TIMEOUT_MS = 2000;
const STATEMENT_TIMEOUT_MS = 10_000;
// The server's own time-out should win, because it leaves the connection usable.
const CLIENT_GRACE_MS = 1000;
// Long enough for a quiet shop; short enough to follow a server that was scaled down.
const IDLE_TIMEOUT_MS = 300_000;

interface ConnectionPool {
  readonly use: <Result>(
    work: (client: PoolClient) => Promise<Outcome<Result>>,
  ) => Promise<Outcome<Result>>;
  readonly close: () => Promise<void>;
}

function openPool(options: OpenDatabaseOptions): ConnectionPool {
  const pool = new pg.Pool(poolConfig(options));
  // A connection that dies while idle leaves the pool by itself; without a listener it ends Node.
  pool.on('error', () => undefined);
  const open = new Set<Promise<void>>();
  pool.on('connect', (client) => {
    const ended = new Promise<void>((resolve) => {
      client.once('end', resolve);
    });
    open.add(ended);
    void ended.then(() => open.delete(ended));
  });
  let closing: Promise<void> | null = null;
  const under = new Set<Promise<unknown>>();

  const use = async <Result>(
    work: (client: PoolClient) => Promise<Outcome<Result>>,
  ): Promise<Outcome<Result>> => {
    if (closing !== null) throw new DatabaseUnavailable('this database has been closed');
    const running = withConnection(pool, work);
    const settled = running.catch(() => undefined);
    under.add(settled);
    void settled.then(() => under.delete(settled));
    return await running;
  };
  const shut = async (): Promise<void> => {
    while (under.size > 0) await Promise.all(under);
    await pool.end();
    await Promise.all(open);
  };
  const close = (): Promise<void> => {
    closing ??= shut();
    return closing;
  };
  return { use, close };
}

/** A URL may have server options of its own, and those would win over ours. */
function urlWithOption(url: string, option: string): string {
  const [address, query = ''] = url.split('?', 2);
  const words = new URLSearchParams(query);
  words.set('options', [words.get('options') ?? '', option].join(' ').trim());
  return `${address}?${words}`;
}

function connectionConfig({ connection, role }: OpenDatabaseOptions): pg.PoolConfig {
  const option = role === undefined ? null : `-c role=${role}`;
  if (typeof connection === 'string') {
    return { connectionString: option === null ? connection : urlWithOption(connection, option) };
  }
  return {
    ...connection,
    // A Unix socket has no TLS; without this the driver would read PGSSLMODE.
    ...(connection.host.startsWith('/') ? { ssl: false } : {}),
    ...(option === null ? {} : { options: option }),
  };
}

function poolConfig(options: OpenDatabaseOptions): pg.PoolConfig {
  const statementTimeout = options.statementTimeoutMs ?? STATEMENT_TIMEOUT_MS;
  return {
    ...connectionConfig(options),
    application_name: options.applicationName,
    max: options.maximumConnections,
    pipeline: true,
    types: resultTypes(),
    connectionTimeoutMillis: options.connectTimeoutMs ?? CONNECT_TIMEOUT_MS,
    idleTimeoutMillis: IDLE_TIMEOUT_MS,
    keepAlive: true,
    statement_timeout: statementTimeout,
    idle_in_transaction_session_timeout: statementTimeout,
    query_timeout: statementTimeout + CLIENT_GRACE_MS,
  };
}

/** Borrows a connection; gives it back, or destroys it when its state is not known to be clean. */
async function withConnection<Result>(
  pool: pg.Pool,
  work: (client: PoolClient) => Promise<Outcome<Result>>,
): Promise<Outcome<Result>> {
  let client: PoolClient;
  try {
    client = await pool.connect();
  } catch (error) {
    throw new DatabaseUnavailable('the database cannot be reached', { cause: error });
  }
  let broken = false;
  const onError = (): void => {
    broken = true;
  };
  // The pool listens only while a connection is idle.
  client.on('error', onError);
  let reusable = false;
  try {
    const outcome = await work(client);
    const error = outcome.kind === 'committed' ? null : outcome.error;
    reusable = !broken && outcome.kind !== 'unknown' && isReusable(client, error);
    return outcome;
  } finally {
    client.removeListener('error', onError);
    client.release(!reusable);
  }
}
