/** The end of a vendor's day: once, whatever interrupts it, and with nothing lost between two days. */
import { createHash } from 'node:crypto';
import type { Database, Transaction } from '@wattvend/database/database.js';
import { checkBooks } from '@wattvend/ledger/books.js';
import { minorUnits } from '@wattvend/quantities/money.js';
import { type Instant, instant, minutes } from '@wattvend/quantities/time.js';
import { basisPoints } from '@wattvend/tariff/tariff.js';
import { closeDueDays } from '@wattvend/vending/close-due-days.js';
import type { CommissionTerms } from '@wattvend/vending/commission.js';
import {
  COMMISSION_REFUSALS,
  type CommissionVersion,
  listCommissionVersions,
  putCommissionVersion,
} from '@wattvend/vending/commission-rules.js';
import { leafOf } from '@wattvend/vending/day-sums.js';
import type { DayVend } from '@wattvend/vending/day-vends.js';
import {
  closeDay,
  END_OF_DAY_REFUSALS,
  vendsWithCommission,
} from '@wattvend/vending/end-of-day.js';
import { createMerkleTree } from '@wattvend/vending/merkle.js';
import type { Vend, VendorId } from '@wattvend/vending/vend.js';
import { findVendorDay, listVendorDays, type VendorDay } from '@wattvend/vending/vendor-days.js';
import { verifyDay } from '@wattvend/vending/verify-day.js';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { OTHER_VENDOR, UTILITY } from './utility-fixture.ts';
import {
  createVendorFixture,
  deposit,
  nairobi,
  newVendor,
  sold,
  type VendorFixture,
} from './vendor-fixture.ts';

function energyOf(vend: Vend): number {
  return vend.credit.kind === 'energy' ? vend.credit.energy : 0;
}

const NOBODY = '99999999-0000-4000-8000-000000000000' as VendorId;

let fixture: VendorFixture;
let vendorId: VendorId;
let year = 2015;

beforeAll(async () => {
  fixture = await createVendorFixture();
});
afterAll(async () => {
  await fixture.desk.drained();
  const books = await checkBooks(fixture.scratch.database, UTILITY);
  expect(books).toMatchObject({ sum: 0n, limitsWrong: 0 });
  await fixture.close();
});
// Each test has a vendor and a month of its own, since the tokens of a meter only go forwards.
beforeEach(async () => {
  year += 1;
  fixture.now = nairobi(`${year}-03-10`, '09:00:00');
  vendorId = await newVendor(fixture, fixture.now);
  await deposit(fixture, vendorId, 1_000_000n);
});

function day(number: number): string {
  return `${year}-03-${number}`;
}

function closing(number: number, now: Instant, database: Database = fixture.scratch.database) {
  const request = { vendorId, day: day(number), closedBy: 'supervisor' };
  return closeDay(database, fixture.utility, request, now);
}

async function closed(number: number, now = nairobi(day(number + 1), '02:00:00')) {
  const answer = await closing(number, now);
  if (answer.kind === 'refused') throw new Error(answer.refusal.code);
  const { day: found } = answer;
  if (found.closed === null) throw new Error('not closed');
  return { ...found, closed: found.closed };
}

async function sellAt(number: number, time: string, tendered = 2_000n) {
  fixture.now = nairobi(day(number), time);
  return await sold(fixture, vendorId, tendered);
}

function terms(more: Partial<CommissionTerms> = {}): CommissionTerms {
  const steps = [{ above: minorUnits(0n), rate: basisPoints(250) }];
  return { base: 'tendered', steps, fixed: minorUnits(0n), least: null, most: null, ...more };
}

function commission(more: Partial<CommissionVersion> = {}) {
  const version = {
    vendorId,
    version: 1,
    effectiveFrom: day(10),
    paid: 'daily',
    rule: { terms: terms(), channels: {} },
    addedBy: 'maker',
    approvedBy: null,
    ...more,
  } as const;
  return putCommissionVersion(fixture.scratch.database, fixture.utility, version, fixture.now);
}

