/**
 * The factory of the demo: it makes test vending keys by chance, derives from them the key of each
 * demo meter, and delivers the meters.
 *
 * Why this does not break invariant S3 (no key byte outside the security module): in production the
 * keys come from a key management centre, are sealed before the service starts, and this file never
 * runs. In the demo nobody else could make the meters, so the factory stands here, once, at the
 * creation of the demo: afterwards the vending keys are in the sealed file only. What remains is
 * the memory of each meter, which holds that meter's own key as every meter does; the demo's
 * meters live in a file and in browsers instead of behind a seal. They are test meters under test
 * keys, good for nothing else.
 */
import { createHmac, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type MeterMemory, manufactureMeter } from '@wattvend/meter/memory.js';
import { meterMemoryRecord, parseMeterMemory } from '@wattvend/meter/memory-record.js';
import type { Instant } from '@wattvend/quantities/time.js';
import { instant } from '@wattvend/quantities/time.js';
import type { VendingKeyEntry } from '@wattvend/security-module/sealed-file.js';
import type { VendingDkga } from '@wattvend/security-module/security-module.js';
import type { DecoderKey, DecoderKeyData } from '@wattvend/sts/decoder-key.js';
import { deriveDecoderKeyDkga02 } from '@wattvend/sts/dkga02.js';
import { deriveDecoderKeyDkga04 } from '@wattvend/sts/dkga04.js';
import { makeDrn, meterPanFromDrn } from '@wattvend/sts/meter-pan.js';
import {
  keyExpiryNumber,
  keyRevisionNumber,
  supplyGroupCode,
  tariffIndex,
} from '@wattvend/sts/supply-group.js';
import type { DemoMeter } from '../http/context.ts';
import { writePrivateFile } from '../start/private-file.ts';
import { BAKERY_SETTINGS, HOUSE_SETTINGS } from './meter-settings.ts';
import {
  DEMO_BASE_DATE,
  DEMO_KEY_EXPIRY_NUMBER,
  DEMO_KEY_REVISION_NUMBER,
  DEMO_STREET,
  DEMO_SUPPLY_GROUPS,
  DEMO_TARIFF_INDEX,
  type DemoHouse,
} from './street.ts';

// A meter leaves the factory before it is sold for: tokens of an earlier minute are old to it.
const MANUFACTURED_BEFORE_MS = 24 * 60 * 60_000;

const VENDING_KEY_OCTETS: Readonly<Record<VendingDkga, number>> = { '02': 8, '04': 20 };

/** Test vending keys by chance, one for each supply group of the demo. The caller zeroes them. */
export function makeTestVendingKeys(): readonly VendingKeyEntry[] {
  return (['02', '04'] as const).map((dkga) => ({
    supplyGroupCode: supplyGroupCode(DEMO_SUPPLY_GROUPS[dkga]),
    keyRevisionNumber: keyRevisionNumber(DEMO_KEY_REVISION_NUMBER),
    keyType: 2,
    baseDate: DEMO_BASE_DATE,
    keyExpiryNumber: keyExpiryNumber(DEMO_KEY_EXPIRY_NUMBER),
    dkga,
    vendingKey: makeKey(dkga),
  }));
}

function makeKey(dkga: VendingDkga): Uint8Array {
  const octets = randomBytes(VENDING_KEY_OCTETS[dkga]);
  return dkga === '02' ? octets.map(withOddParity) : octets;
}

/** The last bit of each octet of a DES key makes the number of its ones odd. */
function withOddParity(octet: number): number {
  const ones = [1, 2, 3, 4, 5, 6, 7].filter((bit) => ((octet >> bit) & 1) === 1).length;
  return (octet & 0xfe) | (ones % 2 === 0 ? 1 : 0);
}

/** Makes the meters of the street under these keys and delivers them into a file. */
export async function manufactureStreet(
  folder: string,
  vendingKeys: readonly VendingKeyEntry[],
  now: Instant,
): Promise<void> {
  const meters = DEMO_STREET.map((house) => {
    const key = vendingKeys.find((each) => each.dkga === house.dkga);
    if (key === undefined) throw new Error(`the demo has no test key for DKGA${house.dkga}`);
    const memory = manufacture(house, key, now);
    return { load_watts: house.loadWatts, memory: meterMemoryRecord(memory) };
  });
  await mkdir(join(folder, 'demo'), { recursive: true, mode: 0o700 });
  const note = 'Test meters of the demo. Each memory holds its own decoder key.';
  await writePrivateFile(deliveryFile(folder), `${JSON.stringify({ note, meters }, null, 1)}\n`);
}

function manufacture(house: DemoHouse, key: VendingKeyEntry, now: Instant): MeterMemory {
  const drn = makeDrn(house.manufacturerCode, house.serialNumber);
  const data: DecoderKeyData = {
    meterPan: meterPanFromDrn(drn),
    supplyGroupCode: key.supplyGroupCode,
    tariffIndex: tariffIndex(DEMO_TARIFF_INDEX),
    keyRevisionNumber: key.keyRevisionNumber,
    keyType: key.keyType,
    baseDate: key.baseDate,
    encryptionAlgorithm: house.encryptionAlgorithm,
  };
  return manufactureMeter({
    ...data,
    decoderKey: deriveDecoderKey(key, data),
    keyExpiryNumber: key.keyExpiryNumber,
    manufacturedAt: instant(now - MANUFACTURED_BEFORE_MS),
    settings: house.phases === 3 ? BAKERY_SETTINGS : HOUSE_SETTINGS,
  });
}

function deriveDecoderKey(key: VendingKeyEntry, data: DecoderKeyData): DecoderKey {
  if (key.dkga === '02') return deriveDecoderKeyDkga02(key.vendingKey, data);
  const hmac = (message: Uint8Array): Uint8Array =>
    createHmac('sha256', key.vendingKey).update(message).digest();
  return deriveDecoderKeyDkga04(hmac, data);
}

function deliveryFile(folder: string): string {
  return join(folder, 'demo', 'meters.json');
}

/** The meters as they were delivered. Throws when the file is missing or not ours. */
export async function readDelivery(folder: string): Promise<readonly DemoMeter[]> {
  const path = deliveryFile(folder);
  if (!existsSync(path)) throw new Error(`the demo's meters are missing: ${path}`);
  const { meters } = JSON.parse(await readFile(path, 'utf8')) as {
    readonly meters: readonly { readonly load_watts: number; readonly memory: unknown }[];
  };
  return meters.map(({ load_watts: loadWatts, memory: record }, index) => {
    const parsed = parseMeterMemory(record);
    const house = DEMO_STREET[index];
    if (parsed.kind === 'fault' || house === undefined) {
      throw new Error(`the demo's meters cannot be read: ${path}`);
    }
    const meterNumber = makeDrn(house.manufacturerCode, house.serialNumber);
    return { meterNumber, loadWatts, memory: parsed.memory };
  });
}
