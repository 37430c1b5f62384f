/** Who sells and who buys in a benchmark: vendors, a tariff with steps and VAT, and many meters. */
import { randomBytes } from 'node:crypto';
import type { Database } from '@wattvend/database/database.js';
import type { AccountId } from '@wattvend/ledger/account.js';
import { tenthKwh } from '@wattvend/quantities/energy.js';
import { minorUnits } from '@wattvend/quantities/money.js';
import { instant } from '@wattvend/quantities/time.js';
import { type Drn, makeDrn, meterPanFromDrn } from '@wattvend/sts/meter-pan.js';
import { basisPoints, priceE4Minor, type Tariff } from '@wattvend/tariff/tariff.js';
import { type ApiKeyId, createApiKey } from '@wattvend/vending/api-keys.js';
import { depositFloat } from '@wattvend/vending/deposits.js';
import { flatTariff } from '@wattvend/vending/flat-tariff.js';
import { addTariffVersion } from '@wattvend/vending/tariffs.js';
import type { UserId } from '@wattvend/vending/users.js';
import { listUtilities, type Utility } from '@wattvend/vending/utility.js';
import type { VendorId } from '@wattvend/vending/vend.js';
import { addVendor } from '@wattvend/vending/vendors.js';

const METERS = 40_000;
const VENDORS = 16;

/** Three steps of the month, and VAT on all of them. */
const STEPS: Tariff = {
  ...flatTariff({ price: priceE4Minor(2_500_000n), vat: basisPoints(1_500) }),
  energy: {
    ...{ kind: 'steps', id: 'energy', name: 'Energy', account: 'energy_sales' },
    steps: [
      { above: tenthKwh(0), price: priceE4Minor(1_200_000n) },
      { above: tenthKwh(500), price: priceE4Minor(2_100_000n) },
      { above: tenthKwh(3_000), price: priceE4Minor(2_900_000n) },
    ],
  },
};

export interface Shop {
  /** Keys of the vendors, the first of which sells most. */
  readonly secrets: readonly string[];
  readonly meterNumbers: readonly Drn[];
}

/** A sale, head and body, ready to be written. */
export function vendRequest(port: number, shop: Shop, vendors: 'one' | 'all'): string {
  const meterNumber = anyOf(shop.meterNumbers);
  const [first = ''] = shop.secrets;
  const secret = vendors === 'one' ? first : anyOf(shop.secrets);
  return saleRequest(port, secret, meterNumber);
}

export function saleRequest(port: number, secret: string, meterNumber: Drn): string {
  const body = `{"meter_number":"${meterNumber}","tendered_minor":"5000"}`;
  return (
    `PUT /v1/vends/${timeOrderedId()} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n` +
    `Authorization: Bearer ${secret}\r\nContent-Type: application/json\r\n` +
    `Content-Length: ${body.length}\r\n\r\n${body}`
  );
}

function anyOf<Value>(values: readonly Value[]): Value {
  return values[Math.floor(Math.random() * values.length)] as Value;
}

