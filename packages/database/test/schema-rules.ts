/**
 * The rules that let one schema run on one PostgreSQL and on a distributed engine, read from the
 * catalogue of a migrated database: `utility_id` first in every key, an index behind every foreign
 * key, no clock and no chance in the database.
 */
import type { Database, Statement } from '@wattvend/database/database.js';

export interface SchemaRuleExemptions {
  /** Names of foreign keys that need no index, each with its reason beside it in the test. */
  readonly foreignKeysWithoutIndex?: readonly string[];
}

interface Finding {
  readonly name: string;
  readonly offence: string;
}

// Tables of the application; the migrations' own record belongs to the whole database.
const TABLES = `
  select c.oid, c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
   where c.relkind in ('r', 'p') and n.nspname not like 'pg\\_%'
     and n.nspname <> 'information_schema' and c.relname <> 'schema_migration'`;

const KEYS: Statement = {
  name: '',
  text: `with tables as (${TABLES})
    select i.relname as name, t.relname || ' has the key ' || i.relname || ' on (' ||
           pg_get_indexdef(x.indexrelid, 1, true) || ', …); utility_id must come first' as offence
      from tables t
      join pg_index x on x.indrelid = t.oid and x.indisunique
      join pg_class i on i.oid = x.indexrelid
      left join pg_attribute a on a.attrelid = t.oid and a.attnum = x.indkey[0]
     where a.attname is distinct from 'utility_id'
    union all
    select t.relname, t.relname || ' has no primary key'
      from tables t
     where not exists (select from pg_index x where x.indrelid = t.oid and x.indisprimary)
    order by 1`,
};

const FOREIGN_KEYS: Statement = {
  name: '',
  text: `with tables as (${TABLES})
    select k.conname as name, t.relname || ' has the foreign key ' || k.conname || ' on ' ||
           a.attname || ' → ' || f.attname || '; utility_id must come first on both sides' as offence
      from tables t
      join pg_constraint k on k.conrelid = t.oid and k.contype = 'f'
      join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
      join pg_attribute f on f.attrelid = k.confrelid and f.attnum = k.confkey[1]
     where a.attname <> 'utility_id' or f.attname <> 'utility_id'
     order by 1`,
};

// The first columns of an index, as many as the foreign key has, must be the same set of columns.
const UNINDEXED_FOREIGN_KEYS: Statement = {
  name: '',
  text: `with tables as (${TABLES})
    select k.conname as name, t.relname || ' has the foreign key ' || k.conname ||
           ' without an index that begins with its columns' as offence
      from tables t
      join pg_constraint k on k.conrelid = t.oid and k.contype = 'f'
     where not exists (
             select from pg_index x
              where x.indrelid = t.oid and x.indpred is null
                and (select array_agg(c order by c)
                       from unnest(x.indkey[0:cardinality(k.conkey) - 1]) as c)
                    = (select array_agg(c order by c) from unnest(k.conkey) as c))
     order by 1`,
};

// What asks the time or makes something up, wherever it may hide.
const FORBIDDEN =
  '(now|clock_timestamp|statement_timestamp|transaction_timestamp|timeofday|random|' +
  'gen_random_uuid|gen_random_bytes|uuidv4|uuidv7|uuid_generate_v[0-9a-z]+|nextval) *\\(' +
  '|current_timestamp|current_date|current_time|localtime';

const CLOCKS_AND_CHANCE: Statement = {
  name: '',
  text: `with tables as (${TABLES})
    select t.relname as name, t.relname || '.' || a.attname || ' has the default ' ||
           pg_get_expr(d.adbin, d.adrelid) || '; pass it in as a parameter' as offence
      from tables t
      join pg_attrdef d on d.adrelid = t.oid
      join pg_attribute a on a.attrelid = t.oid and a.attnum = d.adnum
     where pg_get_expr(d.adbin, d.adrelid) ~* $1
    union all
    select t.relname, t.relname || '.' || a.attname ||
           ' is an identity column; ids are made in the application'
      from tables t join pg_attribute a on a.attrelid = t.oid and a.attidentity <> ''
    union all
    select p.proname, 'the function ' || p.proname || ' asks the time or makes something up'
      from pg_proc p
      join pg_namespace n on n.oid = p.pronamespace
      join pg_language l on l.oid = p.prolang
     where n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema'
       and l.lanname in ('sql', 'plpgsql')
       and not exists (select from pg_depend e where e.objid = p.oid and e.deptype = 'e')
       and (p.prosrc ~* $1 or coalesce(pg_get_function_sqlbody(p.oid), '') ~* $1)
    order by 1`,
};

/** Every offence against the rules as a sentence; an empty list when the schema keeps them. */
export async function schemaRuleOffences(
  database: Database,
  exemptions: SchemaRuleExemptions = {},
): Promise<readonly string[]> {
  const exempt = new Set(exemptions.foreignKeysWithoutIndex ?? []);
  const ask = async (statement: Statement, values: readonly unknown[] = []) =>
    (await database.query<Finding>(statement, values)).rows;
  const unindexed = await ask(UNINDEXED_FOREIGN_KEYS);
  const unknown = [...exempt].filter((name) => !unindexed.some((row) => row.name === name));
  const findings = [
    ...(await ask(KEYS)),
    ...(await ask(FOREIGN_KEYS)),
    ...unindexed.filter((row) => !exempt.has(row.name)),
    ...(await ask(CLOCKS_AND_CHANCE, [FORBIDDEN])),
  ];
  return [
    ...findings.map((finding) => finding.offence),
    ...unknown.map((name) => `the exemption ${name} is not needed`),
  ];
}
