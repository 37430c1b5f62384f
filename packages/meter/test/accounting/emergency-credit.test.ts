/** Emergency credit, levels of low credit, and tokens that pay back. */
import { accountCredit } from '@wattvend/meter/account.js';
import { creditLowLevel } from '@wattvend/meter/credit-levels.js';
import { clearedAccount, creditedAccount } from '@wattvend/meter/credit-token.js';
import { creditDecision, unitsUntilCutOff } from '@wattvend/meter/cut-off.js';
import { selectEmergencyCredit } from '@wattvend/meter/emergency-credit.js';
import { isBalanced, type MeterMemory } from '@wattvend/meter/memory.js';
import type { AccountingSettings, EmergencyCreditSettings } from '@wattvend/meter/settings.js';
import { hundredThousandths } from '@wattvend/quantities/money.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { minute } from '../invented-meter.ts';
import {
  advanced,
  at,
  changedBy,
  consumed,
  flatTariff,
  meterWith,
  type Told,
  units,
} from './invented-account.ts';

const NOON = at('2026-07-06T12:00');

const ASKED: EmergencyCreditSettings = {
  limit: units(200),
  threshold: units(100),
  needsConfirmation: true,
};

/** One unit of the account for each measured unit. */
function lender(credit: number, settings: Partial<AccountingSettings> = {}): MeterMemory {
  const all = { emergency: ASKED, ...settings };
  return advanced(meterWith(credit, all, flatTariff([1_000])), NOON).memory;
}

function paid(memory: MeterMemory, amount: number): Told {
  const { tokenIdentifier } = minute(1);
  const currency = hundredThousandths(BigInt(amount));
  const booked = creditedAccount(memory, {
    tokenClass: 0,
    subclass: 4,
    name: 'electricityCurrency',
    tokenIdentifier,
    currency,
  });
  return { memory: changedBy(memory, booked.changes), events: booked.events };
}

function selected(memory: MeterMemory): MeterMemory {
  const selection = selectEmergencyCredit(memory);
  if (selection.kind !== 'done') expect.fail(selection.refusal);
  return changedBy(memory, selection.changes);
}

function used(memory: MeterMemory, measured: number): MeterMemory {
  return consumed(memory, measured, NOON).memory;
}

const status = (memory: MeterMemory) => memory.accounting.emergency.status;
const refusal = (memory: MeterMemory) => {
  const selection = selectEmergencyCredit(memory);
  return selection.kind === 'refused' ? selection.refusal : 'done';
};

test('the life of a loan: offered, asked for, used up, paid back', () => {
  const made = lender(500);
  expect([status(made), refusal(made)]).toEqual(['enabled', 'emergency-credit-not-needed']);
  expect(status(used(made, 399))).toBe('enabled');
  const low = used(made, 400);
  expect([status(low), creditDecision(low, NOON)]).toEqual(['selectable', 'credit']);
  expect(creditDecision(used(low, 100), NOON)).toBe('exhausted');
  const lent = selected(low);
  expect(refusal(lent)).toBe('emergency-credit-used');
  expect([creditDecision(lent, NOON), unitsUntilCutOff(lent, NOON)]).toEqual(['credit', 100]);
  const below = used(lent, 130);
  expect([creditDecision(below, NOON), unitsUntilCutOff(below, NOON)]).toEqual(['emergency', 170]);
  expect(below.accounting.emergency).toEqual({ status: 'inUse', totalUsed: 30 });
  const last = consumed(below, 170, NOON);
  expect(last.memory.accounting.emergency).toEqual({ status: 'exhausted', totalUsed: 200 });
  expect(last.events).toEqual([{ code: 'credit-exhausted' }]);
  expect(creditDecision(last.memory, NOON)).toBe('exhausted');
  // Half of it paid back opens nothing; the whole, by credit; and above the threshold it is new.
  const half = paid(last.memory, 100).memory;
  expect([status(half), creditDecision(half, NOON)]).toEqual(['exhausted', 'exhausted']);
  const whole = paid(half, 200).memory;
  expect([accountCredit(whole), status(whole)]).toEqual([100, 'exhausted']);
  expect(creditDecision(whole, NOON)).toBe('credit');
  expect([refusal(whole), creditDecision(used(whole, 100), NOON)]).toEqual([
    'emergency-credit-used',
    'exhausted',
  ]);
  expect(status(paid(whole, 1).memory)).toBe('enabled');
  expect(paid(whole, 1).memory.accounting.emergency.totalUsed).toBe(200);
});

