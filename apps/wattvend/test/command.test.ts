import { spawn } from 'node:child_process';
import { truncateSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { fileWith, folder, LAUNCHER, wattvend } from './program.ts';

const KNOWN_ANSWERS = fileURLToPath(
  new URL('../../../vectors/sts-known-answers.json', import.meta.url),
);

// ESC, a C1 control, a bell and a mark that turns the direction of text.
const HOSTILE = 'a\u001b[31m\u009b2J\u0007\u202eb';
// All of these but the end of a line.
const SPEAKS_TO_TERMINAL = /[^\P{Cc}\n]|\p{Cf}/u;

function longFile(): string {
  const path = fileWith('long.json', '');
  truncateSync(path, 16_000_001);
  return path;
}

function deepFile(): string {
  const deep = '['.repeat(200_000) + ']'.repeat(200_000);
  const vector = `{"id":"deep","input":{"op":"crc"},"expect":{"a":${deep}}}`;
  return fileWith('deep.json', `{"schema":"sts-vectors/1","vectors":[${vector}]}`);
}

describe.concurrent('wattvend sts answer --lines', () => {
  test('answers line for line and goes on after a line that is not JSON', async () => {
    const { status, stdout } = await wattvend(
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

  test('says nothing when nothing is asked', async () => {
    expect(await wattvend(['sts', 'answer', '--lines'])).toEqual({
      status: 0,
      stdout: '',
      stderr: '',
    });
  });

  test('answers ten thousand lines in order', async () => {
    const lines = Array.from({ length: 10_000 }, (_, tid) =>
      JSON.stringify({ op: 'tid', tid, baseDate: 2014 }),
    );
    const { stdout } = await wattvend(['sts', 'answer', '--lines'], lines.join('\n'));
    const tids = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line).tid as number);
    expect(tids).toEqual(Array.from({ length: 10_000 }, (_, tid) => tid));
  });

  test('answers a line at once, while the next is not yet written', async () => {
    const program = spawn(process.execPath, [LAUNCHER, 'sts', 'answer', '--lines']);
    const answers: unknown[] = [];
    const first = new Promise((resolve) => {
      program.stdout.on('data', (data: Buffer) => {
        answers.push(JSON.parse(data.toString()));
        resolve(undefined);
      });
    });
    program.stdin.write('{"op":"crc","hex":"00004a2d900ff2"}\n');
    await first;
    expect(answers).toEqual([{ ok: true, crc: '0ffa' }]);
    program.stdin.end();
    expect(await new Promise((resolve) => program.on('close', resolve))).toBe(0);
  });

  test('refuses a line that is too long without keeping it, and goes on', async () => {
    const long = Buffer.alloc(50_000_000, '[');
    const { status, stdout } = await wattvend(
      ['sts', 'answer', '--lines'],
      Buffer.concat([long, Buffer.from('\n{"op":"crc","hex":"00004a2d900ff2"}\n')]),
      // The program itself takes some of this; the line would not fit in it twice.
      { NODE_OPTIONS: '--max-old-space-size=40' },
    );
    const answers = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as object);
    expect(answers).toMatchObject([
      { ok: false, error: 'BadRequest', detail: expect.stringContaining('octets') },
      { ok: true, crc: '0ffa' },
    ]);
    expect(status).toBe(0);
  });

  test('without --lines takes the whole input for one request', async () => {
    const { stdout } = await wattvend(
      ['sts', 'answer'],
      '{\n"op":"crc",\n"hex":"00004a2d900ff2"}\n',
    );
    expect(JSON.parse(stdout)).toEqual({ ok: true, crc: '0ffa' });
  });
});

describe.concurrent('wattvend sts check', () => {
  test('passes the known answers and says how many', async () => {
    const { status, stderr, stdout } = await wattvend(['sts', 'check', KNOWN_ANSWERS]);
    expect(stdout).toBe('91 passed, 0 failed\n');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });

  test('shows each miss and fails', async () => {
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
    const { status, stdout } = await wattvend(['sts', 'check', path]);
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
    ['a file that is too long', longFile, /^wattvend: .*it has more than 16000000 octets\n$/],
    ['a file that expects too deep', deepFile, /^wattvend: .*vector 1 expects something nested/],
    ['a file whose name speaks to the terminal', () => join(folder, HOSTILE), /no such file/],
  ])('cannot use %s', async (_, path, message) => {
    const { status, stderr, stdout } = await wattvend(['sts', 'check', path()]);
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(SPEAKS_TO_TERMINAL);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  });

  test('shows a miss without what would speak to the terminal', async () => {
    const vector = { id: HOSTILE, input: { op: 'crc', hex: '00' }, expect: { [HOSTILE]: HOSTILE } };
    const content = JSON.stringify({ schema: 'sts-vectors/1', vectors: [vector] });
    const { status, stdout } = await wattvend(['sts', 'check', fileWith('hostile.json', content)]);
    expect(stdout).toMatch(/^a.+b\n {2}expected .+\n {2}got {6}.+\n0 passed, 1 failed\n$/);
    expect(stdout).not.toMatch(SPEAKS_TO_TERMINAL);
    expect(status).toBe(1);
  });
});

describe.concurrent('input that does not end is read up to the limit', () => {
  test.for<[string[], number, RegExp]>([
    [['sts', 'answer'], 0, /"a request has at most 1000000 octets"/],
    [['token', 'explain', '-'], 2, /too long to be a token/],
    [['token', 'explain', '0', '--keys', '-'], 2, /more than 1000000 octets/],
  ])('by %j', async ([args, status, message], { onTestFinished }) => {
    const program = spawn(process.execPath, [LAUNCHER, ...args]);
    onTestFinished(() => void program.kill());
    const said: Buffer[] = [];
    for (const output of [program.stdout, program.stderr]) {
      output.on('data', (data: Buffer) => said.push(data));
    }
    // The program closes the pipe; it is never ended here.
    program.stdin.on('error', () => undefined);
    program.stdin.write(Buffer.alloc(1_500_000, '0'));
    expect(await new Promise((resolve) => program.on('close', resolve))).toBe(status);
    expect(Buffer.concat(said).toString()).toMatch(message);
  });
});

describe.concurrent('help', () => {
  test.each([
    [['--help'], 'sts'],
    [['sts', '--help'], 'check'],
    [['sts', 'answer', '--help'], '--lines'],
    [['sts', 'check', '--help'], 'Exit status'],
    [['token', '--help'], 'token explain 0000'],
    [['token', 'explain', '--help'], 'Keys are\nnever given as arguments'],
  ])('%j names %s', async (args, word) => {
    const { status, stdout } = await wattvend(args);
    expect(stdout).toContain(word);
    expect(status).toBe(0);
  });

  test.each([
    [['sell'], /unknown command 'sell'/],
    [['sts', 'chekc'], /Did you mean check\?/],
    [['sts', 'check'], /missing required argument 'file'/],
    [['sts', 'answer', '--line'], /Did you mean --lines\?/],
  ])('%j is refused with a hint', async (args, message) => {
    const { status, stderr } = await wattvend(args);
    expect(stderr).toMatch(message);
    expect(stderr).toMatch(/add --help/);
    expect(status).toBe(1);
  });
});
