import { constraintName, sqlState } from '@wattvend/database/database.js';
import type { AccountId, LedgerId, UtilityId } from '@wattvend/ledger/account.js';
import {
  availableAbove,
  createLedger,
  limitAccount,
  openAccount,
  readLimits,
} from '@wattvend/ledger/account.js';
import { areBalanced, checkBooks } from '@wattvend/ledger/books.js';
import type { Entry } from '@wattvend/ledger/entry.js';
import { findEntry, postEntries } from '@wattvend/ledger/entry.js';
import { LEDGER_MIGRATIONS } from '@wattvend/ledger/migrations.js';
import { reserve, voidReservations } from '@wattvend/ledger/reservation.js';
import { minorUnits } from '@wattvend/quantities/money.js';
import { instant } from '@wattvend/quantities/time.js';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  createScratchDatabase,
  type ScratchDatabase,
} from '../../database/test/scratch-database.ts';

const utilityId = '00000000-0000-4000-8000-000000000001' as UtilityId;
const ledgerId = '00000000-0000-4000-8000-000000000002' as LedgerId;
const otherLedgerId = '00000000-0000-4000-8000-000000000003' as LedgerId;
const bank = '00000000-0000-4000-8000-00000000000a' as AccountId;
const sales = '00000000-0000-4000-8000-00000000000b' as AccountId;
const float = '00000000-0000-4000-8000-00000000000c' as AccountId;
const foreign = '00000000-0000-4000-8000-00000000000d' as AccountId;
const book = { utilityId, ledgerId };
const now = instant(1_800_000_000_000);

let scratch: ScratchDatabase;
beforeEach(async () => {
  scratch = await createScratchDatabase([LEDGER_MIGRATIONS]);
  await scratch.database.transaction(async (tx) => {
    await createLedger(tx, { utilityId, ledgerId, currencyCode: 'XTS', decimalPlaces: 2 });
    await createLedger(tx, {
      utilityId,
      ledgerId: otherLedgerId,
      currencyCode: 'XXX',
      decimalPlaces: 0,
    });
    const open = (
      accountId: AccountId,
      code: string,
      side: 'debit' | 'credit',
      ledger = ledgerId,
    ) =>
      openAccount(tx, {
        utilityId,
        accountId,
        ledgerId: ledger,
        code,
        name: code,
        normalSide: side,
      });
    await open(bank, 'bank', 'debit');
    await open(sales, 'sales', 'credit');
    await open(float, 'float', 'credit');
    await open(foreign, 'foreign', 'credit', otherLedgerId);
    await limitAccount(tx, { utilityId, accountId: float, floor: minorUnits(0n) });
  });
});
afterEach(() => scratch.drop());

let ids = 0;
function newId(): string {
  ids += 1;
  return `10000000-0000-4000-8000-${String(ids).padStart(12, '0')}`;
}

function entry(postings: readonly (readonly [AccountId, bigint])[], more?: Partial<Entry>): Entry {
  return {
    entryId: newId(),
    kind: 'sale',
    resolvesReservation: false,
    postings: postings.map(([accountId, money]) => ({ accountId, money: minorUnits(money) })),
    ...more,
  };
}

async function post(...entries: readonly Entry[]): Promise<void> {
  await scratch.database.transaction(async (tx) => {
    await Promise.all(postEntries(tx, book, entries, now));
  });
}

async function setAside(reservationId: string, money: bigint): Promise<void> {
  await scratch.database.transaction(async (tx) => {
    const reservation = { reservationId, accountId: float, money: minorUnits(money) };
    await reserve(tx, utilityId, [reservation], now);
  });
}

async function giveBack(reservationId: string): Promise<void> {
  await scratch.database.transaction(async (tx) => {
    await voidReservations(tx, utilityId, [{ reservationId, reason: 'a test' }], now);
  });
}

async function deposit(money: bigint): Promise<void> {
  await post(
    entry(
      [
        [bank, money],
        [float, -money],
      ],
      { kind: 'deposit' },
    ),
  );
}

async function available(): Promise<bigint> {
  const limit = (await readLimits(scratch.database, utilityId, [float])).get(float);
  if (limit === undefined) throw new Error('the float has no limit');
  return availableAbove(limit);
}

async function failure(work: Promise<unknown>): Promise<string | null> {
  try {
    await work;
  } catch (error) {
    return constraintName(error) ?? sqlState(error);
  }
  return 'nothing failed';
}

test('a deposit fills the float and can be read back', async () => {
  const paid = entry(
    [
      [bank, 500n],
      [float, -500n],
    ],
    { kind: 'deposit' },
  );
  await post(paid);
  expect(await available()).toBe(500n);
  expect(await findEntry(scratch.database, utilityId, paid.entryId)).toEqual({
    entryId: paid.entryId,
    kind: 'deposit',
    postedAt: now,
    postings: paid.postings,
  });
  expect(await findEntry(scratch.database, utilityId, newId())).toBeNull();
});

