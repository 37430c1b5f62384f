/**
 * The role a server works as, apart from the one that owns the tables. What a room lists in its
 * grants is all it may do: it cannot change or remove what is append-only, take a trigger away or make
 * a table, whatever statement it is made to send.
 */
import { readFileSync } from 'node:fs';
import { type Database, type Statement, sqlState } from './database.ts';
import type { MigrationRoom } from './migration.ts';

export const APP_ROLE = 'wattvend_app';

/** What a room lets the server's role do, as grants in SQL; run after every migration. */
export interface GrantingRoom extends MigrationRoom {
  readonly grants: URL;
}

const plain = (text: string): Statement => ({ name: '', text });

const INSUFFICIENT_PRIVILEGE = '42501';
const DUPLICATE_OBJECT = '42710';
const UNIQUE_VIOLATION = '23505';
const UNDEFINED_OBJECT = '22023';

/**
 * Makes the role when it is missing and the present user may, and tells whether the present user can
 * work as it (`role` of openDatabase). 'not allowed' is no fault: somebody who may has to make it.
 */
export async function ensureAppRole(owner: Database): Promise<'ready' | 'not allowed'> {
  if (await canBecomeAppRole(owner)) return 'ready';
  try {
    await owner.query(plain(`create role ${APP_ROLE} nologin`));
  } catch (error) {
    const state = sqlState(error) ?? '';
    const isThere = [DUPLICATE_OBJECT, UNIQUE_VIOLATION].includes(state);
    if (!isThere && state !== INSUFFICIENT_PRIVILEGE) throw error;
  }
  try {
    // Whoever made a role may not by that alone work as it.
    await owner.query(plain(`grant ${APP_ROLE} to current_user`));
  } catch (error) {
    if (!isRefused(error)) throw error;
  }
  return (await canBecomeAppRole(owner)) ? 'ready' : 'not allowed';
}

const UNKNOWN_ROLE = '42704';

function isRefused(error: unknown): boolean {
  return [INSUFFICIENT_PRIVILEGE, UNKNOWN_ROLE].includes(sqlState(error) ?? '');
}

async function canBecomeAppRole(owner: Database): Promise<boolean> {
  try {
    await owner.transaction((tx) => tx.query(plain(`set local role ${APP_ROLE}`)));
    return true;
  } catch (error) {
    if (isRefused(error) || sqlState(error) === UNDEFINED_OBJECT) return false;
    throw error;
  }
}

/**
 * Gives the role exactly what the rooms list, and takes away what they list no more, at one stroke:
 * whoever is at work as that role meanwhile never stands without.
 */
export async function grantAppRole(owner: Database, rooms: readonly GrantingRoom[]): Promise<void> {
  const lists = rooms.map(({ grants }) => readFileSync(grants, 'utf8'));
  await owner.transaction(async (tx) => {
    // Two servers that start together: changes of the same rights collide otherwise.
    await tx.query(plain('lock table schema_migration in share row exclusive mode'));
    await tx.query(
      plain(`do $$ begin
        execute format('revoke all on all tables in schema %I from ${APP_ROLE}', current_schema());
        execute format('grant usage on schema %I to ${APP_ROLE}', current_schema());
      end $$`),
    );
    await tx.query(plain(`grant select on schema_migration to ${APP_ROLE}`));
    for (const list of lists) await tx.query(plain(list));
  });
}
