/**
 * What a past comes to by plain SQL over the rows that were written when things happened: vends and
 * their lines, refunds, debts, payments and the legs of the ledger's entries. It reads nothing that was
 * added up before, none of the reports' views, and shares no statement with them.
 */
import { createHash } from 'node:crypto';
import type { Past } from './past-world.ts';

/** The entry of a refund or a repair follows from its id, as docs/guides/after-the-sale.md says. */
function entryIdOf(kind: 'refund' | 'vend_repair', deedId: string): string {
  const octets = createHash('sha256')
    .update(`wattvend ${kind}\n${deedId}`)
    .digest()
    .subarray(0, 16);
  octets[6] = ((octets[6] ?? 0) % 16) + 128;
  octets[8] = ((octets[8] ?? 0) % 64) + 128;
  const hex = octets.toString('hex');
  return [[0, 8], [8, 12], [12, 16], [16, 20], [20]].map(([a, b]) => hex.slice(a, b)).join('-');
}

export interface TakenBack {
  readonly deed_id: string;
  readonly entry_id: string;
  readonly vend_id: string;
  readonly at_ms: string;
  readonly money_minor: string;
  /** Null for the whole vend. */
  readonly unused_tenth_kwh: number | null;
  readonly with_free: boolean;
  readonly to_debt: string | null;
}

/** Every vend that was given back, from the cases and the decisions about them. */
export async function takenBack(past: Past): Promise<readonly TakenBack[]> {
  const found = await past.rows<TakenBack & { readonly kind: 'refund' | 'vend_repair' }>(`
    select 'refund' as kind, r.refund_id as deed_id, r.vend_id, a.decided_at_ms::text as at_ms,
      r.refund_minor::text as money_minor, r.unused_tenth_kwh,
      r.proof = 'wrong_meter' and r.unused_tenth_kwh is null as with_free, r.debt_id as to_debt
    from refund r join approval a on a.approval_id = r.refund_id
    where a.state = 'approved'
    union all
    select 'vend_repair', w.repair_id, w.vend_id, a.decided_at_ms::text,
      v.tendered_minor::text, null, true, null
    from wrong_meter_repair w join approval a on a.approval_id = w.repair_id
    join vend v on v.vend_id = w.vend_id
    where a.state = 'approved'`);
  return found.map(({ kind, ...each }) => ({ ...each, entry_id: entryIdOf(kind, each.deed_id) }));
}

/** $1 time zone, $2 what was taken back, $3 and $4 days. One row for each sale and taking back. */
const DEEDS = `
taken as (
  select * from json_to_recordset($2::json) as t (deed_id uuid, entry_id uuid, vend_id uuid,
    at_ms bigint, money_minor bigint, unused_tenth_kwh integer, with_free boolean)
),
deed as (
  select v.vend_id as entry_id, v.vend_id, v.resolved_at_ms as at_ms, 1 as vends,
    v.token_count::integer as tokens, v.tendered_minor as money, v.energy_tenth_kwh as energy,
    v.free_tenth_kwh as free
  from vend v where v.kind = 'sale' and v.state = 'posted'
  union all
  select t.entry_id, t.vend_id, t.at_ms, case when t.unused_tenth_kwh is null then -1 else 0 end, 0,
    -t.money_minor, -coalesce(t.unused_tenth_kwh, v.energy_tenth_kwh),
    case when t.with_free then -v.free_tenth_kwh else 0 end
  from taken t join vend v on v.vend_id = t.vend_id
),
legs as (
  select e.entry_id,
    -sum(l.minor) filter (where a.code in ('energy_sales', 'levies_payable')) as energy,
    -sum(l.minor) filter (where a.code in ('fixed_charges', 'convenience_fees')) as charges,
    -sum(l.minor) filter (where a.code in ('vat_payable', 'taxes_payable')) as tax
  from entry e
  cross join unnest(e.account_ids, e.money_minor) as l (account_id, minor)
  join account a on a.account_id = l.account_id
  where e.kind in ('sale', 'refund', 'vend_repair')
  group by e.entry_id
),
told as (
  select d.*, to_timestamp(d.at_ms / 1000.0) at time zone $1::text as wall, v.channel,
    v.payment_method, v.tariff_id, v.vendor_id, v.operator_id, p.area,
    coalesce(l.energy, 0) as for_energy, coalesce(l.charges, 0) as for_charges,
    coalesce(l.tax, 0) as for_tax,
    -- What the other accounts did not get; a refund to a debt moves its own account both ways.
    d.money - coalesce(l.energy, 0) - coalesce(l.charges, 0) - coalesce(l.tax, 0) as for_debts
  from deed d
  join vend v on v.vend_id = d.vend_id
  join agreement g on g.agreement_id = v.agreement_id
  join service_point p on p.service_point_id = g.service_point_id
  left join legs l on l.entry_id = d.entry_id
)`;

