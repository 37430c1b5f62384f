/**
 * Migrations: numbered .sql files, forward only, each in a transaction of its own together with
 * the row that records it. The row is written first, so that of two servers starting together the
 * second waits at the row and then finds the work done.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  CommitOutcomeUnknown,
  type Database,
  DatabaseUnavailable,
  type Statement,
} from './database.ts';

/** One package's migrations: files `NNNN-name.sql` in a folder (a URL ending in "/"). */
export interface MigrationRoom {
  readonly room: string;
  readonly folder: URL;
}

interface MigrationFile {
  readonly room: string;
  readonly number: number;
  readonly name: string;
  readonly sha256: string;
  readonly text: string;
}

interface AppliedRow {
  readonly room: string;
  readonly number: number;
  readonly name: string;
  readonly sha256: string;
}

// The oldest release all statements are tested on.
const SERVER_VERSION_MIN = 15;
// A migration may rewrite a large table; only a hung server takes longer than this.
const MIGRATION_TIMEOUT_MS = 6 * 60 * 60_000;

/**
 * Applies what is missing, room by room in the order given, and returns the names of the files
 * applied by this call, such as "ledger/0001-accounts.sql". `now` is milliseconds since 1970.
 *
 * Throws before changing anything when the server is older than 15, when an applied file has
 * changed or is missing, when a file would have to be applied before an applied one, and when the
 * database was made by a newer wattvend. A file that fails leaves nothing of itself behind; the
 * files before it stay applied.
 */
export async function migrate(
  database: Database,
  rooms: readonly MigrationRoom[],
  now: number,
): Promise<readonly string[]> {
  const files = rooms.flatMap(readRoom);
  await refuseOldServer(database);
  await makeMigrationTable(database);
  const applied = await readApplied(database);
  refuseStrangeHistory(files, applied);
  const isApplied = new Set(applied.map((row) => `${row.room} ${row.number}`));
  const done: string[] = [];
  for (const file of files) {
    if (isApplied.has(`${file.room} ${file.number}`)) continue;
    if (await applyFile(database, file, now)) done.push(pathOf(file));
  }
  return done;
}

function pathOf(file: { readonly room: string; readonly name: string }): string {
  return `${file.room}/${file.name}`;
}

/** The migrations of one room in order; throws RangeError on names or numbers that do not fit. */
export function readRoom({ room, folder }: MigrationRoom): readonly MigrationFile[] {
  const names = readdirSync(fileURLToPath(folder)).filter((name) => name.endsWith('.sql'));
  const files = names.sort().map((name) => {
    const number = /^(\d{4})-[a-z0-9-]+\.sql$/.exec(name)?.[1];
    if (number === undefined) {
      throw new RangeError(`${room}/${name} is not named like a migration, 0001-what-it-does.sql`);
    }
    // Line ends must not decide whether a file has changed; a checkout may rewrite them.
    const text = readFileSync(new URL(name, folder), 'utf8').replaceAll('\r\n', '\n');
    const sha256 = createHash('sha256').update(text).digest('hex');
    return { room, number: Number(number), name, sha256, text };
  });
  for (const [index, file] of files.entries()) {
    if (files[index - 1]?.number === file.number) {
      throw new RangeError(`two migrations of ${room} have the number ${file.number}`);
    }
  }
  return files;
}

async function refuseOldServer(database: Database): Promise<void> {
  const { rows } = await database.query<{ readonly version: number }>({
    name: '',
    text: `select current_setting('server_version_num')::integer as version`,
  });
  const major = Math.floor((rows[0]?.version ?? 0) / 10_000);
  if (major >= SERVER_VERSION_MIN) return;
  throw new Error(`PostgreSQL ${SERVER_VERSION_MIN} or later is needed, this server is ${major}`);
}