/** A version 7 UUID, as the guide recommends to clients: new ids lie close together in the index. */
function timeOrderedId(): string {
  const hex = Date.now().toString(16).padStart(12, '0') + randomBytes(10).toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`;
}

/** Meters enough that none is sold to more often than its token identifiers allow in a minute. */
export async function prepareShop(database: Database): Promise<Shop> {
  const utility = await demoUtility(database);
  const secrets: string[] = [];
  for (let number = 1; number <= VENDORS; number++) {
    secrets.push((await openVendor(database, utility, `Benchmark ${number}`)).secret);
  }
  const tariffId = timeOrderedId();
  await database.transaction((tx) =>
    addTariffVersion(tx, utility.utilityId, {
      ...{ tariffId, version: 1, name: 'Benchmark', tariff: STEPS, effectiveFrom: instant(0) },
    }),
  );
  return { secrets, meterNumbers: await enrolMeters(database, utility, tariffId) };
}

/** One vendor, where meters and tariff come from elsewhere. */
export async function openBenchmarkVendor(
  database: Database,
): Promise<BenchmarkVendor & { readonly utility: Utility }> {
  const utility = await demoUtility(database);
  return { ...(await openVendor(database, utility, 'Benchmark')), utility };
}

async function demoUtility(database: Database): Promise<Utility> {
  const [utility] = await listUtilities(database);
  if (utility === undefined) throw new Error('the demo has no utility');
  return utility;
}

interface BenchmarkVendor {
  readonly vendorId: VendorId;
  /** Its API key. */
  readonly secret: string;
}

/** A vendor with money enough. */
async function openVendor(
  database: Database,
  utility: Utility,
  name: string,
): Promise<BenchmarkVendor> {
  const now = instant(Date.now());
  const vendorId = timeOrderedId() as VendorId;
  const floatAccountId = timeOrderedId() as AccountId;
  await database.transaction((tx) =>
    addVendor(tx, utility, { vendorId, name, floatAccountId }, now),
  );
  await depositFloat(
    database,
    utility,
    {
      ...{ depositId: timeOrderedId(), vendorId, money: minorUnits(10n ** 14n) },
      ...{ reference: 'benchmark', depositedBy: 'benchmark' },
    },
    now,
  );
  return { vendorId, secret: await makeApiKey(database, utility, vendorId) };
}

async function makeApiKey(
  database: Database,
  utility: Utility,
  vendorId: VendorId,
): Promise<string> {
  const key = { apiKeyId: timeOrderedId() as ApiKeyId, name: 'benchmark', vendorId };
  const now = instant(Date.now());
  const author = { userId: timeOrderedId() as UserId, address: null };
  const made = await createApiKey(database, utility.utilityId, key, author, now);
  if (made.kind === 'refused') throw new Error(`no API key: ${made.refusal}`);
  return made.secret;
}

async function enrolMeters(
  database: Database,
  utility: Utility,
  tariffId: string,
): Promise<readonly Drn[]> {
  const meterNumbers = Array.from({ length: METERS }, (_, index) =>
    makeDrn('77', String(10_000_000 + index)),
  );
  const ids = meterNumbers.map(() => timeOrderedId());
  const insert = (text: string, values: readonly unknown[]) =>
    database.query({ name: '', text, timeoutMs: 60_000 }, values);
  const pans = meterNumbers.map(meterPanFromDrn);
  const enrolled = [utility.utilityId, ids, meterNumbers, pans, tariffId];
  await insert(
    `with m as (
       select * from unnest($2::uuid[], $3::text[], $4::text[]) as m (id, drn, pan)
     ),
     place as (
       insert into service_point (utility_id, service_point_id, code, address, created_at_ms)
       select $1::uuid, id, drn, 'Benchmark Road', 0 from m
     ),
     supply as (
       insert into agreement (utility_id, agreement_id, account_number, service_point_id, tariff_id,
         began_at_ms)
       select $1::uuid, id, drn, id, $5::uuid, 0 from m
     )
     insert into meter (utility_id, meter_id, drn, meter_pan, status, service_point_id, key_epoch)
     select $1::uuid, id, drn, pan, 'active', id, 1 from m`,
    enrolled,
  );
  // Half under DKGA02 with EA07, half under DKGA04 with EA11, as a utility in transition has them.
  await insert(
    `insert into meter_key (utility_id, meter_id, key_epoch, supply_group_code, tariff_index,
       key_revision_number, encryption_algorithm)
     select $1::uuid, m.id, 1, k.supply_group_code, '01', k.key_revision_number,
       case k.dkga when '02' then '07' else '11' end
     from unnest($2::uuid[]) with ordinality as m (id, position)
     join vending_key k on k.utility_id = $1::uuid
       and k.dkga = case when m.position % 2 = 0 then '02' else '04' end`,
    [utility.utilityId, ids],
  );
  return meterNumbers;
}
