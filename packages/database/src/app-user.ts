/**
 * The server's role on the embedded database: a user with a password of its own, so that a connection
 * of the server cannot turn into the owner of the tables.
 */
import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto';
import pg from 'pg';
import { APP_ROLE } from './app-role.ts';
import type { ConnectionSettings } from './database.ts';

/** The settings of that user; its password follows from the owner's and does not lead back to it. */
export function appConnectionOf(owner: ConnectionSettings): ConnectionSettings {
  const password = createHmac('sha256', owner.password).update(APP_ROLE).digest('base64url');
  return { ...owner, user: APP_ROLE, password };
}

/** Makes the user when it is missing, and sets its password anew. */
export async function ensureAppUser(owner: ConnectionSettings): Promise<void> {
  const client = new pg.Client({ ...owner, ssl: false });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { rowCount } = await client.query('select from pg_roles where rolname = $1', [APP_ROLE]);
    if (rowCount === 0) await client.query(`create role ${APP_ROLE}`);
    const secret = client.escapeLiteral(scramSecret(appConnectionOf(owner).password));
    await client.query(`alter role ${APP_ROLE} login nosuperuser nocreatedb nocreaterole
      noreplication nobypassrls password ${secret}`);
  } finally {
    await client.end();
  }
}

const ITERATIONS = 4096;
const KEY_OCTETS = 32;

/** RFC 5803, as PostgreSQL stores it: the password itself is in no statement and no log. */
function scramSecret(password: string): string {
  const salt = randomBytes(16);
  const salted = pbkdf2Sync(password, salt, ITERATIONS, KEY_OCTETS, 'sha256');
  const keyOf = (name: string): Buffer => createHmac('sha256', salted).update(name).digest();
  const storedKey = createHash('sha256').update(keyOf('Client Key')).digest('base64');
  const serverKey = keyOf('Server Key').toString('base64');
  return `SCRAM-SHA-256$${ITERATIONS}:${salt.toString('base64')}$${storedKey}:${serverKey}`;
}
