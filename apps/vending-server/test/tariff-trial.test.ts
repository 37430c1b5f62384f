/** A tariff tried out over HTTP before it is stored: all its faults, and what it would give. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { meterAt } from '../../../packages/vending/test/utility-fixture.ts';
import { createServerWorld, type ServerWorld } from './server-world.ts';

let world: ServerWorld;
beforeAll(async () => {
  world = await createServerWorld();
});
afterAll(() => world.close());

const TARIFF = 'b0000000-0000-4000-8000-000000000001';
const DAY_MS = 86_400_000;

const component = (id: string, account: string) => ({ id, name: id, account });

/** 2.00 up to 50 kWh, 4.00 above; 10.00 a month; 10 % on both. */
const STEPS = {
  format: 1,
  energy: {
    ...{ kind: 'steps', ...component('energy', 'energy_sales') },
    steps: [
      { above_tenth_kwh: 0, price_e4_minor: '2000000' },
      { above_tenth_kwh: 500, price_e4_minor: '4000000' },
    ],
  },
  per_kwh: [],
  fixed: [
    {
      ...component('service', 'fixed_charges'),
      ...{ money_minor: '1000', per: 'month', catch_up_max: 3, first_period: 'whole', from: null },
      if_too_small: { kind: 'refuse' },
    },
  ],
  rates: [
    {
      ...component('vat', 'vat_payable'),
      ...{ rate_basis_points: 1000, of: ['energy', 'service'], exemptible: true },
    },
  ],
  ...{ fees: [], free: [], rounding: 'given' },
  limits: {
    ...{ least_tendered_minor: null, most_tendered_minor: null },
    ...{ most_tendered_per_month_minor: null, most_energy_per_month_tenth_kwh: null },
  },
};

const tried = async (body: object) => {
  const answer = await world.ask('POST', '/v1/tariffs/trial', { as: 'tariff_maker', body });
  expect(answer.status).toBe(200);
  return answer.json;
};

/** What one trial gives for one amount of money. */
async function bought(situation: object, tendered_minor: string, record: object = STEPS) {
  const { faults, answers } = await tried({ record, situation, asks: [{ tendered_minor }] });
  expect(faults).toEqual([]);
  return answers[0];
}

describe('figures', () => {
  // By hand: 550.00 / 1.1 less 10.00 is 490.00 for energy; 50 kWh at 2.00 are 100.00, and the other
  // 390.00 at 4.00 are 97.5 kWh.
  test('are explained line by line and add up', async () => {
    const { quote } = await bought({}, '55000');
    expect(quote).toMatchObject({ energy_tenth_kwh: 1475, tendered_minor: '55000' });
    const lines = quote.lines.map((line: { id: string; line_minor: string }) => [
      line.id,
      line.line_minor,
    ]);
    expect(lines).toEqual([
      ['service', '1000'],
      ['energy', '10000'],
      ['energy', '39000'],
      ['vat', '5000'],
    ]);
  });

  test('are those of the worked example in the guide', async () => {
    const [first, second] = STEPS.energy.steps;
    const steps = [
      first,
      { ...second, price_e4_minor: '3000000' },
      { above_tenth_kwh: 1500, price_e4_minor: '4000000' },
    ];
    const record = { ...STEPS, energy: { ...STEPS.energy, steps } };
    const { quote } = await bought({}, '40700', record);
    expect(quote.energy_tenth_kwh).toBe(1367);
    expect(quote.lines.map((line: { line_minor: string }) => line.line_minor)).toEqual([
      '1000',
      '10000',
      '26000',
      '3700',
    ]);
    const later = { energy_this_month_tenth_kwh: 1367, charges_paid: true };
    const more = (await bought(later, '11000', record)).quote;
    expect(more.energy_tenth_kwh).toBe(284);
    expect(more.lines.map((line: { line_minor: string }) => line.line_minor)).toEqual([
      '3990',
      '6010',
      '1000',
    ]);
  });

  test('go both ways', async () => {
    const asks = [{ energy_tenth_kwh: 1000 }];
    const { answers } = await tried({ record: STEPS, asks });
    // (50 kWh at 2.00 and 50 at 4.00 and 10.00) and 10 %: 341.00; less a bit for rounding up.
    const least = Number(answers[0].quote.tendered_minor);
    expect(least).toBeGreaterThan(34_100 - 44);
    expect(least).toBeLessThanOrEqual(34_100);
    expect((await bought({}, String(least))).quote.energy_tenth_kwh).toBe(1000);
    expect((await bought({}, String(least - 1))).quote.energy_tenth_kwh).toBe(999);
  });

  test('know the month to date, what is owed, and what is assumed', async () => {
    const above = { energy_this_month_tenth_kwh: 500, charges_paid: true };
    // 110.00 / 1.1 / 4.00
    expect((await bought(above, '11000')).quote.energy_tenth_kwh).toBe(250);
    const owed = await bought({ months_owed: 5 }, '50000');
    expect(owed.quote.lines[0]).toMatchObject({ id: 'service', line_minor: '3000' });
    const exempt = await bought({ ...above, exemptions: ['vat'] }, '10000');
    expect(exempt.quote.energy_tenth_kwh).toBe(250);
    const fuel = { ...component('fuel', 'energy_sales'), value: { kind: 'published' } };
    const record = { ...STEPS, per_kwh: [fuel] };
    const missing = await bought(above, '11000', record);
    expect(missing.refusal).toMatchObject({ code: 'published_value_missing' });
    expect(missing.refusal.detail).toMatch(/fuel/);
    const assumed = { ...above, assumed_e4_minor: { fuel: '1000000' } };
    // 108.00 / (4.00 and 10 %, and 1.00 without it)
    expect((await bought(assumed, '10800', record)).quote.energy_tenth_kwh).toBe(200);
  });

  test('know the average of months past, free units and channels', async () => {
    const bands = {
      ...{ kind: 'bands', ...component('energy', 'energy_sales') },
      measure: { kind: 'average-of-months', months: 3 },
      bands: STEPS.energy.steps,
    };
    const free = {
      ...{ id: 'lifeline', name: 'Lifeline', energy_tenth_kwh: 200, per: 'month', stack_max: 1 },
      ...{ claim: 'either', window: null, entitled: 'listed', counts_for_steps: false },
    };
    const fee = {
      ...component('fee', 'convenience_fees'),
      ...{ channel: 'kiosk', rate_basis_points: 0, least_minor: '1000', most_minor: null },
    };
    const record = { ...STEPS, energy: bands, fixed: [], rates: [], free: [free], fees: [fee] };
    expect((await bought({}, '10000', record)).quote.energy_tenth_kwh).toBe(500);
    const heavy = { energy_of_each_month_tenth_kwh: 600 };
    expect((await bought(heavy, '10000', record)).quote.energy_tenth_kwh).toBe(250);
    const poor = { entitlements: ['lifeline'], channel: 'kiosk' };
    expect((await bought(poor, '10000', record)).quote).toMatchObject({
      ...{ energy_tenth_kwh: 450, free_tenth_kwh: 200 },
    });
  });

  test('are those of a quote under the same tariff', async () => {
    const { json } = await world.ask('GET', '/v1/tariffs', { as: 'tariff_maker' });
    const [version] = json.tariffs;
    for (const tendered_minor of ['1000', '123457', '999']) {
      const body = { meter_number: meterAt(1), tendered_minor };
      const quoted = await world.ask('POST', '/v1/quotes', { as: 'tariff_maker', body });
      const { quote } = await bought({}, tendered_minor, version.record);
      expect(quote.lines).toEqual(quoted.json.lines);
      expect(quote.energy_tenth_kwh).toBe(quoted.json.energy_tenth_kwh);
    }
  });

  test('a refusal is an answer with its sentence', async () => {
    const { refusal } = await bought({}, '100');
    expect(refusal.code).toBe('charges_exceed_purchase');
    expect(refusal.detail).toMatch(/\d\.\d\d/);
  });
});

