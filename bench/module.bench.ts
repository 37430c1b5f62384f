/**
 * Tokens per second of the security module alone, in its own process behind its socket, durable in
 * its journal: in batches as the vending service sends them, two under way at a time, against the
 * same tokens asked for one by one.
 */
import { generateKeyPairSync, randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tenthKwh } from '@wattvend/quantities/energy.js';
import { instant } from '@wattvend/quantities/time.js';
import { connectSecurityModule } from '@wattvend/security-module/client.js';
import { spawnSecurityModule } from '@wattvend/security-module/process.js';
import { createSealedFile } from '@wattvend/security-module/sealed-file.js';
import type { IssueRequest, SecurityModule } from '@wattvend/security-module/security-module.js';
import { makeDrn, meterPanFromDrn } from '@wattvend/sts/meter-pan.js';
import {
  keyExpiryNumber,
  keyRevisionNumber,
  supplyGroupCode,
  tariffIndex,
} from '@wattvend/sts/supply-group.js';
import { tokenIdentifierAt } from '@wattvend/sts/token-identifier.js';
import type { Measurement } from './measurement.ts';

const BATCHES_UNDER_WAY = 2;
const ROUND_MS = 4_000;
const WARM_UP_MS = 2_000;

const KEY = {
  keyType: 2,
  baseDate: 2014,
  keyRevisionNumber: keyRevisionNumber(1),
} as const;

// Half under DKGA02 with EA07, half under DKGA04 with EA11, as a utility in transition has them.
const OLD = { supplyGroupCode: supplyGroupCode('999902'), dkga: '02' } as const;
const NEW = { supplyGroupCode: supplyGroupCode('999904'), dkga: '04' } as const;

export async function run(): Promise<readonly Measurement[]> {
  const folder = mkdtempSync(join(tmpdir(), 'wattvend-bench-'));
  const socketPath = join(folder, 'socket', 's');
  const signer = generateKeyPairSync('ed25519');
  const unseal = (): { kind: 'key'; key: Buffer } => ({ kind: 'key', key: Buffer.alloc(32, 1) });
  await createSealedFile({
    path: join(folder, 'sealed.json'),
    unseal: unseal(),
    moduleId: 'benchmark',
    authorisedSigner: signer.publicKey,
    vendingKeys: [
      // Invented for this benchmark; odd parity, as a DES key must have.
      { ...KEY, ...OLD, vendingKey: Buffer.from('0123456789abcdef', 'hex') },
      { ...KEY, ...NEW, vendingKey: Buffer.alloc(20, 9) },
    ].map((key) => ({ ...key, keyExpiryNumber: keyExpiryNumber(255) })),
    random: randomBytes,
  });
  const process = await spawnSecurityModule({ folder, socketPath, unseal: unseal() });
  const clock = () => instant(Date.now());
  const module = connectSecurityModule({ socketPath, signingKey: signer.privateKey, clock });
  try {
    await issueFor(module, 64, WARM_UP_MS);
    const alone = await issueFor(module, 1, ROUND_MS);
    const rates: Measurement[] = [];
    for (const batch of [64, 128]) {
      const rate = await issueFor(module, batch, ROUND_MS);
      rates.push({
        name: `tokens of the security module, ${BATCHES_UNDER_WAY} batches of ${batch} under way`,
        value: Math.round(rate),
        unit: '1/s',
        comparedWith: `the same in batches of one: ${Math.round(alone)}/s`,
        ratio: rate / alone,
      });
    }
    return rates;
  } finally {
    await module.close();
    await process.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Tokens per second over so many milliseconds. */
async function issueFor(
  module: SecurityModule,
  batch: number,
  durationMs: number,
): Promise<number> {
  const begin = performance.now();
  let issued = 0;
  const lane = async (): Promise<void> => {
    while (performance.now() - begin < durationMs) {
      const answers = await module.issue(Array.from({ length: batch }, nextRequest));
      if (answers.some((answer) => answer.kind !== 'issued')) throw new Error('not issued');
      issued += answers.length;
    }
  };
  await Promise.all(Array.from({ length: BATCHES_UNDER_WAY }, lane));
  return (1000 * issued) / (performance.now() - begin);
}

let requests = 0;

function nextRequest(): IssueRequest {
  requests++;
  const at = tokenIdentifierAt(instant(Date.now()), KEY.baseDate);
  if (at.kind === 'fault') throw new Error(at.fault);
  return {
    ...KEY,
    ...(requests % 2 === 0 ? OLD : NEW),
    encryptionAlgorithm: requests % 2 === 0 ? '07' : '11',
    vendId: randomUUID(),
    position: 0,
    meterPan: meterPanFromDrn(makeDrn('77', String(10_000_000 + (requests % 1_000_000)))),
    keyEpoch: 1,
    tariffIndex: tariffIndex('01'),
    tokenIdentifier: at.tokenIdentifier,
    content: { kind: 'credit', service: 'electricity', amount: tenthKwh(256) },
    basis: 'sale',
    order: null,
  };
}
