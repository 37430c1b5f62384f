/** A small ledger for tests: a bank, sales, a float that has a limit, and a second currency. */
import { constraintName, sqlState, type Transaction } from '@wattvend/database/database.js';
import type { AccountId, LedgerId, UtilityId } from '@wattvend/ledger/account.js';
import {
  availableAbove,
  createLedger,
  limitAccount,
  openAccount,
  readLimits,
} from '@wattvend/ledger/account.js';
import type { Entry } from '@wattvend/ledger/entry.js';
import { postEntries } from '@wattvend/ledger/entry.js';
import { LEDGER_MIGRATIONS } from '@wattvend/ledger/migrations.js';
import { openMonths } from '@wattvend/ledger/open-months.js';
import { reserve, voidReservations } from '@wattvend/ledger/reservation.js';
import { minorUnits } from '@wattvend/quantities/money.js';
import { monthOf } from '@wattvend/quantities/month.js';
import { type Instant, instant } from '@wattvend/quantities/time.js';
import {
  createScratchDatabase,
  type ScratchDatabase,
} from '../../database/test/scratch-database.ts';

export const UTILITY = '00000000-0000-4000-8000-000000000001' as UtilityId;
export const LEDGER = '00000000-0000-4000-8000-000000000002' as LedgerId;
export const OTHER_LEDGER = '00000000-0000-4000-8000-000000000003' as LedgerId;
export const BANK = '00000000-0000-4000-8000-00000000000a' as AccountId;
export const SALES = '00000000-0000-4000-8000-00000000000b' as AccountId;
export const FLOAT = '00000000-0000-4000-8000-00000000000c' as AccountId;
export const FOREIGN = '00000000-0000-4000-8000-00000000000d' as AccountId;
export const BOOK = { utilityId: UTILITY, ledgerId: LEDGER };
/** 15 January 2027, 08:00 UTC. */
export const NOW = instant(1_800_000_000_000);

let ids = 0;

export function newId(): string {
  ids += 1;
  return `10000000-0000-4000-8000-${String(ids).padStart(12, '0')}`;
}

type Legs = readonly (readonly [AccountId, bigint])[];

export function entry(legs: Legs, more?: Partial<Entry>): Entry {
  return {
    entryId: newId(),
    kind: 'sale',
    month: monthOf(NOW),
    resolvesReservation: false,
    postings: legs.map(([accountId, money]) => ({ accountId, money: minorUnits(money) })),
    ...more,
  };
}

/** SQLSTATE or the name of the constraint that was broken. */
export async function failure(work: Promise<unknown>): Promise<string | null> {
  try {
    await work;
  } catch (error) {
    return constraintName(error) ?? sqlState(error);
  }
  return 'nothing failed';
}

export interface LedgerFixture {
  readonly scratch: ScratchDatabase;
  readonly database: ScratchDatabase['database'];
  readonly post: (entries: readonly Entry[], now?: Instant) => Promise<void>;
  readonly deposit: (money: bigint, now?: Instant) => Promise<Entry>;
  readonly setAside: (reservationId: string, money: bigint) => Promise<void>;
  readonly giveBack: (reservationId: string) => Promise<void>;
  readonly available: () => Promise<bigint>;
  /** Text without parameters; may be several statements. */
  readonly sql: <Row>(text: string) => Promise<readonly Row[]>;
  readonly drop: () => Promise<void>;
}

/** As the owner of the tables, unless it is asked to work with no more rights than a server has. */
export async function createLedgerFixture(
  options: { readonly asApp?: boolean } = {},
): Promise<LedgerFixture> {
  const scratch = await createScratchDatabase([LEDGER_MIGRATIONS], options);
  const { database } = scratch;
  await openMonths(database, NOW);
  await database.transaction(fillLedger);
  const post = async (entries: readonly Entry[], now = NOW): Promise<void> => {
    await database.transaction(async (tx) => {
      await Promise.all(postEntries(tx, BOOK, entries, now));
    });
  };
  return {
    scratch,
    database,
    post,
    async deposit(money, now = NOW) {
      const legs: Legs = [
        [BANK, money],
        [FLOAT, -money],
      ];
      const paid = entry(legs, { kind: 'deposit', month: monthOf(now) });
      await post([paid], now);
      return paid;
    },
    async setAside(reservationId, money) {
      await database.transaction(async (tx) => {
        const reservation = { reservationId, accountId: FLOAT, money: minorUnits(money) };
        await reserve(tx, UTILITY, [reservation], NOW);
      });
    },
    async giveBack(reservationId) {
      await database.transaction(async (tx) => {
        await voidReservations(tx, UTILITY, [{ reservationId, reason: 'a test' }], NOW);
      });
    },
    async available() {
      const limit = (await readLimits(database, UTILITY, [FLOAT])).get(FLOAT);
      if (limit === undefined) throw new Error('the float has no limit');
      return availableAbove(limit);
    },
    async sql<Row>(text: string) {
      return (await database.query<Row>({ name: '', text })).rows;
    },
    drop: () => scratch.drop(),
  };
}

async function fillLedger(tx: Transaction): Promise<void> {
  const ledger = { utilityId: UTILITY, ledgerId: LEDGER };
  await createLedger(tx, { ...ledger, currencyCode: 'XTS', decimalPlaces: 2 });
  const other = { utilityId: UTILITY, ledgerId: OTHER_LEDGER };
  await createLedger(tx, { ...other, currencyCode: 'XXX', decimalPlaces: 0 });
  const accounts = [
    [BANK, 'bank', 'debit', ledger],
    [SALES, 'energy_sales', 'credit', ledger],
    [FLOAT, 'vendor_float:1', 'credit', ledger],
    [FOREIGN, 'bank', 'debit', other],
  ] as const;
  for (const [accountId, code, normalSide, book] of accounts) {
    await openAccount(tx, { ...book, accountId, code, name: code, normalSide });
  }
  await limitAccount(tx, { utilityId: UTILITY, accountId: FLOAT, floor: minorUnits(0n) });
}