/** How each dimension's key is told from a sale. */
export const KEYS = {
  all: `''`,
  hour: `to_char(wall, 'HH24')`,
  tariff: 'tariff_id::text',
  vendor: 'vendor_id::text',
  operator: `coalesce(operator_id::text, '')`,
  area: 'area',
  channel: 'channel',
  payment_method: `coalesce(payment_method, '')`,
} as const;

export const PERIODS = {
  span: `''`,
  day: `to_char(wall, 'YYYY-MM-DD')`,
  month: `to_char(wall, 'YYYY-MM')`,
  weekday: `to_char(wall, 'ID')`,
} as const;

export interface Span {
  readonly from: string;
  readonly to: string;
}

export async function salesSums(
  past: Past,
  taken: readonly TakenBack[],
  asked: Span & {
    readonly by: keyof typeof KEYS;
    readonly per: keyof typeof PERIODS;
    readonly vendorId: string | null;
  },
): Promise<readonly unknown[]> {
  return await past.rows(
    `with ${DEEDS}
    select ${PERIODS[asked.per]} as period, ${KEYS[asked.by]} as key, sum(vends)::text as vends,
      sum(tokens)::text as tokens, sum(money)::text as tendered, sum(energy)::text as energy,
      sum(free)::text as free, sum(for_energy)::text as for_energy,
      sum(for_charges)::text as for_charges, sum(for_tax)::text as for_tax,
      sum(for_debts)::text as for_debts
    from told
    where wall >= $3::date and wall < $4::date + 1
      and ($5::uuid is null or vendor_id = $5::uuid)
    group by 1, 2 order by 1, 2`,
    [past.utility.timeZone, JSON.stringify(taken), asked.from, asked.to, asked.vendorId],
  );
}

/** What the sales of a span credited to each account, less what was taken back. */
export async function salesAccounts(past: Past, { from, to }: Span): Promise<readonly unknown[]> {
  return await past.rows(
    `select a.code as account, (-sum(l.minor))::text as money
    from entry e
    cross join unnest(e.account_ids, e.money_minor) as l (account_id, minor)
    join account a on a.account_id = l.account_id
    where e.kind in ('sale', 'refund', 'vend_repair') and a.code in ('energy_sales', 'levies_payable',
        'fixed_charges', 'vat_payable')
      and to_timestamp(e.posted_at_ms / 1000.0) at time zone $1 >= $2::date
      and to_timestamp(e.posted_at_ms / 1000.0) at time zone $1 < $3::date + 1
    group by 1 order by 1`,
    [past.utility.timeZone, from, to],
  );
}

/** The lines of the vends by what they are for, less the lines of vends that were given back whole. */
export async function componentSums(
  past: Past,
  taken: readonly TakenBack[],
  { from, to }: Span,
): Promise<readonly unknown[]> {
  return await past.rows(
    `with taken as (
      select * from json_to_recordset($2::json) as t (deed_id uuid, vend_id uuid, at_ms bigint,
        money_minor bigint, unused_tenth_kwh integer, with_free boolean)
    ),
    line as (
      select v.resolved_at_ms as at_ms, v.tariff_id, l ->> 0 as letter, l ->> 1 as id, 1 as lines,
        (l ->> 2)::numeric as money,
        case when l ->> 0 in ('e', 'k', 'u') then (l ->> 3)::numeric else 0 end as energy
      from vend v cross join json_array_elements(v.lines) l where v.state = 'posted'
      union all
      select t.at_ms, v.tariff_id, l ->> 0, l ->> 1, -1, -(l ->> 2)::numeric,
        case when l ->> 0 in ('e', 'k', 'u') then -(l ->> 3)::numeric else 0 end
      from taken t join vend v on v.vend_id = t.vend_id
      cross join json_array_elements(v.lines) l
      where t.unused_tenth_kwh is null and (l ->> 0 <> 'u' or t.with_free)
      union all
      -- Of a part: what hangs on energy, in proportion, rounded by largest remainders.
      select at_ms, tariff_id, letter, id, 0,
        -(floor(exact) + case when row_number() over (partition by deed_id
            order by exact - floor(exact) desc, position) <= left_over then 1 else 0 end),
        case when letter in ('e', 'k') and position = min(position) over
          (partition by deed_id, letter, id) then -unused_tenth_kwh else 0 end
      from (
        select part.*, money_minor - sum(floor(exact)) over (partition by deed_id) as left_over
        from (
          select t.deed_id, t.at_ms, t.money_minor, t.unused_tenth_kwh, v.tariff_id, l ->> 0 as letter, l ->> 1 as id,
            position, (l ->> 2)::numeric * t.money_minor
              / sum((l ->> 2)::numeric) over (partition by t.deed_id) as exact
          from taken t join vend v on v.vend_id = t.vend_id
          cross join json_array_elements(v.lines) with ordinality as e (l, position)
          where t.unused_tenth_kwh is not null and l ->> 0 in ('e', 'k', 'r', 'm')
            and (l ->> 2)::numeric <> 0
        ) part
      ) shared
    )
    select letter, coalesce(d.kind, id) as component,
      case when letter = 'd' then null else line.tariff_id end as tariff_id,
      sum(lines)::text as lines, sum(money)::text as money, sum(line.energy)::text as energy
    from line left join debt d on d.debt_id::text = line.id
    where to_timestamp(at_ms / 1000.0) at time zone $1 >= $3::date
      and to_timestamp(at_ms / 1000.0) at time zone $1 < $4::date + 1
    group by 1, 2, 3 order by 1, 2, 3`,
    [past.utility.timeZone, JSON.stringify(taken), from, to],
  );
}

