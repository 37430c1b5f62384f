/** House rules no linter knows. Each failure says what to do instead. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const root = new URL('../', import.meta.url);
const tracked = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  .filter((path) => path !== '' && existsSync(new URL(path, root)));

function text(path: string): string {
  return readFileSync(new URL(path, root), 'utf8');
}

const bans = [
  {
    in: /\.sql$/,
    text: /\bnow\(\)|current_timestamp|clock_timestamp\(|gen_random_uuid\(/i,
    instead: 'pass time and ids in as parameters',
  },
  {
    in: /\.sql$/,
    text: /\b(listen|notify)\b\s+\w+;|pg_advisory/i,
    instead: 'lock a row; wake up in the process',
  },
  {
    in: /\.(ts|tsx|mjs|sql)$/,
    text: /\b(FIXME|TODO)\b/,
    instead: 'finish it, or write an issue',
  },
  { in: /\.tsx?$/, text: /\bas any\b|@ts-ignore/, instead: 'say the type' },
  {
    in: /\/test\/.*\.ts$/,
    text: /\b(test|it|describe)\.(only|skip)\(/,
    instead: 'run the test or remove it',
  },
];

test.each(bans)('nowhere $text: $instead', (ban) => {
  const offenders = tracked.filter(
    (path) => ban.in.test(path) && path !== 'tools/tidy.test.ts' && ban.text.test(text(path)),
  );
  expect(offenders, ban.instead).toEqual([]);
});

test('there is no drawer for leftovers: name the file by what it is', () => {
  const drawer =
    /(^|\/)(utils?|helpers?|common|shared|misc|types|interfaces|constants)(\/|\.tsx?$)/;
  expect(tracked.filter((path) => drawer.test(path))).toEqual([]);
});

test('source files fit a head: split by meaning above 40 kB', () => {
  const large = tracked.filter(
    (path) => /\.(ts|tsx|sql|css)$/.test(path) && !/generated\.ts$/.test(path),
  );
  expect(large.filter((path) => text(path).length > 40_000)).toEqual([]);
});

test('each document has one title', () => {
  const wrong = tracked
    .filter((path) => path.endsWith('.md'))
    .filter((path) => {
      const prose = text(path).replaceAll(/```[\s\S]*?```/g, '');
      return (prose.match(/^# .+$/gm) ?? []).length !== 1;
    });
  expect(wrong).toEqual([]);
});

test('links between documents lead somewhere', () => {
  const broken = tracked
    .filter((path) => path.endsWith('.md'))
    .flatMap((path) =>
      [...text(path).matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)]
        .map((match) => match[1] ?? '')
        .filter((link) => !existsSync(new URL(link, new URL(path, root))))
        .map((link) => `${path}: ${link}`),
    );
  expect(broken).toEqual([]);
});

// The floor plan. A room that wants more has to change it here, where a reviewer sees it.
const MAY_SEE: Readonly<Record<string, readonly string[]>> = {
  'packages/quantities': [],
  'packages/sts': ['quantities'],
  'packages/meter': ['quantities', 'sts'],
  'packages/client': [],
  'packages/tariff': ['quantities'],
  'packages/database': [],
  'packages/security-module': ['quantities', 'sts'],
  'packages/ledger': ['quantities', 'database'],
  'packages/vending': ['quantities', 'sts', 'tariff', 'database', 'ledger', 'security-module'],
  'apps/console': ['quantities', 'sts', 'meter', 'client'],
  'apps/meter-emulator': ['quantities', 'sts', 'meter'],
};

test.each(Object.entries(MAY_SEE))('%s sees only %j', (room, allowed) => {
  const manifest: { readonly dependencies?: Readonly<Record<string, string>> } = JSON.parse(
    text(`${room}/package.json`),
  );
  const sees = Object.keys(manifest.dependencies ?? {})
    .filter((name) => name.startsWith('@wattvend/'))
    .map((name) => name.slice('@wattvend/'.length));
  expect([...sees].sort()).toEqual([...allowed].sort());
});

test('vending takes only types, and the words for failures, from the security module', () => {
  const imports = tracked
    .filter((path) => path.startsWith('packages/vending/src/') && path.endsWith('.ts'))
    .flatMap((path) => [...text(path).matchAll(/from '(@wattvend\/security-module\/[^']+)'/g)])
    .map((match) => match[1]);
  expect(new Set(imports)).toEqual(new Set(['@wattvend/security-module/security-module.js']));
});

test('every refusal of packages/sts is made somewhere and has its test', () => {
  const table = text('packages/sts/src/refusal.ts');
  const names = [...table.matchAll(/^ {2}'?([a-z0-9-]+)'?:$|^ {2}'?([a-z0-9-]+)'?: ['`]/gm)].map(
    (match) => match[1] ?? match[2] ?? '',
  );
  expect(names.length).toBeGreaterThan(40);
  const where = (inside: RegExp) =>
    tracked
      .filter((path) => inside.test(path))
      .map(text)
      .join();
  const sources = where(/^packages\/sts\/src\/(?!refusal\.ts).*\.ts$/);
  const tests = where(/^packages\/sts\/test\/.*\.ts$|^vectors\/(?!schema|sts-known).*\.json$/);
  const isQuoted = (content: string, name: string) =>
    content.includes(`'${name}'`) || content.includes(`"${name}"`);
  expect(names.filter((name) => !isQuoted(sources, name))).toEqual([]);
  expect(names.filter((name) => !isQuoted(tests, name))).toEqual([]);
});
