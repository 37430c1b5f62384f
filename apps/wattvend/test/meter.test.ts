// Meters and keys made here are thrown away with the folder of the tests.
import { createHash, generateKeyPairSync } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseMeterMemory } from '@wattvend/meter/memory-record.js';
import { tenthKwh } from '@wattvend/quantities/energy.js';
import { DecoderKey } from '@wattvend/sts/decoder-key.js';
import { encryptToken } from '@wattvend/sts/token.js';
import { tokenCipher } from '@wattvend/sts/token-cipher.js';
import { tokenIdentifier } from '@wattvend/sts/token-identifier.js';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { fileWith, folder, wattvend } from './program.ts';

const at = (name: string): string => join(folder, name);

// Many programs at once on a small machine; what is awaited comes at once otherwise.
vi.setConfig({ testTimeout: 60_000 });

let recipient = '';
const IDENTITY = at('utility.key');
beforeAll(async () => {
  const { status, stdout } = await wattvend(['meter', 'keys', '--out', IDENTITY]);
  expect(status).toBe(0);
  recipient = stdout.trimEnd();
});

interface OneMeter {
  readonly [name: string]: unknown;
  readonly drn: string;
  readonly decoderKey: string;
}

function makeArguments(out: string, changes: Readonly<Record<string, string>> = {}): string[] {
  const options = {
    '--manufacturer': '12',
    '--first-serial': '34567890',
    '--count': '3',
    '--recipient': recipient,
    '--manufactured-at': '2026-05-01T08:00+02:00',
    '--out': out,
    ...changes,
  };
  return ['meter', 'make', ...Object.entries(options).flat()];
}

async function unseal(file: string): Promise<readonly OneMeter[]> {
  const { stdout } = await wattvend(['meter', 'unseal', file, '--identity', IDENTITY]);
  return stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as OneMeter);
}

function modeOf(path: string): string {
  return (statSync(path).mode & 0o777).toString(8);
}

/** The program takes one of its outputs for a terminal. */
function terminalAt(stream: 'stderr' | 'stdout'): Readonly<Record<string, string>> {
  return { NODE_OPTIONS: `--import=data:text/javascript,process.${stream}.isTTY=true` };
}

