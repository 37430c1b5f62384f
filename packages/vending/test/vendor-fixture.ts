/** Vendors, their people and their sales at told times, on a real database and a real module. */
import { createHash } from 'node:crypto';
import type { AccountId } from '@wattvend/ledger/account.js';
import type { MinorUnits } from '@wattvend/quantities/money.js';
import { minorUnits } from '@wattvend/quantities/money.js';
import type { Instant } from '@wattvend/quantities/time.js';
import { instant } from '@wattvend/quantities/time.js';
import type { SecurityModule } from '@wattvend/security-module/security-module.js';
import type { NumericToken } from '@wattvend/sts/token.js';
import type { Author } from '@wattvend/vending/author.js';
import { type Deposit, type DepositAnswer, depositFloat } from '@wattvend/vending/deposits.js';
import { addUser, type UserId } from '@wattvend/vending/users.js';
import type { Vend, VendorId } from '@wattvend/vending/vend.js';
import { createVendDesk, type VendAnswer, type VendDesk } from '@wattvend/vending/vend-desk.js';
import { addVendor, findVendor, type Vendor } from '@wattvend/vending/vendors.js';
import {
  createUtilityFixture,
  meterAt,
  newVendId,
  UTILITY,
  type UtilityFixture,
  vendRequest,
} from './utility-fixture.ts';

/** Somebody of the utility; events name people by their ids alone. */
export const AUTHOR: Author = {
  userId: 'f0000000-0000-4000-8000-0000000000ff' as UserId,
  address: null,
};

export interface VendorFixture extends UtilityFixture {
  readonly desk: VendDesk;
  readonly vendor: (vendorId: VendorId) => Promise<Vendor>;
}

export async function createVendorFixture(): Promise<VendorFixture> {
  const fixture = await createUtilityFixture();
  const { database } = fixture.scratch;
  // The days of these tests lie years back.
  await database.query({ name: '', text: 'select ledger_open_months(201401, 202812)' });
  const desk = createVendDesk({
    database,
    module: timelessModule(fixture.module),
    book: fixture.utility.book,
    clock: () => fixture.now,
  });
  return Object.assign(fixture, {
    desk,
    vendor: async (vendorId: VendorId) => {
      const vendor = await findVendor(database, UTILITY, vendorId);
      if (vendor === null) throw new Error(`no vendor ${vendorId}`);
      return vendor;
    },
  });
}

/**
 * The days of these tests lie years back, where the real module makes no tokens: this one counts and
 * makes digits that open nothing.
 */
function timelessModule(module: SecurityModule): SecurityModule {
  let issued = 0n;
  return {
    ...module,
    issue: (requests) =>
      Promise.resolve(
        requests.map((request) => {
          issued += 1n;
          const receipt = createHash('sha256').update(`${request.vendId} ${issued}`).digest('hex');
          const token = String(issued).padStart(20, '0') as NumericToken;
          const { vendId, position } = request;
          return { kind: 'issued', vendId, position, token, sequence: issued, receipt };
        }),
      ),
  };
}

let ids = 0;

/** An id nobody has used yet in this run. */
export function newId(): string {
  ids += 1;
  return `abcd0000-0000-4000-8000-${String(ids).padStart(12, '0')}`;
}

/** A vendor that exists since a moment, with nothing in its float. */
export async function newVendor(fixture: VendorFixture, since: Instant): Promise<VendorId> {
  const vendorId = newId() as VendorId;
  const floatAccountId = newId() as AccountId;
  await fixture.scratch.database.transaction((tx) =>
    addVendor(tx, fixture.utility, { vendorId, name: `Vendor ${vendorId}`, floatAccountId }, since),
  );
  return vendorId;
}

/** A cashier of a vendor, who signs in as "cashier-N". */
export async function newOperator(
  fixture: VendorFixture,
  vendorId: VendorId,
): Promise<{ readonly userId: UserId; readonly name: string }> {
  const userId = newId() as UserId;
  const name = `cashier-${userId}`;
  await addUser(
    fixture.scratch.database,
    UTILITY,
    {
      userId,
      signInName: name,
      displayName: name,
      roles: ['cashier'],
      roleRule: 'strict',
      vendorId,
      passwordHash: null,
    },
    fixture.now,
  );
  return { userId, name };
}

export function deposit(
  fixture: VendorFixture,
  vendorId: VendorId,
  money: bigint,
  more: Partial<Deposit> = {},
): Promise<DepositAnswer> {
  return depositFloat(
    fixture.scratch.database,
    fixture.utility,
    {
      depositId: newId(),
      vendorId,
      money: minorUnits(money),
      reference: 'a test deposit',
      depositedBy: 'test',
      ...more,
    },
    fixture.now,
  );
}

/** Sells at the fixture's time; the meters take turns, since each has one token a minute. */
export function sell(
  fixture: VendorFixture,
  vendorId: VendorId,
  tendered: bigint,
  operatorId: string | null = null,
): Promise<VendAnswer> {
  sales += 1;
  const money: MinorUnits = minorUnits(tendered);
  const request = { vendId: newVendId(), meterNumber: meterAt(sales), vendorId, operatorId };
  return fixture.desk.vend(vendRequest({ ...request, tendered: money }));
}

let sales = 0;

export async function sold(
  fixture: VendorFixture,
  vendorId: VendorId,
  tendered: bigint,
  operatorId: string | null = null,
): Promise<Vend> {
  const answer = await sell(fixture, vendorId, tendered, operatorId);
  if (answer.kind === 'refused') throw new Error(answer.refusal.code);
  if (answer.vend.state !== 'posted') throw new Error(answer.vend.declinedReason ?? 'not posted');
  return answer.vend;
}

/** A moment of a day in Nairobi, where the fixture's utility is: three hours ahead of UTC. */
export function nairobi(day: string, time: string): Instant {
  return instant(Date.parse(`${day}T${time}+03:00`));
}
