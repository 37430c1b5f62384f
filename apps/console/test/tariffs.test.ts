/** Tariffs as they are typed, kept, read and told in words. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { draftOfRecord } from '../src/pages/tariffs/draft-of-record.ts';
import { instantOfWall, nextMonth, wallTimeOf } from '../src/pages/tariffs/effective-from.ts';
import { faultWords } from '../src/pages/tariffs/fault-words.ts';
import { keepDraft, parseKeptDraft, readKeptDraft } from '../src/pages/tariffs/kept-draft.ts';
import { countsOf } from '../src/pages/tariffs/preview-counts.ts';
import { recordOfDraft, slugOf } from '../src/pages/tariffs/record-of-draft.ts';
import {
  draftOfTemplate,
  NEW_FIXED,
  NEW_RATE,
  newKey,
  type TariffDraft,
} from '../src/pages/tariffs/tariff-draft.ts';
import type { TariffVersion } from '../src/pages/tariffs/tariff-queries.ts';
import type { PriceAbove, TariffRecord } from '../src/pages/tariffs/tariff-record.ts';
import { changesBetween, sectionsOf, spanWords } from '../src/pages/tariffs/tariff-words.ts';
import { askOf, FIRST_TRIAL } from '../src/pages/tariffs/trial-form.ts';
import {
  formatPrice,
  parseCount,
  parseEnergy,
  parsePrice,
  parseRate,
  typedEnergy,
  typedPrice,
  typedRate,
} from '../src/pages/tariffs/typed-amounts.ts';
import {
  baseOf,
  nextVersion,
  stateOfVersion,
  tariffsOf,
} from '../src/pages/tariffs/version-state.ts';

const KES = { code: 'KES', symbol: 'KSh', decimal_places: 2 };
const JPY = { code: 'JPY', symbol: '¥', decimal_places: 0 };

describe('typed amounts', () => {
  test.each([
    ['2.50', 2_500_000n],
    ['2,5', 2_500_000n],
    ['KSh 2.50', 2_500_000n],
    ['2.50 KES / kWh', 2_500_000n],
    ['2.50 per kWh', 2_500_000n],
    ['1.795', 1_795_000n],
    ['0.000001', 1n],
    ['1234', 1_234_000_000n],
    ['0', 0n],
  ])('the price %s', (typed, e4) => {
    expect(parsePrice(typed, KES)).toEqual({ kind: 'value', value: e4 });
  });

  test.each([
    ['ten', /digits/],
    ['1,795', /two prices/],
    ['1.0000001', /At most 6/],
    ['-1', /below zero/],
    ['1.2.3', /digits/],
    ['10000000000', /too large/],
    ['2.50 USD', /digits/],
  ])('the price %s is none', (typed, why) => {
    expect(parsePrice(typed, KES)).toMatchObject({ kind: 'fault' });
    expect(JSON.stringify(parsePrice(typed, KES))).toMatch(why);
  });

  test('a rebate is a price where it may be', () => {
    expect(parsePrice('-0.10', KES, { signed: true })).toEqual({ kind: 'value', value: -100_000n });
    expect(parsePrice('−0.10', KES, { signed: true })).toEqual({ kind: 'value', value: -100_000n });
    expect(parsePrice(' ', KES)).toEqual({ kind: 'empty' });
  });

  test('a rate says its unit', () => {
    expect(parseRate('15 %')).toEqual({ kind: 'value', value: 1500 });
    expect(parseRate('7,5%')).toEqual({ kind: 'value', value: 750 });
    expect(parseRate('12.25 per cent')).toEqual({ kind: 'value', value: 1225 });
    expect(parseRate('750 basis points')).toEqual({ kind: 'value', value: 750 });
    expect(parseRate('100 %')).toEqual({ kind: 'value', value: 10_000 });
    expect(parseRate('10')).toEqual({
      kind: 'fault',
      message: 'Write the unit too: “10 %”.',
    });
    for (const wrong of ['100.01 %', '1000 %', '1.234 %', '-1 %', '% 5', 'ten %']) {
      expect(parseRate(wrong).kind, wrong).toBe('fault');
    }
    expect(parseRate('')).toEqual({ kind: 'empty' });
  });

  test('energy is in tenths, and a separator of thousands is asked about', () => {
    expect(parseEnergy('50')).toEqual({ kind: 'value', value: 500 });
    expect(parseEnergy('12,5 kWh')).toEqual({ kind: 'value', value: 125 });
    for (const wrong of ['1,000', '1.000', '0.05', '-1', 'x']) {
      expect(parseEnergy(wrong).kind, wrong).toBe('fault');
    }
    expect(parseCount('12', 1, 12)).toEqual({ kind: 'value', value: 12 });
    expect(parseCount('13', 1, 12).kind).toBe('fault');
    expect(parseCount('1.5', 1, 12).kind).toBe('fault');
  });

  test('what is typed for an amount is read as the same amount', () => {
    fc.assert(
      fc.property(fc.bigInt(-(10n ** 15n) + 1n, 10n ** 15n - 1n), (e4) => {
        for (const currency of [KES, JPY]) {
          const read = parsePrice(typedPrice(e4, currency), currency, { signed: true });
          expect(read).toEqual({ kind: 'value', value: e4 });
        }
      }),
    );
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000 }), fc.integer({ min: 0 }), (rate, tenths) => {
        expect(parseRate(typedRate(rate))).toEqual({ kind: 'value', value: rate });
        expect(parseEnergy(typedEnergy(tenths))).toEqual({ kind: 'value', value: tenths });
      }),
    );
  });

  test('a price is said with its unit', () => {
    expect(formatPrice('2500000', KES)).toBe('KSh 2.50 per kWh');
    expect(formatPrice(-17_950n, KES)).toBe('−KSh 0.01795 per kWh');
    expect(formatPrice(25_000n, JPY)).toBe('¥2.5 per kWh');
  });
});

describe('from when a version holds', () => {
  test.each([
    ['Africa/Nairobi', '2026-12-01', '00:00', '2026-11-30T21:00:00.000Z'],
    ['Asia/Kathmandu', '2026-12-01', '00:00', '2026-11-30T18:15:00.000Z'],
    ['Pacific/Kiritimati', '2027-01-01', '00:00', '2026-12-31T10:00:00.000Z'],
    ['America/New_York', '2026-07-01', '08:30', '2026-07-01T12:30:00.000Z'],
    // Clocks leave 02:30 out on this day, and show it twice on that.
    ['Europe/Berlin', '2026-03-29', '02:30', '2026-03-29T01:30:00.000Z'],
    ['Europe/Berlin', '2026-10-25', '02:30', '2026-10-25T00:30:00.000Z'],
    ['Europe/Berlin', '2026-10-25', '03:00', '2026-10-25T02:00:00.000Z'],
  ])('%s %s %s', (zone, day, time, instant) => {
    expect(instantOfWall({ day, time }, zone)).toBe(instant);
  });

  test('is the instant at which the clocks show it', () => {
    const zones = ['Africa/Nairobi', 'America/St_Johns', 'Europe/Lisbon', 'Australia/Lord_Howe'];
    const minutes = fc.integer({ min: 0, max: 60 * 24 * 365 * 30 });
    fc.assert(
      fc.property(fc.constantFrom(...zones), minutes, (zone, minute) => {
        const at = new Date(Date.UTC(2010, 0, 1) + minute * 60_000);
        const wall = wallTimeOf(at, zone);
        const back = instantOfWall(wall, zone) ?? '';
        expect(wallTimeOf(new Date(back), zone)).toEqual(wall);
        expect(Date.parse(back)).toBeLessThanOrEqual(at.getTime());
      }),
    );
  });

  test('is nothing while it is not typed', () => {
    expect(instantOfWall({ day: '', time: '00:00' }, 'UTC')).toBeNull();
    expect(instantOfWall({ day: '2026-12-01', time: '' }, 'UTC')).toBeNull();
    expect([nextMonth('2026-11-23'), nextMonth('2026-12-31')]).toEqual([
      '2026-12-01',
      '2027-01-01',
    ]);
  });
});

const money = fc.bigInt(0n, 10n ** 12n).map(String);
const price = fc.bigInt(1n, 10n ** 12n).map(String);
const rate = fc.integer({ min: 0, max: 10_000 });
const count = fc.integer({ min: 1, max: 99 });
const name = fc.stringMatching(/^[A-Z][a-z]{0,9}$/);
const account = fc.constantFrom('energy_sales', 'vat_payable', 'levies_payable', 'own_account');

const prices: fc.Arbitrary<readonly PriceAbove[]> = fc
  .uniqueArray(fc.integer({ min: 1, max: 9_999 }), { maxLength: 4 })
  .chain((above) =>
    fc.tuple(...[0, ...above.sort((a, b) => a - b)].map((at) => fc.tuple(fc.constant(at), price))),
  )
  .map((all) => all.map(([above_tenth_kwh, e4]) => ({ above_tenth_kwh, price_e4_minor: e4 })));

const energyHead = { id: fc.constant('energy'), name, account };
const energy: fc.Arbitrary<TariffRecord['energy']> = fc.oneof(
  fc.record({ kind: fc.constant('flat' as const), ...energyHead, price_e4_minor: price }),
  fc.record({ kind: fc.constant('steps' as const), ...energyHead, steps: prices }),
  fc.record({
    kind: fc.constant('bands' as const),
    ...energyHead,
    measure: fc.oneof(
      fc.constant({ kind: 'this-month' as const }),
      fc
        .integer({ min: 1, max: 12 })
        .map((months) => ({ kind: 'average-of-months' as const, months })),
    ),
    bands: prices,
  }),
  fc.record({
    kind: fc.constant('in-meter' as const),
    ...energyHead,
    time_of_use: fc.constant({ seasons: [], anything: 1 }),
  }),
);

const id = (prefix: string) => fc.integer({ min: 0, max: 999 }).map((at) => `${prefix}_${at}`);
const some = <Value extends { readonly id: string }>(one: fc.Arbitrary<Value>) =>
  fc.uniqueArray(one, { maxLength: 3, selector: (each) => each.id });

const head = (prefix: string) => ({ id: id(prefix), name, account });
const day = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => Number(date.toISOString().slice(0, 10).replaceAll('-', '')));
const period = fc.constantFrom('month' as const, 'day' as const);

const record: fc.Arbitrary<TariffRecord> = fc.record({
  format: fc.constant(1 as const),
  energy,
  per_kwh: some(
    fc.record({
      ...head('levy'),
      value: fc.oneof(
        fc.constant({ kind: 'published' as const }),
        price.map((e4) => ({ kind: 'fixed' as const, price_e4_minor: e4 })),
      ),
    }),
  ),
  fixed: some(
    fc.record({
      ...head('charge'),
      ...{ money_minor: money, per: period, catch_up_max: count },
      first_period: fc.constantFrom('whole' as const, 'pro-rata' as const, 'none' as const),
      from: fc.option(day),
      if_too_small: fc.oneof(
        fc.constant({ kind: 'refuse' as const }),
        rate.map((part) => ({ kind: 'take-part' as const, part_share_basis_points: part })),
      ),
    }),
  ),
  rates: some(
    fc.record({
      ...head('tax'),
      rate_basis_points: rate,
      of: fc.constant(['energy']),
      exemptible: fc.boolean(),
    }),
  ),
  fees: some(
    fc.record({
      ...head('fee'),
      channel: fc.option(fc.constantFrom('kiosk', 'mobile')),
      ...{ rate_basis_points: rate, least_minor: money, most_minor: fc.option(money) },
    }),
  ),
  free: some(
    fc.record({
      ...{ id: id('free'), name, energy_tenth_kwh: count, per: period, stack_max: count },
      claim: fc.constantFrom('alone' as const, 'with-purchase' as const, 'either' as const),
      window: fc.option(
        fc.record({
          from_day: fc.integer({ min: 1, max: 28 }),
          to_day: fc.integer({ min: 1, max: 31 }),
        }),
      ),
      entitled: fc.constantFrom('all' as const, 'listed' as const),
      counts_for_steps: fc.boolean(),
    }),
  ),
  limits: fc.record({
    least_tendered_minor: fc.option(money),
    most_tendered_minor: fc.option(money),
    most_tendered_per_month_minor: fc.option(money),
    most_energy_per_month_tenth_kwh: fc.option(fc.integer({ min: 1, max: 99_999 })),
  }),
  rounding: fc.constantFrom('given' as const, 'carried' as const),
});

const HEAD = { name: 'Household', fromDay: '2026-12-01', fromTime: '00:00' };

describe('a record and its draft', () => {
  test('a version that is opened and saved unchanged is the same, to the last member', () => {
    fc.assert(
      fc.property(record, (each) => {
        for (const currency of [KES, JPY]) {
          const made = recordOfDraft(draftOfRecord(each, HEAD, currency), currency);
          expect(made.faults).toEqual([]);
          expect(made.record).toEqual(each);
        }
      }),
    );
  });

  test('a version says nothing else than itself, and every change of one is told', () => {
    fc.assert(
      fc.property(record, record, (one, other) => {
        expect(changesBetween(one, one, KES)).toEqual([]);
        const inMeter = one.energy.kind === 'in-meter' && other.energy.kind === 'in-meter';
        const isSame = JSON.stringify(one) === JSON.stringify(other);
        if (!isSame && !inMeter) expect(changesBetween(one, other, KES)).not.toEqual([]);
      }),
    );
  });

  test('the template of steps becomes a tariff once its prices are filled in', () => {
    const template = draftOfTemplate('steps', '2026-12-01');
    const empty = recordOfDraft(template, KES).faults;
    expect(empty.map(({ path, isEmpty }) => [path, isEmpty])).toEqual([
      ['energy.steps.0.price_e4_minor', true],
      ['energy.steps.1.price_e4_minor', true],
      ['energy.steps.2.price_e4_minor', true],
      ['rates.0.rate_basis_points', true],
    ]);
    const { energy: typed, rates } = template;
    const filled: TariffDraft = {
      ...template,
      energy: { ...typed, steps: typed.steps.map((step) => ({ ...step, price: '2.50' })) },
      rates: rates.map((each) => ({ ...each, rate: '15 %' })),
    };
    const made = recordOfDraft(filled, KES);
    expect(made.faults).toEqual([]);
    expect(made.record.rates).toEqual([
      {
        ...{ id: 'vat', name: 'VAT', account: 'vat_payable', rate_basis_points: 1500 },
        ...{ of: ['energy'], exemptible: true },
      },
    ]);
  });

  test('what is new is called by its name, and a tax finds it', () => {
    const begin = draftOfTemplate('flat', '2026-12-01');
    const charge = { ...NEW_FIXED, key: newKey(begin), name: 'Réseau & dépôt', money: '10' };
    const one: TariffDraft = { ...begin, fixed: [charge] };
    const twin = { ...charge, key: newKey(one) };
    const tax = { ...NEW_RATE, key: 'n9', name: '2 % levy', rate: '2 %', of: [twin.key, 'vat'] };
    const made = recordOfDraft(
      { ...one, fixed: [charge, twin], rates: [...begin.rates, tax] },
      KES,
    );
    expect(made.record.fixed.map((each) => each.id)).toEqual([
      're_seau_de_po_t',
      're_seau_de_po_t_2',
    ]);
    expect(made.record.rates[1]).toMatchObject({ id: 'levy', of: ['re_seau_de_po_t_2', 'vat'] });
    expect(slugOf('!!!')).toBe('component');
    expect(slugOf('x'.repeat(80))).toHaveLength(28);
  });

  test('what cannot be read is a fault at its field, and something stands in for it', () => {
    const begin = draftOfTemplate('steps', '2026-12-01');
    const steps = begin.energy.steps.map((step, at) => ({
      ...{ ...step, price: '1' },
      above: at === 1 ? 'fifty' : step.above,
    }));
    const rates = begin.rates.map((each) => ({ ...each, rate: '15' }));
    const made = recordOfDraft({ ...begin, energy: { ...begin.energy, steps }, rates }, KES);
    expect(made.faults.map(({ path }) => path)).toEqual([
      'energy.steps.1.above_tenth_kwh',
      'rates.0.rate_basis_points',
    ]);
    // It rises, so that the server has nothing to say against what nobody typed.
    expect(made.record.energy).toMatchObject({
      steps: [{ above_tenth_kwh: 0 }, { above_tenth_kwh: 1 }, { above_tenth_kwh: 3500 }],
    });
  });
});

describe('a kept draft', () => {
  const store = () => {
    const texts = new Map<string, string>();
    return {
      getItem: (at: string) => texts.get(at) ?? null,
      setItem: (at: string, text: string) => void texts.set(at, text),
      removeItem: (at: string) => void texts.delete(at),
    };
  };

  test('is read as it was written; anything else is none', () => {
    const draft = draftOfTemplate('bands', '2026-12-01');
    const kept = store();
    keepDraft(kept, 'here', draft);
    expect(readKeptDraft(kept, 'here')).toEqual(draft);
    expect(readKeptDraft(kept, 'there')).toBeNull();
    for (const text of ['', '{', 'null', '{}', '{"form":2}', '{"form":1,"draft":{"energy":{}}}']) {
      expect(parseKeptDraft(text), text).toBeNull();
    }
  });
});

describe('in words', () => {
  const PRICES = [
    { above_tenth_kwh: 0, price_e4_minor: '1800000' },
    { above_tenth_kwh: 500, price_e4_minor: '2400000' },
    { above_tenth_kwh: 3500, price_e4_minor: '2950000' },
  ];

  test('where a step begins and ends', () => {
    expect([0, 1, 2].map((at) => spanWords(PRICES, at))).toEqual([
      'Up to 50.0 kWh',
      'From 50.0 to 350.0 kWh',
      'Above 350.0 kWh',
    ]);
    expect(spanWords(PRICES.slice(0, 1), 0)).toBe('All energy');
  });

  const [template] = [draftOfTemplate('flat', '2026-12-01')];
  const base = recordOfDraft(
    {
      ...template,
      energy: { ...template.energy, price: '2' },
      rates: template.rates.map((each) => ({ ...each, rate: '15 %' })),
    },
    KES,
  ).record;

  test('a section without anything is left out', () => {
    expect(sectionsOf(base, KES).map(({ key }) => key)).toEqual(['energy', 'rates', 'rounding']);
  });

  test('what changes is told rule by rule, before and after', () => {
    const [vat] = base.rates;
    if (vat === undefined) throw new Error('the template has a tax');
    const after: TariffRecord = {
      ...base,
      energy: {
        kind: 'steps',
        id: 'energy',
        name: 'Energy',
        account: 'energy_sales',
        steps: PRICES,
      },
      rates: [{ ...vat, rate_basis_points: 1600, account: 'taxes_payable' }],
      rounding: 'carried',
    };
    const told = changesBetween(base, after, KES).map(({ before, after: is }) => [before, is]);
    expect(told).toEqual([
      ['One price for every kWh.', expect.stringMatching(/^Steps: /)],
      ['All energy: KSh 2.00 per kWh', 'Up to 50.0 kWh: KSh 1.80 per kWh'],
      [null, 'From 50.0 to 350.0 kWh: KSh 2.40 per kWh'],
      [null, 'Above 350.0 kWh: KSh 2.95 per kWh'],
      ['Goes to the account vat_payable.', 'Goes to the account taxes_payable.'],
      ['15 %.', '16 %.'],
      [expect.stringMatching(/customer keeps/), expect.stringMatching(/that much less/)],
    ]);
  });

  test('a fault says what to do', () => {
    expect(faultWords('never_reached', 'begins where the one before it does')).toBe(
      'Begins where the one before it does. It can never be reached: take it out, or change where it begins or the limit.',
    );
    expect(faultWords('unheard_of', 'is odd')).toBe('Is odd.');
  });
});

describe('what is asked of a tariff', () => {
  const template = draftOfTemplate('flat', '2026-12-01');
  const plain = recordOfDraft(template, KES).record;

  test('is exact, and only what the tariff knows', () => {
    const form = { ...FIRST_TRIAL, monthToDate: '12.5', exempt: ['vat', 'gone'], entitled: ['x'] };
    expect(askOf(form, plain, KES).asked).toEqual({
      ask: { tendered_minor: '50000' },
      situation: {
        ...{ channel: 'counter', energy_this_month_tenth_kwh: 125 },
        ...{ tendered_this_month_minor: '0', energy_of_each_month_tenth_kwh: 0 },
        ...{ charges_paid: false, months_owed: 0, exemptions: ['vat'], entitlements: [] },
        assumed_e4_minor: {},
      },
    });
    const energyAsked = askOf({ ...FIRST_TRIAL, way: 'energy', energy: '100' }, plain, KES);
    expect(energyAsked.asked?.ask).toEqual({ energy_tenth_kwh: 1000 });
  });

  test('is nothing while a field is wrong or empty', () => {
    expect(askOf({ ...FIRST_TRIAL, money: 'x' }, plain, KES)).toMatchObject({
      asked: null,
      faults: { money: expect.stringMatching(/digits/) },
    });
    expect(askOf({ ...FIRST_TRIAL, money: '' }, plain, KES)).toEqual({ asked: null, faults: {} });
    expect(askOf({ ...FIRST_TRIAL, channel: 'A till' }, plain, KES).faults.channel).toBeDefined();
    const level = {
      ...{ id: 'fuel', name: 'Fuel', account: 'energy_sales' },
      value: { kind: 'published' as const },
    };
    const published = { ...plain, per_kwh: [level] };
    const assumed = askOf({ ...FIRST_TRIAL, assumed: { fuel: '-0.1' } }, published, KES);
    expect(assumed.asked?.situation.assumed_e4_minor).toEqual({ fuel: '-100000' });
    const wrong = askOf({ ...FIRST_TRIAL, assumed: { fuel: 'x' } }, published, KES);
    expect(wrong.faults['assumed.fuel']).toBeDefined();
  });
});

describe('versions', () => {
  const version = (more: Partial<TariffVersion>): TariffVersion => ({
    ...{ id: 'a', version: 1, name: 'Household', state: 'approved', in_force: false },
    ...{ effective_from: '2026-01-01T00:00:00.000Z', drafted_by: 'x' },
    ...{ drafted_at: '2026-01-01T00:00:00.000Z', approved_by: null, approved_at: null },
    ...{ approval_id: null, record: {} },
    ...more,
  });
  const NOW = new Date('2026-06-01T00:00:00.000Z');
  const past = version({});
  const held = version({ version: 2, in_force: true, effective_from: '2026-02-01T00:00:00.000Z' });
  const later = version({ version: 3, effective_from: '2026-07-01T00:00:00.000Z' });
  const draft = version({ version: 4, state: 'draft', name: 'Household 2' });
  const gone = version({ version: 5, state: 'withdrawn' });
  const all = [past, held, later, draft, gone];

  test('are past, in force, to come, drafts or waiting', () => {
    expect(all.map((each) => stateOfVersion(each, false, NOW))).toEqual([
      'past',
      'in-force',
      'future',
      'draft',
      'withdrawn',
    ]);
    expect(stateOfVersion(draft, true, NOW)).toBe('waiting');
  });

  test('are compared with the one in force, or else with the last approved one', () => {
    expect(baseOf(draft, all)).toBe(held);
    expect(baseOf(held, all)).toBe(later);
    expect(baseOf(null, [past, draft])).toBe(past);
    expect(baseOf(null, [draft])).toBeNull();
    expect([nextVersion(all), nextVersion([])]).toEqual([6, 1]);
  });

  test('stand together under the name in force', () => {
    const other = version({ id: 'b', name: 'Business' });
    const listed = tariffsOf([draft, held, other]);
    expect(
      listed.map(({ id: at, name: called, versions }) => [at, called, versions.length]),
    ).toEqual([
      ['b', 'Business', 1],
      ['a', 'Household', 2],
    ]);
  });

  test('customers who gain and lose are counted apart', () => {
    const distribution = [
      { from_basis_points: null, customers: 1 },
      { from_basis_points: -1000, customers: 2 },
      { from_basis_points: -500, customers: 4 },
      { from_basis_points: 0, customers: 8 },
      { from_basis_points: 500, customers: 16 },
    ];
    expect(countsOf({ distribution })).toEqual({ less: 3, same: 12, more: 16 });
  });
});
