/**
 * A nation's past for the benchmark of size: meters by the million and vends of the last year, made
 * inside the database from running numbers. The rows have the shape, the sizes and the spread of
 * real ones; the digits of their tokens open nothing, and no security module knows of them.
 */
import type { Database } from '@wattvend/database/database.js';
import { openDatabase } from '@wattvend/database/database.js';
import type { Utility } from '@wattvend/vending/utility.js';
import type { VendorId } from '@wattvend/vending/vend.js';

export interface BulkOrder {
  readonly connection: Parameters<typeof openDatabase>[0]['connection'];
  readonly utility: Utility;
  readonly vendorId: VendorId;
  readonly meters: number;
  readonly vends: number;
  /** Now and then: what is made, how much of it, of how much. */
  readonly onProgress: (made: string, done: number, of: number) => void;
}

export const BULK_MANUFACTURER = '76';
export const BULK_SERIAL_FIRST = 10_000_000;

const CHUNK = 50_000;
const CONNECTIONS = 3;
// One chunk, or the statistics of a nation.
const TIMEOUT_MS = 3_600_000;
const YEAR_MS = 365 * 86_400_000;
// Coprime to every power of ten, so that it visits each meter once in a round.
const STRIDE = 7_919_333n;

export async function makeBulkPast(order: BulkOrder): Promise<void> {
  const database = openDatabase({
    connection: order.connection,
    maximumConnections: CONNECTIONS,
    applicationName: 'benchmark',
    statementTimeoutMs: TIMEOUT_MS,
  });
  try {
    const begin = Date.now() - YEAR_MS;
    await openParts(database, begin);
    await inChunks(database, order, 'meters', order.meters, (from, to) => ({
      text: METERS,
      values: [order.utility.utilityId, from, to, begin],
    }));
    await inChunks(database, order, 'vends', order.vends, (from, to) => ({
      text: VENDS,
      values: [
        ...[order.utility.utilityId, from, to, begin, order.vends, order.meters, STRIDE],
        ...[order.vendorId, order.utility.book.ledgerId],
      ],
    }));
    await say(order, database, 'statistics', 'vacuum (analyze)');
    // What lies between is on the disk before anything is measured.
    await say(order, database, 'checkpoint', 'checkpoint');
  } finally {
    await database.close();
  }
}

async function say(order: BulkOrder, database: Database, made: string, text: string) {
  order.onProgress(made, 0, 1);
  await database.query({ name: '', text, timeoutMs: TIMEOUT_MS });
  order.onProgress(made, 1, 1);
}

async function openParts(database: Database, begin: number): Promise<void> {
  const run = (text: string, values: readonly unknown[]) =>
    database.query({ name: '', text, timeoutMs: TIMEOUT_MS }, values);
  await run(
    `select vending_open_month(to_char(day, 'YYYYMM')::integer),
       ledger_open_months(to_char(day, 'YYYYMM')::integer, to_char(day, 'YYYYMM')::integer),
       vending_open_tokens((extract(epoch from day - '2014-01-01'::timestamp) / 60)::integer)
     from generate_series(to_timestamp($1::bigint / 1000) at time zone 'UTC',
       (to_timestamp($1::bigint / 1000) at time zone 'UTC') + interval '370 days', '10 days') as day`,
    [begin],
  );
}

/** Every chunk is a transaction; several are under way, and a crash does not matter here. */
async function inChunks(
  database: Database,
  order: BulkOrder,
  made: string,
  count: number,
  statement: (from: number, to: number) => { readonly text: string; readonly values: unknown[] },
): Promise<void> {
  let next = 0;
  let done = 0;
  const work = async (): Promise<void> => {
    for (let from = next; from < count; from = next) {
      next = Math.min(from + CHUNK, count);
      const to = next;
      const { text, values } = statement(from, to - 1);
      await database.transaction(async (tx) => {
        await tx.query({ name: '', text: 'set local synchronous_commit = off' });
        await tx.query({ name: '', text, timeoutMs: TIMEOUT_MS }, values as never);
      });
      done += to - from;
      order.onProgress(made, done, count);
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, work));
}

/** The check digit of a number of so many digits in a bigint column, by the formula of Luhn. */
function luhn(number: string, digits: number): string {
  const terms = Array.from({ length: digits }, (_, place) => {
    const digit = `(${number} / ${10n ** BigInt(place)} % 10)`;
    // From the right, the first is doubled and its digits added.
    return place % 2 === 0 ? `(${digit} * 2 / 10 + ${digit} * 2 % 10)` : digit;
  });
  return `((10 - (${terms.join(' + ')}) % 10) % 10)`;
}

const BODY = `(${BULK_MANUFACTURER}00000000 + ${BULK_SERIAL_FIRST} + i)`;
// The issuer's number 600727 stands before the meter's.
const METER_NUMBER = `(${BODY}::bigint * 10 + ${luhn(`${BODY}::bigint`, 10)})`;

