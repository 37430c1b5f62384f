/** A town's past, lived through in a real database with a real module, holds what a utility's does. */
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LEDGER_MIGRATIONS } from '@wattvend/ledger/migrations.js';
import { openMonths } from '@wattvend/ledger/open-months.js';
import { instant } from '@wattvend/quantities/time.js';
import { connectSecurityModule } from '@wattvend/security-module/client.js';
import { serveRehearsal } from '@wattvend/security-module/rehearsal.js';
import { createSealedFile } from '@wattvend/security-module/sealed-file.js';
import { checkAgreement } from '@wattvend/vending/agreement.js';
import { VENDING_MIGRATIONS } from '@wattvend/vending/migrations.js';
import { findUser } from '@wattvend/vending/users.js';
import { listUtilities } from '@wattvend/vending/utility.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  createScratchDatabase,
  type ScratchDatabase,
} from '../../../packages/database/test/scratch-database.ts';
import { createDemoUtility, findDemoChecker } from '../src/demo/demo-utility.ts';
import { makeTestVendingKeys } from '../src/demo/factory.ts';
import { type HistoryResult, liveThrough } from '../src/demo/history/live-through.ts';

const DAYS = 70;
const METERS = 40;
const BEGIN = instant(Date.UTC(2026, 0, 10, 9, 30));

interface Past {
  readonly scratch: ScratchDatabase;
  readonly result: HistoryResult;
  readonly agree: boolean;
  readonly dates: readonly string[];
  close(): Promise<void>;
}

async function makePast(seed: number): Promise<Past> {
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
  const clock = { now: BEGIN };
  const told = () => clock.now;
  await openMonths(database, BEGIN);
  await createDemoUtility(database, vendingKeys, BEGIN);
  const [utility] = await listUtilities(database);
  if (utility === undefined) throw new Error('the demo was not made');
  const maker = await findUser(database, utility.utilityId, { signInName: 'demo' });
  const checker = await findDemoChecker(database, utility.utilityId, BEGIN);
  if (maker === null || checker === null) throw new Error('the demo has no people');
  const socketPath = join(folder, 'sock');
  const rehearsal = await serveRehearsal({ folder, socketPath, unseal: unseal(), clock: told });
  const module = connectSecurityModule({ socketPath, signingKey: signer.privateKey, clock: told });
  const dates: string[] = [];
  const result = await liveThrough({
    ...{ database, module, utility, meters: METERS, days: DAYS, begin: BEGIN, seed, clock },
    people: { maker: maker.user.userId, checker: checker.userId },
    onDay: ({ date }) => void dates.push(date),
  });
  const { agree } = await checkAgreement(database, module, utility.utilityId);
  return {
    ...{ scratch, result, agree, dates },
    async close() {
      await module.close();
      await rehearsal.close();
      await scratch.drop();
      await rm(folder, { recursive: true });
    },
  };
}

let past: Past;

beforeAll(async () => {
  past = await makePast(7);
}, 120_000);
afterAll(() => past.close());

async function rows(text: string): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const answer = await past.scratch.database.query<Readonly<Record<string, unknown>>>({
    ...{ name: '', text },
  });
  return answer.rows;
}

test('each day is lived once, in order', () => {
  expect(past.dates).toHaveLength(DAYS);
  expect(past.dates[0]).toBe('2026-01-10');
  expect(past.dates.at(-1)).toBe('2026-03-20');
  expect([...past.dates].sort()).toEqual(past.dates);
});

test('ledger, tokens and module agree', async () => {
  expect(past.agree).toBe(true);
  const [sold] = await rows(`select count(*) as vends, count(distinct meter_id) as meters,
    count(distinct vendor_id) as vendors, count(distinct month) as months
    from vend where kind = 'sale' and state = 'posted'`);
  expect(sold?.['vends']).toBe(BigInt(past.result.vends));
  expect(past.result.vends).toBeGreaterThan(200);
  expect(sold).toMatchObject({ vendors: 5n, months: 3n });
});

test('only for want of money is something not sold', () => {
  const wanted = new Set([
    'debt_exceeds_purchase',
    'charges_exceed_purchase',
    'tendered_below_minimum',
  ]);
  expect(Object.keys(past.result.refused).filter((code) => !wanted.has(code))).toEqual([]);
});

test('no vend is of a day before its meter hung there, and none of tomorrow', async () => {
  const wrong = await rows(`select v.vend_id from vend v
    where v.requested_at_ms > ${BEGIN + DAYS * 86_400_000}
      or not exists (select from meter_installation i where i.meter_id = v.meter_id
        and i.installed_at_ms <= v.requested_at_ms)`);
  expect(wrong).toEqual([]);
});

test('there is something of everything that pages show', async () => {
  const [counts] = await rows(`select
    (select count(*) from vend where free_tenth_kwh > 0) as free,
    (select count(*) from vend where kind = 'free_issue') as free_issues,
    (select count(*) from vend where kind = 'engineering') as engineering,
    (select count(*) from debt) as debts,
    (select count(*) from debt where owed_minor < principal_minor) as collected,
    (select count(distinct tariff_version) from vend) as versions,
    (select count(*) from published_value where approved_by is not null) as published`);
  for (const [name, count] of Object.entries(counts ?? {})) {
    expect(Number(count), name).toBeGreaterThan(0);
  }
});

test('the same seed sells the same, another one something else', async () => {
  const again = await makePast(7);
  const other = await makePast(8);
  expect(again.result).toEqual(past.result);
  expect(other.result).not.toEqual(past.result);
  await Promise.all([again.close(), other.close()]);
}, 120_000);
