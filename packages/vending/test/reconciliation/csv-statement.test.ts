/** Reading CSV statements: every form of money and date, every fault with its place, any octets. */

import { formatMinorUnits, minorUnits } from '@wattvend/quantities/money.js';
import { decimalMoneyReader } from '@wattvend/vending/decimal-money.js';
import type { CsvFormat } from '@wattvend/vending/payment-source.js';
import { settingFaults } from '@wattvend/vending/source-settings.js';
import { statementDateReader, wallClock } from '@wattvend/vending/statement-date.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CSV, paymentSource, readAll } from './statements.ts';

const HEAD = 'Receipt,Completed,Details,Account,Amount\n';

describe('money', () => {
  test.each<[string, '.' | ',', string, number, bigint | string]>([
    ['12.50', '.', ',', 2, 1250n],
    ['1,234.50', '.', ',', 2, 123450n],
    ['1.234,50', ',', '.', 2, 123450n],
    ['1 234,50', ',', ' ', 2, 123450n],
    ['1\u00a0234,50', ',', ' ', 2, 123450n],
    ["1'234.50", '.', "'", 2, 123450n],
    ['1,00,000', '.', ',', 2, 10000000n],
    ['-12.5', '.', '', 2, -1250n],
    ['12.50-', '.', '', 2, -1250n],
    ['(12.50)', '.', '', 2, -1250n],
    ['\u221212.50', '.', '', 2, -1250n],
    ['+7', '.', '', 2, 700n],
    ['007', '.', '', 2, 700n],
    ['500', '.', '', 0, 500n],
    ['0.001', '.', '', 3, 1n],
    ['5.000', '.', '', 2, 'at most 2 decimal places'],
    ['5.0', '.', '', 0, 'at most 0 decimal places'],
    ['1,23.00', '.', ',', 2, 'an amount such as 1,234.00'],
    ['1.234,50', '.', ',', 2, 'an amount such as 1,234.00'],
    ['12.', '.', '', 2, 'an amount such as 1234.00'],
    ['.50', '.', '', 2, 'an amount such as 1234.00'],
    ['--5', '.', '', 2, 'an amount such as 1234.00'],
    ['-5-', '.', '', 2, 'an amount such as 1234.00'],
    ['1e3', '.', '', 2, 'an amount such as 1234.00'],
    ['', '.', '', 2, 'an amount such as 1234.00'],
    ['99999999999.99', '.', '', 2, 'at most 12 digits'],
  ])('%s with %s and %s to %i places', (text, point, thousands, places, expected) => {
    const form = { decimalSeparator: point, thousandsSeparator: thousands, allowZeroTail: false };
    const parsed = decimalMoneyReader(form, places)(text);
    expect(parsed.kind === 'money' ? parsed.money : parsed.expected).toBe(expected);
  });

  test('what is written for people is read back to the unit', () => {
    const amounts = fc.bigInt({ min: -(10n ** 12n) + 1n, max: 10n ** 12n - 1n });
    fc.assert(
      fc.property(amounts, fc.integer({ min: 0, max: 4 }), (amount, places) => {
        const text = formatMinorUnits(minorUnits(amount), places);
        const [whole = '', fraction] = text.split('.');
        const grouped = whole.replaceAll(/\B(?=(\d{3})+$)/g, '.');
        const form = {
          decimalSeparator: ',',
          thousandsSeparator: '.',
          allowZeroTail: false,
        } as const;
        const written = fraction === undefined ? grouped : `${grouped},${fraction}`;
        expect(decimalMoneyReader(form, places)(written)).toEqual({ kind: 'money', money: amount });
      }),
    );
  });
});

