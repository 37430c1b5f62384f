import { readdir, readFile } from 'node:fs/promises';
import { APP_ROLE } from '@wattvend/database/app-role.js';
import { LEDGER_MIGRATIONS } from '@wattvend/ledger/migrations.js';
import { VENDING_MIGRATIONS } from '@wattvend/vending/migrations.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  createScratchDatabase,
  type ScratchDatabase,
} from '../../database/test/scratch-database.ts';

let scratch: ScratchDatabase;
beforeAll(async () => {
  scratch = await createScratchDatabase([LEDGER_MIGRATIONS, VENDING_MIGRATIONS]);
});
afterAll(() => scratch.drop());

type Right = 'SELECT' | 'INSERT' | 'UPDATE' | 'DELETE' | 'TRUNCATE';

interface TableRights {
  readonly name: string;
  readonly rights: readonly Right[];
  readonly append_only: boolean;
}

/** What the server's role may do with each table, on all or some of its columns. */
async function readRights(): Promise<readonly TableRights[]> {
  const text = `select c.relname::text as name,
      array(select r::text from unnest(array['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE']) r
        where case when r in ('DELETE', 'TRUNCATE')
          then has_table_privilege('${APP_ROLE}', c.oid, r)
          else has_any_column_privilege('${APP_ROLE}', c.oid, r) end) as rights,
      exists (select from pg_trigger t where t.tgrelid = c.oid and t.tgname like '%append_only'
        and t.tgtype & 18 = 18 and t.tgtype & 8 = 8) as append_only
    from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
      and not c.relispartition and c.relname <> 'schema_migration'
    order by 1`;
  return (await scratch.database.query<TableRights>({ name: '', text })).rows;
}

/** What statements change, by the words of the .sql files of a room. */
async function readChanges(folder: URL): Promise<ReadonlyMap<string, ReadonlySet<Right>>> {
  const changes = new Map<string, Set<Right>>();
  const add = (table: string | undefined, right: Right): void => {
    if (table === undefined) return;
    changes.set(table, (changes.get(table) ?? new Set()).add(right));
  };
  const files = await readdir(folder, { recursive: true });
  for (const file of files) {
    if (!file.endsWith('.sql') || file.startsWith('migrations') || file === 'grants.sql') continue;
    const text = (await readFile(new URL(file, folder), 'utf8')).replaceAll(/--[^\n]*/g, '');
    for (const found of text.matchAll(/\bdelete\s+from\s+(\w+)/g)) add(found[1], 'DELETE');
    for (const found of text.matchAll(/(?<!for\s|key\s)\bupdate\s+(\w+)/g)) add(found[1], 'UPDATE');
    for (const insert of text.split(/\binsert\s+into\s+/).slice(1)) {
      const table = /^\w+/.exec(insert)?.[0];
      add(table, 'INSERT');
      if (/\bdo\s+update\b/.test(insert)) add(table, 'UPDATE');
    }
  }
  return changes;
}

/** The tables whose rows a statement holds: PostgreSQL asks for the right to change them. */
function heldBy(text: string): readonly string[] {
  return text.split(/\bselect\b/).flatMap((select) => {
    const lock = /\bfor (?:no key )?(?:update|share)(?: of (\w+(?:, \w+)*))?/.exec(select);
    if (lock === null) return [];
    const tables = [
      ...select
        .slice(0, lock.index)
        .matchAll(/\b(?:from|join)\s+(\w+)(?: (?!where|join|on|for|order)(\w+))?/g),
    ];
    const of = lock[1]?.split(', ');
    return tables
      .filter(([, table = '', alias]) => of === undefined || of.includes(alias ?? table))
      .map(([, table = '']) => table);
  });
}

test('whatever is held against others may be', async () => {
  const rights = new Map((await readRights()).map((table) => [table.name, table.rights]));
  const held = new Set<string>();
  for (const { folder } of [LEDGER_MIGRATIONS, VENDING_MIGRATIONS]) {
    const files = await readdir(new URL('../', folder), { recursive: true });
    for (const file of files.filter((name) => /^(?!migrations).*\.sql$/.test(name))) {
      const text = await readFile(new URL(`../${file}`, folder), 'utf8');
      for (const table of heldBy(text.replaceAll(/--[^\n]*/g, ''))) {
        // What is not a table is a name of the statement's own.
        if (!rights.has(table)) continue;
        held.add(table);
        expect(rights.get(table), `${table} in ${file}`).toContain('UPDATE');
      }
    }
  }
  expect([...held]).toEqual(expect.arrayContaining(['meter', 'debt', 'account_limit', 'vend']));
});

test('every table can be read and written to by the server, and none emptied', async () => {
  for (const { name, rights } of await readRights()) {
    expect(rights, name).toEqual(expect.arrayContaining(['SELECT', 'INSERT']));
    expect(rights, name).not.toContain('TRUNCATE');
  }
});

test('of what is append-only, nothing can be changed or removed by the server', async () => {
  const appendOnly = (await readRights()).filter((table) => table.append_only);
  expect(appendOnly.length).toBeGreaterThan(15);
  for (const { name, rights } of appendOnly) expect(rights, name).toEqual(['SELECT', 'INSERT']);
});

test('every statement that changes or removes may, and no more is granted', async () => {
  const tables = await readRights();
  const changes = new Map<string, ReadonlySet<Right>>();
  for (const { folder } of [LEDGER_MIGRATIONS, VENDING_MIGRATIONS]) {
    for (const [table, rights] of await readChanges(new URL('../', folder))) {
      changes.set(table, new Set([...(changes.get(table) ?? []), ...rights]));
    }
  }
  for (const { name, rights } of tables) {
    const granted = rights.filter((right) => right === 'UPDATE' || right === 'DELETE');
    const needed = [...(changes.get(name) ?? [])].filter((right) => right !== 'INSERT');
    expect(granted.toSorted(), name).toEqual(needed.toSorted());
  }
});
