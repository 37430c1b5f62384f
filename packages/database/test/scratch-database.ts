/**
 * A database of its own for each test that asks: a copy of a migrated template, which is prepared
 * once per list of rooms, however many workers ask at the same time.
 */
import { createHash, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { type GrantingRoom, grantAppRole } from '@wattvend/database/app-role.js';
import {
  type ConnectionSettings,
  type Database,
  openDatabase,
} from '@wattvend/database/database.js';
import { type MigrationRoom, migrate, readRoom } from '@wattvend/database/migration.js';
import pg from 'pg';
import { inject } from 'vitest';
import './postgres.global-setup.ts';

export interface ScratchDatabase {
  readonly database: Database;
  /** As the owner of the tables. */
  readonly connection: ConnectionSettings;
  /** As the role a vending server works as. */
  readonly appConnection: ConnectionSettings;
  /** Several statements at once, past everything that the server's role may do. */
  asOwner(text: string): Promise<void>;
  /** Closes and drops it; throws when a connection to it is still open afterwards. */
  drop(): Promise<void>;
}

// Any number will do, as long as nothing else in the tests locks it.
const TEMPLATE_LOCK = 7_771_234;
const TEST_NOW = Date.UTC(2030, 0, 1);

type TestedRoom = MigrationRoom | GrantingRoom;

export async function createScratchDatabase(
  rooms: readonly TestedRoom[] = [],
  options: { readonly maximumConnections?: number; readonly asApp?: boolean } = {},
): Promise<ScratchDatabase> {
  const name = `scratch_${process.pid}_${randomBytes(5).toString('hex')}`;
  await withMaintenance(async (client) => {
    const template = rooms.length === 0 ? 'template1' : await prepareTemplate(client, rooms);
    await client.query(`create database ${name} template ${template} strategy file_copy`);
  });
  const connection = { ...inject('postgres'), database: name };
  const appConnection = { ...inject('postgresApp'), database: name };
  const database = openDatabase({
    connection: options.asApp === true ? appConnection : connection,
    maximumConnections: options.maximumConnections ?? 8,
    applicationName: 'scratch',
  });
  return {
    database,
    connection,
    appConnection,
    async asOwner(text) {
      const client = new pg.Client({ ...connection, ssl: false });
      await client.connect();
      try {
        await client.query(text);
      } finally {
        await client.end();
      }
    },
    drop: () => dropScratch(name, database),
  };
}

async function dropScratch(name: string, database: Database): Promise<void> {
  await database.close();
  await withMaintenance(async (client) => {
    const leaked = await awaitNoConnections(client, name);
    await client.query(`drop database ${name} with (force)`);
    if (leaked.length > 0) throw new Error(`connections leaked from a test: ${leaked.join(', ')}`);
  });
}

/** A closed connection stays in the server's list for a moment; one that stays longer leaked. */
async function awaitNoConnections(client: pg.Client, name: string): Promise<readonly string[]> {
  let open: readonly string[] = [];
  for (let turn = 0; turn < 200; turn++) {
    const { rows } = await client.query<{ readonly who: string }>(
      `select application_name || ' (' || coalesce(state, '') || ')' as who
         from pg_stat_activity where datname = $1 and backend_type = 'client backend'`,
      [name],
    );
    open = rows.map((row) => row.who);
    if (open.length === 0) break;
    await sleep(10);
  }
  return open;
}

async function withMaintenance<Result>(
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client({ ...inject('postgres'), ssl: false });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function prepareTemplate(client: pg.Client, rooms: readonly TestedRoom[]): Promise<string> {
  const hash = createHash('sha256');
  for (const file of rooms.flatMap(readRoom)) {
    hash.update(`${file.room} ${file.number} ${file.sha256}\n`);
  }
  for (const { grants } of grantingRooms(rooms)) hash.update(readFileSync(grants));
  const name = `migrated_${hash.digest('hex').slice(0, 16)}`;
  // Held until the work is done: the other workers wait here and then find the template.
  await client.query('select pg_advisory_lock($1)', [TEMPLATE_LOCK]);
  try {
    const found = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (found.rowCount === 0) await makeTemplate(client, name, rooms);
  } finally {
    await client.query('select pg_advisory_unlock($1)', [TEMPLATE_LOCK]);
  }
  return name;
}

function grantingRooms(rooms: readonly TestedRoom[]): readonly GrantingRoom[] {
  return rooms.filter((room): room is GrantingRoom => 'grants' in room);
}

async function makeTemplate(
  client: pg.Client,
  name: string,
  rooms: readonly TestedRoom[],
): Promise<void> {
  const draft = `${name}_draft`;
  await client.query(`drop database if exists ${draft} with (force)`);
  await client.query(`create database ${draft}`);
  const database = openDatabase({
    connection: { ...inject('postgres'), database: draft },
    maximumConnections: 1,
    applicationName: 'template',
  });
  try {
    await migrate(database, rooms, TEST_NOW);
    await grantAppRole(database, grantingRooms(rooms));
  } finally {
    await database.close();
  }
  await awaitNoConnections(client, draft);
  // Only a complete template gets the name that the others look for.
  await client.query(`alter database ${draft} rename to ${name}`);
}