describe('dates', () => {
  test.each<[string, string, string, number | null]>([
    ['YYYY-MM-DD', '2026-02-28', '2026-02-28', null],
    ['DD.MM.YY', '29.02.28', '2028-02-29', null],
    ['D/M/YYYY HH:mm', '1/2/2026 23:59', '2026-02-01', 86_340_000],
    ['MM/DD/YYYY hh:mm A', '02/01/2026 12:05 am', '2026-02-01', 300_000],
    ['MM/DD/YYYY hh:mm A', '02/01/2026 12:05 PM', '2026-02-01', 43_500_000],
    ['DD-MMM-YYYY', '01-Feb-2026', '2026-02-01', null],
    ['YYYYMMDDHHmmss', '20260201000001', '2026-02-01', 1000],
    ['YYYY-MM-DDTHH:mm:ssZ', '2026-02-01T00:00:01Z', '2026-02-01', 1000],
  ])('%s reads %s', (format, text, date, timeMs) => {
    expect(statementDateReader(format)?.(text)).toEqual({ date, timeMs });
  });

  test.each([
    ['YYYY-MM-DD', '2026-02-29'],
    ['YYYY-MM-DD', '2026-13-01'],
    ['YYYY-MM-DD', '2026-1-01'],
    ['YYYY-MM-DD HH:mm', '2026-01-01 24:00'],
    ['YYYY-MM-DD HH:mm', '2026-01-01'],
    ['YYYY-MM-DD hh:mm A', '2026-01-01 13:00 PM'],
    ['DD-MMM-YYYY', '01-Foo-2026'],
    ['YYYY.MM.DD', '2026-01-01'],
  ])('%s does not read %s', (format, text) => {
    expect(statementDateReader(format)?.(text)).toBeNull();
  });

  test.each([
    '',
    'YYYY-MM',
    'DD/MM',
    'YYYY-MM-DD HH',
    'YYYY-MM-DD hh:mm',
    'YYYY-YY-MM-DD',
    'YYYY-MM-DD mm',
  ])('"%s" is no format', (format) => expect(statementDateReader(format)).toBeNull());

  test('the clock on the wall is told right in every zone, and an hour that comes twice is the first', () => {
    const zones = [
      'Africa/Nairobi',
      'Europe/Berlin',
      'Asia/Kolkata',
      'Australia/Lord_Howe',
      'America/St_Johns',
    ];
    const first = Date.UTC(2020, 0, 1);
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: 0, max: 8 * 365 * 1440 }),
        (timeZone, at) => {
          const moment = first + at * 60_000;
          const shown = new Intl.DateTimeFormat('sv-SE', {
            timeZone,
            dateStyle: 'short',
            timeStyle: 'medium',
          });
          const [date = '', time = ''] = shown.format(moment).split(' ');
          const [hour = 0, minute = 0] = time.split(':').map(Number);
          const found = wallClock(timeZone)(date, (hour * 60 + minute) * 60_000);
          expect(shown.format(found)).toBe(shown.format(moment));
          expect(found).toBeLessThanOrEqual(moment);
          expect(moment - found).toBeLessThanOrEqual(3_600_000);
        },
      ),
    );
    expect(wallClock('Europe/Berlin')('2026-10-25', 9_000_000)).toBe(
      Date.parse('2026-10-25T00:30:00Z'),
    );
    expect(wallClock('Europe/Berlin')('2026-03-29', 9_000_000)).toBe(
      Date.parse('2026-03-29T01:30:00Z'),
    );
  });
});