test('a loan in use is kept while the account wanders about the threshold', () => {
  const lent = used(selected(lender(80)), 100);
  const between = paid(lent, 70).memory;
  expect([accountCredit(between), status(between)]).toEqual([50, 'inUse']);
  expect(status(paid(between, 51).memory)).toBe('enabled');
});

test('where no confirmation is needed it is given at the threshold, in one debit or in many', () => {
  const settings = {
    emergency: { ...ASKED, needsConfirmation: false },
    creditLow: [units(300), units(40)],
  };
  const told = consumed(lender(500, settings), 1_000, NOON);
  expect(told.events.map(({ code }) => code)).toEqual([
    'credit-low',
    'emergency-selected',
    'credit-low',
    'credit-exhausted',
  ]);
  expect(told.memory.accounting.emergency).toEqual({ status: 'exhausted', totalUsed: 200 });
  expect(status(used(lender(500, settings), 400))).toBe('inUse');
  expect(status(lender(90, settings))).toBe('inUse');
});

test('a loan whose threshold lies below the cut-off is offered at the cut-off', () => {
  const emergency = { ...ASKED, threshold: units(-500) };
  const memory = used(lender(10, { emergency }), 10);
  expect([status(memory), creditDecision(memory, NOON)]).toEqual(['selectable', 'exhausted']);
  expect(creditDecision(selected(memory), NOON)).toBe('emergency');
});

test('a loan below an overdraft is paid back when nothing at all is owed', () => {
  const emergency = { ...ASKED, threshold: units(-50) };
  const lent = selected(lender(-60, { emergency, overdraft: units(100) }));
  const last = used(lent, 240);
  expect([accountCredit(last), status(last)]).toEqual([-300, 'exhausted']);
  expect(status(paid(last, 299).memory)).toBe('exhausted');
  expect(status(paid(last, 300).memory)).toBe('enabled');
});

test('reasons not to lend, in their order', () => {
  const owing = lender(-200);
  const noLoan = lender(-200, { emergency: null });
  const decommissioned = { ...noLoan, supply: { ...noLoan.supply, isCommissioned: false } };
  expect([decommissioned, noLoan, owing, lender(101)].map(refusal)).toEqual([
    'not-commissioned',
    'no-emergency-credit',
    'emergency-credit-used',
    'emergency-credit-not-needed',
  ]);
  expect([lender(100), lender(-199)].map(refusal)).toEqual(['done', 'done']);
});

test('levels of low credit count from below each, and are told once', () => {
  const creditLow = [units(300), units(100), units(10)];
  const levels = [300, 299, 100, 99, 10, 9, -5].map((credit) =>
    creditLowLevel(meterWith(credit, { creditLow })),
  );
  expect(levels).toEqual([0, 1, 1, 2, 2, 3, 3]);
  const memory = lender(301, { creditLow, emergency: null });
  expect(consumed(memory, 1, NOON).events).toEqual([]);
  const told = consumed(memory, 2, NOON);
  expect(told.events).toEqual([{ code: 'credit-low', detail: '1' }]);
  expect(consumed(told.memory, 1, NOON).events).toEqual([]);
});

test('with overdraft the account goes below zero by exactly that much', () => {
  const memory = lender(10, { overdraft: units(30), emergency: null });
  expect(unitsUntilCutOff(memory, NOON)).toBe(40);
  expect(creditDecision(used(memory, 39), NOON)).toBe('credit');
  expect(creditDecision(used(memory, 40), NOON)).toBe('exhausted');
});

