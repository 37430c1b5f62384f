/**
 * Every figure of the reports agrees with sums made without them: over random vends in the real
 * tables, while days are closed, vends come late, and whatever was added up is made again.
 */
import { randomUUID } from 'node:crypto';
import { instant } from '@wattvend/quantities/time.js';
import { closeDays, forgetDays } from '@wattvend/vending/closed-days.js';
import { componentsReport } from '@wattvend/vending/components.js';
import { dayAfter, spanOfMonth } from '@wattvend/vending/day-span.js';
import { debtReport } from '@wattvend/vending/debt-report.js';
import { SALES_DIMENSIONS, type SalesDimension, salesReport } from '@wattvend/vending/sales.js';
import type { VendorId } from '@wattvend/vending/vend.js';
import { countZeroBuyers, listZeroBuyers } from '@wattvend/vending/zero-buyers.js';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  AGREEMENTS_EACH,
  AREAS,
  BEGIN,
  createReportWorld,
  type MadeUtility,
  type MadeVend,
  type ReportWorld,
  tenderedOf,
} from './report-world.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const VENDORS = [randomUUID(), randomUUID(), randomUUID()];
const OPERATORS = [randomUUID(), null];
const TARIFFS = [randomUUID(), randomUUID()];
const CHANNELS = ['counter', 'mobile'];
const METHODS = ['cash', 'card', null];
// Half an hour from the full hour, summer time that begins on 29 March 2026, and neither.
const ZONES = ['Europe/Berlin', 'Asia/Kolkata', 'America/New_York', 'Africa/Nairobi'];

let world: ReportWorld;
beforeAll(async () => {
  world = await createReportWorld();
});
afterAll(() => world.scratch.drop());

interface Draw {
  readonly ahead: number;
  readonly takes: number;
  readonly outcome: number;
  readonly kind: number;
  readonly pick: number;
  readonly money: readonly number[];
  readonly energy: number;
}

const drawArb: fc.Arbitrary<Draw> = fc.record({
  // Between two requests, up to two hours; sometimes days in which nothing is sold.
  ahead: fc.oneof(
    { weight: 40, arbitrary: fc.integer({ min: 0, max: HOUR }) },
    { weight: 1, arbitrary: fc.integer({ min: 0, max: 3 * DAY }) },
  ),
  takes: fc.oneof(
    { weight: 9, arbitrary: fc.integer({ min: 0, max: 60_000 }) },
    { weight: 2, arbitrary: fc.integer({ min: 0, max: 40 * HOUR }) },
  ),
  outcome: fc.integer({ min: 0, max: 9 }),
  kind: fc.integer({ min: 0, max: 11 }),
  pick: fc.nat(),
  money: fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 6, maxLength: 6 }),
  energy: fc.integer({ min: 1, max: 100_000 }),
});

function pickOf<Value>(values: readonly Value[], pick: number, shift: number): Value {
  return values[Math.floor(pick / shift) % values.length] as Value;
}

function madeVend(draw: Draw, requestedAt: number, made: MadeUtility): MadeVend {
  const { kind: kindDraw, pick, money, energy } = draw;
  const kind = kindDraw === 0 ? 'free_units' : kindDraw === 1 ? 'free_issue' : 'sale';
  const free = kind === 'free_units' || kindDraw === 2 ? energy % 500 : 0;
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = money.map(BigInt).map((each) => each);
  const debt = pickOf(made.debts, pick, 7);
  const lines: MadeVend['lines'] = [
    ['d', debt.debtId, BigInt(a) % 100n, 0],
    ['f', 'service', BigInt(b), 0],
    ['c', 'convenience', BigInt(c), 0],
    ['e', 'energy', BigInt(d) + 1n, energy],
    ['k', 'fuel', BigInt(e) - 500_000n < 0n ? -(BigInt(d) % 100n) : BigInt(e), energy],
    ['r', 'vat', BigInt(f), 0],
  ];
  const freeLine = ['u', 'lifeline', 0n, free] as const;
  return {
    ...{ vendId: randomUUID(), kind, requestedAt, resolvedAt: null, state: 'reserved' },
    vendorId: kind === 'free_issue' ? null : pickOf(VENDORS, pick, 1),
    operatorId: pickOf(OPERATORS, pick, 3),
    tariffId: kind === 'free_issue' ? null : pickOf(TARIFFS, pick, 11),
    // The last agreement buys nothing.
    agreement: pick % (AREAS.length * AGREEMENTS_EACH - 1),
    channel: pickOf(CHANNELS, pick, 5),
    paymentMethod: pickOf(METHODS, pick, 13),
    energy: kind === 'free_units' ? 0 : energy,
    free,
    tokens: free > 0 && kind === 'sale' ? 2 : 1,
    lines:
      kind === 'sale'
        ? [...lines, ...(free > 0 ? [freeLine] : [])]
        : kind === 'free_units'
          ? [freeLine]
          : [],
  };
}

