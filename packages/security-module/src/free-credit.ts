/**
 * Credit that nobody paid, by meter and service, added up for one day, so that the module can refuse
 * what would go beyond its cap. It bounds what a vending server that was broken into can give away
 * without naming a sale, for which the books would have to show money.
 *
 * A day is one of UTC by the module's clock. It only ever advances: a clock that is set back does not
 * bring yesterday's room back.
 *
 * Sums are kept for accounts, which are keyed hashes of meter and service, in a table of sixteen
 * octets an entry: on the first of a month millions of meters may claim their free units.
 */
import { createHmac, type KeyObject } from 'node:crypto';
import type { Instant } from '@wattvend/quantities/time.js';
import type { MeterPan } from '@wattvend/sts/meter-pan.js';
import { decodeTransferAmount } from '@wattvend/sts/transfer-amount.js';
import { decodeTransferCurrency } from '@wattvend/sts/transfer-currency.js';
import { OctetWriter } from './framed-octets.ts';
import { FIRST_CURRENCY_SUBCLASS } from './issue-content.ts';
import type { NewIssue } from './journal-format.ts';

const ACCOUNT_DOMAIN = 'wattvend security module: free credit account, version 1';
const MILLISECONDS_PER_DAY = 86_400_000;

/**
 * What names the account of a meter and one subclass of credit: eight octets of HMAC-SHA-256 under
 * the module's secret, for the journal shall not tell which meters had credit for nothing.
 */
export function freeCreditAccount(o: {
  readonly moduleSecret: KeyObject;
  readonly meterPan: MeterPan;
  readonly tokenClass: number;
  readonly subclass: number;
}): bigint {
  const named = new OctetWriter()
    .text(ACCOUNT_DOMAIN)
    .text(o.meterPan)
    .number(o.tokenClass)
    .number(o.subclass)
    .finish();
  return createHmac('sha256', o.moduleSecret).update(named).digest().readBigUInt64BE(0);
}

/** What an issue gives for nothing, in the unit of its token; 0n for a sale, a debit or no credit. */
export function freeCreditOf(
  issue: Pick<NewIssue, 'basis' | 'tokenClass' | 'subclass' | 'code'>,
): bigint {
  if (issue.basis === 'sale' || issue.tokenClass !== 0) return 0n;
  if (issue.subclass < FIRST_CURRENCY_SUBCLASS) return BigInt(decodeTransferAmount(issue.code));
  const money = decodeTransferCurrency(issue.code);
  return money > 0n ? money : 0n;
}

type FreeIssue = Pick<
  NewIssue,
  'basis' | 'tokenClass' | 'subclass' | 'code' | 'grounds' | 'issuedAt'
>;

const SLOTS_MIN = 64;
const LOAD_MAX = 0.7;

/** The sums of the latest day anything was added on. */
export class FreeCredit {
  #day = 0;
  #count = 0;
  #accounts: BigUint64Array = new BigUint64Array(SLOTS_MIN);
  /** One more than the sum, for zero marks an empty slot. */
  #sums: BigUint64Array = new BigUint64Array(SLOTS_MIN);

  /** What the account had until now on the day of `now`. */
  sum(account: bigint, now: Instant): bigint {
    if (dayOf(now) > this.#day) return 0n;
    const sum = this.#sums[this.#place(account)] ?? 0n;
    return sum === 0n ? 0n : sum - 1n;
  }

  add(issue: FreeIssue): void {
    const credit = freeCreditOf(issue);
    if (issue.grounds === null || credit === 0n) return;
    const day = dayOf(issue.issuedAt);
    if (day > this.#day) this.#begin(day);
    if (this.#count + 1 > this.#sums.length * LOAD_MAX) this.#grow();
    this.#put(issue.grounds.freeCreditAccount, credit);
  }

  /** Undoes an addition that came to nothing, unless its day is over. */
  takeBack(issue: FreeIssue): void {
    const credit = freeCreditOf(issue);
    if (issue.grounds === null || credit === 0n || dayOf(issue.issuedAt) !== this.#day) return;
    const place = this.#place(issue.grounds.freeCreditAccount);
    const sum = this.#sums[place] ?? 0n;
    if (sum > credit) this.#sums[place] = sum - credit;
  }

  #begin(day: number): void {
    this.#day = day;
    this.#count = 0;
    this.#accounts = new BigUint64Array(SLOTS_MIN);
    this.#sums = new BigUint64Array(SLOTS_MIN);
  }

  #place(account: bigint): number {
    const mask = this.#sums.length - 1;
    let place = Number(account & BigInt(mask));
    while (this.#sums[place] !== 0n && this.#accounts[place] !== account) {
      place = (place + 1) & mask;
    }
    return place;
  }

  #put(account: bigint, credit: bigint): void {
    const place = this.#place(account);
    const sum = this.#sums[place] ?? 0n;
    if (sum === 0n) this.#count++;
    this.#accounts[place] = account;
    this.#sums[place] = (sum === 0n ? 1n : sum) + credit;
  }

  #grow(): void {
    const accounts = this.#accounts;
    const sums = this.#sums;
    this.#count = 0;
    this.#accounts = new BigUint64Array(2 * sums.length);
    this.#sums = new BigUint64Array(2 * sums.length);
    for (const [place, sum] of sums.entries()) {
      if (sum !== 0n) this.#put(accounts[place] ?? 0n, sum - 1n);
    }
  }
}

function dayOf(time: Instant): number {
  return Math.floor(time / MILLISECONDS_PER_DAY);
}
