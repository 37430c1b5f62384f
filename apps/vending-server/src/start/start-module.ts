/** Makes the security module's sealed file, and runs the module as a process of its own. */
import { createHash, type KeyObject, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import type { Instant } from '@wattvend/quantities/time.js';
import { connectSecurityModule } from '@wattvend/security-module/client.js';
import { spawnSecurityModule } from '@wattvend/security-module/process.js';
import {
  createSealedFile,
  SEALED_FILE,
  type VendingKeyEntry,
} from '@wattvend/security-module/sealed-file.js';
import type { SecurityModule } from '@wattvend/security-module/security-module.js';
import type { ServerLog } from '../log.ts';
import type { Secrets } from './secrets.ts';
import { supervise } from './supervisor.ts';

// The longest path of a Unix socket that every system takes.
const SOCKET_PATH_OCTETS_MAX = 100;

export interface StartedModule {
  readonly module: SecurityModule;
  /** How others of this server reach it, with the same rights. */
  readonly access: { readonly socketPath: string; readonly signingKey: KeyObject };
  stop(): Promise<void>;
}

export function hasModule(folder: string): boolean {
  return existsSync(join(folder, 'module', SEALED_FILE));
}

/** Seals these keys into a new module; one that an interrupted first start left is removed. */
export async function makeModule(
  folder: string,
  secrets: Secrets,
  vendingKeys: readonly VendingKeyEntry[],
): Promise<void> {
  const moduleFolder = join(folder, 'module');
  await rm(moduleFolder, { recursive: true, force: true });
  await mkdir(moduleFolder, { recursive: true, mode: 0o700 });
  await createSealedFile({
    path: join(moduleFolder, SEALED_FILE),
    unseal: secrets.unseal,
    moduleId: `module-${randomBytes(4).toString('hex')}`,
    authorisedSigner: secrets.verifyingKey,
    vendingKeys,
    random: randomBytes,
  });
}

export async function startModule(o: {
  readonly folder: string;
  readonly secrets: Secrets;
  readonly log: ServerLog;
  readonly clock: () => Instant;
}): Promise<StartedModule> {
  const folder = join(o.folder, 'module');
  const socketPath = await chooseSocketPath(folder);
  const log = (line: string): void => o.log.info({ helper: 'security-module' }, line);
  const process = await supervise({
    name: 'security-module',
    start: () => spawnSecurityModule({ folder, socketPath, unseal: o.secrets.unseal, log }),
    log: o.log,
    clock: o.clock,
  });
  const { signingKey } = o.secrets;
  const module = connectSecurityModule({ socketPath, signingKey, clock: o.clock });
  return {
    module,
    access: { socketPath, signingKey },
    async stop() {
      await module.close();
      await process.stop();
    },
  };
}

/** In the module's own folder, or by a short name when that is too long for a socket. */
async function chooseSocketPath(folder: string): Promise<string> {
  const inside = join(folder, 'socket');
  if (Buffer.byteLength(inside) <= SOCKET_PATH_OCTETS_MAX) return inside;
  const name = createHash('sha256').update(folder).digest('hex').slice(0, 16);
  const outside = join(tmpdir(), `wattvend-${userInfo().uid}-${name}`);
  await mkdir(outside, { recursive: true, mode: 0o700 });
  return join(outside, 'socket');
}
