// The real program, as a shell starts it; dist is built before the tests run.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';

const LAUNCHER = fileURLToPath(new URL('../bin/wattvend.js', import.meta.url));
const KNOWN_ANSWERS = fileURLToPath(
  new URL('../../../vectors/sts-known-answers.json', import.meta.url),
);
const folder = mkdtempSync(join(tmpdir(), 'wattvend-test-'));
afterAll(() => rmSync(folder, { recursive: true }));

function wattvend(args: readonly string[], input = '') {
  const { status, stderr, stdout } = spawnSync(process.execPath, [LAUNCHER, ...args], {
    input,
    encoding: 'utf8',
  });
  return { status, stderr, stdout };
}

function fileWith(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

describe('wattvend sts answer --lines', () => {
  test('answers line for line and goes on after a line that is not JSON', () => {
    const { status, stdout } = wattvend(
      ['sts', 'answer', '--lines'],
      '{"op":"tid","issued":"2020-01-01T08:00Z","baseDate":2014}\nnonsense\n\n{"op":"crc","hex":"00004a2d900ff2"}',
    );
    const answers = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as object);
    expect(answers).toMatchObject([
      { ok: true, tid: 3155520 },
      { ok: false, error: 'BadRequest', detail: expect.any(String) },
      { ok: false, error: 'BadRequest', detail: expect.any(String) },
      { ok: true, crc: '0ffa' },
    ]);
    expect(status).toBe(0);
  });

  test('says nothing when nothing is asked', () => {
    expect(wattvend(['sts', 'answer', '--lines'])).toEqual({ status: 0, stdout: '', stderr: '' });
  });

  test('answers ten thousand lines in order', () => {
    const lines = Array.from({ length: 10_000 }, (_, tid) =>
      JSON.stringify({ op: 'tid', tid, baseDate: 2014 }),
    );
    const { stdout } = wattvend(['sts', 'answer', '--lines'], lines.join('\n'));
    const tids = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line).tid as number);
    expect(tids).toEqual(Array.from({ length: 10_000 }, (_, tid) => tid));
  });

  test('without --lines takes the whole input for one request', () => {
    const { stdout } = wattvend(['sts', 'answer'], '{\n"op":"crc",\n"hex":"00004a2d900ff2"}\n');
    expect(JSON.parse(stdout)).toEqual({ ok: true, crc: '0ffa' });
  });
});

describe('wattvend sts check', () => {
  test('passes the known answers and says how many', () => {
    const { status, stderr, stdout } = wattvend(['sts', 'check', KNOWN_ANSWERS]);
    expect(stdout).toBe('56 passed, 0 failed, 35 skipped\n');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });

  test('shows each miss and fails', () => {
    const path = fileWith(
      'missed.json',
      JSON.stringify({
        schema: 'sts-vectors/1',
        vectors: [
          { id: 'right', input: { op: 'crc', hex: '00004a2d900ff2' }, expect: { crc: '0ffa' } },
          { id: 'wrong', input: { op: 'crc', hex: '00004a2d900ff2' }, expect: { crc: '0000' } },
        ],
      }),
    );
    const { status, stdout } = wattvend(['sts', 'check', path]);
    expect(stdout).toBe(
      'wrong\n  expected {"crc":"0000"}\n  got      {"ok":true,"crc":"0ffa"}\n1 passed, 1 failed\n',
    );
    expect(status).toBe(1);
  });

  test.each([
    ['a file that is missing', () => join(folder, 'none.json'), /ENOENT/],
    ['a folder', () => folder, /EISDIR/],
    ['a file that is not JSON', () => fileWith('a.json', 'hello'), /it is not JSON/],
    ['a file of another schema', () => fileWith('b.json', '{"schema":"x"}'), /schema/],
  ])('cannot use %s', (_, path, message) => {
    const { status, stderr, stdout } = wattvend(['sts', 'check', path()]);
    expect(stderr).toMatch(message);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  });
});

describe('help', () => {
  test.each([
    [['--help'], 'sts'],
    [['sts', '--help'], 'check'],
    [['sts', 'answer', '--help'], '--lines'],
    [['sts', 'check', '--help'], 'Exit status'],
  ])('%j names %s', (args, word) => {
    const { status, stdout } = wattvend(args);
    expect(stdout).toContain(word);
    expect(status).toBe(0);
  });

  test.each([
    [['sell'], /unknown command 'sell'/],
    [['sts', 'chekc'], /Did you mean check\?/],
    [['sts', 'check'], /missing required argument 'file'/],
    [['sts', 'answer', '--line'], /Did you mean --lines\?/],
  ])('%j is refused with a hint', (args, message) => {
    const { status, stderr } = wattvend(args);
    expect(stderr).toMatch(message);
    expect(stderr).toMatch(/add --help/);
    expect(status).toBe(1);
  });
});