describe('a table', () => {
  test('is read by the names of its columns', async () => {
    const text = `${HEAD}QX1,2026-03-01 10:00:00,for light,01234567897,"1,250.00"\n`;
    expect(await readAll(text, CSV)).toEqual({
      lines: [
        {
          lineNumber: 2,
          externalId: 'QX1',
          reference: 'for light',
          meterNumber: '01234567897',
          payer: null,
          money: 125_000n,
          fee: 0n,
          valueDate: '2026-03-01',
          bookedAt: Date.parse('2026-03-01T07:00:00Z'),
        },
      ],
      faults: [],
      passedOver: 0,
    });
  });

  test('every bad line is told by its line, its column, what was found and what is expected', async () => {
    const text =
      `${HEAD}QX1,2026-03-01 10:00:00,,,5.00\nQX2,2026-02-30 10:00:00,,,5.00\nQX3,2026-03-01 10:00:00,"two\nlines",,5.00\n` +
      'QX4,2026-03-01 10:00:00,,,5.001\nQX5,2026-03-01 10:00:00,,5.00\nQX6\u0000,2026-03-01 10:00:00,,,1.00\n' +
      `${'Q'.repeat(141)},2026-03-01 10:00:00,,,1.00\nQX8,2026-03-01 10:00:00,,,1.00`;
    const { lines, faults } = await readAll(text, CSV);
    expect(lines.map(({ externalId, lineNumber }) => [externalId, lineNumber])).toEqual([
      ['QX1', 2],
      ['QX3', 4],
      ['QX8', 10],
    ]);
    expect(lines[1]?.reference).toBe('two lines');
    expect(faults).toEqual([
      {
        line: 3,
        column: 'Completed',
        found: '2026-02-30 10:00:00',
        expected: 'a date of the format',
      },
      { line: 6, column: 'Amount', found: '5.001', expected: 'at most 2 decimal places' },
      { line: 7, column: null, found: '4 fields', expected: '5 fields' },
      { line: 8, column: 'Receipt', found: 'QX6\ufffd', expected: 'plain text' },
      { line: 9, column: 'Receipt', found: 'Q'.repeat(80), expected: 'at most 140 characters' },
    ]);
  });

  test('debits and credits are told apart in each of the four ways', async () => {
    const at = {
      ...CSV,
      hasHeader: false,
      date: 1,
      externalId: null,
      reference: null,
      meterNumber: null,
      dateFormat: 'YYYY-MM-DD',
    };
    const money = async (columns: CsvFormat['money'], ...rows: readonly string[]) => {
      const read = await readAll(rows.map((row) => `2026-03-01,${row}\n`).join(''), {
        ...at,
        money: columns,
      });
      return [read.lines.map((line) => line.money), read.faults.map((fault) => fault.expected)];
    };
    expect(await money({ kind: 'signed', column: 2 }, '5', '-5', '0')).toEqual([
      [500n, -500n, 0n],
      [],
    ]);
    expect(await money({ kind: 'credits', column: 2 }, '5', '-5')).toEqual([
      [500n],
      ['an amount without a minus'],
    ]);
    const two = { kind: 'two_columns', debit: 2, credit: 3 } as const;
    expect(await money(two, ',5', '5,', '-5,', '5,5', ',', '0,0', ',-5', '0.00,5')).toEqual([
      [500n, -500n, -500n, 500n],
      [
        'a debit or a credit',
        'a debit or a credit',
        'a debit or a credit',
        'an amount without a minus',
      ],
    ]);
    const words = {
      kind: 'indicator',
      column: 2,
      indicator: 3,
      creditWords: ['C', 'RC'],
      debitWords: ['D'],
    } as const;
    expect(await money(words, '5,C', '5,D', '5,RC', '5,X', '-5,C')).toEqual([
      [500n, -500n, 500n],
      ['one of C, RC, D', 'an amount without a minus'],
    ]);
  });

  test('prose above, totals below and other statuses are passed over', async () => {
    const format: CsvFormat = {
      ...CSV,
      skipLines: 2,
      ignoreLinesThatBegin: ['Total'],
      status: { column: 'Details', counts: ['Completed'] },
    };
    const text =
      `Statement of "the till\nsecond line\n${HEAD}QX1,2026-03-01 10:00:00,Completed,,5.00\n` +
      'QX2,2026-03-01 10:00:00,Failed,,not money\n,,,,\nTotal,5.00\n';
    const read = await readAll(text, format);
    expect(read.faults).toEqual([]);
    expect([read.lines.map((line) => line.externalId), read.passedOver]).toEqual([['QX1'], 3]);
  });

  test('a fee is read whatever its sign', async () => {
    const format = { ...CSV, fee: 'Details' };
    const text = `${HEAD}1,2026-03-01 10:00:00,-0.55,,5.00\n2,2026-03-01 10:00:00,0.55,,5.00\n3,2026-03-01 10:00:00,,,5.00\n`;
    expect((await readAll(text, format)).lines.map((line) => line.fee)).toEqual([55n, 55n, 0n]);
  });

  test('Windows-1252, a byte order mark, and mixed line ends are read', async () => {
    const latin = Buffer.from(
      `${HEAD}QX1,2026-03-01 10:00:00,Zo\u00eb,,5.00\r\nQX2,2026-03-01 10:00:00,x,,5.00\r`,
      'latin1',
    );
    const read = await readAll(latin, { ...CSV, encoding: 'windows-1252' });
    expect(read.lines.map((line) => line.reference)).toEqual(['Zo\u00eb', 'x']);
    expect((await readAll(latin, CSV)).faults).toMatchObject([
      { line: 2, expected: 'text in utf-8' },
    ]);
    const marked = await readAll(`\ufeff${HEAD}QX1,2026-03-01 10:00:00,x,,5.00`, CSV);
    expect([marked.lines.length, marked.faults]).toEqual([1, []]);
  });

  test.each<[string, string, string]>([
    ['no column of that name', 'Receipt,Completed,Details,Account,Sum\n', 'each named column once'],
    ['a name twice', 'Receipt,Completed,Amount,Account,Amount\nDetails', 'each named column once'],
    ['nothing', '', 'at least one line'],
  ])('%s', async (_, text, expected) => {
    const read = await readAll(text, CSV);
    expect([read.lines, read.faults.map((fault) => fault.expected)]).toEqual([[], [expected]]);
  });

  test('a quotation mark left open is found and does not gather the file', async () => {
    const row = 'QX1,2026-03-01 10:00:00,x,,5.00\n';
    const end = await readAll(`${HEAD}${row}QX2,2026-03-01 10:00:00,"x,,5.00\n${row}`, CSV);
    expect(end.faults).toMatchObject([{ expected: expect.stringContaining('quotation mark') }]);
    const far = await readAll(`${HEAD}"${row.repeat(5000)}`, CSV);
    expect(far.faults).toMatchObject([{ expected: expect.stringContaining('64 KiB') }]);
  });

  test('a million lines and one more are too many', async () => {
    const row = 'Q,2026-03-01 10:00:00,,,5\n';
    const text = Buffer.from(HEAD + row.repeat(1_000_001));
    const { readStatement } = await import('@wattvend/vending/read-statement.js');
    let lines = 0;
    const faults: string[] = [];
    for await (const parts of readStatement(text, CSV, {
      currencyCode: 'XTS',
      decimalPlaces: 2,
      timeZone: 'UTC',
    })) {
      for (const part of parts) {
        if (part.kind === 'line') lines += 1;
        else if (part.kind === 'fault') faults.push(part.fault.expected);
      }
    }
    expect([lines, faults]).toEqual([1_000_000, ['at most 1000000 lines']]);
  }, 120_000);

  test('what a table was written from is what is read', async () => {
    const field = fc
      .string({ unit: 'grapheme', maxLength: 20 })
      .filter((text) => !/[\p{Cc}\p{Cs}]/u.test(text));
    const row = fc.record({
      id: field,
      details: field,
      amount: fc.bigInt({ min: -(10n ** 10n), max: 10n ** 10n }),
    });
    const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
    await fc.assert(
      fc.asyncProperty(
        fc.array(row, { minLength: 1, maxLength: 20 }),
        fc.constantFrom('\n', '\r\n'),
        async (rows, end) => {
          const written = rows.map(({ id, details, amount }) =>
            [
              quoted(id),
              '2026-03-01 10:00:00',
              quoted(details),
              '',
              quoted(formatMinorUnits(minorUnits(amount), 2)),
            ].join(','),
          );
          const { lines, faults } = await readAll([HEAD.trim(), ...written].join(end), CSV);
          expect(faults).toEqual([]);
          expect(lines.map((line) => [line.externalId ?? '', line.money])).toEqual(
            rows.map(({ id, amount }) => [id.trim(), amount]),
          );
        },
      ),
      { numRuns: 200 },
    );
  });

  test('no octets make it throw or answer with more than they hold', async () => {
    const piece = fc.oneof(
      fc.constantFrom(
        HEAD,
        '"',
        '""',
        ',',
        '\n',
        '\r',
        '\r\n',
        '\u0000',
        '\ufeff',
        'QX1,2026-03-01 10:00:00,x,,5.00\n',
        '5.00',
        ' ',
      ),
      fc.string({ unit: 'binary' }),
    );
    const texts = fc.array(piece, { maxLength: 40 }).map((parts) => Buffer.from(parts.join('')));
    const octets = fc.oneof(texts, fc.uint8Array({ maxLength: 300 }));
    await fc.assert(
      fc.asyncProperty(octets, fc.constantFrom('utf-8', 'windows-1252'), async (file, encoding) => {
        const read = await readAll(file, { ...CSV, encoding });
        expect(read.lines.length + read.faults.length).toBeLessThanOrEqual(file.length + 1);
        for (const line of read.lines)
          expect(JSON.stringify([line.externalId, line.reference])).not.toMatch(/\\u0000/);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('settings', () => {
  const faultsOf = (format: Partial<CsvFormat>): readonly string[] =>
    settingFaults(paymentSource({ format: { ...CSV, ...format } })).map(({ setting }) => setting);

  test.each<[string, Partial<CsvFormat>, readonly string[]]>([
    ['nothing wrong', {}, []],
    ['no whole date', { dateFormat: 'MM/YYYY' }, ['format.date_format']],
    ['one separator for two things', { decimalSeparator: ',' }, ['format.thousands_separator']],
    ['names without a header', { hasHeader: false }, ['format.has_header']],
    ['a place before the first', { date: 0 }, ['format.date']],
    ['half a place', { payer: 1.5 }, ['format.payer']],
    [
      'a word for both',
      {
        money: {
          kind: 'indicator',
          column: 'A',
          indicator: 'B',
          creditWords: ['x'],
          debitWords: ['x'],
        },
      },
      ['format.money'],
    ],
    [
      'one column for two',
      { money: { kind: 'two_columns', debit: 'A', credit: 'A' } },
      ['format.money'],
    ],
    ['no status counts', { status: { column: 'A', counts: [] } }, ['format.status']],
  ])('%s', (_, format, expected) => expect(faultsOf(format)).toEqual(expected));

  test('the time zone and the references of camt.053 are checked', () => {
    const format = { kind: 'camt053', externalId: [], accountNumber: null } as const;
    const faults = settingFaults(paymentSource({ timeZone: 'Mars/Olympus', format }));
    expect(faults.map(({ setting }) => setting)).toEqual(['time_zone', 'format.external_id']);
  });
});