async function commissionEntries(): Promise<readonly bigint[]> {
  const { floatAccountId } = await fixture.vendor(vendorId);
  const { rows } = await fixture.scratch.database.query<{ posting_minor: bigint }>(
    {
      name: '',
      text: `select p.posting_minor from posting p join entry e using (utility_id, entry_id)
        where p.account_id = $1 and e.kind = 'commission' order by e.posted_at_ms`,
    },
    [floatAccountId],
  );
  return rows.map((row) => -row.posting_minor);
}

async function vendsOf(of: VendorDay): Promise<readonly DayVend[]> {
  const { vends } = await vendsWithCommission(fixture.scratch.database, fixture.utility, of);
  const all: DayVend[] = [];
  for await (const vend of vends) all.push(vend);
  return all;
}

/** RFC 6962, 2.1, as it is written there: by halving, not from left to right. */
function rootByHalving(leaves: readonly string[]): Buffer {
  const sha = (...parts: readonly Uint8Array[]) => {
    const hash = createHash('sha256');
    for (const part of parts) hash.update(part);
    return hash.digest();
  };
  if (leaves.length === 0) return sha();
  if (leaves.length === 1) return sha(Uint8Array.of(0), Buffer.from(leaves[0] ?? ''));
  let half = 1;
  while (half * 2 < leaves.length) half *= 2;
  const [left, right] = [leaves.slice(0, half), leaves.slice(half)];
  return sha(Uint8Array.of(1), rootByHalving(left), rootByHalving(right));
}

test('the tree of hashes is that of RFC 6962', () => {
  for (let count = 0; count <= 70; count += 1) {
    const leaves = Array.from({ length: count }, (_, index) => `leaf ${index}`);
    const tree = createMerkleTree();
    for (const leaf of leaves) tree.add(leaf);
    expect(Buffer.from(tree.root()).toString('hex')).toBe(rootByHalving(leaves).toString('hex'));
  }
});