describe('faults', () => {
  test('are all told, with their places', async () => {
    const steps = [...STEPS.energy.steps, { above_tenth_kwh: 500, price_e4_minor: '0' }];
    const [vat] = STEPS.rates;
    const record = {
      ...STEPS,
      energy: { ...STEPS.energy, steps, account: 'nowhere' },
      rates: [{ ...vat, of: ['energy', 'nothing'] }],
    };
    const { faults, answers } = await tried({ record, asks: [{ tendered_minor: '5000' }] });
    const told = faults.map((fault: { path: string; code: string }) => [fault.path, fault.code]);
    expect(told).toEqual([
      ['energy.steps.2.above_tenth_kwh', 'never_reached'],
      ['energy.steps.2.price_e4_minor', 'price_not_positive'],
      ['rates.0.of.1', 'rate_of_unknown'],
      ['energy.account', 'account_unknown'],
    ]);
    expect(answers).toEqual([]);
  });

  test('of the form come before those of the meaning', async () => {
    const { faults } = await tried({ record: { ...STEPS, rounding: 'up' } });
    expect(faults).toMatchObject([{ path: 'rounding', code: 'not_one_of' }]);
  });

  test('of the date, which do not keep the figures back', async () => {
    const at = (ms: number) => new Date(Date.now() + ms).toISOString();
    const asks = [{ tendered_minor: '5000' }];
    const past = { record: STEPS, tariff_id: TARIFF, effective_from: at(-DAY_MS), asks };
    const { faults, answers } = await tried(past);
    expect(faults).toMatchObject([{ path: 'effective_from', code: 'tariff_effective_in_past' }]);
    expect(answers).toHaveLength(1);
    expect((await tried({ ...past, effective_from: at(DAY_MS) })).faults).toEqual([]);
    expect((await tried({ ...past, tariff_id: randomUUID() })).faults).toEqual([]);
  });

  test.each([
    ['no record', {}],
    ['an ask of nothing', { record: STEPS, asks: [{}] }],
    ['an ask of both', { record: STEPS, asks: [{ tendered_minor: '1', energy_tenth_kwh: 1 }] }],
    ['a day before all days', { record: STEPS, situation: { date: '1970-01-01' } }],
    ['a day that is none', { record: STEPS, situation: { date: '2026-02-30' } }],
  ])('%s is refused', async (_, body) => {
    const answer = await world.ask('POST', '/v1/tariffs/trial', { as: 'tariff_maker', body });
    expect([answer.status, answer.json.code]).toEqual([400, 'request_invalid']);
  });
});

test('nothing is stored by it', async () => {
  const list = await world.ask('GET', '/v1/tariffs', { as: 'tariff_maker' });
  expect(list.json.tariffs).toHaveLength(1);
});
