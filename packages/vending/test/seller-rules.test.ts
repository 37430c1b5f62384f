/** Who may sell: a vendor that was not stopped, a person in an open shift, and not beyond a limit. */
import { minorUnits } from '@wattvend/quantities/money.js';
import { instant } from '@wattvend/quantities/time.js';
import { closeShift } from '@wattvend/vending/close-shift.js';
import { type OperatorLimits, setOperatorLimits } from '@wattvend/vending/operators.js';
import { openShift } from '@wattvend/vending/shifts.js';
import { resumeVendor, suspendVendor } from '@wattvend/vending/suspension.js';
import type { UserId } from '@wattvend/vending/users.js';
import type { VendorId } from '@wattvend/vending/vend.js';
import { createVendDesk, type VendAnswer } from '@wattvend/vending/vend-desk.js';
import { setVendorSettings } from '@wattvend/vending/vendors.js';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { meterAt, UTILITY, vendRequest } from './utility-fixture.ts';
import {
  AUTHOR,
  createVendorFixture,
  deposit,
  newId,
  newOperator,
  newVendor,
  sell,
  sold,
  type VendorFixture,
} from './vendor-fixture.ts';

let fixture: VendorFixture;
let vendorId: VendorId;
let operatorId: UserId;

beforeAll(async () => {
  fixture = await createVendorFixture();
});
afterAll(() => fixture.close());
beforeEach(async () => {
  fixture.now = instant(fixture.now + 20 * 60_000);
  vendorId = await newVendor(fixture, fixture.now);
  operatorId = (await newOperator(fixture, vendorId)).userId;
  await deposit(fixture, vendorId, 1_000_000n);
});

function refusal(answer: VendAnswer): unknown {
  return answer.kind === 'refused' ? answer.refusal : answer.vend.state;
}

test('a vendor that was stopped sells nothing until it is let go on', async () => {
  const { database } = fixture.scratch;
  const order = { vendorId, note: 'unpaid', by: 'test', author: AUTHOR };
  await suspendVendor(database, UTILITY, order, fixture.now);
  expect(refusal(await sell(fixture, vendorId, 1_000n))).toEqual({ code: 'vendor_suspended' });
  await resumeVendor(database, UTILITY, { vendorId, author: AUTHOR }, fixture.now);
  expect(refusal(await sell(fixture, vendorId, 1_000n))).toBe('posted');
});

describe('a vendor whose people need a shift', () => {
  const begin = async (more: { readonly vendorId?: VendorId } = {}): Promise<string> => {
    const shift = {
      ...{ shiftId: newId(), vendorId, operatorId, cashFloat: minorUnits(0n), ...more },
    };
    const answer = await openShift(fixture.scratch.database, UTILITY, shift, fixture.now);
    if (answer.kind === 'refused') throw new Error(answer.refusal);
    return answer.shift.shiftId;
  };

  beforeEach(async () => {
    const settings = { shiftRequired: true, tillOwner: 'vendor' } as const;
    await setVendorSettings(
      fixture.scratch.database,
      UTILITY,
      { vendorId, settings, author: AUTHOR },
      fixture.now,
    );
  });

  test('sells by them in an open shift only, and by machines at any time', async () => {
    const byHand = () => sell(fixture, vendorId, 1_000n, operatorId);
    expect(refusal(await byHand())).toEqual({ code: 'shift_not_open' });
    expect(refusal(await sell(fixture, vendorId, 1_000n))).toBe('posted');
    await begin();
    expect(refusal(await byHand())).toBe('posted');
  });

  test('counts every sale in some shift, also those that meet its closing', async () => {
    const shiftId = await begin();
    const sales = Array.from({ length: 8 }, (_, index) =>
      fixture.desk.vend(vendRequest({ ...{ vendorId, operatorId }, meterNumber: meterAt(index) })),
    );
    const { database } = fixture.scratch;
    const counted = { cash: minorUnits(40_000n) };
    const by = { userId: operatorId, name: 'cashier' };
    const closing = { shiftId, vendorId, counted, by };
    const closed = await closeShift(database, fixture.utility, closing, fixture.now);
    const posted = (await Promise.all(sales)).filter((answer) => answer.kind === 'vend').length;
    if (closed.kind === 'refused') expect(closed.refusal.code).toBe('vends_unresolved');
    else expect(closed.shift.closed?.vends).toBe(posted);
    const again = await closeShift(database, fixture.utility, closing, fixture.now);
    expect(again).toMatchObject({ shift: { closed: { vends: posted } } });
  });
});

describe('an operator with limits', () => {
  const limit = (limits: Partial<OperatorLimits>) =>
    setOperatorLimits(
      fixture.scratch.database,
      UTILITY,
      {
        ...{ vendorId, userId: operatorId, setBy: 'supervisor', author: AUTHOR },
        limits: { mostTendered: null, mostPerDay: null, mostVendsPerDay: null, ...limits },
      },
      fixture.now,
    );
  const byHand = async (money: bigint) => refusal(await sell(fixture, vendorId, money, operatorId));

  test('sells no more at once than is allowed', async () => {
    await limit({ mostTendered: minorUnits(2_000n) });
    expect(await byHand(2_001n)).toEqual({ code: 'operator_limit_exceeded', left: 2_000n });
    expect(await byHand(2_000n)).toBe('posted');
  });

  test('sells no more on a day, and afresh on the next', async () => {
    await limit({ mostPerDay: minorUnits(5_000n) });
    await sold(fixture, vendorId, 3_000n, operatorId);
    expect(await byHand(2_001n)).toEqual({ code: 'operator_limit_exceeded', left: 2_000n });
    expect(await byHand(2_000n)).toBe('posted');
    expect(await byHand(1_000n)).toEqual({ code: 'operator_limit_exceeded', left: 0n });
    // Others and machines of the vendor go on.
    expect(refusal(await sell(fixture, vendorId, 9_000n))).toBe('posted');
    // Nairobi is three hours ahead of UTC: the day there ends at 21:00.
    const midnight = Math.ceil((fixture.now + 10_800_000) / 86_400_000) * 86_400_000 - 10_800_000;
    fixture.now = instant(midnight - 1);
    expect(await byHand(1_000n)).toEqual({ code: 'operator_limit_exceeded', left: 0n });
    fixture.now = instant(midnight);
    expect(await byHand(5_000n)).toBe('posted');
  });

  test('sells no more often, however many tills and desks ask at once', async () => {
    await limit({ mostVendsPerDay: 3 });
    const options = { database: fixture.scratch.database, module: fixture.module };
    const book = fixture.utility.book;
    const other = createVendDesk({ ...options, book, clock: () => fixture.now });
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, index) =>
        (index % 2 === 0 ? fixture.desk : other).vend(
          vendRequest({ ...{ vendorId, operatorId }, meterNumber: meterAt(index) }),
        ),
      ),
    );
    expect(answers.filter((answer) => answer.kind === 'vend')).toHaveLength(3);
    await other.drained();
  });
});
