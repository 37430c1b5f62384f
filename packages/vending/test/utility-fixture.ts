/**
 * A small utility for tests: a real database, a real security module in its own process, invented
 * keys that say so, and a few meters under each algorithm.
 */
import { generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AccountId, LedgerId, UtilityId } from '@wattvend/ledger/account.js';
import { ensureChart } from '@wattvend/ledger/chart.js';
import { LEDGER_MIGRATIONS } from '@wattvend/ledger/migrations.js';
import { openMonths } from '@wattvend/ledger/open-months.js';
import { minorUnits } from '@wattvend/quantities/money.js';
import { type Instant, instant } from '@wattvend/quantities/time.js';
import { connectSecurityModule } from '@wattvend/security-module/client.js';
import { spawnSecurityModule } from '@wattvend/security-module/process.js';
import { createSealedFile } from '@wattvend/security-module/sealed-file.js';
import type { SecurityModule } from '@wattvend/security-module/security-module.js';
import { type Drn, makeDrn } from '@wattvend/sts/meter-pan.js';
import {
  keyExpiryNumber,
  keyRevisionNumber,
  supplyGroupCode,
  tariffIndex,
} from '@wattvend/sts/supply-group.js';
import { basisPoints, priceE4Minor } from '@wattvend/tariff/tariff.js';
import { depositFloat } from '@wattvend/vending/deposits.js';
import { flatTariff } from '@wattvend/vending/flat-tariff.js';
import { enrolMeter } from '@wattvend/vending/meters.js';
import { VENDING_MIGRATIONS } from '@wattvend/vending/migrations.js';
import { recordVendingKey } from '@wattvend/vending/supply-group.js';
import { addTariffVersion } from '@wattvend/vending/tariffs.js';
import { createUtility, listUtilities, type Utility } from '@wattvend/vending/utility.js';
import type { MeterId, VendId, VendorId, VendRequest } from '@wattvend/vending/vend.js';
import { addVendor } from '@wattvend/vending/vendors.js';
import {
  createScratchDatabase,
  type ScratchDatabase,
} from '../../database/test/scratch-database.ts';

export const VENDOR = 'a0000000-0000-4000-8000-000000000001' as VendorId;
export const OTHER_VENDOR = 'a0000000-0000-4000-8000-000000000002' as VendorId;
export const UTILITY = '00000000-0000-4000-8000-000000000001' as UtilityId;
const TARIFF = 'b0000000-0000-4000-8000-000000000001';

/** Invented for tests; odd parity, as a DES key must have. */
const TEST_VENDING_KEY_DKGA02 = Buffer.from('0123456789abcdef', 'hex');
/** Invented for tests. */
const TEST_VENDING_KEY_DKGA04 = Buffer.from('00112233445566778899aabbccddeeff01234567', 'hex');

export const METERS: readonly Drn[] = Array.from({ length: 12 }, (_, index) =>
  makeDrn(index % 3 === 0 ? '0123' : '98', String(10_000_000 + index)),
);

export interface UtilityFixture {
  readonly scratch: ScratchDatabase;
  readonly utility: Utility;
  readonly module: SecurityModule;
  /** What the clock of the desk says; a test may set it. */
  now: Instant;
  readonly killModule: () => Promise<void>;
  readonly restartModule: () => Promise<void>;
  readonly close: () => Promise<void>;
}

export interface ModuleFixture {
  readonly folder: string;
  readonly module: SecurityModule;
  readonly kill: () => Promise<void>;
  readonly restart: () => Promise<void>;
  readonly close: () => Promise<void>;
}

const KEYS = [
  { code: '100001', dkga: '02', octets: TEST_VENDING_KEY_DKGA02 },
  { code: '100002', dkga: '04', octets: TEST_VENDING_KEY_DKGA04 },
] as const;

function attributes(key: (typeof KEYS)[number]) {
  return {
    supplyGroupCode: supplyGroupCode(key.code),
    keyRevisionNumber: keyRevisionNumber(1),
    keyType: 2,
    baseDate: 2014,
    keyExpiryNumber: keyExpiryNumber(255),
    dkga: key.dkga,
  } as const;
}

async function startModule(clock: () => Instant): Promise<ModuleFixture> {
  const folder = await mkdtemp(join(tmpdir(), 'wv-'));
  const socketPath = join(folder, 'sock');
  const signer: { privateKey: KeyObject; publicKey: KeyObject } = generateKeyPairSync('ed25519');
  // A key given directly opens at once; a passphrase would cost half a second of scrypt.
  const unseal = { kind: 'key', key: randomBytes(32) } as const;
  await createSealedFile({
    path: join(folder, 'sealed.json'),
    unseal: { ...unseal, key: Buffer.from(unseal.key) },
    moduleId: 'test-module',
    authorisedSigner: signer.publicKey,
    vendingKeys: KEYS.map((key) => ({
      ...attributes(key),
      vendingKey: Uint8Array.from(key.octets),
    })),
    random: randomBytes,
  });
  const spawn = () =>
    spawnSecurityModule({
      folder,
      socketPath,
      unseal: { ...unseal, key: Buffer.from(unseal.key) },
    });
  let child = await spawn();
  const module = connectSecurityModule({ socketPath, signingKey: signer.privateKey, clock });
  return {
    folder,
    module,
    async kill() {
      process.kill(child.pid, 'SIGKILL');
      await child.exited;
    },
    async restart() {
      child = await spawn();
    },
    async close() {
      await module.close();
      await child.stop();
      await rm(folder, { recursive: true });
    },
  };
}