/** The wall's date and hour, by another way than the database's. */
function wallOf(zone: string): (at: number) => { readonly day: string; readonly hour: string } {
  const format = new Intl.DateTimeFormat('en-CA', {
    ...{ timeZone: zone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit' },
    hour: '2-digit',
  });
  return (at) => {
    const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, value]));
    const [year, month, day] = ['year', 'month', 'day'].map((part) => parts.get(part as 'day'));
    return { day: `${year}-${month}-${day}`, hour: parts.get('hour') ?? '' };
  };
}

function keyOf(by: SalesDimension, vend: MadeVend, hour: string): string {
  const keys: Record<SalesDimension, string | null> = {
    all: '',
    hour,
    tariff: vend.tariffId,
    vendor: vend.vendorId,
    operator: vend.operatorId,
    area: AREAS[Math.floor(vend.agreement / AGREEMENTS_EACH)] ?? null,
    channel: vend.channel,
    payment_method: vend.paymentMethod,
    kind: vend.kind,
  };
  return keys[by] ?? '';
}

interface Question {
  readonly by: SalesDimension;
  readonly per: 'span' | 'day' | 'month' | 'weekday';
  readonly from: string;
  readonly to: string;
  readonly vendorId: string | null;
}

function periodOf(per: Question['per'], day: string): string {
  if (per === 'day') return day;
  if (per === 'month') return day.slice(0, 7);
  return per === 'span' ? '' : String(new Date(`${day}T00:00:00Z`).getUTCDay() || 7);
}

function expectedSales({ utility, vends }: MadeUtility, question: Question): unknown {
  const wall = wallOf(utility.timeZone);
  const sums = new Map<string, bigint[]>();
  for (const vend of vends) {
    if (vend.state !== 'posted' || vend.resolvedAt === null) continue;
    const { day, hour } = wall(vend.resolvedAt);
    if (day < question.from || day > question.to) continue;
    if (question.vendorId !== null && vend.vendorId !== question.vendorId) continue;
    if (question.by !== 'kind' && vend.kind !== 'sale') continue;
    const at = `${periodOf(question.per, day)}|${keyOf(question.by, vend, hour)}`;
    const isSale = vend.kind === 'sale';
    const moneyOf = (letters: string): bigint =>
      vend.lines.reduce((sum, line) => sum + (letters.includes(line[0]) ? line[2] : 0n), 0n);
    const figures = [
      ...[1n, BigInt(vend.tokens), tenderedOf(vend), BigInt(isSale ? vend.energy : 0)],
      BigInt(vend.free + (isSale ? 0 : vend.energy)),
      ...['ekm', 'fc', 'r', 'd'].map(moneyOf),
    ];
    const sum = sums.get(at) ?? figures.map(() => 0n);
    sums.set(
      at,
      sum.map((each, place) => each + (figures[place] ?? 0n)),
    );
  }
  return Object.fromEntries(sums);
}

async function reportedSales({ utility }: MadeUtility, question: Question): Promise<unknown> {
  const { database } = world.scratch;
  const asked = { ...question, vendorId: question.vendorId as VendorId | null };
  const { rows } = await salesReport(database, utility, asked);
  return Object.fromEntries(
    rows.map((row) => [
      `${row.period}|${row.key}`,
      [
        ...[BigInt(row.vends), BigInt(row.tokens), row.tendered, row.energyTenthKwh],
        ...[row.freeTenthKwh, row.forEnergy, row.forCharges, row.forTax, row.forDebts],
      ],
    ]),
  );
}

