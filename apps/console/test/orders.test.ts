import fc from 'fast-check';
import { expect, test } from 'vitest';
import { EMPTY_CONTENT, emptyOrder, orderOfDraft } from '../src/forms/order-draft.ts';
import { EMPTY_REFUND, refundOfDraft } from '../src/forms/refund-draft.ts';
import { factsOf } from '../src/pages/approvals/approval-words.ts';
import { moneyToOf } from '../src/pages/approvals/subject.ts';
import { ENERGY, POWER, readQuantity } from '../src/typed-quantity.ts';

const KES = { code: 'KES', symbol: 'KES', decimal_places: 2 };

test.each([
  ['5 kWh', 50],
  ['5kwh', 50],
  ['12.5 kWh', 125],
  ['12,5 kWh', 125],
  ['0.012 MWh', 120],
  ['1500 Wh', 15],
  ['0 kWh', 0],
  ['5.0 kWh', 50],
  ['1820162.4 kWh', 18_201_624],
])('energy %s', (typed, value) => {
  expect(readQuantity(typed, ENERGY)).toEqual({ kind: 'quantity', value });
});

test.each([
  ['5', /unit/],
  ['5 kW', /unit/],
  ['five kWh', /number/],
  ['-5 kWh', /number/],
  ['1 000 kWh', /number/],
  ['1.25 kWh', /tenths/],
  ['150 Wh', /tenths/],
  ['1820162.5 kWh', /more than/],
])('energy %s is told what is wrong', (typed, words) => {
  const read = readQuantity(typed, ENERGY);
  expect(read).toMatchObject({ kind: 'fault', text: expect.stringMatching(words) });
});

test('nothing typed is no mistake yet', () => {
  expect(readQuantity('  ', ENERGY)).toEqual({ kind: 'empty' });
});

test('every whole tenth of a kWh and every whole watt is read exactly, in each unit', () => {
  const tenths = fc.integer({ min: 0, max: ENERGY.most });
  fc.assert(
    fc.property(tenths, (value) => {
      const kwh = `${Math.floor(value / 10)}.${value % 10}`;
      expect(readQuantity(`${kwh} kWh`, ENERGY)).toEqual({ kind: 'quantity', value });
      expect(readQuantity(`${value}00 Wh`, ENERGY)).toEqual({ kind: 'quantity', value });
      const thousandths = String(value % 1000).padStart(3, '0');
      const kw = `${Math.floor(value / 1000)}.${thousandths} kW`;
      expect(readQuantity(kw, POWER)).toEqual({ kind: 'quantity', value });
    }),
  );
});

const FREE = {
  ...emptyOrder('free_issue'),
  ...{ meterNumber: '01234567897', energy: '5 kWh', reason: ' a day without supply ' },
};

test('an order is sent as it was filled in', () => {
  expect(orderOfDraft(FREE)).toEqual({
    ...{ kind: 'free_issue', meter_number: '01234567897', energy_tenth_kwh: 50 },
    ...{ reason_code: 'goodwill', reason: 'a day without supply', document_reference: null },
  });
  const engineering = { ...FREE, kind: 'engineering' as const, document: ' 17 ' };
  const power = { kind: 'set-maximum-power-limit', power: '4.5 kW', register: 0 } as const;
  expect(orderOfDraft({ ...engineering, contents: [EMPTY_CONTENT, power] })).toMatchObject({
    contents: [
      { kind: 'clear-tamper-condition' },
      { kind: 'set-maximum-power-limit', power_watts: 4500 },
    ],
    ...{ reason_code: 'commissioning', document_reference: '17' },
  });
});

test.each([
  ['a meter', { meterNumber: null }],
  ['a reason', { reason: ' ' }],
  ['energy', { energy: '0 kWh' }],
  ['a unit', { energy: '5' }],
  ['a replacement', { kind: 'transfer' as const }],
  [
    'a power',
    {
      kind: 'engineering' as const,
      contents: [{ ...EMPTY_CONTENT, kind: 'set-maximum-power-limit' as const }],
    },
  ],
])('an order without %s is not sent', (_, change) => {
  expect(orderOfDraft({ ...FREE, ...change })).toBeNull();
});

const REFUND = { ...EMPTY_REFUND, proofReference: 'photo 7', reason: 'not used' };

test('a refund names a debt and an order only where they belong', () => {
  const left = { ...REFUND, proofOrderId: 'left over', debtId: 'left over' };
  expect(refundOfDraft('v', left)).toMatchObject({ proof_order_id: null, debt_id: null });
  expect(refundOfDraft('v', { ...left, proof: 'credit_cleared', moneyTo: 'debt' })).toMatchObject({
    ...{ proof_order_id: 'left over', debt_id: 'left over', unused_tenth_kwh: null },
  });
  expect(refundOfDraft('v', { ...REFUND, isWhole: false, unused: '1.5 kWh' })).toMatchObject({
    unused_tenth_kwh: 15,
  });
});

test.each([
  ['evidence', { proofReference: ' ' }],
  ['a reason', { reason: '' }],
  ['the order', { proof: 'credit_cleared' as const }],
  ['the debt', { moneyTo: 'debt' as const }],
  ['the energy', { isWhole: false, unused: '0 kWh' }],
])('a refund without %s is not sent', (_, change) => {
  expect(refundOfDraft('v', { ...REFUND, ...change })).toBeNull();
});

test('the fields of an order are told with their units, and without what says nothing', () => {
  const facts = factsOf(
    {
      ...{ deed: 'x', refund_minor: '123456', energy_tenth_kwh: 50, debt_id: null },
      ...{ money_to: 'vendor_float', meter_number: '01234567897', odd: ['a'] },
    },
    KES,
  );
  expect(facts).toEqual([
    { name: 'Refund', value: expect.stringMatching(/1,?234[.,]56/) },
    { name: 'Energy', value: expect.stringMatching(/^5[.,]0 kWh$/) },
    { name: 'Money to', value: 'vendor float' },
    { name: 'Meter', value: '0123 4567 897' },
    { name: 'Odd', value: '["a"]' },
  ]);
  expect(moneyToOf({ money_to: 'my_pocket' })).toBeNull();
});
