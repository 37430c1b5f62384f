/**
 * The server's own secrets, in files only their owner may read: the key with which the vending
 * service signs what it asks of the security module, and, unless it is given from outside, what
 * opens the module's sealed file.
 */
import {
  createPrivateKey,
  createPublicKey,
  createSecretKey,
  generateKeyPairSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto';
import { mkdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { UnsealSecret } from '@wattvend/security-module/sealed-file.js';
import { createFactorKey, type FactorKey } from '@wattvend/vending/factor-key.js';
import { writePrivateFile } from './private-file.ts';
import { StartFault } from './start-fault.ts';

export interface Secrets {
  readonly signingKey: KeyObject;
  readonly verifyingKey: KeyObject;
  readonly unseal: UnsealSecret;
  /** What the webhooks' secrets are derived from. */
  readonly webhookKey: KeyObject;
  /** Seals the second factors of the staff. */
  readonly factorKey: FactorKey;
}

const UNSEAL_KEY_OCTETS = 32;
const WEBHOOK_KEY_OCTETS = 32;
const FACTOR_KEY_OCTETS = 32;

export async function openSecrets(
  folder: string,
  environment: NodeJS.ProcessEnv,
): Promise<Secrets> {
  const secrets = join(folder, 'secrets');
  await mkdir(secrets, { recursive: true, mode: 0o700 });
  const pem = await readOrMake(join(secrets, 'vending-service-key.pem'), () => {
    const { privateKey } = generateKeyPairSync('ed25519');
    return privateKey.export({ type: 'pkcs8', format: 'pem' }) as string;
  });
  const signingKey = createPrivateKey(pem);
  return {
    signingKey,
    verifyingKey: createPublicKey(signingKey),
    unseal: await unsealSecret(secrets, environment),
    webhookKey: await webhookKey(secrets),
    factorKey: await factorKeyOf(secrets),
  };
}

async function webhookKey(secrets: string): Promise<KeyObject> {
  const make = (): string => `${randomBytes(WEBHOOK_KEY_OCTETS).toString('hex')}\n`;
  const hex = await readOrMake(join(secrets, 'webhook-key'), make);
  return createSecretKey(Buffer.from(hex.trim(), 'hex'));
}

async function unsealSecret(
  secrets: string,
  environment: NodeJS.ProcessEnv,
): Promise<UnsealSecret> {
  const passphrase = environment['WATTVEND_MODULE_PASSPHRASE'];
  const keyText = environment['WATTVEND_MODULE_KEY'];
  // What is no longer in the environment is not in a dump of it, and no child inherits it.
  delete environment['WATTVEND_MODULE_PASSPHRASE'];
  delete environment['WATTVEND_MODULE_KEY'];
  if (passphrase !== undefined && passphrase !== '') return { kind: 'passphrase', passphrase };
  if (keyText !== undefined && keyText !== '') {
    if (!/^[0-9a-fA-F]{64}$/.test(keyText)) {
      throw new StartFault('WATTVEND_MODULE_KEY must be 64 hexadecimal digits.');
    }
    return { kind: 'key', key: Buffer.from(keyText, 'hex') };
  }
  const file = join(secrets, 'module-unseal-key');
  const hex = await readOrMake(file, () => `${randomBytes(UNSEAL_KEY_OCTETS).toString('hex')}\n`);
  return { kind: 'key', key: Buffer.from(hex.trim(), 'hex') };
}

/** Whoever loses it has the staff set up their second factors again. */
async function factorKeyOf(secrets: string): Promise<FactorKey> {
  const file = join(secrets, 'second-factor-key');
  const hex = await readOrMake(file, () => `${randomBytes(FACTOR_KEY_OCTETS).toString('hex')}\n`);
  return createFactorKey(Buffer.from(hex.trim(), 'hex'));
}

async function readOrMake(path: string, make: () => string): Promise<string> {
  try {
    const { mode } = await stat(path);
    if ((mode & 0o077) !== 0) {
      throw new StartFault(`Others may read ${path}. Set its mode to 0600: chmod 600 ${path}`);
    }
    return await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    const contents = make();
    await writePrivateFile(path, contents);
    return contents;
  }
}