async function checkSales(made: MadeUtility, from: string, to: string): Promise<void> {
  const spans = [
    { from, to },
    { from: dayAfter(from, 2), to: dayAfter(to, -1) },
    { from: to, to },
  ];
  const pers = ['span', 'day', 'month', 'weekday'] as const;
  for (const [at, by] of SALES_DIMENSIONS.entries()) {
    for (const [which, span] of spans.entries()) {
      const per = pers[(at + which) % pers.length] ?? 'span';
      for (const vendorId of [null, VENDORS[0] ?? null]) {
        const question = { ...span, by, per, vendorId };
        expect(await reportedSales(made, question)).toEqual(expectedSales(made, question));
      }
    }
  }
}

/** Sums in plain SQL over the vends alone, in bounds found by the wall's clock. */
async function checkAgainstPlainSql(made: MadeUtility, day: string): Promise<void> {
  const { database } = world.scratch;
  const wall = wallOf(made.utility.timeZone);
  let from = Date.parse(`${day}T00:00:00Z`) - 15 * HOUR;
  while (wall(from).day < day) from += HOUR / 2;
  let to = from;
  while (wall(to).day === day) to += HOUR / 2;
  const { rows } = await database.query<{ readonly sums: readonly (string | null)[] }>(
    {
      name: '',
      text: `select array[count(*), sum(tendered_minor), sum(energy_tenth_kwh)]::text[] as sums
        from vend where utility_id = $1 and state = 'posted' and kind = 'sale'
        and resolved_at_ms >= $2 and resolved_at_ms < $3`,
    },
    [made.utility.utilityId, from, to],
  );
  const question = { from: day, to: day, by: 'all', per: 'span', vendorId: null } as const;
  const { total } = await salesReport(database, made.utility, question);
  expect([total.vends, total.tendered, total.energyTenthKwh].map(String)).toEqual(
    rows[0]?.sums.map((sum) => sum ?? '0'),
  );
}

async function checkComponents(made: MadeUtility, from: string, to: string): Promise<void> {
  const { database } = world.scratch;
  const { rows } = await database.query<{ readonly row: string }>(
    {
      name: '',
      text: `select concat_ws('|', l.line ->> 0,
          coalesce((select kind from debt d where d.debt_id::text = l.line ->> 1), l.line ->> 1),
          count(*), sum((l.line ->> 2)::bigint),
          sum(case when l.line ->> 0 in ('e', 'k', 'u') then (l.line ->> 3)::bigint else 0 end)) as row
        from vend v cross join json_array_elements(v.lines) as l (line)
        where v.utility_id = $1 and v.state = 'posted' and
          (to_timestamp(v.resolved_at_ms / 1000.0) at time zone $2)::date between $3 and $4
        group by l.line ->> 0,
          coalesce((select kind from debt d where d.debt_id::text = l.line ->> 1), l.line ->> 1)`,
    },
    [made.utility.utilityId, made.utility.timeZone, from, to],
  );
  const letters = { debt: 'd', fixed: 'f', fee: 'c', energy: 'e', 'per-kwh': 'k', rate: 'r' };
  const found = await componentsReport(database, made.utility, { from, to, vendorId: null });
  const sums = new Map<string, readonly [number, bigint, bigint]>();
  for (const each of found) {
    const letter = { ...letters, free: 'u', 'in-meter': 'm' }[each.kind];
    const [lines, money, energy] = sums.get(`${letter}|${each.component}`) ?? [0, 0n, 0n];
    sums.set(`${letter}|${each.component}`, [
      lines + each.lines,
      money + each.money,
      energy + each.energyTenthKwh,
    ]);
  }
  const written = [...sums].map(([key, figures]) => [key, ...figures].join('|'));
  expect(written.sort()).toEqual(rows.map(({ row }) => row).sort());
}

