/** Files made to do something to whoever opens them, or to the server that reads them. */
import { randomUUID } from 'node:crypto';
import { guardCell, unguardCell, writeCsv } from '@wattvend/vending/csv-text.js';
import { statementCsv } from '@wattvend/vending/statement-csv.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createServerWorld, type ServerWorld } from './server-world.ts';

let world: ServerWorld;
beforeAll(async () => {
  world = await createServerWorld();
});
afterAll(() => world.close());

/** Cells a spreadsheet may take for formulas: by OWASP's list, with the wide forms of East Asia. */
const FORMULAS = [
  '=1+1',
  '+1+1',
  '-1+1',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '\n=1',
  '＝1+1',
  '＋1',
  '－1',
  '＠SUM(A1)',
];

describe('a cell that is a formula', () => {
  test.each(FORMULAS)('%j stands behind an apostrophe, and is read as it was', (text) => {
    const cell = guardCell(text);
    expect(cell).toBe(`'${text}`);
    expect(unguardCell(cell)).toBe(text);
    expect(unguardCell(guardCell(`'${text}`))).toBe(`'${text}`);
    // Also in a column of figures, unless it is a figure.
    expect(writeCsv([[text, '-5.00']], () => true)).toContain("'");
    expect(writeCsv([['-5.00']], () => true)).toBe('-5.00\r\n');
  });

  test('of a statement too', () => {
    const line = (note: string) => ({
      ...{ day: '2026-11-23', kind: 'deposit', entries: 1, moved: 5n, balance: 5n },
      ...{ movedAt: 0, entryId: '' },
      document: { documentId: 'd', note, slipNumber: note },
    });
    const statement = {
      span: { fromDay: '2026-11-23', toDay: '2026-11-23' },
      balances: { opening: 0n, closing: 5n },
      lines: FORMULAS.map(line),
    };
    const text = statementCsv(
      world.context.utility,
      statement as unknown as Parameters<typeof statementCsv>[1],
    );
    const guarded = text.match(/'[=+\-@\t\r\n＝＋－＠]/gu) ?? [];
    expect(guarded).toHaveLength(2 * FORMULAS.length);
  });
});

describe('a statement of a bank', () => {
  const SOURCE = randomUUID();
  const CAMT = {
    ...{ kind: 'bank', name: 'Test bank', time_zone: 'Africa/Nairobi', money_basis: 'gross' },
    clearing_account: 'bank',
    format: { kind: 'camt053', account_number: null, external_id: ['end_to_end_id'] },
    ...{ expected_fee: null, payment_methods: [], vendor_id: null, takes_deposits: false },
    match_window_minutes: 60,
  };

  const NAMESPACE = 'urn:iso:std:iso:20022:tech:xsd:camt.053.001.08';
  const within = (xml: string) =>
    `<Document xmlns="${NAMESPACE}"><BkToCstmrStmt><Stmt>${xml}</Stmt></BkToCstmrStmt></Document>`;

  const LAUGHS = `<!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">
    <!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>${within('<Id>&c;</Id>')}`;
  const OUTSIDE = `<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>${within('<Id>&x;</Id>')}`;
  const INCLUDED = within(
    '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/passwd" parse="text"/>',
  );
  const DEEP = within('<a>'.repeat(100_000));
  const UNKNOWN = within('<Id>&x;</Id>');
  const ENTITY_NUMBER = within('<Id>&#0;</Id>');
  const MANY_ATTRIBUTES = within(
    `<Id ${Array.from({ length: 20_000 }, (_, at) => `a${at}="1"`).join(' ')}>x</Id>`,
  );
  const LONG = within(`<Id>${'x'.repeat(2_000_000)}</Id>`);

  test.each([
    ['entities that grow', LAUGHS],
    ['an entity from outside', OUTSIDE],
    ['an inclusion', INCLUDED],
    ['depth without end', DEEP],
    ['an unknown entity', UNKNOWN],
    ['a character that is none', ENTITY_NUMBER],
    ['attributes without end', MANY_ATTRIBUTES],
    ['a text without end', LONG],
    ['nothing', ''],
    ['octets that are no text', '\u0000\u0001\u0002'],
  ])('with %s is refused, and reads nothing of this machine', async (_name, body) => {
    const put = await world.ask('PUT', `/v1/reconciliation/sources/${SOURCE}`, {
      ...{ as: 'finance', body: CAMT },
    });
    expect(put.status).toBeLessThan(300);
    const answer = await world.ask(
      'PUT',
      `/v1/reconciliation/sources/${SOURCE}/statements/${randomUUID()}`,
      { as: 'finance', body, headers: { 'content-type': 'application/xml' } },
    );
    expect([answer.status, answer.json.code]).toEqual([
      422,
      expect.stringMatching(/^statement_(faulty|media_type)$/),
    ]);
    expect(answer.text).not.toContain('root:');
    expect(answer.text.length).toBeLessThan(50_000);
  });

  test('named to break out of its header or its list is one line of text', async () => {
    for (const name of ['a\r\nset-cookie: x=1', 'a\u0000b', 'a\u202Efdp.exe', '']) {
      const url = `/v1/reconciliation/sources/${SOURCE}/statements/${randomUUID()}?name=${encodeURIComponent(name)}`;
      const answer = await world.ask('PUT', url, {
        ...{ as: 'finance', body: 'x', headers: { 'content-type': 'application/xml' } },
      });
      expect([name, answer.json.code]).toEqual([name, 'request_invalid']);
    }
  });
});

describe('a file to import', () => {
  const HEADER = 'meter_number,supply_group_code';
  test.each([
    ['NUL', `${HEADER}\n01234\u0000567,100001\n`],
    ['a line without end', `${HEADER}\n${'1'.repeat(300_000)},100001\n`],
    ['a quote without end', `${HEADER}\n"${'1'.repeat(300_000)}\n`],
    [
      'columns without end',
      `${Array.from({ length: 20_000 }, (_, at) => `c${at}`).join(',')}\n1\n`,
    ],
    ['a column named like the inside', '__proto__,constructor\n1,2\n'],
    ['UTF-16', '\u{FEFF}m\u0000e\u0000'],
    ['a compressed file', 'PK\u0003\u0004\u0014\u0000'],
  ])('with %s is told what is wrong, and makes nothing', async (_name, body) => {
    const url = `/v1/imports/${randomUUID()}?kind=meters`;
    const answer = await world.ask('POST', url, {
      ...{ as: 'customer_officer', body, headers: { 'content-type': 'text/csv' } },
    });
    expect(answer.status).toBeLessThan(500);
    expect(answer.json.state ?? answer.json.code).toMatch(/^(faulty|csv_unreadable)$/);
    expect(answer.text.length).toBeLessThan(200_000);
  });

  test('that says it is compressed is not unpacked', async () => {
    const answer = await world.ask('POST', `/v1/imports/${randomUUID()}?kind=meters`, {
      ...{ as: 'customer_officer', body: '\u001F\u008B\u0008' },
      headers: { 'content-type': 'text/csv', 'content-encoding': 'gzip' },
    });
    expect(answer.status).toBeLessThan(500);
    expect(answer.json.state ?? answer.json.code).not.toBe('imported');
  });

  test('comes from no page of another site', async () => {
    for (const type of ['text/plain', 'multipart/form-data; boundary=x', 'text/csv']) {
      const answer = await world.ask('POST', `/v1/imports/${randomUUID()}?kind=meters`, {
        ...{ as: 'customer_officer', body: 'meter_number\n1' },
        headers: {
          'content-type': type,
          origin: 'https://evil.example',
          'sec-fetch-site': 'cross-site',
        },
      });
      expect([type, answer.json.code]).toEqual([type, 'cross_site_request']);
    }
  });
});
