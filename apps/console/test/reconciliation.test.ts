import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { itemActionOf } from '../src/forms/item-action-draft.ts';
import { dateFormatOf, fieldsOf, offerFor } from '../src/pages/reconciliation/read-sample.ts';
import type { PaymentSource } from '../src/pages/reconciliation/reconciliation-queries.ts';
import { runWords } from '../src/pages/reconciliation/run-words.ts';
import {
  basisPointsOf,
  draftOfSource,
  EMPTY_CSV,
  EMPTY_SOURCE,
  formatOf,
  isReadable,
  sourceOf,
} from '../src/pages/reconciliation/source-draft.ts';

const PLACES = 2;

describe('what an example file shows', () => {
  test('a table under prose, with quotes, an amount and a status', () => {
    const offer = offerFor(
      [
        'Statement of till 4711',
        '',
        'Receipt No.;Completion Time;Details;Status;Paid In;Account No.;Other Party',
        'QX1;22/11/2026 08:15:00;"Pay bill; home";Completed;500.00;01234567890;A. Customer',
        'QX2;13/11/2026 08:16:00;;Completed;20.00;;B. Customer',
      ].join('\r\n'),
    );
    expect(offer.header).toHaveLength(7);
    expect(offer.csv).toEqual({
      delimiter: ';',
      hasHeader: true,
      skipLines: '2',
      dateFormat: 'DD/MM/YYYY HH:mm:ss',
      date: 'Completion Time',
      status: 'Status',
      fee: '',
      meterNumber: 'Account No.',
      payer: 'Other Party',
      externalId: 'Receipt No.',
      reference: 'Details',
      moneyKind: 'credits',
      amount: 'Paid In',
    });
  });

  test('two columns of money, and months that stand first', () => {
    const { csv } = offerFor('Date,Debit,Credit,Narration\n01/02/2026,,5.00,x\n02/28/2026,1.00,,y');
    expect(csv).toMatchObject({
      moneyKind: 'two_columns',
      debit: 'Debit',
      credit: 'Credit',
      dateFormat: 'MM/DD/YYYY',
      reference: 'Narration',
      skipLines: '0',
    });
  });

  test.each([
    ['2026-11-22 08:15:00', 'YYYY-MM-DD HH:mm:ss'],
    ['2026-11-22T08:15', 'YYYY-MM-DDTHH:mm'],
    ['22.11.2026', 'DD.MM.YYYY'],
    ['1/2/2026 8:15 PM', 'D/M/YYYY h:mm A'],
    ['22-Nov-2026', 'DD-MMM-YYYY'],
    ['22.11.26', ''],
    ['2026-11-22 at noon', ''],
  ])('the form of %s', (date, format) => {
    expect(dateFormatOf([date])).toBe(format);
  });

  test('a file without anything to see offers no columns', () => {
    expect(offerFor('').header).toEqual([]);
    expect(offerFor('one line of prose\n').header).toEqual([]);
  });

  test('fields come back as they were written, whatever they hold', () => {
    const field = fc.string({ unit: 'binary-ascii' }).map((text) => text.trim());
    fc.assert(
      fc.property(
        fc.array(field, { minLength: 1 }),
        fc.constantFrom(',', ';', '\t'),
        (all, sign) => {
          const line = all.map((each) => `"${each.replaceAll('"', '""')}"`).join(sign);
          expect(fieldsOf(line, sign)).toEqual(all);
        },
      ),
    );
  });
});

