/** A town's past in a database of its own, lived through with a real security module. */
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LEDGER_MIGRATIONS } from '@wattvend/ledger/migrations.js';
import { openMonths } from '@wattvend/ledger/open-months.js';
import { type Instant, instant } from '@wattvend/quantities/time.js';
import { connectSecurityModule } from '@wattvend/security-module/client.js';
import { serveRehearsal } from '@wattvend/security-module/rehearsal.js';
import { createSealedFile } from '@wattvend/security-module/sealed-file.js';
import type { SecurityModule } from '@wattvend/security-module/security-module.js';
import { VENDING_MIGRATIONS } from '@wattvend/vending/migrations.js';
import { findUser } from '@wattvend/vending/users.js';
import type { Utility } from '@wattvend/vending/utility.js';
import { listUtilities } from '@wattvend/vending/utility.js';
import {
  createScratchDatabase,
  type ScratchDatabase,
} from '../../../packages/database/test/scratch-database.ts';
import { createDemoUtility, findDemoChecker } from '../src/demo/demo-utility.ts';
import { makeTestVendingKeys } from '../src/demo/factory.ts';
import { type HistoryResult, liveThrough } from '../src/demo/history/live-through.ts';

const DAY_MS = 86_400_000;

export interface Past {
  readonly scratch: ScratchDatabase;
  readonly module: SecurityModule;
  readonly utility: Utility;
  readonly result: HistoryResult;
  readonly dates: readonly string[];
  /** The clock when it was over. */
  readonly end: Instant;
  /** The rows that a statement answers. */
  rows<Row = Readonly<Record<string, unknown>>>(
    text: string,
    values?: readonly unknown[],
  ): Promise<readonly Row[]>;
  close(): Promise<void>;
}

export async function makePast(o: {
  readonly seed: number;
  readonly meters: number;
  readonly days: number;
  readonly begin: Instant;
  /** Without it every day is lived whole. */
  readonly end?: Instant;
}): Promise<Past> {
  const scratch = await createScratchDatabase([LEDGER_MIGRATIONS, VENDING_MIGRATIONS]);
  const { database } = scratch;
  const folder = await mkdtemp(join(tmpdir(), 'wv-'));
  const signer = generateKeyPairSync('ed25519');
  const unseal = () => ({ kind: 'key', key: Buffer.alloc(32, 7) }) as const;
  const vendingKeys = makeTestVendingKeys();
  await createSealedFile({
    ...{ path: join(folder, 'sealed.json'), unseal: unseal(), moduleId: 'test-past' },
    ...{ authorisedSigner: signer.publicKey, vendingKeys, random: randomBytes },
  });
  const clock = { now: o.begin };
  const told = () => clock.now;
  await openMonths(database, o.begin);
  await createDemoUtility(database, vendingKeys, o.begin);
  const [utility] = await listUtilities(database);
  if (utility === undefined) throw new Error('the demo was not made');
  const maker = await findUser(database, utility.utilityId, { signInName: 'demo' });
  const checker = await findDemoChecker(database, utility.utilityId, o.begin);
  if (maker === null || checker === null) throw new Error('the demo has no people');
  const socketPath = join(folder, 'sock');
  const rehearsal = await serveRehearsal({ folder, socketPath, unseal: unseal(), clock: told });
  const module = connectSecurityModule({ socketPath, signingKey: signer.privateKey, clock: told });
  const dates: string[] = [];
  const result = await liveThrough({
    ...{ end: instant(o.begin + (o.days + 1) * DAY_MS), ...o, database, module, utility, clock },
    people: { maker: maker.user.userId, checker: checker.userId },
    onDay: ({ date }) => void dates.push(date),
  });
  return {
    ...{ scratch, module, utility, result, dates, end: clock.now },
    async rows<Row>(text: string, values: readonly unknown[] = []) {
      const answer = await database.query<Row & object>({ name: '', text }, values);
      return answer.rows;
    },
    async close() {
      await module.close();
      await rehearsal.close();
      await scratch.drop();
      await rm(folder, { recursive: true });
    },
  };
}
