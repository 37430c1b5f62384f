/** Tariffs and purchase states as JSON: what is written is read, and nothing else. */
import { minorUnits } from '@wattvend/quantities/money.js';
import { parsePurchaseState, writePurchaseState } from '@wattvend/tariff/purchase-state.js';
import { quotePurchase } from '@wattvend/tariff/quote.js';
import { parseTariff, writeTariff } from '@wattvend/tariff/tariff-record.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyContext, anyInMeter, anyTariff, anyTender } from './any-tariff.ts';
import { flat, monthly, steps, tariff, vat } from './sample-tariff.ts';

test('a tariff is read as it was written', () => {
  fc.assert(
    fc.property(fc.oneof(anyTariff(), anyTariff(anyInMeter)), (of) => {
      const text = JSON.stringify(writeTariff(of));
      expect(parseTariff(JSON.parse(text))).toEqual({ kind: 'tariff', tariff: of });
    }),
  );
});

test('the state after a purchase is read as it was written', () => {
  fc.assert(
    fc.property(anyContext(), anyTender, (at, tendered) => {
      const answer = quotePurchase({ ...at, tendered: minorUnits(tendered) });
      if (answer.kind !== 'quote') return;
      const { state } = answer.quote;
      const text = JSON.stringify(writePurchaseState(state));
      expect(parsePurchaseState(JSON.parse(text))).toEqual({ kind: 'state', state });
    }),
  );
});

test('the record of a tariff, by hand', () => {
  const of = tariff(flat('250'), {
    fixed: [monthly(1000)],
    rates: [vat(15, ['energy', 'standing'])],
  });
  expect(writeTariff(of)).toEqual({
    format: 1,
    ...{
      energy: {
        ...{ kind: 'flat', id: 'energy', name: 'Energy', account: '4000' },
        price_e4_minor: '2500000',
      },
    },
    per_kwh: [],
    fixed: [
      {
        ...{ id: 'standing', name: 'Standing charge', account: '4100', money_minor: '1000' },
        ...{ per: 'month', catch_up_max: 1, first_period: 'whole', from: null },
        if_too_small: { kind: 'refuse' },
      },
    ],
    rates: [
      {
        ...{ id: 'vat', name: 'vat', account: '2100', rate_basis_points: 1500 },
        ...{ of: ['energy', 'standing'], exemptible: false },
      },
    ],
    fees: [],
    free: [],
    limits: {
      least_tendered_minor: null,
      most_tendered_minor: null,
      most_tendered_per_month_minor: null,
      most_energy_per_month_tenth_kwh: null,
    },
    rounding: 'given',
  });
});

type Loose = Record<string, unknown>;

const STEPS = tariff(steps([0, '100'], [500, '200']));
const written = (): Loose => structuredClone(writeTariff(STEPS)) as Loose;
const stepsOf = (record: Loose) => (record['energy'] as { steps: Loose[] }).steps;

test.each<readonly [string, string, (record: Loose) => void]>([
  ['missing', 'rounding', (record) => delete record['rounding']],
  ['unknown_field', 'roundings', (record) => (record['roundings'] = 'given')],
  ['not_one_of', 'rounding', (record) => (record['rounding'] = 'up')],
  ['not_one_of', 'energy.kind', (record) => (record['energy'] = { kind: 'tiers' })],
  ['not_an_object', 'energy', (record) => (record['energy'] = null)],
  ['not_an_object', 'limits', (record) => (record['limits'] = [])],
  ['not_a_list', 'fees', (record) => (record['fees'] = {})],
  ['out_of_range', 'format', (record) => (record['format'] = 2)],
  ['out_of_range', 'fees', (record) => (record['fees'] = Array(401).fill({}))],
  // Money and prices are text: a number of JSON is a float to most who read it.
  ['not_a_decimal', 'energy.steps.1.price_e4_minor', price(2_000_000)],
  ['not_a_decimal', 'energy.steps.1.price_e4_minor', price('2e6')],
  ['not_a_decimal', 'energy.steps.1.price_e4_minor', price('007')],
  ['not_a_decimal', 'energy.steps.1.price_e4_minor', price('-0')],
  ['out_of_range', 'energy.steps.1.price_e4_minor', price(String(2n ** 63n))],
  ['not_a_whole_number', 'energy.steps.1.above_tenth_kwh', above(0.5)],
  ['out_of_range', 'energy.steps.1.above_tenth_kwh', above(-1)],
  ['not_text', 'energy.name', named(5)],
  ['out_of_range', 'energy.name', named('')],
  ['out_of_range', 'energy.name', named('two\nlines')],
])('%s at "%s"', (code, path, spoil) => {
  const record = written();
  spoil(record);
  const parsed = parseTariff(record);
  expect(parsed).toMatchObject({ kind: 'fault', faults: [{ path, code }] });
});

function price(value: unknown) {
  return (record: Loose) => {
    Object.assign(stepsOf(record)[1] ?? {}, { price_e4_minor: value });
  };
}

function above(value: unknown) {
  return (record: Loose) => {
    Object.assign(stepsOf(record)[1] ?? {}, { above_tenth_kwh: value });
  };
}

function named(value: unknown) {
  return (record: Loose) => {
    Object.assign(record['energy'] as Loose, { name: value });
  };
}

test('every fault of a record is told at once, and what is no record is told as one', () => {
  const record = written();
  Object.assign(record, { rounding: 'up', fees: 1 });
  const parsed = parseTariff(record);
  expect(parsed.kind === 'fault' ? parsed.faults.map(({ path }) => path) : []).toEqual([
    ...['fees', 'rounding'],
  ]);
  for (const none of [null, undefined, 5, 'text', []]) {
    expect(parseTariff(none)).toMatchObject({ faults: [{ path: '', code: 'not_an_object' }] });
  }
});
