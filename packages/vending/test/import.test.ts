/** Files of customers and meters: all or nothing, every wrong line said, and out and in again. */
import { randomUUID } from 'node:crypto';
import { type Drn, makeDrn } from '@wattvend/sts/meter-pan.js';
import { type FileKind, SUPPLY_COLUMNS } from '@wattvend/vending/csv-columns.js';
import { writeCsv } from '@wattvend/vending/csv-text.js';
import { exportFile } from '@wattvend/vending/export-file.js';
import {
  findImport,
  type ImportId,
  type ImportProgress,
  type ImportResult,
  importFile,
} from '@wattvend/vending/import-file.js';
import { findMeter } from '@wattvend/vending/meters.js';
import { createVendDesk } from '@wattvend/vending/vend-desk.js';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  createUtilityFixture,
  meterAt,
  UTILITY,
  type UtilityFixture,
  vendRequest,
} from './utility-fixture.ts';

let fixture: UtilityFixture;
beforeEach(async () => {
  fixture = await createUtilityFixture();
});
afterEach(() => fixture.close());

const number = (serial: number): Drn => makeDrn('0777', String(serial).padStart(8, '0'));

type Cells = Readonly<Record<string, string>>;

/** A good line; tests spoil it cell by cell. */
function good(serial: number, more: Cells = {}): Cells {
  return {
    meter_number: number(serial),
    customer_name: `Customer ${serial}`,
    customer_phone: `+2557000${serial}`,
    account_number: `AC-${serial}`,
    service_point_code: `SP-${serial}`,
    address: `${serial} Import Road`,
    tariff: 'Domestic',
    supply_group_code: '100002',
    tariff_index: '01',
    key_revision_number: '1',
    encryption_algorithm: '11',
    ...more,
  };
}

function file(lines: readonly Cells[]): string {
  const columns = [...new Set(lines.flatMap((line) => Object.keys(line)))];
  return writeCsv([columns, ...lines.map((line) => columns.map((column) => line[column] ?? ''))]);
}

function importing(
  text: string,
  more: {
    readonly id?: string;
    readonly kind?: FileKind;
    readonly isTrial?: boolean;
    readonly onProgress?: (progress: ImportProgress) => void;
  } = {},
) {
  return importFile(fixture.scratch.database, UTILITY, {
    importId: (more.id ?? randomUUID()) as ImportId,
    kind: more.kind ?? 'customers_and_meters',
    isTrial: more.isTrial ?? false,
    octets: new TextEncoder().encode(text),
    newId: randomUUID,
    by: 'officer',
    at: fixture.now,
    ...(more.onProgress === undefined ? {} : { onProgress: more.onProgress }),
  });
}

async function imported(...asked: Parameters<typeof importing>): Promise<ImportResult> {
  const answer = await importing(...asked);
  if (answer.kind === 'refused') throw new Error(answer.refusal);
  return answer.result;
}

async function exported(kind: FileKind = 'customers_and_meters'): Promise<string> {
  let text = '';
  const { database } = fixture.scratch;
  for await (const piece of exportFile(database, UTILITY, kind, fixture.now)) text += piece;
  return text;
}

const TABLES = [
  ...['customer', 'service_point', 'agreement', 'meter', 'meter_key', 'meter_installation'],
  'import_run',
];

async function counts(): Promise<readonly number[]> {
  const text = TABLES.map((table) => `(select count(*)::int from ${table}) as ${table}`).join(', ');
  const { rows } = await fixture.scratch.database.query<Record<string, number>>({
    name: '',
    text: `select ${text}`,
  });
  return TABLES.map((table) => rows[0]?.[table] ?? -1);
}

