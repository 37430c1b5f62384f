// Keys made here are thrown away with the folder of the tests.
import { createHash, generateKeyPairSync } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { fileWith, folder, wattvend } from './program.ts';

// Many programs at once on a small machine; what is awaited comes at once otherwise.
vi.setConfig({ testTimeout: 60_000 });

const at = (name: string): string => join(folder, name);
const pair = generateKeyPairSync('ed25519');
const stranger = generateKeyPairSync('ed25519');
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
const pem = (key: typeof pair.privateKey): string =>
  key.export({ format: 'pem', type: key.type === 'private' ? 'pkcs8' : 'spki' }).toString();

const KEY = fileWith('maker.pem', pem(pair.privateKey));
const PUBLIC = fileWith('maker-public.pem', pem(pair.publicKey));
const OTHER_PUBLIC = fileWith('other-public.pem', pem(stranger.publicKey));
const RSA = fileWith('rsa.pem', pem(rsa.privateKey));
const RSA_PUBLIC = fileWith('rsa-public.pem', pem(rsa.publicKey));
const PROGRAM = fileWith('program', 'a program of a meter');

function withOctet(octets: Buffer, place: number, octet: number): Uint8Array {
  return octets.map((before, at) => (at === place ? octet : before));
}

function packArguments(out: string, changes: Readonly<Record<string, string>> = {}): string[] {
  const options = {
    '--key': KEY,
    '--manufacturer': '12',
    '--firmware-version': '1.1.0',
    '--security-number': '5',
    '--hardware-from': '2',
    '--hardware-to': '4',
    '--component': 'legally-relevant',
    '--not-before': '2026-05-01T08:00+02:00',
    '--out': out,
    ...changes,
  };
  return ['firmware', 'pack', PROGRAM, ...Object.entries(options).flat()];
}

const HEADER = `Manufacturer     12
Hardware         WATTVEND, revisions 2 to 4
Version          1.1.0
Security number  5
Changes          legally-relevant
Program          20 octets
SHA-256          ${createHash('sha256').update('a program of a meter').digest('hex')}
Not before       2026-05-01T06:00:00.000Z
`;

describe.concurrent('wattvend firmware', () => {
  test('packs an image, shows it and verifies it under its key alone', async () => {
    const out = at('good.image');
    expect(await wattvend(packArguments(out))).toMatchObject({ status: 0, stderr: '' });
    expect(await wattvend(['firmware', 'show', out])).toEqual({
      status: 0,
      stderr: '',
      stdout: `${HEADER}Not verified: see wattvend firmware check.\n`,
    });
    expect(await wattvend(['firmware', 'check', out, '--key', OTHER_PUBLIC, PUBLIC])).toEqual({
      status: 0,
      stderr: '',
      stdout: `${HEADER}Good: whole, and signed by the key.\n`,
    });
    expect(await wattvend(['firmware', 'check', out, '--key', OTHER_PUBLIC])).toEqual({
      status: 1,
      stderr: '',
      stdout: 'Refused, signature: its header is not signed by this key.\n',
    });
  });

  test.each<[string, (octets: Buffer) => Uint8Array, string]>([
    ['not-an-image', () => Buffer.from('hello'), 'it is not a firmware image'],
    ['format-unknown', (octets) => withOctet(octets, 4, 2), 'does not know'],
    ['header', (octets) => octets.subarray(0, 20), 'its header is cut'],
    ['size', (octets) => octets.subarray(0, -1), 'shorter or longer'],
    ['hash', (octets) => withOctet(octets, octets.length - 1, 0), 'not the one'],
  ])('check refuses a damaged image: %s', async (fault, damage, words) => {
    const out = at(`${fault}.image`);
    await wattvend(packArguments(out));
    writeFileSync(out, damage(readFileSync(out)));
    const { status, stdout } = await wattvend(['firmware', 'check', out, '--key', PUBLIC]);
    expect(stdout).toMatch(new RegExp(`^Refused, ${fault}: .*${words}.*\\.\\n$`));
    expect(status).toBe(1);
  });

  test.each<[string, Record<string, string>, RegExp]>([
    ['a key that is not there', { '--key': at('none.pem') }, /cannot use .*ENOENT/],
    ['a public key', { '--key': PUBLIC }, /is not an Ed25519 private key/],
    ['a key of RSA', { '--key': RSA }, /is not an Ed25519 private key/],
    ['a manufacturer code of a digit', { '--manufacturer': '1' }, /two or four digits/],
    ['a version with a blank', { '--firmware-version': '1 2' }, /a version has 1 to 15/],
    ['a long hardware model', { '--hardware-model': 'M'.repeat(17) }, /a hardware model has/],
    ['revisions that fall', { '--hardware-to': '1' }, /hardware revisions rise/],
    ['a revision that is none', { '--hardware-from': 'x' }, /--hardware-from is a whole number/],
    ['a security number that is none', { '--security-number': '-1' }, /--security-number is/],
    ['a component that is none', { '--component': 'all' }, /--component is legally-relevant/],
    ['a time without an offset', { '--not-before': '2026-05-01' }, /--not-before is a time/],
    ['a time before 1970', { '--not-before': '1969-05-01T00:00Z' }, /before 1970/],
    ['a file that exists', { '--out': PROGRAM }, /cannot use .*EEXIST/],
  ])('pack refuses %s', async (name, changes, message) => {
    const out = at(`pack-${createHash('sha1').update(name).digest('hex')}`);
    const { status, stderr, stdout } = await wattvend(packArguments(out, changes));
    expect(stderr).toMatch(/^wattvend: [^\n]*\n$/);
    expect(stderr).toMatch(message);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  });

  test('pack refuses an empty program and leaves what was there', async () => {
    const empty = fileWith('empty', '');
    const args = packArguments(at('empty.image')).map((one) => (one === PROGRAM ? empty : one));
    expect(await wattvend(args)).toMatchObject({ status: 2, stdout: '' });
    expect(readFileSync(PROGRAM, 'utf8')).toBe('a program of a meter');
  });

  test.each<[string, string[], RegExp]>([
    ['show a file that is no image', ['show', PROGRAM], /it is not a firmware image/],
    ['show a file that is not there', ['show', at('none')], /ENOENT/],
    ['check with a private key', ['check', PROGRAM, '--key', KEY], /is a private key/],
    ['check with a key of RSA', ['check', PROGRAM, '--key', RSA_PUBLIC], /not an Ed25519 public/],
    ['check with a file that is no key', ['check', PROGRAM, '--key', PROGRAM], /not an Ed25519/],
    ['check a file that is not there', ['check', at('none'), '--key', PUBLIC], /ENOENT/],
    ['check without a key', ['check', PROGRAM], /required option '--key/],
  ])('cannot %s', async (_, args, message) => {
    const { status, stderr, stdout } = await wattvend(['firmware', ...args]);
    expect(stderr).toMatch(message);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  });
});
