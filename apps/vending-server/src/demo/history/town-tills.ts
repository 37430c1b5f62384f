/**
 * Tills of the invented town: opened in the morning with some change, counted at night, and now and
 * then a coin too many or too few. On Sundays the week's shifts go into a batch and to the bank.
 */
import { minorUnits } from '@wattvend/quantities/money.js';
import { closeBankBatch } from '@wattvend/vending/bank-batch.js';
import { closeShift } from '@wattvend/vending/close-shift.js';
import { depositFloat } from '@wattvend/vending/deposits.js';
import { closeSalesBatch } from '@wattvend/vending/sales-batch.js';
import { openShift } from '@wattvend/vending/shifts.js';
import { DEMO_SIGN_IN_NAME } from '../demo-utility.ts';
import type { History, HistoryDay } from './live-through.ts';
import type { Cashier, TownVendor } from './town-vendors.ts';

const CHANGE_MINOR = 20_000n;
// Of a hundred counts that many are out, by up to so much.
const WRONG_COUNTS = 7;
const WRONG_MOST = 150;
const SUNDAY = 0;
const BANK_SOURCE = 'Harbour Bank 0001';

export async function openTills(history: History): Promise<void> {
  const { vendors, chance } = history;
  const tills = vendors
    .filter(({ hasTills }) => hasTills)
    .flatMap(({ vendorId, cashiers }) =>
      cashiers.map((cashier) => ({ vendorId, cashier, shiftId: chance.uuid() })),
    );
  await Promise.all(tills.map((till) => openTill(history, till)));
}

async function openTill(
  { database, utility, clock }: History,
  {
    vendorId,
    cashier,
    shiftId,
  }: Pick<TownVendor, 'vendorId'> & {
    readonly cashier: Cashier;
    readonly shiftId: string;
  },
): Promise<void> {
  const operatorId = cashier.userId as never;
  const opening = { shiftId, vendorId, operatorId, cashFloat: minorUnits(CHANGE_MINOR) };
  const answer = await openShift(database, utility.utilityId, opening, clock.now);
  if (answer.kind === 'refused') throw new Error(`no shift: ${answer.refusal}`);
  cashier.shiftId = shiftId;
  cashier.taken = new Map();
}

export async function closeTills(history: History, day: HistoryDay): Promise<void> {
  const { vendors } = history;
  const tills = vendors.flatMap((vendor) =>
    vendor.cashiers
      .filter(({ shiftId }) => shiftId !== null)
      .map((cashier) => ({ vendor, cashier, wrong: wrongCount(history) })),
  );
  await Promise.all(
    vendors.map(async (vendor) => {
      for (const till of tills) if (till.vendor === vendor) await closeTill(history, till);
    }),
  );
  if (new Date(day.date).getUTCDay() !== SUNDAY) return;
  for (const vendor of vendors) {
    if (vendor.closedShifts.length > 0) await bringToBank(history, day, vendor);
  }
}

function wrongCount({ chance }: History): bigint {
  if (!chance.percent(WRONG_COUNTS)) return 0n;
  const out = BigInt(chance.whole(1, WRONG_MOST) * 10);
  // More goes missing than is found.
  return chance.percent(70) ? -out : out;
}

async function closeTill(
  history: History,
  o: { readonly vendor: TownVendor; readonly cashier: Cashier; readonly wrong: bigint },
): Promise<void> {
  const { database, utility, clock, people } = history;
  const { vendor, cashier, wrong } = o;
  const { shiftId } = cashier;
  if (shiftId === null) return;
  const cash = (cashier.taken.get('cash') ?? 0n) + CHANGE_MINOR + wrong;
  const counted = Object.fromEntries(
    [...cashier.taken, ['cash', cash < 0n ? 0n : cash] as const].map(([method, money]) => [
      method,
      minorUnits(money),
    ]),
  );
  const by = { userId: people.maker as never, name: DEMO_SIGN_IN_NAME };
  const closing = { shiftId, vendorId: vendor.vendorId, counted, by };
  const answer = await closeShift(database, utility, closing, clock.now);
  if (answer.kind === 'refused') throw new Error(`shift not closed: ${answer.refusal.code}`);
  cashier.shiftId = null;
  vendor.closedShifts.push(shiftId);
}

async function bringToBank(history: History, day: HistoryDay, vendor: TownVendor): Promise<void> {
  const { database, utility, clock, chance } = history;
  const { utilityId } = utility;
  const { vendorId } = vendor;
  const closedBy = DEMO_SIGN_IN_NAME;
  const salesBatchId = chance.uuid();
  const [bankBatchId, depositId] = [chance.uuid(), chance.uuid()];
  const slipNumber = `S${chance.whole(1_000, 9_999)}-${day.index}`;
  const shiftIds = vendor.closedShifts.splice(0);
  const order = { salesBatchId, vendorId, shiftIds, closedBy };
  const sales = await closeSalesBatch(database, utilityId, order, clock.now);
  if (sales.kind === 'refused') throw new Error(`no batch: ${sales.refusal}`);
  const brought = sales.batch.bankable;
  if (brought <= 0n) return;
  const source = BANK_SOURCE;
  const slip = { source, slipNumber, brought, closedBy };
  const batch = { ...slip, bankBatchId, vendorId, salesBatchIds: [salesBatchId] };
  const banked = await closeBankBatch(database, utilityId, batch, clock.now);
  if (banked.kind === 'refused') throw new Error(`not brought: ${banked.refusal}`);
  const deposit = {
    ...{ depositId, vendorId, money: brought, reference: `Takings, slip ${slipNumber}` },
    depositedBy: closedBy,
    origin: { source, account: 'bank', valueDate: day.date, slipNumber, bankBatchId },
  } as const;
  const paidIn = await depositFloat(database, utility, deposit, clock.now);
  if (paidIn.kind === 'refused') throw new Error(`no deposit: ${paidIn.refusal}`);
}