test('money set aside cannot be spent twice, and posting it spends it once', async () => {
  await deposit(500n);
  const id = newId();
  await setAside(id, 400n);
  expect(await available()).toBe(100n);
  expect(await failure(setAside(newId(), 101n))).toBe('account_limit_floor');
  const sale = entry(
    [
      [float, 400n],
      [sales, -400n],
    ],
    { entryId: id, resolvesReservation: true },
  );
  await post(sale);
  expect(await available()).toBe(100n);
  expect(await failure(post(sale))).toBe('entry_pkey');
  expect(await failure(giveBack(id))).toBe('WVL01');
  expect(areBalanced(await checkBooks(scratch.database, utilityId))).toBe(true);
});

test('money given back can be spent, and its reservation is over', async () => {
  await deposit(500n);
  const id = newId();
  await setAside(id, 500n);
  await giveBack(id);
  expect(await available()).toBe(500n);
  const late = entry(
    [
      [float, 500n],
      [sales, -500n],
    ],
    { entryId: id, resolvesReservation: true },
  );
  expect(await failure(post(late))).toBe('WVL01');
  expect(await failure(giveBack(id))).toBe('WVL01');
  expect(await available()).toBe(500n);
});

test('a float is not overdrawn by an entry either', async () => {
  await deposit(100n);
  const sale = entry([
    [float, 101n],
    [sales, -101n],
  ]);
  expect(await failure(post(sale))).toBe('account_limit_floor');
  expect(await available()).toBe(100n);
});

test('a reservation on an account without a limit is refused', async () => {
  const work = scratch.database.transaction(async (tx) => {
    const reservation = { reservationId: newId(), accountId: bank, money: minorUnits(5n) };
    await reserve(tx, utilityId, [reservation], now);
  });
  expect(await failure(work)).toBe('WVL01');
});

test('an entry that does not sum to zero is a bug of the caller', async () => {
  const unbalanced = entry([
    [bank, 5n],
    [sales, -4n],
  ]);
  const lonely = entry([[bank, 5n]]);
  const empty = entry([
    [bank, 0n],
    [sales, 0n],
  ]);
  for (const wrong of [unbalanced, lonely, empty]) {
    await expect(post(wrong)).rejects.toThrow(RangeError);
  }
  expect((await checkBooks(scratch.database, utilityId)).entries).toBe(0);
});

test('an account of another ledger cannot take part', async () => {
  const mixed = entry([
    [bank, 5n],
    [foreign, -5n],
  ]);
  const unknown = entry([
    [bank, 5n],
    [newId() as AccountId, -5n],
  ]);
  expect(await failure(post(mixed))).toBe('WVL04');
  expect(await failure(post(unknown))).toBe('WVL04');
});

const statement = (text: string) => ({ name: '', text });

test('the database itself refuses what the code would never send', async () => {
  await deposit(500n);
  const unbalanced = `insert into posting values
    ('${utilityId}', (select entry_id from entry limit 1), 7, '${bank}', 1)`;
  expect(await failure(scratch.database.query(statement(unbalanced)))).toBe('WVL03');
  for (const table of ['entry', 'posting', 'account', 'reservation_void']) {
    const id = { entry: 'kind', posting: 'position', account: 'name', reservation_void: 'reason' };
    const column = id[table as keyof typeof id];
    for (const change of [
      `update ${table} set ${column} = ${column}`,
      `delete from ${table}`,
      `truncate ${table} cascade`,
    ]) {
      expect(await failure(scratch.database.query(statement(change))), change).toBe('WVL02');
    }
  }
});

test('whatever is reserved, posted and voided, the books balance', async () => {
  const step = fc.record({
    what: fc.constantFrom('deposit', 'reserve', 'post', 'void'),
    money: fc.bigInt(1n, 300n),
    which: fc.nat(5),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
      // The model: what is available, and which reservations are open.
      let free = await available();
      const open: { id: string; money: bigint }[] = [];
      for (const { what, money, which } of steps) {
        const chosen = open[which % Math.max(open.length, 1)];
        if (what === 'deposit') {
          await deposit(money);
          free += money;
        } else if (what === 'reserve') {
          const id = newId();
          const outcome = await failure(setAside(id, money));
          expect(outcome).toBe(money > free ? 'account_limit_floor' : 'nothing failed');
          if (money <= free) {
            open.push({ id, money });
            free -= money;
          }
        } else if (chosen !== undefined) {
          open.splice(open.indexOf(chosen), 1);
          if (what === 'void') {
            await giveBack(chosen.id);
            free += chosen.money;
          } else {
            await post(
              entry(
                [
                  [float, chosen.money],
                  [sales, -chosen.money],
                ],
                { entryId: chosen.id, resolvesReservation: true },
              ),
            );
          }
        }
        expect(await available()).toBe(free);
      }
      for (const { id } of open) await giveBack(id);
      expect(areBalanced(await checkBooks(scratch.database, utilityId))).toBe(true);
    }),
    { numRuns: 25 },
  );
});

test('many at once cannot take more than there is', async () => {
  await deposit(1000n);
  const attempts = Array.from({ length: 40 }, () => failure(setAside(newId(), 100n)));
  const outcomes = await Promise.all(attempts);
  expect(outcomes.filter((outcome) => outcome === 'nothing failed')).toHaveLength(10);
  expect(outcomes.filter((outcome) => outcome === 'account_limit_floor')).toHaveLength(30);
  expect(await available()).toBe(0n);
  expect(areBalanced(await checkBooks(scratch.database, utilityId))).toBe(true);
});