describe.concurrent('wattvend meter keys', () => {
  test('writes the identity for its owner alone and prints the recipient alone', () => {
    const identity = readFileSync(IDENTITY, 'utf8');
    expect(identity).toMatch(/^# recipient: age1[0-9a-z]{58}\nAGE-SECRET-KEY-1[0-9A-Z]{58}\n$/);
    expect(identity).toContain(recipient);
    expect(recipient).toMatch(/^age1[0-9a-z]{58}$/);
    expect(modeOf(IDENTITY)).toBe('600');
  });

  test('does not write over an identity, which would lose every key sealed to it', async () => {
    const before = fileWith('precious.key', 'precious');
    const { status, stderr, stdout } = await wattvend(['meter', 'keys', '--out', before]);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(/^wattvend: cannot use .*EEXIST.*\n$/);
    expect(readFileSync(before, 'utf8')).toBe('precious');
  });
});

describe.concurrent('wattvend meter make', () => {
  test('makes the list without keys and the sealed record with them', async () => {
    const out = at('batch');
    const { status, stderr, stdout } = await wattvend(makeArguments(out));
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toBe(`3 meters, 12345678903 to 12345678929, in ${out}\n`);
    expect(readdirSync(out).sort()).toEqual(['keys.jsonl.age', 'meters.csv']);
    expect([modeOf(out), modeOf(join(out, 'keys.jsonl.age'))]).toEqual(['700', '600']);

    const csv = readFileSync(join(out, 'meters.csv'), 'utf8');
    const rows = csv.split('\r\n');
    expect(rows).toHaveLength(5);
    expect(rows[0]).toMatch(/^meter_pan,drn,manufacturer_code,serial_number,/);
    expect(rows[1]).toBe(
      '600727123456789030,12345678903,12,34567890,11,0,000000,01,1,255,2014,02,RESIDENTIAL,' +
        'WATTVEND,1,0.1.0,2026-05-01T06:00:00.000Z',
    );

    const sealed = join(out, 'keys.jsonl.age');
    const octets = readFileSync(sealed, 'latin1');
    expect(octets).toMatch(/^age-encryption\.org\/v1\n-> X25519 /);
    const meters = await unseal(sealed);
    expect(meters.map(({ drn }) => drn)).toEqual(['12345678903', '12345678911', '12345678929']);
    expect(new Set(meters.map(({ decoderKey }) => decoderKey)).size).toBe(3);
    for (const { decoderKey } of meters) {
      expect(decoderKey).toMatch(/^[0-9a-f]{32}$/);
      expect(csv + octets + stdout).not.toContain(decoderKey);
    }
  });

  test('its unsealed record, as a list, opens the tokens of its meters', async () => {
    const out = at('explained');
    await wattvend(makeArguments(out, { '--algorithm': '09', '--count': '2' }));
    const meters = await unseal(join(out, 'keys.jsonl.age'));
    const key = DecoderKey.fromHex(meters[1]?.decoderKey ?? '');
    const token = encryptToken(
      {
        tokenClass: 0,
        subclass: 0,
        name: 'electricity',
        random: 1,
        tokenIdentifier: tokenIdentifier(6_500_000),
        energy: tenthKwh(100),
      },
      tokenCipher('09', key),
    );
    const args = ['token', 'explain', token, '--keys', '-'];
    const { status, stdout } = await wattvend(args, JSON.stringify(meters));
    expect(status).toBe(0);
    expect(stdout).toMatch(/opens +12345678911: EA 09/);
    expect(stdout).toMatch(/no +12345678903: EA 09/);
  });

  test('writes memories where they are asked for, and says what they hold', async () => {
    const [out, memories] = [at('with-memories'), at('memories')];
    const { publicKey } = generateKeyPairSync('ed25519');
    const pem = fileWith('maker.pem', publicKey.export({ format: 'pem', type: 'spki' }).toString());
    const { status, stderr } = await wattvend([
      ...makeArguments(out, { '--memories': memories, '--model': 'water', '--count': '2' }),
      ...['--trusted-key', pem, '--in-stock', '--hardware-revision', '4'],
    ]);
    expect(status).toBe(0);
    expect(stderr).toMatch(/keys of the meters in clear/);
    const file = join(memories, 'memories.jsonl');
    expect([modeOf(memories), modeOf(file)]).toEqual(['700', '600']);
    const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
    const keys = (await unseal(join(out, 'keys.jsonl.age'))).map(({ decoderKey }) => decoderKey);
    const hex = publicKey.export({ format: 'der', type: 'spki' }).subarray(-32).toString('hex');
    expect(lines).toHaveLength(2);
    for (const [index, line] of lines.entries()) {
      expect(parseMeterMemory(line)).toMatchObject({
        memory: {
          decoderKey: keys[index],
          keyType: 0,
          settings: { model: 'WATER' },
          supply: { isCommissioned: false },
          firmware: { trustedKeys: [hex], hardware: { model: 'WATTVEND', revision: 4 } },
        },
      });
    }
  });

  test('makes all or nothing: a folder that exists is left as it is, and the other is not made', async () => {
    const [out, memories] = [at('taken'), at('not-made')];
    mkdirSync(out);
    const { status, stderr } = await wattvend(makeArguments(out, { '--memories': memories }));
    expect(status).toBe(2);
    expect(stderr).toBe(`wattvend: ${out} exists already; nothing is written over\n`);
    expect(readdirSync(out)).toEqual([]);
    expect(readdirSync(folder).filter((name) => /^(not-made|taken\.)/.test(name))).toEqual([]);
  });

  test('makes nothing where the second folder cannot be made', async () => {
    const out = at('half/missing/batch');
    const memories = at('half-memories');
    const { status, stderr } = await wattvend(makeArguments(out, { '--memories': memories }));
    expect(status).toBe(2);
    expect(stderr).toMatch(/^wattvend: cannot use .*ENOENT/);
    expect(readdirSync(folder).filter((name) => name.startsWith('half'))).toEqual([]);
  });

  test('makes ten thousand meters in a time a person waits', async () => {
    const out = at('large');
    const args = makeArguments(out, { '--count': '10000', '--first-serial': '0' });
    const { status, stdout } = await wattvend(args);
    expect([status, stdout]).toEqual([
      0,
      // The check digits are those of make-meter.test.ts.
      expect.stringMatching(/^10000 meters, 1200000000\d to 1200009999\d, in /),
    ]);
    const rows = readFileSync(join(out, 'meters.csv'), 'utf8').trimEnd().split('\r\n');
    expect(new Set(rows.slice(1).map((row) => row.slice(0, 18))).size).toBe(10_000);
  });

  test('shows on a terminal how far it is, and wipes that away', async () => {
    const args = makeArguments(at('shown'), { '--count': '1000' });
    const { stderr } = await wattvend(args, '', terminalAt('stderr'));
    expect(stderr).toBe('\r500 of 1000 meters\r1000 of 1000 meters\r\u001b[K');
  });

  test.each<[string, Record<string, string>, RegExp]>([
    ['a manufacturer code of three digits', { '--manufacturer': '123' }, /two or four digits/],
    ['a serial number that is none', { '--first-serial': '1e3' }, /--first-serial is a whole/],
    ['a serial number of nine digits', { '--first-serial': '100000000' }, /from 0 to 99999999/],
    ['no meter', { '--count': '0' }, /--count is a whole number from 1/],
    ['too many meters', { '--count': '100001' }, /--count is a whole number from 1 to 100000/],
    ['a range beyond the last number', { '--first-serial': '99999998' }, /go beyond 99999999/],
    ['a model nobody makes', { '--model': 'toaster' }, /--model is one of residential/],
    ['an algorithm nobody has', { '--algorithm': '10' }, /--algorithm is one of 07/],
    ['a base date that is none', { '--base-date': '2000' }, /--base-date is one of 1993/],
    ['a supply group of five digits', { '--supply-group': '12345' }, /--supply-group: .*6 digits/],
    ['a tariff index of a digit', { '--tariff-index': '1' }, /--tariff-index: .*2 digits/],
    ['a time without an offset', { '--manufactured-at': '2026-05-01T08:00' }, /is a time such as/],
    ['a day that is none', { '--manufactured-at': '2026-13-01T08:00Z' }, /is a time such as/],
    [
      'a time before the base date',
      { '--manufactured-at': '2013-12-31T23:59Z' },
      /base date 2014 are not made at that time/,
    ],
    ['a version with a blank', { '--firmware-version': '1 2' }, /--firmware-version cannot be/],
    ['a long hardware model', { '--hardware-model': 'M'.repeat(17) }, /--hardware-model has 1/],
    ['a revision that is too great', { '--hardware-revision': '65536' }, /--hardware-revision is/],
    ['a recipient that is none', { '--recipient': 'age1me' }, /is not an age recipient/],
    ['a trusted key that is not there', { '--trusted-key': at('none.pem') }, /cannot use .*ENOENT/],
  ])('refuses %s', async (_, changes, message) => {
    const out = at(`refused-${createHash('sha1').update(_).digest('hex')}`);
    const { status, stderr, stdout } = await wattvend(makeArguments(out, changes));
    expect(stderr).toMatch(/^wattvend: [^\n]*\n$/);
    expect(stderr).toMatch(message);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(readdirSync(folder)).not.toContain(out.split('/').at(-1));
  });

  test('refuses three trusted keys, one key twice, and a private key in its place', async () => {
    const pair = generateKeyPairSync('ed25519');
    const pem = fileWith(
      'one.pem',
      pair.publicKey.export({ format: 'pem', type: 'spki' }).toString(),
    );
    const secret = pair.privateKey.export({ format: 'pem', type: 'pkcs8' }).toString();
    const secretFile = fileWith('secret.pem', secret);
    const given = async (...files: string[]) =>
      (await wattvend([...makeArguments(at('refused-keys')), '--trusted-key', ...files])).stderr;
    expect(await given(pem, pem, pem)).toMatch(/at most two files/);
    expect(await given(pem, pem)).toMatch(/the same key twice/);
    const told = await given(secretFile);
    expect(told).toMatch(/is a private key; give the public key alone/);
    expect(told).not.toContain(secret.split('\n')[1]);
  });

  test('says which option is missing', async () => {
    const { status, stderr } = await wattvend(['meter', 'make', '--manufacturer', '12']);
    expect(stderr).toMatch(/required option '--first-serial <number>' not specified/);
    expect(status).toBe(2);
  });
});

describe.concurrent('wattvend meter unseal', () => {
  test.each([
    ['a file that is not there', 'none.age', /ENOENT/],
    ['a file that is not sealed', 'plain.age', /is not sealed to an identity .* or is damaged/],
  ])('cannot open %s', async (_, name, message) => {
    fileWith('plain.age', 'hello');
    const args = ['meter', 'unseal', at(name), '--identity', IDENTITY];
    const { status, stderr, stdout } = await wattvend(args);
    expect(stderr).toMatch(message);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  });

  test('shows no key on a terminal unless it is told to', async () => {
    const out = at('terminal');
    await wattvend(makeArguments(out));
    const args = ['meter', 'unseal', join(out, 'keys.jsonl.age'), '--identity', IDENTITY];
    const { status, stderr, stdout } = await wattvend(args, '', terminalAt('stdout'));
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(/this would show keys on the terminal: .* add --to-terminal\n$/);
    const told = await wattvend([...args, '--to-terminal'], '', terminalAt('stdout'));
    expect(told.stdout).toContain('"decoderKey"');
  });

  test('opens for its recipient alone, not when it is damaged, and repeats no identity', async () => {
    const out = at('sealed');
    await wattvend(makeArguments(out));
    const sealed = join(out, 'keys.jsonl.age');
    const other = at('other.key');
    await wattvend(['meter', 'keys', '--out', other]);
    const open = (file: string, identity: string) =>
      wattvend(['meter', 'unseal', file, '--identity', identity]);
    const foreign = await open(sealed, other);
    expect([foreign.status, foreign.stdout]).toEqual([2, '']);
    expect(foreign.stderr).toMatch(/is not sealed to an identity/);

    const octets = readFileSync(sealed);
    octets.writeUInt8(octets.readUInt8(octets.length - 9) ^ 1, octets.length - 9);
    const damaged = fileWith('damaged.age', '');
    writeFileSync(damaged, octets);
    expect(await open(damaged, IDENTITY)).toMatchObject({ status: 2, stdout: '' });

    const bad = fileWith('bad.key', 'AGE-SECRET-KEY-1NOTONE\n');
    const told = await open(sealed, bad);
    expect(told.stderr).toMatch(/holds a line that is no age identity/);
    expect(told.stderr).not.toContain('NOTONE');
    const empty = await open(sealed, fileWith('empty.key', '# nothing\n\n'));
    expect(empty.stderr).toMatch(/holds no identity/);
  });
});