test('what a trial run would make is what the import makes, and it can be sold for at once', async () => {
  const before = await counts();
  const text = file([
    good(1, { latitude: '-1.286389', longitude: '36.8', supply_limit_w: '2000', area: 'North' }),
    good(2, { status: 'blocked', phases: '3', customer_name: '', customer_phone: '' }),
    // The same name and telephone number are the same customer.
    good(3, { customer_name: 'Customer 1', customer_phone: '+25570001' }),
  ]);
  const made = { customers: 1, servicePoints: 3, agreements: 3, meters: 3 };
  expect(await imported(text, { isTrial: true })).toMatchObject({
    state: 'checked',
    lines: 3,
    made,
  });
  expect(await counts()).toEqual(before);
  const seen: ImportProgress[] = [];
  const result = await imported(text, { onProgress: (progress) => seen.push(progress) });
  expect(result).toMatchObject({ state: 'imported', lines: 3, skipped: 0, made, faults: [] });
  expect(seen.map((each) => each.phase)).toEqual(
    expect.arrayContaining(['reading', 'checking', 'writing']),
  );
  expect(seen.at(-1)).toEqual({ phase: 'writing', linesDone: 3, lines: 3 });
  const added = (await counts()).map((count, at) => count - (before[at] ?? 0));
  expect(added).toEqual([1, 3, 3, 3, 3, 3, 1]);
  const { database } = fixture.scratch;
  const { rows: places } = await database.query<Record<string, unknown>>({
    name: '',
    text: `select latitude_e6, longitude_e6, supply_limit_w, area, phases from service_point
      where code in ('SP-1', 'SP-2') order by code`,
  });
  expect(places).toEqual([
    {
      ...{ latitude_e6: -1_286_389, longitude_e6: 36_800_000 },
      ...{ supply_limit_w: 2000, area: 'North', phases: 1 },
    },
    { latitude_e6: null, longitude_e6: null, supply_limit_w: null, area: '', phases: 3 },
  ]);
  expect(await findMeter(database, UTILITY, number(1), fixture.now)).toMatchObject({
    status: 'active',
    address: '1 Import Road',
    customer: { name: 'Customer 1' },
    key: { supplyGroupCode: '100002', encryptionAlgorithm: '11', keyEpoch: 1 },
  });
  const desk = createVendDesk({
    database,
    module: fixture.module,
    book: fixture.utility.book,
    clock: () => fixture.now,
  });
  const sold = await desk.vend(vendRequest({ meterNumber: number(1) }));
  expect(sold).toMatchObject({ kind: 'vend', vend: { state: 'posted' } });
  const blocked = await desk.vend(vendRequest({ meterNumber: number(2) }));
  expect(blocked).toMatchObject({ kind: 'refused', refusal: { code: 'meter_blocked' } });
  await desk.drained();
});

test('one id imports once, however often and at once it is sent', async () => {
  const id = randomUUID();
  const text = file([good(1), good(2)]);
  const answers = await Promise.all([importing(text, { id }), importing(text, { id })]);
  expect(answers.filter((each) => each.kind === 'result' && each.first)).toHaveLength(1);
  const again = await importing(text, { id });
  expect(again).toMatchObject({ kind: 'result', first: false });
  const results = [...answers, again].map((each) => (each.kind === 'result' ? each.result : each));
  expect(results[1]).toEqual(results[0]);
  expect(results[2]).toEqual(results[0]);
  const { database } = fixture.scratch;
  expect(await findImport(database, UTILITY, id as ImportId)).toEqual(results[0]);
  const conflict = { kind: 'refused', refusal: 'operation_id_conflict' };
  expect(await importing(file([good(1)]), { id })).toEqual(conflict);
  expect(await importing(text, { id, kind: 'meters' })).toEqual(conflict);
  // Under another id all is there already, and what differs is told.
  const other = await imported(text);
  expect(other).toMatchObject({ state: 'imported', lines: 2, skipped: 2, made: { meters: 0 } });
  const changed = await imported(file([good(1), good(2, { address: 'elsewhere' }), good(3)]));
  expect(changed).toMatchObject({
    state: 'faulty',
    skipped: 1,
    faults: [{ line: 3, column: 'meter_number', value: number(2), fault: 'meter_exists' }],
  });
  expect(await findMeter(database, UTILITY, number(3), fixture.now)).toBeNull();
});

const TWO_OF_A_KIND = '"quoted, and=odd"';