async function checkDebts(made: MadeUtility, from: string, to: string): Promise<void> {
  const wall = wallOf(made.utility.timeZone);
  const { database } = world.scratch;
  const { movements, ages } = await debtReport(database, made.utility, { from, to, today: to });
  const kinds = new Map(made.debts.map((debt) => [debt.debtId, debt.kind]));
  for (const kind of ['arrears', 'connection'] as const) {
    const debts = made.debts.filter((debt) => debt.kind === kind);
    const collected = made.vends.flatMap((vend) =>
      vend.state !== 'posted' || vend.resolvedAt === null
        ? []
        : vend.lines
            .filter(([letter, id]) => letter === 'd' && kinds.get(id) === kind)
            .map(([, , money]) => ({ money, at: vend.resolvedAt ?? 0 })),
    );
    const made3 = [
      debts.map(({ principal, createdAt }) => ({ money: principal, at: createdAt })),
      collected,
      debts.flatMap(({ writtenOff }) => writtenOff),
    ];
    const sum = (which: number, isIn: (day: string) => boolean): bigint =>
      (made3[which] ?? [])
        .filter(({ at }) => isIn(wall(at).day))
        .reduce((all, { money }) => all + money, 0n);
    const within = (day: string) => day >= from && day <= to;
    const earlier = (day: string) => day < from;
    const opening = sum(0, earlier) - sum(1, earlier) - sum(2, earlier);
    const expected = { new: sum(0, within), collected: sum(1, within), writtenOff: sum(2, within) };
    const closing = opening + expected.new - expected.collected - expected.writtenOff;
    const found = movements.find((each) => each.kind === kind);
    const none = {
      kind,
      opening: 0n,
      new: 0n,
      collected: 0n,
      paid: 0n,
      writtenOff: 0n,
      closing: 0n,
    };
    expect(found ?? none).toEqual({ kind, opening, ...expected, paid: 0n, closing });
  }
  // Nothing is taken off the rows here, so all that is owed is what was lent.
  const owed = ages.reduce((all, age) => all + age.owed, 0n);
  expect(owed).toBe(made.debts.reduce((all, debt) => all + debt.principal, 0n));
}

async function checkZeroBuyers(made: MadeUtility, now: number): Promise<void> {
  const { database } = world.scratch;
  const idleBefore = now - 3 * DAY;
  const idleFrom = made.agreementIds.map((_, at) =>
    made.vends
      .filter((vend) => vend.agreement === at && vend.kind === 'sale' && vend.state === 'posted')
      .reduce<number>((last, vend) => Math.max(last, vend.resolvedAt ?? 0), BEGIN),
  );
  const expected = made.agreementIds
    .map((agreementId, at) => ({ agreementId, idleFrom: idleFrom[at] ?? 0 }))
    .filter((each) => each.idleFrom < idleBefore)
    .sort((a, b) => a.idleFrom - b.idleFrom || (a.agreementId < b.agreementId ? -1 : 1));
  const question = { now: instant(now), idleBefore: instant(idleBefore) };
  const page = { ...question, area: null, searched: null, after: null };
  const found = await listZeroBuyers(database, made.utility, { ...page, limit: 100 });
  const plain = found.map(({ agreementId, idleFrom: from }) => ({ agreementId, idleFrom: from }));
  expect(plain).toEqual(expected);
  const [first] = found;
  if (first !== undefined) {
    const after = { idleFrom: first.idleFrom, agreementId: first.agreementId };
    const rest = await listZeroBuyers(database, made.utility, { ...page, after, limit: 2 });
    expect(rest).toEqual(found.slice(1, 3));
    const searched = first.accountNumber.slice(2);
    const one = await listZeroBuyers(database, made.utility, { ...page, searched, limit: 5 });
    expect(one).toEqual([first]);
  }
  const areas = await countZeroBuyers(database, made.utility, question);
  expect(areas.map((area) => area.agreements)).toEqual(AREAS.map(() => AGREEMENTS_EACH));
  expect(areas.reduce((sum, area) => sum + area.zeroBuyers, 0)).toBe(expected.length);
}

async function stored({ utility }: MadeUtility): Promise<unknown> {
  const tables = ['sales_day', 'component_day', 'last_purchase', 'report_day'];
  const all: unknown[] = [];
  for (const table of tables) {
    const { rows } = await world.scratch.database.query(
      {
        name: '',
        text: `select (to_jsonb(t) - 'closed_at_ms')::text as row from ${table} t
          where utility_id = $1 order by 1`,
      },
      [utility.utilityId],
    );
    all.push(rows);
  }
  return all;
}