describe('closing a day', () => {
  test('adds up what was sold on it, by method and account, with the root over its vends', async () => {
    await commission();
    const first = await sellAt(10, '09:30:00', 5_000n);
    const second = await sellAt(10, '23:59:59.999', 2_875n);
    const next = await sellAt(11, '00:00:00', 7_000n);
    const found = await closed(10);
    const tax = [...first.lines, ...second.lines]
      .filter((line) => line.kind === 'rate')
      .reduce((sum, line) => sum + line.money, 0n);
    expect(found.closed).toMatchObject({
      vends: 2,
      lateVends: 0,
      tendered: 7_875n,
      energyTenthKwh: BigInt(energyOf(first) + energyOf(second)),
      paymentMethods: [{ paymentMethod: 'cash', vends: 2, tendered: 7_875n }],
      accounts: [
        { code: 'energy_sales', credited: 7_875n - tax },
        { code: 'vat_payable', credited: tax },
      ],
      firstSequence: first.tokens[0]?.sequence,
      lastSequence: second.tokens[0]?.sequence,
      // 125 and 71.875: each vend is rounded by itself.
      commission: 125n + 72n,
      commissionPaid: 'daily',
      month: { tendered: 7_875n, energyCharge: 7_875n - tax },
    });
    expect(await commissionEntries()).toEqual([197n]);
    const vends = await vendsOf(found);
    expect(vends.map((vend) => vend.vendId)).toEqual([first.vendId, second.vendId]);
    expect(Buffer.from(found.closed.root)).toEqual(rootByHalving(vends.map(leafOf)));
    expect(leafOf(vends[0] as DayVend)).toBe(
      [
        'wattvend vend of a day 1',
        first.vendId,
        first.requestedAt,
        first.resolvedAt,
        first.meter.meterId,
        first.tokenIdentifier,
        '5000',
        energyOf(first),
        'cash',
        '125',
        first.tokens[0]?.receipt,
      ].join('\n'),
    );
    const tomorrow = await closed(11);
    expect(tomorrow.closed).toMatchObject({ vends: 1, tendered: next.tendered });
    expect(tomorrow.from).toBe(found.to);
  });

  test('is refused in the order of the list', async () => {
    await sellAt(10, '10:00:00');
    const vend = await sellAt(11, '10:00:00');
    const { database } = fixture.scratch;
    const early = instant(nairobi(day(11), '00:05:00') - 1);
    const unknown = { vendorId: NOBODY, day: day(12), closedBy: 'x' };
    const answers = [
      await closeDay(database, fixture.utility, unknown, early),
      await closing(11, early),
      await closing(10, early),
    ];
    expect(answers[1]).toMatchObject({ refusal: { next: day(10) } });
    expect(answers[2]).toMatchObject({ refusal: { from: nairobi(day(11), '00:05:00') } });
    // Money of the day is set aside still, as for a vend that was interrupted.
    const setAside = (at: Instant) =>
      database.query(
        {
          name: '',
          text: `insert into reservation
            select l.utility_id, $1, l.account_id, 1, $2 from account_limit l
            where l.account_id = $3`,
        },
        [vend.vendId, at, vend.vendor?.floatAccountId],
      );
    const release = () => database.query({ name: '', text: 'delete from reservation' });
    await setAside(instant(nairobi(day(11), '00:00:00') - 1));
    answers.push(await closing(10, nairobi(day(11), '00:05:00')));
    expect(answers.map((answer) => answer.kind === 'refused' && answer.refusal.code)).toEqual(
      END_OF_DAY_REFUSALS,
    );
    await release();
    await setAside(nairobi(day(11), '00:00:00'));
    expect((await closing(10, nairobi(day(11), '00:05:00'))).kind).toBe('closed');
    await release();
  });

  test('twice, or by many at once, is once', async () => {
    await commission();
    await sellAt(10, '10:00:00', 10_000n);
    const at = nairobi(day(11), '03:00:00');
    const answers = await Promise.all([1, 2, 3, 4].map((each) => closing(10, instant(at + each))));
    const roots = answers.map((answer) =>
      answer.kind === 'closed' ? Buffer.from(answer.day.closed?.root ?? []).toString('hex') : '',
    );
    expect(new Set(roots).size).toBe(1);
    expect(answers.filter((answer) => answer.kind === 'closed' && answer.first)).toHaveLength(1);
    expect(await commissionEntries()).toEqual([250n]);
    const again = await closing(10, nairobi(day(20), '03:00:00'));
    expect(again).toMatchObject({ kind: 'closed', first: false });
    expect(await commissionEntries()).toEqual([250n]);
  });

  test('killed at any statement and done again gives the same root and one commission', async () => {
    await commission();
    for (const number of [10, 11]) {
      await sellAt(number, '10:00:00', 10_000n);
      await sellAt(number, '11:00:00', 4_444n);
      const at = nairobi(day(number + 1), '03:00:00');
      let kills = 0;
      for (let n = 1; n <= 60; n += 1) {
        const outcome = await closing(number, at, dyingAt(fixture.scratch.database, n)).then(
          () => 'done',
          () => 'killed',
        );
        if (outcome === 'done') break;
        kills += 1;
      }
      expect(kills).toBeGreaterThan(10);
      const found = await closed(number, at);
      expect(found.closed).toMatchObject({ vends: 2, tendered: 14_444n, commission: 361n });
      const leaves = (await vendsOf(found)).map(leafOf);
      expect(Buffer.from(found.closed.root)).toEqual(rootByHalving(leaves));
    }
    expect(await commissionEntries()).toEqual([361n, 361n]);
  });

  test('what comes too late for its day goes to the next, and to one day only', async () => {
    await commission();
    const inTime = await sellAt(10, '23:00:00', 3_000n);
    const late = await sellAt(11, '10:00:00', 4_000n);
    const { database } = fixture.scratch;
    const first = await closed(10);
    expect(first.closed.vends).toBe(1);
    // A process that slept over the closing wakes up and finishes what it began before midnight.
    await database.query(
      {
        name: '',
        text: 'update vend set requested_at_ms = $1, resolved_at_ms = $2 where vend_id = $3',
      },
      [nairobi(day(10), '23:59:00'), nairobi(day(11), '10:00:00'), late.vendId],
    );
    expect(await verifyDay(database, fixture.utility, first)).toMatchObject({ verified: true });
    const second = await closed(11);
    expect(second.closed).toMatchObject({ vends: 1, lateVends: 1, tendered: 4_000n });
    expect((await vendsOf(second)).map((vend) => [vend.vendId, vend.late])).toEqual([
      [late.vendId, true],
    ]);
    expect((await vendsOf(first)).map((vend) => vend.vendId)).toEqual([inTime.vendId]);
    const third = await closed(12);
    expect(third.closed).toMatchObject({ vends: 0, commission: 0n, firstSequence: null });
    expect(Buffer.from(third.closed.root)).toEqual(createHash('sha256').digest());
    expect(await commissionEntries()).toEqual([75n, 100n]);
  });

  test('a closed day never changes, and what was changed behind it is found', async () => {
    await commission();
    const vend = await sellAt(10, '10:00:00', 3_000n);
    const found = await closed(10);
    const { database } = fixture.scratch;
    const change = (text: string, values: readonly unknown[] = []) =>
      database.query({ name: '', text }, values);
    for (const text of [
      'update vendor_day set commission_minor = 9 where vendor_id = $1',
      "update vendor_day set state = 'closing' where vendor_id = $1",
      'delete from vendor_day where vendor_id = $1',
    ]) {
      await expect(change(text, [vendorId])).rejects.toMatchObject({ code: 'WVV02' });
    }
    expect((await verifyDay(database, fixture.utility, found)).verified).toBe(true);
    for (const [column, wrong, right] of [
      ['tendered_minor', 2_999n, 3_000n],
      ['energy_tenth_kwh', energyOf(vend) + 1, energyOf(vend)],
      ['requested_at_ms', vend.requestedAt - 1, vend.requestedAt],
      ['state', 'reserved', 'posted'],
    ] as const) {
      const resolved = column === 'state' ? ', resolved_at_ms = $3' : '';
      const set = `update vend set ${column} = $2${resolved} where vend_id = $1`;
      const values = (value: unknown, at: number | null) =>
        column === 'state' ? [vend.vendId, value, at] : [vend.vendId, value];
      await change(set, values(wrong, null));
      const wronged = await verifyDay(database, fixture.utility, found);
      expect([column, wronged.verified]).toEqual([column, false]);
      await change(set, values(right, vend.resolvedAt));
    }
    expect((await verifyDay(database, fixture.utility, found)).verified).toBe(true);
  });

  test('days are listed newest first', async () => {
    for (const number of [10, 11, 12]) await closed(number);
    const { database } = fixture.scratch;
    const page = { vendorId, before: day(12), limit: 5 };
    const listed = await listVendorDays(database, UTILITY, page);
    expect(listed.map((each) => each.day)).toEqual([day(11), day(10)]);
    expect(await findVendorDay(database, UTILITY, { vendorId, day: day(13) })).toBeNull();
  });
});

