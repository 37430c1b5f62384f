/** The sealed file: what opens it, what does not, and that it never lies about which. */
import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { chmodSync, readdirSync, readFileSync, statSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { tenthKwh } from '@wattvend/quantities/energy.js';
import { hundredThousandths } from '@wattvend/quantities/money.js';
import { tenthMinutes } from '@wattvend/quantities/time.js';
import { tenthCubicMetres } from '@wattvend/quantities/volume.js';
import { afterEach, beforeEach, test } from 'vitest';
import { lockFolder } from '../src/folder-lock.ts';
import { DEFAULT_ISSUE_POLICY, type IssuePolicy } from '../src/issue-policy.ts';
import {
  createSealedFile,
  openSealedFile,
  SealedFileExists,
  type UnsealSecret,
} from '../src/sealed-file.ts';
import { parseSealed } from '../src/sealed-format.ts';
import { unsealOctets } from '../src/unseal-secret.ts';
import { VendingKey } from '../src/vending-keys.ts';
import {
  INVENTED_VENDING_KEYS,
  makeScratchModule,
  type ScratchModule,
  UNSEAL_KEY,
} from './scratch-module.ts';

let scratch: ScratchModule;

beforeEach(async () => {
  scratch = await makeScratchModule();
});

afterEach(() => scratch.remove());

async function outcome(secret: UnsealSecret = UNSEAL_KEY): Promise<string> {
  const opened = await openSealedFile(scratch.sealedPath, unsealOctets(secret));
  return opened.kind === 'opened' ? 'opened' : opened.fault;
}

function create(
  o: { path?: string; unseal?: UnsealSecret; policy?: IssuePolicy } = {},
): Promise<void> {
  return createSealedFile({
    path: o.path ?? scratch.sealedPath,
    unseal: o.unseal ?? UNSEAL_KEY,
    moduleId: 'second',
    authorisedSigner: scratch.signingKey,
    vendingKeys: INVENTED_VENDING_KEYS,
    random: randomBytes,
    ...(o.policy === undefined ? {} : { policy: o.policy }),
  });
}

test('the policy that was sealed is the one that is opened, and without one it is the usual', async () => {
  const opened = await openSealedFile(scratch.sealedPath, unsealOctets(UNSEAL_KEY));
  assert(opened.kind === 'opened');
  assert.deepEqual(opened.module.policy, DEFAULT_ISSUE_POLICY);
  const policy: IssuePolicy = {
    allowedKinds: ['clear-credit', 'credit'],
    freeCreditCaps: {
      electricity: tenthKwh(1),
      water: tenthCubicMetres(2),
      gas: tenthCubicMetres(3),
      time: tenthMinutes(4),
      currency: hundredThousandths(5n),
    },
  };
  unlinkSync(scratch.sealedPath);
  await create({ policy });
  const other = await openSealedFile(scratch.sealedPath, unsealOctets(UNSEAL_KEY));
  assert(other.kind === 'opened');
  assert.deepEqual(other.module.policy, policy);
});

test('a cap of money that could not be kept to is refused', async () => {
  unlinkSync(scratch.sealedPath);
  for (const money of [-1n, 2n ** 53n]) {
    const freeCreditCaps = {
      ...DEFAULT_ISSUE_POLICY.freeCreditCaps,
      currency: hundredThousandths(money),
    };
    await assert.rejects(
      create({ policy: { ...DEFAULT_ISSUE_POLICY, freeCreditCaps } }),
      RangeError,
    );
  }
});

test('the file and its journal are readable by their owner only, and nothing else is left', () => {
  assert.equal(statSync(scratch.sealedPath).mode & 0o777, 0o600);
  assert.equal(statSync(scratch.journalPath).mode & 0o777, 0o600);
  assert.deepEqual(readdirSync(scratch.folder).toSorted(), ['journal', 'sealed.json']);
});

test('the right key opens it and another does not', async () => {
  assert.equal(await outcome(), 'opened');
  assert.equal(await outcome({ kind: 'key', key: new Uint8Array(32) }), 'unseal_secret_wrong');
  assert.equal(await outcome({ kind: 'passphrase', passphrase: 'x' }), 'unseal_secret_wrong');
});

test('the right passphrase opens it, however its accents are typed, and another does not', async () => {
  scratch.remove();
  scratch = await makeScratchModule({ kind: 'passphrase', passphrase: 'caf\u00e9 au lait' });
  const outcomes = await Promise.all(
    ['caf\u00e9 au lait', 'cafe\u0301 au lait', 'cafe au lait'].map((passphrase) =>
      outcome({ kind: 'passphrase', passphrase }),
    ),
  );
  assert.deepEqual(outcomes, ['opened', 'opened', 'unseal_secret_wrong']);
  assert.equal(await outcome(UNSEAL_KEY), 'unseal_secret_wrong');
});

test('a secret that cannot be one is refused before anything is tried', () => {
  assert.throws(() => unsealOctets({ kind: 'key', key: new Uint8Array(31) }), RangeError);
  assert.throws(() => unsealOctets({ kind: 'passphrase', passphrase: '' }), RangeError);
});

test('the octets of the secret are zeroed by opening', async () => {
  const secret = unsealOctets(UNSEAL_KEY);
  await openSealedFile(scratch.sealedPath, secret);
  assert(secret.octets.every((octet) => octet === 0));
});

test('a file torn at any place is damaged', async () => {
  const whole = readFileSync(scratch.sealedPath);
  assert.equal(parseSealed(whole).kind, 'sealed');
  for (let length = 0; length < whole.length; length++) {
    const parsed = parseSealed(whole.subarray(0, length));
    assert.deepEqual(parsed, { kind: 'fault', fault: 'sealed_file_damaged' }, `after ${length}`);
  }
  writeFileSync(scratch.sealedPath, whole.subarray(0, 500));
  assert.equal(await outcome(), 'sealed_file_damaged');
});

test('a file altered in any bit of any octet does not open', async () => {
  const whole = readFileSync(scratch.sealedPath);
  for (let place = 0; place < whole.length; place++) {
    for (let bit = 0; bit < 8; bit++) {
      const altered = Buffer.from(whole);
      altered.writeUInt8(altered.readUInt8(place) ^ (1 << bit), place);
      assert.equal(parseSealed(altered).kind, 'fault', `bit ${bit} at ${place}`);
    }
  }
  whole.writeUInt8(whole.readUInt8(600) ^ 1, 600);
  writeFileSync(scratch.sealedPath, whole);
  assert.equal(await outcome(), 'sealed_file_damaged');
});

test('who alters the header and mends the checksum is found out by the seal', async () => {
  const { checksum, ...body } = JSON.parse(readFileSync(scratch.sealedPath, 'utf8'));
  assert.equal(createHash('sha256').update(JSON.stringify(body)).digest('hex'), checksum);
  for (const change of [{ module_id: 'other' }, { identity_key: '00'.repeat(32) }]) {
    const altered = { ...body, ...change };
    const mended = createHash('sha256').update(JSON.stringify(altered)).digest('hex');
    const file = `${JSON.stringify({ ...altered, checksum: mended }, null, 2)}\n`;
    writeFileSync(scratch.sealedPath, file);
    assert.equal(await outcome(), 'unseal_secret_wrong');
  }
});

test('a file that asks for another cost of the passphrase is not obeyed', async () => {
  const { checksum: _, ...body } = JSON.parse(readFileSync(scratch.sealedPath, 'utf8'));
  const salt = '00'.repeat(16);
  const altered = { ...body, key_derivation: { name: 'scrypt', n: 2, r: 8, p: 1, salt } };
  const checksum = createHash('sha256').update(JSON.stringify(altered)).digest('hex');
  writeFileSync(scratch.sealedPath, `${JSON.stringify({ ...altered, checksum }, null, 2)}\n`);
  assert.equal(await outcome(), 'sealed_file_damaged');
});

test('a missing file, a newer one and one that others may read are told apart', async () => {
  chmodSync(scratch.sealedPath, 0o640);
  assert.equal(await outcome(), 'sealed_file_not_private');
  chmodSync(scratch.sealedPath, 0o600);
  const body = JSON.parse(readFileSync(scratch.sealedPath, 'utf8'));
  writeFileSync(scratch.sealedPath, JSON.stringify({ ...body, version: 3 }));
  assert.equal(await outcome(), 'sealed_file_version_unknown');
  unlinkSync(scratch.sealedPath);
  assert.equal(await outcome(), 'sealed_file_missing');
});

test('neither a sealed file nor a journal with records is ever overwritten', async () => {
  const before = readFileSync(scratch.sealedPath);
  await assert.rejects(create(), SealedFileExists);
  assert.deepEqual(readFileSync(scratch.sealedPath), before);

  unlinkSync(scratch.sealedPath);
  writeFileSync(scratch.journalPath, Buffer.alloc(192, 1));
  await assert.rejects(create(), SealedFileExists);
  assert.deepEqual(readFileSync(scratch.journalPath), Buffer.alloc(192, 1));
});

test('a creation that was cut off after the empty journal can be done again', async () => {
  unlinkSync(scratch.sealedPath);
  await create();
  assert.equal(await outcome(), 'opened');
});

test('a module is not made in a folder where one is at work', async () => {
  const lock = await lockFolder(scratch.folder, 'test');
  await assert.rejects(create({ path: join(scratch.folder, 'sealed.json') }), {
    name: 'FolderLocked',
  });
  await lock.release();
});

test('keys that cannot serve are refused without being repeated', async () => {
  const [single, long] = INVENTED_VENDING_KEYS;
  assert(single && long);
  const bad = [
    { ...single, vendingKey: single.vendingKey.map((octet) => octet ^ 1) },
    { ...single, vendingKey: long.vendingKey },
    { ...long, vendingKey: single.vendingKey },
    { ...long, keyType: 0 as const },
    { ...long, keyType: 3 as const },
  ];
  for (const entry of bad) {
    assert.throws(
      () => new VendingKey(entry),
      (error: Error) => {
        const text = `${inspect(error)}${error.stack}`;
        return error instanceof RangeError && !leaks(text, entry.vendingKey);
      },
    );
  }
});

function leaks(text: string, key: Uint8Array): boolean {
  const octets = Buffer.from(key);
  return (
    text.toLowerCase().includes(octets.toString('hex')) ||
    text.includes(octets.toString('base64')) ||
    text.includes([...octets].join(', '))
  );
}

test('a vending key can be used but not printed', () => {
  for (const entry of INVENTED_VENDING_KEYS) {
    const key = new VendingKey(entry);
    const texts = [inspect(key, { depth: 10, showHidden: true }), JSON.stringify(key), `${key}`];
    for (const text of texts) assert(!leaks(text, entry.vendingKey));
  }
});

test('the key check value of a DES key is the usual one', () => {
  const [single] = INVENTED_VENDING_KEYS;
  assert(single);
  // The published check value of the most published of all DES keys.
  const key = new VendingKey({ ...single, vendingKey: Buffer.from('0123456789abcdef', 'hex') });
  assert.equal(key.keyCheckValue, 'd5d44f');
});