/** Lives through the draws: vends begin, end at once or late, and days are closed on the way. */
async function live(made: MadeUtility, draws: readonly Draw[]): Promise<number> {
  const { database } = world.scratch;
  let now: number = BEGIN;
  const underWay: { readonly vend: MadeVend; readonly draw: Draw; readonly endsAt: number }[] = [];
  const endDue = async (): Promise<void> => {
    for (const { vend, draw, endsAt } of underWay.filter((each) => each.endsAt <= now)) {
      if (vend.state !== 'reserved') continue;
      await made.resolve(vend, draw.outcome === 0 ? 'declined' : 'posted', endsAt);
    }
  };
  for (const [at, draw] of draws.entries()) {
    now += draw.ahead;
    await endDue();
    const vend = madeVend(draw, now, made);
    await made.insert(vend);
    // Some are never finished.
    if (draw.outcome !== 1) underWay.push({ vend, draw, endsAt: now + draw.takes });
    if (draw.outcome === 2) {
      await made.writeOff(pickOf(made.debts, draw.pick, 3), BigInt(draw.pick % 100), now);
    }
    if (at % 9 === 0) await closeDays(database, made.utility, { now: instant(now), most: 2 });
  }
  now += HOUR;
  await endDue();
  return now;
}

test('every figure agrees with sums made without the reports', { timeout: 240_000 }, async () => {
  let zone = 0;
  const drawsArb = fc.array(drawArb, { minLength: 240, maxLength: 280 });
  await fc.assert(
    fc.asyncProperty(drawsArb, async (draws) => {
      const { database } = world.scratch;
      const made = await world.addUtility(ZONES[zone++ % ZONES.length] ?? '');
      const now = await live(made, draws);
      const wall = wallOf(made.utility.timeZone);
      const [from, to] = [wall(BEGIN).day, wall(now).day];
      await checkSales(made, from, to);
      await checkComponents(made, dayAfter(from, 1), to);
      await checkDebts(made, dayAfter(from, 2), to);
      await checkDebts(made, dayAfter(from, 1), dayAfter(to, -2));
      await checkZeroBuyers(made, now);
      for (let day = from; day <= to; day = dayAfter(day)) await checkAgainstPlainSql(made, day);
      // Closed to the end, and made again: the same rows, and the same answers.
      const order = { now: instant(now), most: 1000 };
      await closeDays(database, made.utility, order);
      const incremental = await stored(made);
      expect(await closeDays(database, made.utility, order)).toBe(0);
      expect(await stored(made)).toEqual(incremental);
      await forgetDays(database, made.utility);
      await checkSales(made, from, to);
      expect(await closeDays(database, made.utility, order)).toBeGreaterThan(0);
      expect(await stored(made)).toEqual(incremental);
      await checkSales(made, from, to);
      await checkZeroBuyers(made, now);
    }),
    { numRuns: 8, endOnFailure: true },
  );
});

test('a day is closed a while after its end, once, also by several at a time', async () => {
  const { database } = world.scratch;
  const made = await world.addUtility('Africa/Nairobi');
  const draw = { ahead: 0, takes: 0, outcome: 5, kind: 5, pick: 1, energy: 10 };
  const vend = madeVend({ ...draw, money: [1, 2, 3, 4, 5, 6] }, BEGIN, made);
  await made.insert(vend);
  await made.resolve(vend, 'posted', BEGIN + 5);
  // 26 March ends at 21:00 UTC in Nairobi.
  const end = Date.UTC(2026, 2, 26, 21);
  const close = (now: number) => closeDays(database, made.utility, { now: instant(now), most: 9 });
  expect(await close(end + 15 * 60_000 - 1)).toBe(0);
  const closed = await Promise.all([1, 2, 3, 4].map(() => close(end + 15 * 60_000)));
  expect(Math.max(...closed)).toBe(1);
  const question = { from: '2026-03-26', to: '2026-03-26', by: 'all', per: 'span' } as const;
  const { total, liveFromDay } = await salesReport(database, made.utility, {
    ...question,
    vendorId: null,
  });
  expect([total.vends, total.tendered, liveFromDay]).toEqual([1, tenderedOf(vend), null]);
});

test('a month has its days', () => {
  expect(spanOfMonth('2026-11')).toEqual({ from: '2026-11-01', to: '2026-11-30' });
  expect(spanOfMonth('2028-02')).toEqual({ from: '2028-02-01', to: '2028-02-29' });
  expect(spanOfMonth('2026-12')).toEqual({ from: '2026-12-01', to: '2026-12-31' });
});