test('a debit token falls past the levels as consumption does, but is not use of the loan', () => {
  const settings = { creditLow: [units(50)] };
  const told = paid(selected(lender(80, settings)), -400);
  expect(told.events.map(({ code }) => code)).toEqual(['credit-low', 'credit-exhausted']);
  expect(told.memory.accounting.emergency).toEqual({ status: 'exhausted', totalUsed: 0 });
  expect(isBalanced(told.memory)).toBe(true);
});

test('ClearCredit ends the use of emergency credit', () => {
  const cleared = (memory: MeterMemory) => changedBy(memory, clearedAccount(memory, [4]).changes);
  const lent = used(selected(lender(80)), 150);
  expect(status(cleared(lent))).toBe('selectable');
  expect(accountCredit(cleared(lent))).toBe(0);
  expect(status(changedBy(lent, clearedAccount(lent, [0]).changes))).toBe('inUse');
  const given = used(lender(80, { emergency: { ...ASKED, needsConfirmation: false } }), 150);
  expect([status(given), status(cleared(given))]).toEqual(['inUse', 'exhausted']);
  expect(creditDecision(cleared(given), NOON)).toBe('exhausted');
  expect(status(paid(cleared(given), 101).memory)).toBe('enabled');
});

test('charges take their share of a token, rounded down, and no more than is owed', () => {
  const begin = { perDay: units(0), totalCollected: units(0) };
  const memory = lender(0, { emergency: null });
  const charges = [
    { ...begin, name: 'LEVY', kind: 'fixed' as const, proportion: 1_250, remaining: null },
    { ...begin, name: 'DEBT', kind: 'debt' as const, proportion: 5_000, remaining: units(300) },
  ];
  const owing = { ...memory, accounting: { ...memory.accounting, charges } };
  // 12.5 % of 999 is 124.875; half of it would be 499, but 300 are owed.
  const told = paid(owing, 999);
  expect(accountCredit(told.memory)).toBe(999 - 124 - 300);
  expect(told.memory.accounting.charges).toMatchObject([
    { totalCollected: 124, remaining: null },
    { totalCollected: 300, remaining: 0 },
  ]);
  expect(told.events.map(({ detail }) => detail)).toEqual(['LEVY 124', 'DEBT 300']);
  expect(told.memory.otherRegisters[3]).toMatchObject({ totalAccepted: 999n, totalConsumed: 424n });
  expect(isBalanced(told.memory)).toBe(true);
  expect(paid(owing, -999).memory.accounting.charges).toBe(charges);
  // What they take is not use of the account of that day.
  expect(told.memory.accounting.usedByDay).toBe(owing.accounting.usedByDay);
  const huge = paid(owing, Number.MAX_SAFE_INTEGER);
  expect(isBalanced(huge.memory)).toBe(true);
});

test('whatever happens, the books balance and the loan is never larger than its limit', () => {
  const step = fc.oneof(
    fc.record({ kind: fc.constant('use' as const), amount: fc.integer({ min: 0, max: 400 }) }),
    fc.record({ kind: fc.constant('pay' as const), amount: fc.integer({ min: 1, max: 500 }) }),
    fc.record({ kind: fc.constant('ask' as const), amount: fc.constant(0) }),
  );
  fc.assert(
    fc.property(fc.boolean(), fc.array(step, { maxLength: 40 }), (needsConfirmation, steps) => {
      let memory = lender(300, { emergency: { ...ASKED, needsConfirmation } });
      for (const { kind, amount } of steps) {
        if (kind === 'pay') memory = paid(memory, amount).memory;
        else if (kind === 'ask') {
          const selection = selectEmergencyCredit(memory);
          if (selection.kind === 'done') memory = changedBy(memory, selection.changes);
        } else {
          const most = unitsUntilCutOff(memory, NOON) ?? 0;
          memory = used(memory, Math.min(most, amount));
        }
        const account = accountCredit(memory);
        expect(isBalanced(memory)).toBe(true);
        expect(account).toBeGreaterThanOrEqual(-200);
        if (account < 0) expect(['inUse', 'exhausted']).toContain(status(memory));
        if (account > 100) expect(status(memory)).toBe('enabled');
        // Nothing is left to be found out by an advance.
        expect(advanced(memory, NOON).memory).toBe(memory);
      }
    }),
  );
});
