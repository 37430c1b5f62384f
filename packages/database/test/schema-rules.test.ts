import type { Database } from '@wattvend/database/database.js';
import { schemaRuleOffences } from '@wattvend/database/test/schema-rules.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createScratchDatabase, type ScratchDatabase } from './scratch-database.ts';

let scratch: ScratchDatabase;

beforeAll(async () => {
  scratch = await createScratchDatabase();
});
afterAll(() => scratch.drop());

/** Runs DDL, reads the offences, and takes the DDL back. */
async function offencesOf(ddl: string, exempt: readonly string[] = []): Promise<readonly string[]> {
  const run = (database: Database, text: string) => database.query({ name: '', text });
  await run(scratch.database, `create schema trial; set search_path to trial`);
  try {
    await run(scratch.database, ddl.replaceAll('TRIAL', 'trial'));
    return await schemaRuleOffences(scratch.database, { foreignKeysWithoutIndex: exempt });
  } finally {
    await run(scratch.database, 'drop schema trial cascade');
  }
}

const GOOD = `
  create table TRIAL.utility (utility_id uuid primary key);
  create table TRIAL.meter (utility_id uuid, meter_id uuid, primary key (utility_id, meter_id));
  create table TRIAL.vend (utility_id uuid, vend_id uuid, meter_id uuid,
    primary key (utility_id, vend_id),
    constraint vend_meter foreign key (utility_id, meter_id) references TRIAL.meter);
  create index vend_by_meter on TRIAL.vend (utility_id, meter_id, vend_id)`;

test('a schema that keeps the rules has no offence', async () => {
  expect(await offencesOf(GOOD)).toEqual([]);
});

test('a key that does not begin with utility_id is named', async () => {
  const offences = await offencesOf(`
    create table TRIAL.a (utility_id uuid, a_id uuid, primary key (a_id));
    create table TRIAL.b (utility_id uuid, b_id uuid, n text, primary key (utility_id, b_id), unique (n));
    create table TRIAL.c (utility_id uuid, c_id uuid, n text, primary key (utility_id, c_id));
    create unique index c_lower on TRIAL.c (lower(n))`);
  expect(offences).toHaveLength(3);
  expect(offences.join('\n')).toMatch(/a_pkey[\s\S]*b_n_key[\s\S]*c_lower/);
});

test('a table without a primary key is named', async () => {
  expect(await offencesOf('create table TRIAL.loose (utility_id uuid)')).toEqual([
    'loose has no primary key',
  ]);
});

test('a foreign key that does not begin with utility_id is named', async () => {
  const offences = await offencesOf(`
    create table TRIAL.currency (utility_id uuid, code text, primary key (utility_id, code));
    create table TRIAL.price (utility_id uuid, code text, primary key (utility_id, code),
      constraint turned foreign key (code, utility_id) references TRIAL.currency (code, utility_id))`);
  expect(offences.join('\n')).toContain('turned');
});

test('a foreign key without an index is named, unless it is exempt', async () => {
  const ddl = GOOD.replace(/create index[^;]*$/, '');
  expect(await offencesOf(ddl)).toEqual([
    'vend has the foreign key vend_meter without an index that begins with its columns',
  ]);
  expect(await offencesOf(ddl, ['vend_meter'])).toEqual([]);
  expect(await offencesOf(GOOD, ['vend_meter'])).toEqual([
    'the exemption vend_meter is not needed',
  ]);
});

test.each([
  'at_ms timestamptz default now()',
  'at_ms timestamptz default current_timestamp',
  'id uuid default gen_random_uuid()',
  'n bigserial',
  'n bigint generated always as identity',
])('the column "%s" asks the time or makes something up', async (column) => {
  const ddl = `create table TRIAL.t (utility_id uuid primary key, ${column})`;
  expect(await offencesOf(ddl)).toHaveLength(1);
});

test('a function that asks the time is named', async () => {
  const offences = await offencesOf(
    `create function TRIAL.stamp() returns timestamptz language sql as 'select now()'`,
  );
  expect(offences).toEqual(['the function stamp asks the time or makes something up']);
});