/** $1 utility, $2 the first number, $3 the last, $4 when they were connected. */
const METERS = `
with n as materialized (
  select i, md5('customer ' || i)::uuid as customer_id, md5('place ' || i)::uuid as place_id,
    md5('meter ' || i)::uuid as meter_id, ${METER_NUMBER} as number
  from generate_series($2::bigint, $3::bigint) as i
),
numbered as materialized (
  select n.*, n.number::text as drn,
    '600727' || n.number || ${luhn('(60072700000000000 + n.number)', 17)} as pan
  from n
),
tariff as (
  select tariff_id from tariff_version where utility_id = $1::uuid and state = 'approved' limit 1
),
customers as (
  insert into customer (utility_id, customer_id, name, phone)
  select $1::uuid, customer_id,
    (array['Amina', 'Brian', 'Chipo', 'Daniel', 'Esther', 'Farai', 'Grace', 'Hassan'])[1 + i % 8]
      || ' ' || (array['Abara', 'Baloyi', 'Chanda', 'Dube', 'Fofana', 'Gumede'])[1 + i / 8 % 6]
      || ' ' || to_hex(i),
    '+000 55' || lpad(i::text, 8, '0')
  from numbered
),
places as (
  insert into service_point (utility_id, service_point_id, code, address, area, created_at_ms)
  select $1::uuid, place_id, drn, (i % 180) || ' Weaver Street ' || i / 180, 'Area ' || i % 400,
    $4::bigint
  from numbered
),
agreements as (
  insert into agreement (utility_id, agreement_id, account_number, service_point_id, customer_id,
    tariff_id, began_at_ms)
  select $1::uuid, place_id, drn, place_id, customer_id, tariff_id, $4::bigint
  from numbered, tariff
),
meters as (
  insert into meter (utility_id, meter_id, drn, meter_pan, status, service_point_id, key_epoch)
  select $1::uuid, meter_id, drn, pan, 'active', place_id, 1 from numbered
),
keys as (
  insert into meter_key (utility_id, meter_id, key_epoch, supply_group_code, tariff_index,
    key_revision_number, encryption_algorithm)
  select $1::uuid, n.meter_id, 1, k.supply_group_code, '01', k.key_revision_number,
    case k.dkga when '02' then '07' else '11' end
  from numbered n
  join vending_key k on k.utility_id = $1::uuid and k.dkga = case n.i % 2 when 0 then '02' else '04' end
)
insert into meter_installation (utility_id, meter_id, installed_at_ms, service_point_id, installed_by)
select $1::uuid, meter_id, $4::bigint, place_id, 'benchmark' from numbered`;

/**
 * $1 utility, $2 the first number, $3 the last, $4 when the first was, $5 how many in all, $6 how
 * many meters, $7 the stride, $8 vendor, $9 ledger. In the order of time, as vends come; ids are of
 * version 7, and the last vend is a day old.
 */
const VENDS = `
with n as materialized (
  select i, $4::bigint + i * ${YEAR_MS - 86_400_000} / $5::bigint as at_ms,
    i * $7::bigint % $6::bigint as meter
  from generate_series($2::bigint, $3::bigint) as i
),
v as materialized (
  select n.*, md5('meter ' || meter)::uuid as meter_id, md5('place ' || meter)::uuid as place_id,
    (lpad(to_hex(at_ms), 12, '0') || '7' || substr(md5('vend ' || i), 1, 3) || '8'
      || substr(md5('vend ' || i), 4, 15))::uuid as vend_id,
    to_char(to_timestamp(at_ms / 1000) at time zone 'UTC', 'YYYYMM')::integer as month,
    (at_ms - 1388534400000) / 60000 as token_identifier
  from n
),
accounts as materialized (
  select d.float_account_id as float_id,
    (select account_id from account where utility_id = $1::uuid and ledger_id = $9::uuid
      and code = 'energy_sales') as energy_id,
    (select account_id from account where utility_id = $1::uuid and ledger_id = $9::uuid
      and code = 'vat_payable') as vat_id
  from vendor d where d.utility_id = $1::uuid and d.vendor_id = $8::uuid
),
tariff as materialized (
  select tariff_id, version from tariff_version
  where utility_id = $1::uuid and state = 'approved' limit 1
),
requests as (
  insert into vend_request (month, utility_id, vend_id, request_hash)
  select month, $1::uuid, vend_id, sha256(vend_id::text::bytea) from v
),
vends as (
  insert into vend (requested_at_ms, resolved_at_ms, tendered_minor, month, energy_tenth_kwh,
    free_tenth_kwh, month_tenth_kwh, key_epoch, token_identifier, tariff_version, token_count,
    utility_id, vend_id, meter_id, agreement_id, vendor_id, tariff_id, state, kind, channel, sold_by,
    lines)
  select at_ms, at_ms + 9, 5000, month, 174, 0, 174, 1, token_identifier, t.version, 1, $1::uuid,
    vend_id, meter_id, place_id, $8::uuid, t.tariff_id, 'posted', 'sale', 'counter', 'benchmark',
    '[["e","energy","4348",174,"2500000",null],["r","vat","652","4348"]]'
  from v, tariff t
),
tokens as (
  insert into token (module_sequence, key_epoch, token_identifier, month, energy_tenth_kwh, position,
    module_number, utility_id, meter_id, vend_id, digits, content_kind, receipt)
  select i + 1, 1, token_identifier, month, 174, 0, 99, $1::uuid, meter_id, vend_id,
    lpad((i * 982451653 % 10000000000)::text, 10, '0')
      || lpad((i * 57885161 % 10000000000)::text, 10, '0'),
    'credit', sha256(('receipt ' || i)::bytea)
  from v
)
insert into entry (posted_at_ms, month, utility_id, ledger_id, entry_id, kind, account_ids,
  money_minor)
select at_ms + 9, month, $1::uuid, $9::uuid, vend_id, 'sale',
  array[a.float_id, a.energy_id, a.vat_id], array[5000, -4348, -652]::bigint[]
from v, accounts a`;
