/**
 * Brings the database up: the embedded server unless another one is given, and the migrations. They
 * run as the owner of the tables; everything afterwards as a role that may not change the past.
 */
import { join } from 'node:path';
import { APP_ROLE, ensureAppRole, grantAppRole } from '@wattvend/database/app-role.js';
import {
  type Database,
  DatabaseUnavailable,
  type OpenDatabaseOptions,
  openDatabase,
} from '@wattvend/database/database.js';
import {
  type EmbeddedPostgres,
  startEmbeddedPostgres,
} from '@wattvend/database/embedded-postgres.js';
import { migrate } from '@wattvend/database/migration.js';
import { ensureChart } from '@wattvend/ledger/chart.js';
import { LEDGER_MIGRATIONS } from '@wattvend/ledger/migrations.js';
import { openMonths } from '@wattvend/ledger/open-months.js';
import type { Instant } from '@wattvend/quantities/time.js';
import { VENDING_MIGRATIONS } from '@wattvend/vending/migrations.js';
import { listUtilities, type Utility } from '@wattvend/vending/utility.js';
import type { ServerLog } from '../log.ts';
import { newId } from './new-utility.ts';
import { StartFault } from './start-fault.ts';
import { type Supervised, supervise } from './supervisor.ts';

// About four times the cores of a small server; more slows the database down.
const CONNECTIONS_MAX = 16;
const OWNER_CONNECTIONS_MAX = 1;
const CLOSE_MS = 1500;

const ROOMS = [LEDGER_MIGRATIONS, VENDING_MIGRATIONS];

export interface StartedDatabase {
  readonly database: Database;
  /** How others of this server reach it, with the same rights. */
  readonly access: Pick<OpenDatabaseOptions, 'connection' | 'role'>;
  readonly utilities: readonly Utility[];
  stop(): Promise<void>;
}

interface DatabaseOrder {
  readonly folder: string;
  readonly databaseUrl: string | null;
  readonly log: ServerLog;
  readonly clock: () => Instant;
  /** Of the embedded server, over its own; none when left out. */
  readonly settings?: Readonly<Record<string, string>>;
}

export async function startDatabase(o: DatabaseOrder): Promise<StartedDatabase> {
  const server = o.databaseUrl === null ? await superviseEmbedded(o) : null;
  const owner = openDatabase({
    connection: server?.first.connection ?? o.databaseUrl ?? '',
    maximumConnections: OWNER_CONNECTIONS_MAX,
    applicationName: 'wattvend start',
  });
  let app: Database | null = null;
  const stop = async (): Promise<void> => {
    // A query that hangs must not keep the server from stopping.
    const late = new Promise<void>((done) => setTimeout(done, CLOSE_MS).unref());
    await Promise.race([Promise.all([owner.close(), app?.close()]), late]);
    await server?.stop();
  };
  try {
    const applied = await migrate(owner, ROOMS, o.clock());
    for (const name of applied) o.log.info({ migration: name }, 'applied');
    const role = await giveRights(owner, o.log);
    await owner.close();
    const access = {
      connection: server?.first.appConnection ?? o.databaseUrl ?? '',
      ...(server === null && role !== null ? { role } : {}),
    };
    const database = openDatabase({
      ...access,
      maximumConnections: CONNECTIONS_MAX,
      applicationName: 'wattvend',
    });
    app = database;
    await openMonths(database, o.clock());
    const utilities = await listUtilities(database);
    for (const { book } of utilities) {
      await database.transaction((tx) => ensureChart(tx, book, newId));
    }
    return { database, access, utilities, stop };
  } catch (error) {
    await stop();
    if (o.databaseUrl === null || !(error instanceof DatabaseUnavailable)) throw error;
    // The URL is not repeated: it holds a password.
    throw new StartFault(
      'The PostgreSQL server of --database-url (WATTVEND_DATABASE_URL) cannot be reached. ' +
        'Check its address, user and password, and that it is running.',
      { cause: error },
    );
  }
}

/** The role to work as; null when this server's user may not make it, which the log then says. */
async function giveRights(owner: Database, log: ServerLog): Promise<string | null> {
  if ((await ensureAppRole(owner)) === 'not allowed') {
    log.warn(
      `the database's user may not make the role ${APP_ROLE}, so this server works as the owner of ` +
        'the tables; docs/guides/operating.md, "Who may do what in the database", says what to do',
    );
    return null;
  }
  await grantAppRole(owner, ROOMS);
  return APP_ROLE;
}

function superviseEmbedded(
  o: Omit<DatabaseOrder, 'databaseUrl'>,
): Promise<Supervised<EmbeddedPostgres>> {
  const folder = join(o.folder, 'postgres');
  const log = (line: string): void => o.log.info({ helper: 'postgres' }, line);
  const start = (): Promise<EmbeddedPostgres> =>
    startEmbeddedPostgres({ folder, log, settings: o.settings ?? {} });
  return supervise({ name: 'postgres', start, log: o.log, clock: o.clock });
}