describe('commission', () => {
  test('is refused in the order of the list', async () => {
    await commission();
    await closed(10);
    const nobody = { vendorId: NOBODY };
    const steep = {
      terms: terms({ steps: [{ above: minorUnits(0n), rate: basisPoints(3000) }] }),
      channels: {},
    };
    const faulty = { terms: terms({ fixed: minorUnits(-1n) }), channels: {} };
    const lines: readonly (readonly [Partial<CommissionVersion>, string])[] = [
      [{ rule: faulty }, 'commission_version_conflict'],
      [{ version: 3, rule: faulty }, 'commission_version_not_next'],
      [{ ...nobody, version: 2, rule: faulty }, 'commission_faulty'],
      [{ ...nobody, version: 2, rule: steep }, 'second_person_needed'],
      [{ ...nobody, version: 2, rule: steep, approvedBy: 'checker' }, 'vendor_not_found'],
      [{ version: 2, rule: steep, approvedBy: 'checker' }, 'commission_day_closed'],
      [{ version: 2, rule: steep, approvedBy: 'checker', effectiveFrom: day(11) }, 'put'],
    ];
    const answers = [];
    for (const [more] of lines) {
      const answer = await commission(more);
      answers.push(answer.kind === 'refused' ? answer.refusal.code : answer.kind);
    }
    expect(answers).toEqual(lines.map(([, expected]) => expected));
    expect(answers.slice(0, -1)).toEqual(COMMISSION_REFUSALS);
    expect(
      await commission({ version: 3, effectiveFrom: day(20), approvedBy: 'maker' }),
    ).toMatchObject({ refusal: { code: 'second_person_needed' } });
  });

  test('a version is put once, also by two at once, and told as it was put', async () => {
    const rule = {
      terms: terms({ least: minorUnits(5n), most: minorUnits(900n) }),
      channels: { ussd: terms({ base: 'energy_charge' }), counter: terms() },
    };
    const both = await Promise.all([commission({ rule }), commission({ rule })]);
    const firsts = both.filter((answer) => answer.kind === 'put' && answer.first);
    expect(both.map((answer) => answer.kind)).toEqual(['put', 'put']);
    expect(firsts).toHaveLength(1);
    const [stored] = await listCommissionVersions(fixture.scratch.database, UTILITY, vendorId);
    expect(stored).toMatchObject({ version: 1, rule, aboveCeiling: false, paid: 'daily' });
  });

  test('a new version counts from its day, and steps go by the month', async () => {
    const steps = [
      { above: minorUnits(0n), rate: basisPoints(300) },
      { above: minorUnits(15_000n), rate: basisPoints(100) },
    ];
    await commission({ rule: { terms: terms({ steps }), channels: {} } });
    await commission({
      version: 2,
      effectiveFrom: day(13),
      rule: { terms: terms({ steps: [], fixed: minorUnits(7n) }), channels: {} },
    });
    for (const [number, money] of [
      [10, 10_000n],
      [11, 10_000n],
      [12, 10_000n],
      [13, 10_000n],
    ] as const) {
      await sellAt(number, '12:00:00', money);
      await closed(number);
    }
    // 3 % of 100.00; 3 % of 50.00 and 1 % of 50.00; 1 % of 100.00; 0.07.
    expect(await commissionEntries()).toEqual([300n, 200n, 100n, 7n]);
    // In April the steps begin again; the days between are closed one by one.
    for (let number = 14; number <= 30; number += 1) await closed(number);
    const last = `${year}-03-31`;
    const { database } = fixture.scratch;
    const close = (date: string, now: Instant) =>
      closeDay(database, fixture.utility, { vendorId, day: date, closedBy: 'x' }, now);
    await close(last, nairobi(`${year}-04-01`, '01:00:00'));
    await close(`${year}-04-01`, nairobi(`${year}-04-02`, '01:00:00'));
    const [april, march] = await listVendorDays(database, UTILITY, {
      vendorId,
      before: null,
      limit: 2,
    });
    expect([march?.day, march?.closed?.month.tendered]).toEqual([last, 40_000n]);
    expect(april?.closed?.month.tendered).toBe(0n);
  });

  test('paid by the month is owed and not in the float', async () => {
    await commission({ paid: 'monthly' });
    await sellAt(10, '12:00:00', 10_000n);
    const { posted } = await fixture.vendor(vendorId);
    expect((await closed(10)).closed).toMatchObject({
      commission: 250n,
      commissionPaid: 'monthly',
    });
    expect((await fixture.vendor(vendorId)).posted).toBe(posted);
    expect(await commissionEntries()).toEqual([]);
    const { rows } = await fixture.scratch.database.query({
      name: '',
      text: `select a.code, sum(p.posting_minor)::bigint as minor
        from posting p join account a using (utility_id, account_id)
        where a.code = 'commission_payable' group by 1`,
    });
    expect(rows).toEqual([{ code: 'commission_payable', minor: -250n }]);
  });
});