describe('a wrong line', () => {
  test.each<[string, string, string, Cells]>([
    ['cell_empty', 'meter_number', '', { meter_number: '' }],
    ['written_as_float', 'meter_number', '7.77E+10', { meter_number: '7.77E+10' }],
    ['leading_zero_lost', 'meter_number', number(9).slice(1), { meter_number: number(9).slice(1) }],
    ['meter_number_invalid', 'meter_number', '07770000009', { meter_number: '07770000009' }],
    ['meter_exists', 'meter_number', 'FIRST', { meter_number: 'FIRST' }],
    ['too_long', 'customer_name', `${'x'.repeat(39)}…`, { customer_name: 'x'.repeat(201) }],
    ['not_plain_text', 'customer_name', 'a\u202Eb', { customer_name: 'a\u202Eb' }],
    ['cell_empty', 'customer_name', '', { customer_name: '', customer_phone: '07' }],
    ['not_a_language', 'customer_language', 'Swahili', { customer_language: 'Swahili' }],
    ['too_long', 'customer_notes', `${'n'.repeat(39)}…`, { customer_notes: 'n'.repeat(501) }],
    ['not_a_uuid', 'customer_id', '12', { customer_id: '12' }],
    ['too_long', 'account_number', `${'4'.repeat(39)}…`, { account_number: '4'.repeat(41) }],
    ['cell_empty', 'address', '', { address: '' }],
    ['not_one_of', 'phases', '2', { phases: '2' }],
    ['not_a_whole_number', 'supply_limit_w', '2,000', { supply_limit_w: '2,000' }],
    ['out_of_range', 'supply_limit_w', '0', { supply_limit_w: '0' }],
    ['not_degrees', 'latitude', '1°17', { latitude: '1°17', longitude: '36' }],
    ['out_of_range', 'latitude', '90.000001', { latitude: '90.000001', longitude: '36' }],
    ['position_incomplete', 'latitude', '', { longitude: '36' }],
    ['tariff_not_found', 'tariff', 'Palace', { tariff: 'Palace' }],
    ['not_components', 'exemptions', 'VAT', { exemptions: 'VAT' }],
    ['not_components', 'entitlements', 'a a', { entitlements: 'a a' }],
    ['not_one_of', 'status', 'on', { status: 'on' }],
    ['not_one_of', 'supply_group_code', '1', { supply_group_code: '1' }],
    ['vending_key_not_found', 'supply_group_code', '999999', { supply_group_code: '999999' }],
    ['vending_key_not_found', 'supply_group_code', '100001', { supply_group_code: '100001' }],
    ['not_one_of', 'tariff_index', '1', { tariff_index: '1' }],
    ['out_of_range', 'key_revision_number', '0', { key_revision_number: '0' }],
    ['not_one_of', 'encryption_algorithm', '7', { encryption_algorithm: '7' }],
    ['not_one_of', 'payment_mode', 'gold', { payment_mode: 'gold' }],
    ['account_number_exists', 'account_number', 'FIRST', { account_number: 'FIRST' }],
    ['service_point_code_exists', 'service_point_code', 'FIRST', { service_point_code: 'FIRST' }],
  ])('%s in %s: %s', async (fault, column, value, wrong) => {
    // The first meter of the fixture has its number as account and as place too.
    const first = (text: string): string => (text === 'FIRST' ? meterAt(0) : text);
    const spoiled = Object.fromEntries(
      Object.entries(wrong).map(([name, text]) => [name, first(text)]),
    );
    const before = await counts();
    const result = await imported(file([good(1), good(2, spoiled), good(3)]));
    expect(result.state).toBe('faulty');
    expect(result.faults).toEqual([{ line: 3, column, value: first(value), fault }]);
    expect(await counts()).toEqual(before);
  });

  test('and an earlier one that contradicts it', async () => {
    const id = randomUUID();
    const result = await imported(
      file([
        good(1, { customer_id: id }),
        good(1, { customer_id: id, account_number: 'X', service_point_code: 'Y' }),
        good(3, { customer_id: id }),
        good(4, { account_number: 'AC-1' }),
        good(5, { service_point_code: 'SP-1' }),
        good(6, { customer_name: 'Customer 4', customer_phone: '+25570004', customer_notes: 'n' }),
      ]),
    );
    expect(result.faults.map(({ line, column, fault }) => [line, column, fault])).toEqual([
      [3, 'meter_number', 'twice_in_file'],
      [4, 'customer_name', 'customer_twice'],
      [5, 'account_number', 'twice_in_file'],
      [6, 'service_point_code', 'twice_in_file'],
      [7, 'customer_name', 'customer_twice'],
    ]);
  });

  test('of the customer who is there already is told when it says other things', async () => {
    const id = randomUUID();
    await imported(file([good(1, { customer_id: id })]));
    const same = { customer_id: id, customer_name: 'Customer 1', customer_phone: '+25570001' };
    const more = await imported(file([good(2, same)]));
    expect(more).toMatchObject({ state: 'imported', made: { customers: 0, meters: 1 } });
    const other = await imported(file([good(3, { ...same, customer_name: 'Somebody Else' })]));
    expect(other.faults).toMatchObject([{ column: 'customer_id', fault: 'customer_exists' }]);
  });

  test('every bad line is told, whichever they are, and nothing else', async () => {
    const bad = fc.uniqueArray(fc.integer({ min: 0, max: 59 }), { maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(bad, async (at) => {
        const lines = Array.from({ length: 60 }, (_, index) =>
          good(index, at.includes(index) ? { tariff_index: 'x', address: '' } : {}),
        );
        const result = await imported(file(lines), { isTrial: true });
        const told = [...new Set(result.faults.map((each) => each.line - 2))];
        expect(told).toEqual([...at].sort((one, two) => one - two));
        expect(result.faults).toHaveLength(at.length * 2);
        expect(result.state).toBe(at.length === 0 ? 'checked' : 'faulty');
      }),
      { numRuns: 30 },
    );
  });
});

describe('the first line', () => {
  test('may name its columns as people do', async () => {
    const text = [
      'Meter Number;Customer-Name;PHONE;Address;Tariff name;SGC;TI;KRN;EA;Zone',
      `${number(1)};Asha;0700;1 Road;domestic;100002;01;1;11;North`,
    ].join('\n');
    expect(await imported(text)).toMatchObject({ state: 'imported', made: { meters: 1 } });
    const { database } = fixture.scratch;
    const meter = await findMeter(database, UTILITY, number(1), fixture.now);
    expect(meter).toMatchObject({ customer: { name: 'Asha' }, address: '1 Road' });
  });

  test.each([
    ['an unknown column', 'colour', 'column_unknown', null],
    ['a column twice', 'Tariff Index', 'column_twice', 'tariff_index'],
  ])('with %s is told', async (_, name, fault, column) => {
    const text = file([good(1)]).replace('meter_number', `meter_number,${name}`);
    const result = await imported(text);
    expect(result).toMatchObject({ state: 'faulty', faults: [{ line: 1, column, fault }] });
  });

  test('without columns that must be there is told, each of them', async () => {
    const result = await imported('meter_number,tariff\n1,2\n');
    expect(result.faults.map((each) => [each.fault, each.column])).toEqual(
      [
        ...['address', 'supply_group_code', 'tariff_index', 'key_revision_number'],
        'encryption_algorithm',
      ].map((column) => ['column_missing', column]),
    );
  });

  test('with more or fewer cells than a line is told of that line', async () => {
    const result = await imported(`${file([good(1)])}${number(2)},only,these\r\n`);
    expect(result.faults).toMatchObject([{ line: 3, fault: 'cell_count' }]);
  });

  test.each([
    ['a file that is not UTF-8', Uint8Array.of(0x61, 0xe9), 'not-utf8'],
    ['an empty file', new Uint8Array(), 'empty'],
  ])('%s is refused', async (_, octets, fault) => {
    const answer = await importFile(fixture.scratch.database, UTILITY, {
      importId: randomUUID() as string as ImportId,
      ...{ kind: 'meters', isTrial: false, octets, newId: randomUUID, by: 'x', at: fixture.now },
    });
    expect(answer).toEqual({ kind: 'refused', refusal: 'csv_unreadable', fault });
  });

  test('a file whose quotes do not pair up is told the line', async () => {
    const result = await imported(`${file([good(1)])}"open,`);
    expect(result).toMatchObject({ state: 'faulty', faults: [{ fault: 'quotes_broken' }] });
  });
});

test('tariffs of one name are named by their ids', async () => {
  const { database } = fixture.scratch;
  const text = `insert into tariff_version (utility_id, tariff_id, version, name, record,
      effective_from_ms, state, drafted_by, drafted_at_ms, approved_by, approved_at_ms)
    select utility_id, '${randomUUID()}', version, name, record, effective_from_ms, state,
      drafted_by, drafted_at_ms, approved_by, approved_at_ms from tariff_version`;
  await database.query({ name: '', text });
  const byName = await imported(file([good(1)]));
  expect(byName.faults).toMatchObject([{ column: 'tariff', fault: 'tariff_name_ambiguous' }]);
  const tariff = 'B0000000-0000-4000-8000-000000000001';
  expect((await imported(file([good(1, { tariff })]))).state).toBe('imported');
  // And so an export names it, or it could not be read again.
  const out = await exported();
  expect(out).toContain(tariff.toLowerCase());
  expect(await imported(out)).toMatchObject({ state: 'imported', skipped: 13 });
});

test('meters go into the store, and the same again is skipped', async () => {
  const device = (serial: number, more: Cells = {}): Cells => ({
    meter_number: number(serial),
    ...{ supply_group_code: '100002', tariff_index: '01', key_revision_number: '1' },
    ...{ encryption_algorithm: '11', meter_model: '=SUM(1)', ...more },
  });
  const text = file([device(1), device(2, { meter_phases: '3', payment_mode: 'currency' })]);
  expect(await imported(text, { kind: 'meters' })).toMatchObject({
    state: 'imported',
    made: { customers: 0, servicePoints: 0, agreements: 0, meters: 2 },
  });
  const out = await exported('meters');
  expect(out).toContain("'=SUM(1)");
  expect(await imported(out, { kind: 'meters' })).toMatchObject({ lines: 2, skipped: 2 });
  const wrong = file([device(1, { meter_model: 'other' }), device(3), device(3)]);
  expect((await imported(wrong, { kind: 'meters' })).faults).toMatchObject([
    { line: 2, fault: 'meter_exists' },
    { line: 4, fault: 'twice_in_file' },
  ]);
  const installed = file([device(1, { meter_number: meterAt(0) })]);
  expect((await imported(installed, { kind: 'meters' })).faults).toMatchObject([
    { fault: 'meter_exists' },
  ]);
});

test('an export is read again as the same, whatever people write into it', async () => {
  const words = fc
    .string({ unit: fc.constantFrom(...`=+-@'",; aZé日\u{1F600}`), minLength: 1, maxLength: 12 })
    .map((text) => text.trim())
    .filter((text) => text !== '');
  const line = fc.record({
    ...{ customer_name: words, customer_phone: words, address: words, area: words },
    meter_model: words,
    customer_notes: words.map((text) => `${text}\n${TWO_OF_A_KIND}`),
    latitude: fc.integer({ min: -90_000_000, max: 90_000_000 }).map((e6) => (e6 / 1e6).toFixed(6)),
  });
  let serial = 100;
  await fc.assert(
    fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 5 }), async (rows) => {
      const lines = rows.map((row) => {
        serial += 1;
        const names = { customer_name: `${row.customer_name} ${serial}` };
        return good(serial, { ...row, ...names, longitude: '-0.000001' });
      });
      expect(await imported(file(lines))).toMatchObject({ state: 'imported', faults: [] });
      const out = await exported();
      const again = await imported(out);
      expect(again).toMatchObject({ state: 'imported', made: { meters: 0 } });
      expect(again.skipped).toBe(again.lines);
      // As a spreadsheet reads it, no cell is a formula.
      const cells = (parse(out, { bom: true }) as readonly (readonly string[])[]).flat();
      expect(cells.filter((cell) => /^[=+\-@]/.test(cell))).toEqual([]);
    }),
    { numRuns: 40 },
  );
  // Into an empty utility everything comes again, and looks the same from outside.
  const out = await exported();
  const empty = await createUtilityFixture();
  const full = fixture;
  try {
    fixture = empty;
    const lines = out.split('\r\n').filter((each) => !each.includes('Test Street'));
    expect(await imported(lines.join('\r\n'))).toMatchObject({ state: 'imported', skipped: 0 });
    const back = (await exported()).split('\r\n').filter((each) => !each.includes('Test Street'));
    expect(back).toEqual(lines);
  } finally {
    fixture = full;
    await empty.close();
  }
});

test('of two files with one meter at once, one is imported and the other told why not', async () => {
  const answers = await Promise.all(
    ['one', 'two', 'three'].map((address) => imported(file([good(1, { address }), good(2)]))),
  );
  expect(answers.map((each) => each.state).sort()).toEqual(['faulty', 'faulty', 'imported']);
  for (const { state, faults } of answers) {
    if (state === 'faulty') expect(faults).toMatchObject([{ line: 2, fault: 'meter_exists' }]);
  }
});

test('many lines are written some thousand at a time, and every column is known', async () => {
  const lines = Array.from({ length: 4_500 }, (_, index) => good(index));
  const progress: ImportProgress[] = [];
  const result = await imported(file(lines), { onProgress: (each) => progress.push(each) });
  expect(result).toMatchObject({ state: 'imported', made: { customers: 4_500, meters: 4_500 } });
  expect(progress.filter((each) => each.phase === 'writing').map((each) => each.linesDone)).toEqual(
    [0, 2000, 4000, 4500],
  );
  expect((await exported()).split('\r\n')).toHaveLength(1 + 4_500 + 12 + 1);
  expect(Object.keys(SUPPLY_COLUMNS)).toHaveLength(25);
});