describe('the settings of a source', () => {
  const csv = { ...EMPTY_CSV, date: 'Date', amount: 'Amount' };
  const draft = { ...EMPTY_SOURCE, name: 'Till', timeZone: 'UTC', csv };

  test('become what the API takes', () => {
    const read = sourceOf({ ...draft, feePercent: '1,5 %', feeFixed: '0.10' }, PLACES);
    expect(read).toEqual({
      settings: {
        kind: 'mobile_money',
        name: 'Till',
        clearing_account: 'mobile_money_clearing',
        time_zone: 'UTC',
        format: {
          kind: 'csv',
          encoding: 'utf-8',
          delimiter: ',',
          skip_lines: 0,
          has_header: true,
          ignore_lines_that_begin: [],
          decimal_separator: '.',
          thousands_separator: '',
          date_format: 'YYYY-MM-DD HH:mm:ss',
          money: { kind: 'signed', column: 'Amount' },
          date: 'Date',
          external_id: null,
          reference: null,
          meter_number: null,
          payer: null,
          fee: null,
          status: null,
        },
        money_basis: 'gross',
        expected_fee: { basis_points: 150, fixed_minor: '10', rounding: 'half_up' },
        payment_methods: ['mobile_money'],
        vendor_id: null,
        takes_deposits: false,
        match_window_minutes: 60,
      },
    });
  });

  test('what is missing or no number is named', () => {
    expect(sourceOf({ ...draft, name: ' ' }, PLACES)).toEqual({ fault: 'name' });
    expect(sourceOf({ ...draft, window: '1 h' }, PLACES)).toEqual({ fault: 'window' });
    expect(sourceOf({ ...draft, feePercent: '101' }, PLACES)).toEqual({ fault: 'fee' });
    expect(sourceOf({ ...draft, feeFixed: '0.001' }, PLACES)).toEqual({ fault: 'fee' });
    expect(isReadable({ ...draft, csv: { ...csv, date: ' ' } })).toBe(false);
    expect(isReadable({ ...draft, csv: { ...csv, moneyKind: 'two_columns' } })).toBe(false);
    expect(isReadable(draft)).toBe(true);
  });

  test('without a header a column is its place', () => {
    const places = { ...csv, hasHeader: false, date: '1', amount: '3', payer: '4' };
    expect(formatOf({ ...draft, csv: places })).toMatchObject({
      date: 1,
      money: { column: 3 },
      payer: 4,
    });
    const named = { ...csv, date: '1' };
    expect(formatOf({ ...draft, csv: named })).toMatchObject({ date: '1' });
  });

  test.each([
    ['1.5 %', 150],
    ['0,25', 25],
    ['100%', 10_000],
    ['100.01', null],
    ['1.555', null],
    ['', null],
    ['-1', null],
  ])('a share of "%s"', (typed, points) => {
    expect(basisPointsOf(typed)).toBe(points);
  });

  const column = fc.constantFrom('A', 'B c', 'D');
  const money: fc.Arbitrary<Extract<PaymentSource['format'], { kind: 'csv' }>['money']> = fc.oneof(
    column.map((name) => ({ kind: 'signed' as const, column: name })),
    fc.constant({ kind: 'two_columns' as const, debit: 'Out', credit: 'In' }),
    column.map((name) => ({
      ...{ kind: 'indicator' as const, column: name, indicator: 'I' },
      ...{ credit_words: ['CR', 'C'], debit_words: ['DR'] },
    })),
  );
  const fee = fc.option(
    fc.record({
      basis_points: fc.integer({ min: 0, max: 10_000 }),
      fixed_minor: fc.bigInt(0n, 10n ** 11n).map(String),
      rounding: fc.constantFrom('down' as const, 'half_up' as const, 'up' as const),
    }),
  );

  test('a stored source that is opened and saved says what it said', () => {
    fc.assert(
      fc.property(money, fee, fc.boolean(), (columns, expected, hasStatus) => {
        const read = sourceOf({ ...draft, feeFixed: '0.10' }, PLACES);
        if (!('settings' in read) || read.settings.format.kind !== 'csv') throw new Error('no CSV');
        const status = hasStatus ? { column: 'S', counts: ['ok', 'done'] } : null;
        const stored = {
          ...read.settings,
          id: 'f0000000-0000-4000-8000-000000000001',
          format: {
            ...read.settings.format,
            money: columns,
            status,
            ignore_lines_that_begin: ['T'],
          },
          expected_fee: expected,
        } as PaymentSource;
        const { id: _, ...settings } = stored;
        expect(sourceOf(draftOfSource(stored, PLACES), PLACES)).toEqual({ settings });
      }),
    );
  });
});

describe('what is said of an item', () => {
  const draft = { explanation: '', wish: 'refund', reference: '', note: '' } as const;
  const free = { withItemId: null, needsNote: false };

  test('nothing is sent while something is missing', () => {
    expect(itemActionOf('explain', draft, free)).toBeNull();
    expect(itemActionOf('wish', draft, free)).toBeNull();
    expect(itemActionOf('reopen', draft, free)).toBeNull();
    expect(itemActionOf('link', draft, free)).toBeNull();
    const noted = { withItemId: 'x', needsNote: true };
    expect(itemActionOf('link', { ...draft, note: ' \n ' }, noted)).toBeNull();
  });

  test('a note becomes one line, and an empty one none', () => {
    const noted = { ...draft, explanation: 'bank_charge', note: ' as\n agreed ' };
    expect(itemActionOf('explain', noted, free)).toEqual({
      action: 'explain',
      explanation: 'bank_charge',
      note: 'as agreed',
    });
    expect(itemActionOf('wish', { ...draft, reference: ' C-1 ' }, free)).toEqual({
      action: 'wish',
      wish: 'refund',
      reference: 'C-1',
      note: null,
    });
  });
});

test('a run in words leaves out what there is none of', () => {
  const none = { matched: 0, paid_no_vend: 0, vend_no_pay: 0, differs: 0, duplicate: 0 };
  expect(runWords({ items: none })).toBe('nothing new');
  expect(runWords({ items: { ...none, matched: 1200, differs: 1 } })).toBe(
    '1,200 matched, 1 differs',
  );
});
