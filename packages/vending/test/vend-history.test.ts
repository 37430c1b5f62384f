/**
 * The invariants of the house on a real PostgreSQL and a real security module: random histories of
 * two desks on one database, whose connections and modules fail at the worst moments. The longer
 * histories, without SQL, are those of vend-invariants.test.ts.
 */
import type { Database } from '@wattvend/database/database.js';
import { CommitOutcomeUnknown, DatabaseUnavailable } from '@wattvend/database/database.js';
import { minorUnits } from '@wattvend/quantities/money.js';
import { instant } from '@wattvend/quantities/time.js';
import type { IssueAnswer, SecurityModule } from '@wattvend/security-module/security-module.js';
import { SecurityModuleUnavailable } from '@wattvend/security-module/security-module.js';
import type { Drn } from '@wattvend/sts/meter-pan.js';
import { makeDrn } from '@wattvend/sts/meter-pan.js';
import { keyRevisionNumber, supplyGroupCode, tariffIndex } from '@wattvend/sts/supply-group.js';
import { checkAgreement } from '@wattvend/vending/agreement.js';
import { depositFloat } from '@wattvend/vending/deposits.js';
import { enrolMeter } from '@wattvend/vending/meters.js';
import type { MeterId, Vend, VendId, VendRequest } from '@wattvend/vending/vend.js';
import type { VendAnswer, VendDesk } from '@wattvend/vending/vend-desk.js';
import { createVendDesk } from '@wattvend/vending/vend-desk.js';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { UtilityFixture } from './utility-fixture.ts';
import {
  createUtilityFixture,
  newVendId,
  OTHER_VENDOR,
  UTILITY,
  VENDOR,
  vendRequest,
} from './utility-fixture.ts';

const HISTORIES = Number(process.env['WATTVEND_SQL_HISTORIES'] ?? 60);
const METERS_OF_HISTORY = 3;
const VENDORS = [VENDOR, OTHER_VENDOR];
const TARIFF = 'b0000000-0000-4000-8000-000000000001';

/** What fails from now on; a crash is a desk that is not asked any more. */
const MOODS = [
  'well',
  'module-down',
  'module-answer-lost',
  'module-refuses',
  'database-down',
  'commit-answer-lost',
] as const;
type Mood = (typeof MOODS)[number];

let fixture: UtilityFixture;
let mood: Mood = 'well';
/** What the module has made: it does not refuse that afterwards. */
const made = new Set<string>();

beforeAll(async () => {
  fixture = await createUtilityFixture();
});
afterAll(async () => {
  await fixture.close();
});

function failingDatabase(): Database {
  const { database } = fixture.scratch;
  return {
    ...database,
    async batchTransaction(parts) {
      if (mood === 'database-down') throw new DatabaseUnavailable('the test has stopped it');
      const read = await database.batchTransaction(parts);
      if (mood === 'commit-answer-lost') throw new CommitOutcomeUnknown('the test has lost it');
      return read;
    },
  };
}

function failingModule(): SecurityModule {
  const { module } = fixture;
  return {
    ...module,
    async issue(requests) {
      if (mood === 'module-down') throw new SecurityModuleUnavailable('the test has stopped it');
      const kept = requests.filter(
        ({ vendId }) => mood !== 'module-refuses' || made.has(vendId) || isSpared(vendId),
      );
      for (const { vendId } of kept) made.add(vendId);
      const answers = kept.length === 0 ? [] : await module.issue(kept);
      if (mood === 'module-answer-lost') throw new SecurityModuleUnavailable('lost by the test');
      return requests.map((request): IssueAnswer => {
        const { vendId, position } = request;
        const answer = answers[kept.indexOf(request)];
        const refusal = 'vending_key_unknown';
        return answer ?? { kind: 'refused', vendId, position, refusal };
      });
    },
  };
}

/** Every third vend is not refused, so that a batch meets both ends. */
function isSpared(vendId: string): boolean {
  return Number(vendId.slice(-2)) % 3 === 0;
}

function openDesk(): VendDesk {
  const database = failingDatabase();
  const clock = () => fixture.now;
  return createVendDesk({ database, module: failingModule(), book: fixture.utility.book, clock });
}