test('the sweep closes what is over since two hours, catching up day by day', async () => {
  const { database } = fixture.scratch;
  // The vendors of other tests and of the fixture are not this test's concern.
  await database.query(
    {
      name: '',
      text: 'update vendor set created_at_ms = $1 where vendor_id <> $2 and not exists (select 1 from vendor_day d where d.vendor_id = vendor.vendor_id)',
    },
    [nairobi('2090-01-01', '00:00:00'), vendorId],
  );
  await database.query({
    name: '',
    text: `alter table vendor_day disable trigger all`,
  });
  await database.query({ name: '', text: `delete from vendor_day where vendor_id <> $1` }, [
    vendorId,
  ]);
  await database.query({ name: '', text: `alter table vendor_day enable trigger all` });
  await database.query(
    { name: '', text: 'update vendor set created_at_ms = $1 where vendor_id <> $2' },
    [nairobi('2090-01-01', '00:00:00'), vendorId],
  );
  await sellAt(10, '12:00:00');
  const run = (date: string, time: string) =>
    closeDueDays(database, fixture.utility, nairobi(date, time));
  expect(await run(day(11), '01:59:59')).toEqual({ closed: 0, waiting: [] });
  expect(await run(day(11), '02:00:00')).toEqual({ closed: 1, waiting: [] });
  expect(await run(day(11), '02:00:00')).toEqual({ closed: 0, waiting: [] });
  const vend = await sellAt(13, '12:00:00');
  await database.query(
    {
      name: '',
      text: `insert into reservation
        select utility_id, $1, account_id, 1, $2 from account_limit where account_id = $3`,
    },
    [vend.vendId, vend.requestedAt, vend.vendor?.floatAccountId],
  );
  // The 11th and the 12th are closed; the 13th waits for a vend.
  expect(await run(day(16), '02:00:00')).toEqual({
    closed: 2,
    waiting: [{ vendorId, day: day(13), refusal: 'vends_unresolved' }],
  });
  await database.query({ name: '', text: 'delete from reservation' });
  expect(await run(day(16), '02:00:00')).toEqual({ closed: 3, waiting: [] });
  const soon = { after: minutes(6), closedBy: 'x' };
  const early = nairobi(day(17), '00:06:00');
  expect(await closeDueDays(database, fixture.utility, early, soon)).toMatchObject({ closed: 1 });

  // A vendor whose day fails keeps no other vendor waiting, also when it has waited for longer.
  await fixture.scratch.asOwner(`
    update vendor set created_at_ms = ${nairobi(day(15), '00:00:00')}
      where vendor_id = '${OTHER_VENDOR}';
    create function break_day() returns trigger language plpgsql as $$ begin
      if new.vendor_id = '${OTHER_VENDOR}' then raise exception 'broken'; end if;
      return new;
    end $$;
    create trigger break_day before insert on vendor_day
      for each row execute function break_day();`);
  await expect(run(day(18), '02:00:00')).rejects.toThrow('days could not be closed');
  const of = { vendorId, day: day(17) };
  expect(await findVendorDay(database, UTILITY, of)).toMatchObject({ day: day(17) });
});

/** A database whose connection is lost for good at the n-th statement from now. */
function dyingAt(database: Database, n: number): Database {
  let left = n;
  const die = (): void => {
    left -= 1;
    if (left <= 0) throw new Error('killed');
  };
  const dying = (tx: Pick<Transaction, 'query'>): Transaction => ({
    query: (statement, values) => {
      die();
      return tx.query(statement, values);
    },
  });
  return {
    query: dying(database).query,
    // Also when it is over and nobody has heard of it.
    transaction: async (body) => {
      const result = await database.transaction((tx) => body(dying(tx)));
      die();
      return result;
    },
    batchTransaction: () => Promise.reject(new Error('not used here')),
    close: () => Promise.resolve(),
  };
}
