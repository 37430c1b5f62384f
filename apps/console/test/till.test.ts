/** What the till and the list of sales reckon before anything is drawn. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Quote, SearchHit } from '../src/api/model.ts';
import { foundMeters } from '../src/pages/till/found-meter.ts';
import { askedOf, readFilter } from '../src/pages/vends/vend-list-queries.ts';
import { sharesOf, shareWords } from '../src/receipt/bill-shares.ts';
import { paperName } from '../src/receipt/paper.ts';
import { tokenHead } from '../src/receipt/token-words.ts';
import { parsePendingSale } from '../src/sale/pending-sale.ts';
import type { SaleRequest } from '../src/sale/sale.ts';
import { startOfDay } from '../src/wall-time.ts';

const XTS = { code: 'XTS', symbol: 'T', decimal_places: 2 };
const KINDS = ['debt', 'fee', 'fixed', 'energy', 'per-kwh', 'rate', 'free', 'in-meter'] as const;

type Line = Quote['lines'][number];

function line(kind: Line['kind'], line_minor: string): Line {
  return { kind, line_minor, id: kind, label: kind, detail: '' };
}

describe('the shares of a bill', () => {
  test('add up to all of it, whatever the lines are', () => {
    const anyLine = fc.tuple(fc.constantFrom(...KINDS), fc.bigInt({ min: -999n, max: 10n ** 18n }));
    fc.assert(
      fc.property(fc.array(anyLine), (drawn) => {
        const lines = drawn.map(([kind, minor]) => line(kind, String(minor)));
        const { energy, charges, debts } = sharesOf(lines);
        const total = drawn.reduce((sum, [, minor]) => sum + minor, 0n);
        expect(energy + charges + debts).toBe(total);
      }),
    );
  });

  test('are said where they are not all electricity', () => {
    expect(shareWords([line('energy', '100')], XTS)).toBeNull();
    const lines = [line('debt', '250'), line('energy', '1000'), line('rate', '150')];
    expect(shareWords(lines, XTS)).toMatch(
      /10\.00 for electricity · .*1\.50 for charges and taxes · .*2\.50 for debts$/,
    );
  });
});

test('several tokens are numbered in the order they are keyed in', () => {
  const names = ['free electricity', 'electricity'] as const;
  expect(names.map((name, at) => tokenHead({ name }, at, 2))).toEqual([
    '1 of 2 · Free units',
    '2 of 2 · Electricity',
  ]);
  expect(tokenHead({ name: 'electricity' }, 0, 1)).toBe('Token for the meter');
  expect(tokenHead({ name: 'free electricity' }, 0, 1)).toBe('Free units');
});

test('papers have names that tell slips from sheets', () => {
  expect([paperName('58'), paperName('80'), paperName('a4')]).toEqual([
    '58 mm slip',
    '80 mm slip',
    'A4 sheet',
  ]);
});

describe('a begun sale that is kept', () => {
  const sale = (request: unknown) => parsePendingSale(JSON.stringify({ ...KEPT, request }));
  const KEPT = { id: 'i', begunAt: 1 };
  const request: SaleRequest = { meter_number: '1', tendered_minor: '0' };

  test.each<[string, SaleRequest]>([
    ['a sale for cash', request],
    ['one by mobile money', { ...request, payment: { method: 'card', reference: 'QX7' } }],
    ['one without a number', { ...request, payment: { method: 'card', reference: null } }],
    ['a claim of free units', { ...request, free_units: true }],
  ])('%s is asked for again as it was', (_, kept) => {
    expect(sale(kept)).toEqual({ ...KEPT, request: kept });
  });

  test.each([
    ['a payment without a method', { ...request, payment: { reference: 'QX7' } }],
    ['a payment that is a word', { ...request, payment: 'cash' }],
    ['a number that is no text', { ...request, payment: { method: 'card', reference: 7 } }],
    ['no meter', { tendered_minor: '1' }],
  ])('%s is not asked for at all', (_, kept) => {
    expect(sale(kept)).toBeNull();
  });
});

describe('the beginning of a day', () => {
  test.each([
    ['2026-11-23', 'Africa/Nairobi', '2026-11-22T21:00:00.000Z'],
    ['2026-11-23', 'UTC', '2026-11-23T00:00:00.000Z'],
    ['2026-11-23', 'Asia/Kathmandu', '2026-11-22T18:15:00.000Z'],
    // The clock goes forward at two, and back at three; midnight is before both.
    ['2026-03-29', 'Europe/Berlin', '2026-03-28T23:00:00.000Z'],
    ['2026-03-30', 'Europe/Berlin', '2026-03-29T22:00:00.000Z'],
    ['2026-10-25', 'Europe/Berlin', '2026-10-24T22:00:00.000Z'],
    ['2026-10-26', 'Europe/Berlin', '2026-10-25T23:00:00.000Z'],
    ['2026-06-15', 'America/Anchorage', '2026-06-15T08:00:00.000Z'],
    ['2026-06-15', 'Pacific/Kiritimati', '2026-06-14T10:00:00.000Z'],
  ])('%s in %s is %s', (day, zone, instant) => {
    expect(startOfDay(day, zone)).toBe(instant);
  });
});

describe('the filter of the sales', () => {
  const asked = (text: string) => askedOf(readFilter(new URLSearchParams(text)), 'Africa/Nairobi');

  test('asks for both days whole', () => {
    expect(asked('from=2026-11-01&to=2026-11-02')).toEqual({
      from: '2026-10-31T21:00:00.000Z',
      to: '2026-11-02T21:00:00.000Z',
    });
  });

  test('asks for a receipt alone, and for nothing that makes no sense', () => {
    expect(asked('receipt=12&meter=1')).toEqual({ receipt_number: '12' });
    expect(asked('receipt=abc&from=2026-13-01&vendor=x')).toEqual({});
    expect(asked('meter=0123 1000 0000 9')).toEqual({ meter_number: '0123100000009' });
  });
});

test('the search offers only what can be sold to', () => {
  const hit: SearchHit = {
    reason: 'name',
    meter: { meter_number: '1', status: 'blocked' },
    service_point: { id: 's', code: 'c', address: '1 Road', area: 'North' },
    agreement: { id: 'a', account_number: '77', in_force: true },
    customer: { id: 'u', name: 'Test Customer', phone: '0700' },
  };
  const ended = { ...hit, agreement: { id: 'a', account_number: '77', in_force: false } };
  expect(foundMeters([{ ...hit, meter: null }, ended, { ...hit, agreement: null }])).toEqual([]);
  expect(foundMeters([hit])).toEqual([
    {
      ...{ meterNumber: '1', customerName: 'Test Customer', isBlocked: true },
      about: '1 Road · 0700 · account 77',
    },
  ]);
});