async function sql<Row>(text: string, values: readonly unknown[] = []): Promise<readonly Row[]> {
  return (await fixture.scratch.database.query<Row>({ name: '', text }, values)).rows;
}

const desk = fc.nat({ max: 1 });
const sale = fc.record({
  ...{ desk, meter: fc.nat({ max: METERS_OF_HISTORY - 1 }), vendor: fc.nat({ max: 1 }) },
  money: fc.oneof(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 1, max: 20_000 })),
  atBoth: fc.boolean(),
});
type Sale = typeof sale extends fc.Arbitrary<infer Value> ? Value : never;

const deed = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('sell' as const),
      sales: fc.array(sale, { minLength: 1, maxLength: 5 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constantFrom('repeat' as const, 'conflict' as const),
      ...{ desk, pick: fc.nat({ max: 40 }) },
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant('mood' as const), mood: fc.constantFrom(...MOODS) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constantFrom('crash' as const, 'sweep' as const), desk }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('clock' as const),
      minutes: fc.integer({ min: -20, max: 20 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('key' as const),
      meter: fc.nat({ max: METERS_OF_HISTORY - 1 }),
    }),
  },
);
type Deed = typeof deed extends fc.Arbitrary<infer Value> ? Value : never;

let histories = 0;

/** New meters and a little money for each; everything else is what earlier histories left. */
async function newMeters(): Promise<readonly Drn[]> {
  histories += 1;
  const numbers = Array.from({ length: METERS_OF_HISTORY }, (_, index) =>
    makeDrn('98', String(20_000_000 + histories * METERS_OF_HISTORY + index)),
  );
  await fixture.scratch.database.transaction(async (tx) => {
    for (const [index, meterNumber] of numbers.entries()) {
      const meter = {
        ...{ meterId: newVendId() as string as MeterId, meterNumber, tariffId: TARIFF },
        ...{ address: 'Test Street', customerId: null },
        encryptionAlgorithm: '07',
        supplyGroupCode: supplyGroupCode(index === 0 ? '100001' : '100002'),
        ...{ tariffIndex: tariffIndex('01'), keyRevisionNumber: keyRevisionNumber(1) },
      } as const;
      await enrolMeter(tx, UTILITY, meter, { at: fixture.now, by: 'test' });
    }
  });
  for (const vendorId of VENDORS) {
    const deposit = { depositId: newVendId(), vendorId, money: minorUnits(9_000n) };
    const by = { reference: 'a test deposit', depositedBy: 'test' };
    await depositFloat(
      fixture.scratch.database,
      fixture.utility,
      { ...deposit, ...by },
      fixture.now,
    );
  }
  return numbers;
}

class History {
  private readonly desks = [openDesk(), openDesk()];
  private readonly asked: VendRequest[] = [];
  /** What clients were told; the digits of a posted vend. */
  readonly told: Map<VendId, string> = new Map();
  private readonly epochs = [1, 1, 1];
  private readonly meterNumbers: readonly Drn[];

  constructor(meterNumbers: readonly Drn[]) {
    this.meterNumbers = meterNumbers;
  }

  async play(deeds: readonly Deed[]): Promise<void> {
    const began = fixture.now;
    for (const each of deeds) await this.do(each);
    // Whatever was left half-way is finished by the sweep, some seconds later.
    mood = 'well';
    this.desks.fill(openDesk());
    fixture.now = instant(began + 25 * 60_000);
    await this.deskAt(0).sweep();
    for (const request of this.asked) await this.ask(request, 1);
    fixture.now = began;
  }

  private deskAt(index: number): VendDesk {
    const found = this.desks[index];
    if (found === undefined) throw new RangeError('no such desk');
    return found;
  }

  private async do(each: Deed): Promise<void> {
    switch (each.kind) {
      case 'sell':
        await this.sell(each.sales);
        break;
      case 'repeat':
        await this.repeat(each.desk, each.pick);
        break;
      case 'conflict':
        await this.conflict(each.desk, each.pick);
        break;
      case 'mood':
        mood = each.mood;
        break;
      case 'crash':
        this.desks[each.desk] = openDesk();
        break;
      case 'sweep':
        // A sweep says so when the module or the database is not there.
        await this.deskAt(each.desk)
          .sweep()
          .catch(() => undefined);
        break;
      case 'clock':
        fixture.now = instant(fixture.now + each.minutes * 60_000);
        break;
      case 'key':
        await this.changeKey(each.meter);
    }
  }

