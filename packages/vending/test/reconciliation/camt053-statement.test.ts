/** Reading camt.053: all versions, batches, balances, and files that mean harm. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { camt053, type Entry, readAll } from './statements.ts';

const FORMAT = {
  kind: 'camt053',
  externalId: ['end_to_end_id', 'transaction_id', 'servicer_reference', 'entry_reference'],
  accountNumber: null,
} as const;

const VERSIONS = ['02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12'];

async function read(entries: readonly Entry[], opening: string, closing: string) {
  return await readAll(camt053('08', entries, { opening, closing }), FORMAT);
}

describe('a statement', () => {
  test.each(VERSIONS)('of version %s is read', async (version) => {
    const isOld = Number(version) < 4;
    const money = isOld
      ? '<AmtDtls><TxAmt><Amt Ccy="XTS">50.00</Amt></TxAmt></AmtDtls>'
      : '<Amt Ccy="XTS">50.00</Amt><CdtDbtInd>CRDT</CdtDbtInd>';
    const name = Number(version) < 8 ? '<Nm>A payer</Nm>' : '<Pty><Nm>A payer</Nm></Pty>';
    const entry = {
      amount: '50.00',
      details: [
        `<Refs><EndToEndId>E2E-1</EndToEndId><TxId>TX-1</TxId></Refs>${money}` +
          `<RltdPties><Dbtr>${name}</Dbtr></RltdPties><RmtInf><Ustrd>meter</Ustrd><Ustrd>01234567897</Ustrd></RmtInf>`,
      ],
    };
    const text = camt053(version, [entry], { opening: '100.00', closing: '150.00' });
    expect(await readAll(text, FORMAT)).toEqual({
      lines: [
        {
          lineNumber: 1,
          externalId: 'E2E-1',
          reference: 'meter 01234567897',
          meterNumber: null,
          payer: 'A payer',
          money: 5000n,
          fee: 0n,
          valueDate: '2026-03-02',
          bookedAt: null,
        },
      ],
      faults: [],
      passedOver: 0,
    });
  });

  test.each(['01', '13'])('of version %s is refused', async (version) => {
    const text = camt053(version, [], { opening: '0', closing: '0' });
    expect((await readAll(text, FORMAT)).faults).toMatchObject([
      { line: 2, column: 'Document', expected: 'camt.053.001, version 02 to 12' },
    ]);
  });

  test('the first reference that is there names the payment; NOTPROVIDED is none', async () => {
    const refs = (inner: string): Entry => ({
      amount: '1.00',
      inside: '<AcctSvcrRef>BANK-9</AcctSvcrRef>',
      details: [`<Refs>${inner}</Refs>`],
    });
    const { lines } = await read(
      [
        refs('<EndToEndId>A</EndToEndId><TxId>B</TxId>'),
        refs('<EndToEndId>NOTPROVIDED</EndToEndId><TxId>B</TxId>'),
        refs('<AcctSvcrRef>C</AcctSvcrRef>'),
        refs(''),
        { amount: '1.00' },
      ],
      '0.00',
      '5.00',
    );
    expect(lines.map((line) => line.externalId)).toEqual(['A', 'B', 'C', 'BANK-9', null]);
  });

  test('an entry that gathers several is as many lines, and its own reference names none of them', async () => {
    const one = (amount: string): string => `<Refs/><Amt Ccy="XTS">${amount}</Amt>`;
    const batch = {
      amount: '6.00',
      inside: '<AcctSvcrRef>BATCH</AcctSvcrRef>',
      details: [one('1.00'), one('2.00'), one('3.00')],
    };
    const { lines, faults } = await read([batch], '0.00', '6.00');
    expect([lines.map((line) => [line.lineNumber, line.money, line.externalId]), faults]).toEqual([
      [
        [1, 100n, null],
        [2, 200n, null],
        [3, 300n, null],
      ],
      [],
    ]);
    const short = await read([{ ...batch, amount: '6.01' }], '0.00', '6.01');
    expect(short.faults).toMatchObject([{ found: '600 and 601 minor units' }]);
    const silent = await read([{ ...batch, details: [one('6.00'), '<Refs/>'] }], '0.00', '6.00');
    expect(silent.faults[0]?.expected).toBe('an amount for each of several transactions');
  });

  test('debits are below zero, a returned debit is what its indicator says, pending ones are passed over', async () => {
    const { lines, faults, passedOver } = await read(
      [
        { amount: '10.00' },
        { amount: '4.00', indicator: 'DBIT' },
        { amount: '4.00', indicator: 'CRDT', inside: '<RvslInd>true</RvslInd>' },
        { amount: '99.00', status: 'PDNG', details: ['<Amt Ccy="XTS">1.00</Amt>'] },
        { amount: '99.00', status: 'INFO' },
      ],
      '-5.00',
      '5.00',
    );
    expect([lines.map((line) => line.money), faults, passedOver]).toEqual([
      [1000n, -400n, 400n],
      [],
      2,
    ]);
  });

  test.each<[string, Entry, string]>([
    ['another currency', { amount: '1.00', currency: 'XXX' }, 'amounts in XTS'],
    ['more decimals', { amount: '1.001' }, 'at most 2 decimal places'],
    ['a sign', { amount: '-1.00' }, 'an amount without a sign'],
    ['a wrong status', { amount: '1.00', status: 'WHAT' }, 'BOOK, PDNG, INFO or FUTR'],
    ['no date', { amount: '1.00', dates: '' }, 'a booking date or value date'],
    [
      'a date that is none',
      { amount: '1.00', dates: '<BookgDt><Dt>2026-02-30</Dt></BookgDt>' },
      'a booking date or value date',
    ],
    [
      'a time that is none',
      { amount: '1.00', dates: '<BookgDt><DtTm>2026-02-01T25:00:00</DtTm></BookgDt>' },
      'a date and time in ISO 8601',
    ],
    [
      'a charge in another currency',
      { amount: '1.00', inside: '<Chrgs><Rcrd><Amt Ccy="XXX">1</Amt></Rcrd></Chrgs>' },
      'charges in XTS',
    ],
    [
      'a long reference',
      { amount: '1.00', details: [`<Refs><EndToEndId>${'x'.repeat(141)}</EndToEndId></Refs>`] },
      'references of at most 140 plain characters',
    ],
  ])('%s is a fault', async (_, entry, expected) => {
    const { faults } = await read([entry], '0.00', '1.00');
    expect(faults.map((fault) => fault.expected)).toContain(expected);
  });

  test('times are told with their offset, or by the clock of the source', async () => {
    const at = (text: string): Entry => ({
      amount: '1.0000',
      dates: `<BookgDt><DtTm>${text}</DtTm></BookgDt>`,
    });
    const { lines } = await read(
      [at('2026-03-01T10:00:00'), at('2026-03-01T10:00:00.5Z'), at('2026-03-01T10:00:00-04:30')],
      '0',
      '3',
    );
    expect(lines.map((line) => new Date(line.bookedAt ?? 0).toISOString())).toEqual([
      '2026-03-01T07:00:00.000Z',
      '2026-03-01T10:00:00.500Z',
      '2026-03-01T14:30:00.000Z',
    ]);
  });

  test('charges are the fee', async () => {
    const rows = '<Rcrd><Amt Ccy="XTS">0.30</Amt></Rcrd><Rcrd><Amt Ccy="XTS">0.25</Amt></Rcrd>';
    const { lines } = await read(
      [
        { amount: '1.00', inside: `<Chrgs>${rows}</Chrgs>` },
        {
          amount: '1.00',
          inside: `<Chrgs><TtlChrgsAndTaxAmt Ccy="XTS">0.60</TtlChrgsAndTaxAmt>${rows}</Chrgs>`,
        },
      ],
      '0.00',
      '2.00',
    );
    expect(lines.map((line) => line.fee)).toEqual([55n, 60n]);
  });

  test('balances that entries do not lead to, or that are not there, are a fault', async () => {
    const wrong = await read([{ amount: '1.00' }], '0.00', '1.01');
    expect(wrong.faults).toMatchObject([
      { column: 'Stmt', found: '0 + 100 = 100, not 101 minor units' },
    ]);
    const text = camt053('02', [], { opening: '1.00', closing: '1.00' });
    const none = await readAll(text.replace('CLBD', 'CLAV'), FORMAT);
    expect(none.faults).toMatchObject([{ found: 'OPBD CLAV' }]);
    const before = await readAll(text.replace('OPBD', 'PRCD'), FORMAT);
    expect(before.faults).toEqual([]);
  });

  test('another account is refused', async () => {
    const text = camt053('02', [], { opening: '1.00', closing: '1.00' });
    const own = await readAll(text, { ...FORMAT, accountNumber: 'xx00-TEST-0001' });
    expect(own.faults).toEqual([]);
    const other = await readAll(text, { ...FORMAT, accountNumber: 'XX00 TEST 0002' });
    expect(other.faults).toMatchObject([{ found: 'XX00 TEST 0001' }]);
  });
});

describe('a file that means harm', () => {
  const good = camt053('02', [{ amount: '1.00' }], { opening: '0.00', closing: '1.00' });

  test.each<[string, string, string]>([
    [
      'entities within entities',
      `<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>${good.replace(/^.*\n/, '')}`,
      'no document type',
    ],
    [
      'an external entity',
      `<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>`,
      'no document type',
    ],
    ['an unknown entity', good.replace('S1', '&secret;'), 'well-formed XML'],
    [
      'elements without end',
      `<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02">${'<a>'.repeat(100_000)}`,
      'at most 32 elements within each other',
    ],
    [
      'a text without end',
      good.replace('S1', 'x'.repeat(1_000_000)),
      'texts of at most 65536 characters',
    ],
    ['half a file', good.slice(0, good.length / 2), 'well-formed XML'],
    ['another encoding', good.replace('UTF-8', 'UTF-16'), 'XML in UTF-8'],
    ['no XML', 'Receipt,Amount\n1,2\n', 'well-formed XML'],
    ['a NUL', good.replace('S1', 'S\u0000'), 'well-formed XML'],
    ['nothing', '', 'well-formed XML'],
    [
      'no statement',
      '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"/>',
      'at least one statement',
    ],
  ])('%s is refused', async (_, text, expected) => {
    const { faults } = await readAll(text, FORMAT);
    expect(faults.map((fault) => fault.expected)).toContain(expected);
  });

  test('whatever is cut out, doubled or put in, it answers and never throws', async () => {
    const batch = `<Refs><EndToEndId>E</EndToEndId></Refs><Amt Ccy="XTS">1.00</Amt>`;
    const base = camt053('08', [{ amount: '1.00' }, { amount: '2.00', details: [batch, batch] }], {
      opening: '0.00',
      closing: '3.00',
    });
    expect((await readAll(base, FORMAT)).lines.length).toBe(3);
    const edit = fc.record({
      at: fc.nat(base.length),
      length: fc.nat(60),
      put: fc.oneof(
        fc.constantFrom(
          '<Ntry>',
          '</Ntry>',
          '<![CDATA[',
          '&lt;',
          '&#0;',
          '<!--',
          '"',
          '\u0000',
          '\ud800',
        ),
        fc.string(),
      ),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 4 }), async (edits) => {
        let text = base;
        for (const { at, length, put } of edits)
          text = text.slice(0, at) + put + text.slice(at + length);
        const { lines, faults } = await readAll(text, FORMAT);
        // Money may only ever change together with a fault: the balances see to that.
        const sum = lines.reduce((total, line) => total + line.money, 0n);
        if (faults.length === 0 && /OPBD.*>0\.00<.*\n.*CLBD.*>3\.00</.test(text))
          expect(sum).toBe(300n);
      }),
      { numRuns: 2000 },
    );
  });

  test('a batch of a hundred thousand transactions does not need much memory or time', async () => {
    const each = '<Refs><EndToEndId>E</EndToEndId></Refs><Amt Ccy="XTS">0.01</Amt>';
    const entry = { amount: '1000.00', details: Array.from({ length: 100_000 }, () => each) };
    const text = camt053('08', [entry], { opening: '0.00', closing: '1000.00' });
    const { lines, faults } = await readAll(text, FORMAT);
    expect([lines.length, faults]).toEqual([100_000, []]);
  });
});
