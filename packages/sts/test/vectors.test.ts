/** The vectors themselves: that every file holds to vectors/schema.json, is listed and is used. */
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import readme from '../../../vectors/README.md?raw';
import { vectorFile, vectorFileNames } from './vectors.ts';

const SCHEMA = 'schema.json';

/** Every test and every program that may read a file, as text. */
const READERS = import.meta.glob<string>(
  ['../../../{packages,apps}/*/test/**/*.ts', '!./vectors.test.ts', '!**/node_modules/**'],
  { eager: true, query: '?raw', import: 'default' },
);

interface VectorFile {
  readonly flags: Readonly<Record<string, string>>;
  readonly cases: readonly { readonly id: number; readonly flags?: readonly string[] }[];
}

const schema = vectorFile(SCHEMA) as { readonly $defs: Readonly<Record<string, object>> };
const ajv = new Ajv2020({
  strict: true,
  strictTypes: false,
  strictRequired: false,
  allErrors: true,
});
ajv.addSchema(schema, SCHEMA);

const files = vectorFileNames().filter((file) => file !== SCHEMA);
// Requests and answers; its head describes their language.
const ownFiles = files.filter((file) => file !== 'sts-known-answers.json');

describe.each(files)('%s', (file) => {
  test('holds to the schema', () => {
    expect(
      Object.keys(schema.$defs),
      `add a definition named ${file} to vectors/schema.json, and a reference to it under anyOf`,
    ).toContain(file);
    expect(errorsOf(vectorFile(file), `${SCHEMA}#/$defs/${file}`)).toEqual([]);
    expect(ajv.validate(SCHEMA, vectorFile(file)), `add ${file} under anyOf`).toBe(true);
  });

  test('is listed', () => {
    expect(readme, `name ${file} in vectors/README.md`).toContain(`\`${file}\``);
  });

  test('is read by a test', () => {
    const readers = Object.entries(READERS).filter(
      ([, text]) => text.includes(`'${file}'`) || text.includes(`vectors/${file}'`),
    );
    expect(readers, `run every case of vectors/${file} in a test`).not.toEqual([]);
  });
});

describe.each(ownFiles)('%s', (file) => {
  const { flags, cases } = vectorFile(file) as VectorFile;

  test('its cases are numbered upwards', () => {
    const ids = cases.map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)].sort((left, right) => left - right));
  });

  test('it explains the flags its cases have, and no others', () => {
    const used = new Set(cases.flatMap((one) => one.flags ?? []));
    expect([...used].sort()).toEqual(Object.keys(flags).sort());
  });
});

test('the known answers are as many as they say, each with an id of its own', () => {
  const { count, vectors } = vectorFile('sts-known-answers.json') as {
    readonly count: number;
    readonly vectors: readonly { readonly id: string }[];
  };
  expect(new Set(vectors.map(({ id }) => id)).size).toBe(count);
  expect(vectors.length).toBe(count);
});

test('the schema and the list name no file that is not there', () => {
  const named = Object.keys(schema.$defs).filter((name) => name.endsWith('.json'));
  expect(named.sort()).toEqual(files);
  const listed = [...readme.matchAll(/`([a-z0-9-]+\.json)`/g)].map(([, name = '']) => name);
  expect([...new Set(listed)].sort()).toEqual([...files, SCHEMA].sort());
});

test.each([
  ['a missing member', (one: Record<string, unknown>) => delete one['crc']],
  ['a member nobody knows', (one: Record<string, unknown>) => (one['crcs'] = '0000')],
  ['a value of another form', (one: Record<string, unknown>) => (one['crc'] = '0FFA')],
  ['a case without a number', (one: Record<string, unknown>) => delete one['id']],
  ['a result nobody knows', (one: Record<string, unknown>) => (one['result'] = 'acceptable')],
])('the schema refuses %s', (_, spoil) => {
  const file = structuredClone(vectorFile('crc.json')) as { cases: Record<string, unknown>[] };
  spoil(file.cases[0] ?? {});
  expect(errorsOf(file, `${SCHEMA}#/$defs/crc.json`)).not.toEqual([]);
});

function errorsOf(value: unknown, name: string): readonly string[] {
  const validate = ajv.getSchema(name);
  if (validate === undefined) throw new Error(`no such schema: ${name}`);
  if (validate(value) === true) return [];
  return (validate.errors ?? []).map(
    ({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
  );
}