const MIGRATION_TABLE: Statement = {
  name: '',
  text: `create table if not exists schema_migration (
    room text not null,
    number integer not null,
    name text not null,
    sha256 text not null,
    applied_at_ms bigint not null,
    primary key (room, number)
  )`,
};

async function makeMigrationTable(database: Database): Promise<void> {
  if (await hasMigrationTable(database)) return;
  try {
    await database.transaction((tx) => tx.query(MIGRATION_TABLE));
  } catch (error) {
    // "if not exists" does not cover two at once: the loser collides somewhere in the catalogue.
    if (!(await hasMigrationTable(database))) throw error;
  }
}

async function hasMigrationTable(database: Database): Promise<boolean> {
  const { rows } = await database.query<{ readonly found: boolean }>({
    name: '',
    text: `select to_regclass('schema_migration') is not null as found`,
  });
  return rows[0]?.found === true;
}

async function readApplied(database: Database): Promise<readonly AppliedRow[]> {
  const { rows } = await database.query<AppliedRow>({
    name: '',
    text: 'select room, number, name, sha256 from schema_migration order by room, number',
  });
  return rows;
}

function refuseStrangeHistory(
  files: readonly MigrationFile[],
  applied: readonly AppliedRow[],
): void {
  for (const row of applied) {
    const inRoom = files.filter((file) => file.room === row.room);
    const file = inRoom.find((candidate) => candidate.number === row.number);
    if (file !== undefined) {
      refuseChange(file, row);
    } else if (row.number > (inRoom.at(-1)?.number ?? 0)) {
      throw new Error(
        `the database was made by a newer wattvend, which applied ${pathOf(row)}; ` +
          'start that version, nothing was changed',
      );
    } else {
      throw new Error(`the applied migration ${pathOf(row)} is missing from this wattvend`);
    }
  }
  for (const file of files) {
    const later = applied.find((row) => row.room === file.room && row.number > file.number);
    const isKnown = applied.some((row) => row.room === file.room && row.number === file.number);
    if (later === undefined || isKnown) continue;
    throw new Error(`${pathOf(file)} would come before ${pathOf(later)}, which is applied already`);
  }
}

function refuseChange(file: MigrationFile, row: AppliedRow): void {
  if (file.sha256 === row.sha256) return;
  throw new Error(
    `the migration ${pathOf(file)} has changed since it was applied as ${pathOf(row)}; ` +
      'restore it and put the change into a new file',
  );
}

const NO_SERVER_TIMEOUT: Statement = { name: '', text: 'set local statement_timeout = 0' };

const RECORD: Statement = {
  name: 'record-migration',
  text: `insert into schema_migration (room, number, name, sha256, applied_at_ms)
    values ($1, $2, $3, $4, $5) on conflict (room, number) do nothing`,
  // Waits here as long as another server applies the same file.
  timeoutMs: MIGRATION_TIMEOUT_MS,
};

/** True when this call applied the file, false when another server did so meanwhile. */
async function applyFile(database: Database, file: MigrationFile, now: number): Promise<boolean> {
  try {
    return await database.transaction(async (tx) => {
      await tx.query(NO_SERVER_TIMEOUT);
      const values = [file.room, file.number, file.name, file.sha256, now];
      const { rowCount } = await tx.query(RECORD, values);
      if (rowCount === 0) {
        const { rows } = await tx.query<AppliedRow>(
          {
            name: 'read-migration',
            text: 'select room, number, name, sha256 from schema_migration where room = $1 and number = $2',
          },
          [file.room, file.number],
        );
        for (const row of rows) refuseChange(file, row);
        return false;
      }
      await tx.query({ name: '', text: file.text, timeoutMs: MIGRATION_TIMEOUT_MS });
      return true;
    });
  } catch (error) {
    if (error instanceof DatabaseUnavailable || error instanceof CommitOutcomeUnknown) throw error;
    throw new Error(`the migration ${pathOf(file)} failed; nothing of it was kept`, {
      cause: error,
    });
  }
}