  private async sell(sales: readonly Sale[]): Promise<void> {
    const requests = sales.flatMap((one) => {
      const request = vendRequest({
        meterNumber: this.meterNumbers[one.meter] as Drn,
        vendorId: VENDORS[one.vendor] ?? VENDOR,
        tendered: minorUnits(BigInt(one.money)),
      });
      this.asked.push(request);
      const at = one.atBoth ? [0, 1] : [one.desk];
      return at.map((index) => ({ request, index }));
    });
    const sold = new Set<VendId>();
    const tooDear = new Set<VendId>();
    await Promise.all(
      requests.map(async ({ request, index }) => {
        const answer = await this.ask(request, index);
        if (answer.kind === 'refused' && answer.refusal.code === 'float_exceeded') {
          tooDear.add(request.vendId);
        }
        if (answer.kind === 'vend') sold.add(request.vendId);
        if (answer.kind !== 'vend' || !answer.first) return;
        // T3: what is sold now is sold under the present key.
        const meter = this.meterNumbers.indexOf(request.meterNumber);
        expect(answer.vend.key.keyEpoch).toBe(this.epochs[meter]);
      }),
    );
    // V5: nobody is told that the money does not suffice which the same vend has taken meanwhile.
    if (mood === 'well') expect([...tooDear].filter((vendId) => sold.has(vendId))).toEqual([]);
  }

  /** V2 and V4: what a client was told before it asks, it is told for ever. */
  private async ask(request: VendRequest, at: number): Promise<VendAnswer> {
    const before = this.told.get(request.vendId);
    const answer = await this.deskAt(at).vend(request);
    if (answer.kind === 'refused') {
      const mayBe = ['vend_outcome_unknown', 'database_unavailable'];
      if (before !== undefined && !mayBe.includes(answer.refusal.code)) {
        throw new Error(`V4: ${request.vendId} was sold, and is refused: ${answer.refusal.code}`);
      }
      return answer;
    }
    const said = saidOf(answer.vend);
    const last = this.told.get(request.vendId) ?? said;
    if (last !== said) throw new Error(`V2: ${last}, then ${said}`);
    this.told.set(request.vendId, said);
    return answer;
  }

  private async repeat(at: number, pick: number): Promise<void> {
    const request = this.asked[pick % Math.max(1, this.asked.length)];
    if (request !== undefined) await this.ask(request, at);
  }

  /** V3: other content under an id that is taken changes nothing. */
  private async conflict(at: number, pick: number): Promise<void> {
    const request = this.asked[pick % Math.max(1, this.asked.length)];
    if (request === undefined || !this.told.has(request.vendId)) return;
    const before = await everything();
    const other = { ...request, tendered: minorUnits(request.tendered + 1n) };
    const answer = await this.deskAt(at).vend(other);
    if (answer.kind === 'vend') throw new Error('V3: other content was sold under the same id');
    expect(await everything()).toEqual(before);
  }

  private async changeKey(meter: number): Promise<void> {
    const epoch = (this.epochs[meter] ?? 0) + 1;
    this.epochs[meter] = epoch;
    await sql(
      `insert into meter_key (utility_id, meter_id, key_epoch, supply_group_code, tariff_index,
         key_revision_number, encryption_algorithm)
       select k.utility_id, k.meter_id, $2, k.supply_group_code, $3, k.key_revision_number,
         k.encryption_algorithm
       from meter_key k join meter m on m.meter_id = k.meter_id and m.key_epoch = k.key_epoch
       where m.drn = $1`,
      [this.meterNumbers[meter], epoch, String(epoch).padStart(2, '0')],
    );
    await sql('update meter set key_epoch = $2 where drn = $1', [this.meterNumbers[meter], epoch]);
  }
}

