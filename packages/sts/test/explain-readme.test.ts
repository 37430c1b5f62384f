/** What the README shows runs as it stands, and its table of imports is that of the package. */
import { expect, test } from 'vitest';

type Module = Readonly<Record<string, unknown>>;

const README = only(
  import.meta.glob<string>('../README.md', { eager: true, query: '?raw', import: 'default' }),
);
const MANIFEST = only(
  import.meta.glob<{ exports: Record<string, { '@wattvend/source': string }> }>('../package.json', {
    eager: true,
    import: 'default',
  }),
);
const SOURCES = import.meta.glob<Module>('../src/**/*.ts', { eager: true });
const QUANTITIES = import.meta.glob<Module>('../../quantities/src/*.ts', { eager: true });

function only<One>(files: Readonly<Record<string, One>>): One {
  const [file] = Object.values(files);
  if (file === undefined) throw new Error('the file is not where this test looks');
  return file;
}

function moduleOf(specifier: string): Module {
  const quantities = specifier.replace(/^@wattvend\/quantities\/(.*)\.js$/, '$1');
  const entry = MANIFEST.exports[specifier.replace('@wattvend/sts', '.')];
  const found =
    entry === undefined
      ? QUANTITIES[`../../quantities/src/${quantities}.ts`]
      : SOURCES[entry['@wattvend/source'].replace('./', '../')];
  if (found === undefined) throw new Error(`${specifier} is not exported`);
  return found;
}

/** The code as a function body, its imports taken from here. */
function bodyOf(code: string): string {
  return code.replaceAll(
    /^import \{ (.*) \} from '(.*)';$/gm,
    (_, names: string, specifier: string) => `const { ${names} } = moduleOf('${specifier}');`,
  );
}

const EXAMPLES = [...README.matchAll(/## (.*)\n\n```ts\n([\s\S]*?)```/g)].map(
  ([, title = '', code = '']) => ({ title, code }),
);

test('the README has a first token, a key change and an explanation', () => {
  expect(EXAMPLES.map(({ title }) => title)).toEqual([
    'A first token',
    'A key change',
    'A token explained',
  ]);
});

test.each(EXAMPLES)('$title prints what stands beside it', ({ code }) => {
  const printed: string[] = [];
  const output = { log: (value: unknown) => printed.push(String(value)) };
  // oxlint-disable-next-line typescript/no-implied-eval -- The code is a page of this repository.
  const run = new Function('moduleOf', 'console', `'use strict';${bodyOf(code)}`) as (
    load: typeof moduleOf,
    console: typeof output,
  ) => void;
  run(moduleOf, output);
  const promised = [...code.matchAll(/^console\.log\(.*\); \/\/ (.*)$/gm)].map(([, text]) => text);
  expect(promised.length).toBeGreaterThan(0);
  expect(printed).toEqual(promised);
});

test('the README lists every import of the package', () => {
  const listed = [...README.matchAll(/^\| (`.*?) +\|/gm)]
    .flatMap(([, cell = '']) => [...cell.matchAll(/`([^`]+)`/g)])
    .map(([, name]) => `./${name}`);
  expect(listed.toSorted()).toEqual(Object.keys(MANIFEST.exports).toSorted());
});