/** Debts by kind, from the debts, the lines of vends, the payments, the cases and the decisions. */
export async function debtSums(
  past: Past,
  taken: readonly TakenBack[],
  { from, to }: Span,
): Promise<readonly unknown[]> {
  return await past.rows(
    `with taken as (
      select * from json_to_recordset($2::json) as t (vend_id uuid, at_ms bigint,
        money_minor bigint, unused_tenth_kwh integer, to_debt uuid)
    ),
    moved as (
      select debt_id::text as debt_id, created_at_ms as at_ms, 'new' as what,
        principal_minor::numeric as money from debt
      union all
      select l ->> 1, v.resolved_at_ms, 'collected', (l ->> 2)::numeric
      from vend v cross join json_array_elements(v.lines) l
      where v.state = 'posted' and l ->> 0 = 'd'
      union all
      select l ->> 1, t.at_ms, 'collected', -(l ->> 2)::numeric
      from taken t join vend v on v.vend_id = t.vend_id cross join json_array_elements(v.lines) l
      where l ->> 0 = 'd' and t.unused_tenth_kwh is null
      union all
      select to_debt::text, at_ms, 'paid', money_minor from taken where to_debt is not null
      union all
      select debt_id::text, paid_at_ms, 'paid', payment_minor from account_payment
      where debt_id is not null
      union all
      select p.debt_id::text, r.reversed_at_ms, 'paid', -p.payment_minor
      from account_payment_reversal r join account_payment p on p.payment_id = r.payment_id
      where p.debt_id is not null
      union all
      select a.subject ->> 'debt_id', a.decided_at_ms, 'written_off',
        (a.subject ->> 'write_off_minor')::numeric
      from approval a where a.kind = 'debt_write_off' and a.state = 'approved'
    ),
    told as (
      select d.kind, m.what, to_timestamp(m.at_ms / 1000.0) at time zone $1 as wall,
        m.money, case m.what when 'new' then m.money else -m.money end as owed
      from moved m join debt d on d.debt_id::text = m.debt_id
    )
    select kind, coalesce(sum(owed) filter (where wall < $3::date), 0)::text as opening,
      ${['new', 'collected', 'paid', 'written_off']
        .map(
          (what) => `coalesce(sum(money) filter (where what = '${what}' and wall >= $3::date),
          0)::text as ${what}`,
        )
        .join(', ')},
      sum(owed)::text as closing
    from told where wall < $4::date + 1 group by kind order by kind`,
    [past.utility.timeZone, JSON.stringify(taken), from, to],
  );
}

/** Each account: the legs before a span, its debits, its credits, and the legs to its end. */
export async function accountSums(past: Past, { from, to }: Span): Promise<readonly unknown[]> {
  return await past.rows(
    `select a.code,
      coalesce(sum(minor) filter (where wall < $2::date), 0)::text as opening,
      coalesce(sum(minor) filter (where wall >= $2::date and minor > 0), 0)::text as debit,
      coalesce(-sum(minor) filter (where wall >= $2::date and minor < 0), 0)::text as credit,
      coalesce(sum(minor), 0)::text as closing
    from account a
    left join (
      select l.account_id, l.minor, to_timestamp(e.posted_at_ms / 1000.0) at time zone $1 as wall
      from entry e cross join unnest(e.account_ids, e.money_minor) as l (account_id, minor)
    ) leg on leg.account_id = a.account_id and wall < $3::date + 1
    group by a.code order by a.code collate "C"`,
    [past.utility.timeZone, from, to],
  );
}