/** The clock starts at the true time, since the module's own clock cannot be told. */
export async function createUtilityFixture(): Promise<UtilityFixture> {
  const scratch = await createScratchDatabase([LEDGER_MIGRATIONS, VENDING_MIGRATIONS]);
  const started = await startModule(() => instant(Date.now()));
  const now = instant(Date.now());
  const utility = await fillUtility(scratch, now);
  return {
    scratch,
    utility,
    module: started.module,
    now,
    killModule: started.kill,
    restartModule: started.restart,
    async close() {
      await started.close();
      await scratch.drop();
    },
  };
}

async function fillUtility(scratch: ScratchDatabase, now: Instant): Promise<Utility> {
  const { database } = scratch;
  await openMonths(database, now);
  // The legs of the entries, a row each, for those who add them up.
  await scratch.asOwner(`create view posting as
      select e.utility_id, e.entry_id, leg.account_id, leg.posting_minor
      from entry e
      cross join lateral unnest(e.account_ids, e.money_minor) as leg (account_id, posting_minor);
      grant select on posting to wattvend_app`);
  await database.transaction(async (tx) => {
    await createUtility(
      tx,
      {
        utilityId: UTILITY,
        ledgerId: '00000000-0000-4000-8000-000000000002' as LedgerId,
        name: 'Test utility',
        currencyCode: 'XTS',
        currencySymbol: 'T',
        decimalPlaces: 2,
        timeZone: 'Africa/Nairobi',
        demo: false,
        accounts: {
          bank: '00000000-0000-4000-8000-00000000000a' as AccountId,
          energySales: '00000000-0000-4000-8000-00000000000b' as AccountId,
          vatPayable: '00000000-0000-4000-8000-00000000000c' as AccountId,
        },
      },
      now,
    );
    for (const key of KEYS) await recordVendingKey(tx, UTILITY, attributes(key));
    await addTariffVersion(tx, UTILITY, {
      tariffId: TARIFF,
      version: 1,
      name: 'Domestic',
      tariff: flatTariff({ price: priceE4Minor(2_500_000n), vat: basisPoints(1500) }),
      effectiveFrom: instant(0),
    });
    for (const [index, meterNumber] of METERS.entries()) {
      const meter = {
        meterId: `c0000000-0000-4000-8000-${String(index).padStart(12, '0')}` as MeterId,
        meterNumber,
        address: `${index + 1} Test Street`,
        customerId: null,
        tariffId: TARIFF,
        supplyGroupCode: supplyGroupCode(index % 2 === 0 ? '100001' : '100002'),
        tariffIndex: tariffIndex('01'),
        keyRevisionNumber: keyRevisionNumber(1),
        encryptionAlgorithm: index % 4 === 3 ? '11' : '07',
      } as const;
      await enrolMeter(tx, UTILITY, meter, { at: now, by: 'test' });
    }
  });
  const [utility] = await listUtilities(database);
  if (utility === undefined) throw new Error('the utility was not created');
  await database.transaction((tx) => ensureChart(tx, utility.book, newAccountId));
  for (const [index, vendorId] of [VENDOR, OTHER_VENDOR].entries()) {
    const floatAccountId = `00000000-0000-4000-8000-0000000000f${index}` as AccountId;
    await database.transaction((tx) =>
      addVendor(tx, utility, { vendorId, name: `Vendor ${index + 1}`, floatAccountId }, now),
    );
    await depositFloat(
      database,
      utility,
      {
        depositId: `d0000000-0000-4000-8000-00000000000${index}`,
        vendorId,
        money: minorUnits(100_000n),
        reference: 'a test deposit',
        depositedBy: 'test',
      },
      now,
    );
  }
  return utility;
}

let ids = 0;

function newAccountId(): AccountId {
  ids += 1;
  return `1a000000-0000-4000-8000-${String(ids).padStart(12, '0')}` as AccountId;
}

/** A vend id nobody has used yet in this run. */
export function newVendId(): VendId {
  ids += 1;
  return `e0000000-0000-4000-8000-${String(ids).padStart(12, '0')}` as VendId;
}

export function meterAt(index: number): Drn {
  const meterNumber = METERS[index % METERS.length];
  if (meterNumber === undefined) throw new RangeError(`no meter ${index}`);
  return meterNumber;
}

export function vendRequest(more: Partial<VendRequest> = {}): VendRequest {
  return {
    vendId: newVendId(),
    meterNumber: meterAt(0),
    vendorId: VENDOR,
    tendered: minorUnits(5_000n),
    soldBy: 'test',
    ...more,
  };
}
