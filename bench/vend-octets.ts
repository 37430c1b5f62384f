/** What a vend costs on the disk: how much the tables and indexes grow that vends are written to. */
import type { Database } from '@wattvend/database/database.js';

export interface RowCount {
  readonly vends: number;
  /** Octets of each table with its indexes, by its name without the month. */
  readonly octets: ReadonlyMap<string, number>;
}

const SIZES = `
  select regexp_replace(c.relname, '_[0-9]+$', '') as name,
    sum(pg_relation_size(c.oid))::bigint as heap,
    sum(pg_indexes_size(c.oid) + coalesce(pg_total_relation_size(nullif(c.reltoastrelid, 0)), 0))
      ::bigint as indexes
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema')
    and c.relname !~ '^pgbench'
  group by 1`;

export async function rowsNow(database: Database): Promise<RowCount> {
  const count = 'select count(*) as vends from vend';
  const vends = await database.query<{ readonly vends: bigint }>({ name: '', text: count });
  const sizes = await database.query<{
    readonly name: string;
    readonly heap: bigint;
    readonly indexes: bigint;
  }>({ name: '', text: SIZES });
  return {
    vends: Number(vends.rows[0]?.vends ?? 0n),
    octets: new Map(
      sizes.rows.flatMap(({ name, heap, indexes }): [string, number][] => [
        [name, Number(heap)],
        [`${name}, indexes`, Number(indexes)],
      ]),
    ),
  };
}

/** Octets a vend, of all that grew since; tells where they went. */
export async function octetsOfVend(database: Database, before: RowCount): Promise<number> {
  const after = await rowsNow(database);
  const vends = Math.max(1, after.vends - before.vends);
  let sum = 0;
  const told: string[] = [];
  for (const [name, octets] of after.octets) {
    const each = Math.round((octets - (before.octets.get(name) ?? 0)) / vends);
    sum += each;
    if (each > 0) told.push(`${name} ${each}`);
  }
  console.log(`  octets a vend: ${told.join('; ')}`);
  return sum;
}