function saidOf({ state, tokens }: Vend): string {
  return [state, ...tokens.map((token) => token.digits)].join(' ');
}

/** What a vend may write, in two figures. */
async function everything(): Promise<unknown> {
  return await sql(
    `select (select md5(string_agg(v::text, '' order by vend_id)) from vend v) as vends,
       (select md5(string_agg(t::text, '' order by vend_id, position)) from token t) as tokens,
       (select md5(string_agg(a::text, '' order by account_id)) from account_limit a) as floats,
       (select md5(string_agg(a::text, '' order by agreement_id)) from agreement a) as agreements,
       (select count(*) from entry) as entries`,
  );
}

/** What breaks an invariant, in the whole database; nothing is left half-way. */
const BROKEN = `
  select 'L1' as invariant, entry_id::text as what from posting group by entry_id
    having sum(posting_minor) <> 0
  union all
  select 'L1, its money', v.vend_id::text from vend v
    join vendor d on d.vendor_id = v.vendor_id
    where v.state = 'posted' and v.tendered_minor <> (
      select sum(p.posting_minor) from posting p
      where p.entry_id = v.vend_id and p.account_id = d.float_account_id)
  union all
  select 'L2', l.account_id::text from account_limit l
    where l.posted_minor - l.reserved_minor < l.floor_minor or l.reserved_minor < 0
      or l.reserved_minor <> coalesce((select sum(r.reserved_minor) from reservation r
        where r.account_id = l.account_id), 0)
      or l.posted_minor <> -coalesce((select sum(p.posting_minor) from posting p
        where p.account_id = l.account_id), 0)
  union all
  select 'L4, left open', vend_id::text from vend where state = 'reserved'
  union all
  select 'L4, left open', reservation_id::text from reservation
  union all
  select 'L4', v.vend_id::text from vend v
    where (v.state = 'posted')::integer <> (
      select count(*) from entry e where e.entry_id = v.vend_id)
  union all
  select 'V1', v.vend_id::text from vend v
    where v.token_count <> (select count(*) from token t where t.vend_id = v.vend_id)
      or (v.state = 'posted' and v.token_count = 0)
  union all
  select 'V1', t.digits from token t
    where not exists (select from vend v where v.vend_id = t.vend_id)
  union all
  select 'T1', m.drn from meter m
    where m.last_token_identifier < (
      select max(t.token_identifier) from token t where t.meter_id = m.meter_id)
  union all
  select 'T2', t.digits from token t join vend v on v.vend_id = t.vend_id
    where t.token_identifier > (v.requested_at_ms - $1) / 60000 + 60
  union all
  select 'the month', a.agreement_id::text from agreement a
    join vend v on v.agreement_id = a.agreement_id and v.state = 'posted'
    group by a.agreement_id, a.purchase_state
    having count(distinct v.month) = 1
      and (a.purchase_state ->> 'tendered_this_month_minor')::bigint <> sum(v.tendered_minor)`;

const BASE_DATE_MS = Date.UTC(2014, 0, 1);

test(`the invariants hold after each of ${HISTORIES} histories on PostgreSQL`, async () => {
  const ends = { posted: 0, declined: 0 };
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { minLength: 4, maxLength: 14 }), async (deeds) => {
      const history = new History(await newMeters());
      await history.play(deeds);
      expect(await sql(BROKEN, [BASE_DATE_MS])).toEqual([]);
      for (const said of history.told.values()) {
        if (said.startsWith('posted')) ends.posted += 1;
        else ends.declined += 1;
      }
    }),
    { numRuns: HISTORIES, endOnFailure: true },
  );
  expect(ends.posted).toBeGreaterThan(HISTORIES);
  expect(ends.declined).toBeGreaterThan(HISTORIES / 10);
  const agreement = await checkAgreement(fixture.scratch.database, fixture.module, UTILITY);
  expect(agreement).toMatchObject({ balanced: true, agree: true });
}, 300_000);

test('L3: what the histories have posted cannot be changed or removed', async () => {
  const text = ["update entry set kind = 'other'", 'delete from entry', 'truncate entry'];
  for (const each of text) await expect(sql(each)).rejects.toThrow();
});
