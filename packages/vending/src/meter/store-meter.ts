/**
 * Puts a meter into the store: known, under its present key, and hanging nowhere. Its number is its
 * name, so the same meter again is the same deed, and a meter of that number with other attributes
 * is a refusal.
 */
import type { Database, Transaction } from '@wattvend/database/database.js';
import { loadStatement } from '@wattvend/database/database.js';
import type { UtilityId } from '@wattvend/ledger/account.js';
import type {
  VendingDkga,
  VendingEncryptionAlgorithm,
} from '@wattvend/security-module/security-module.js';
import type { Drn } from '@wattvend/sts/meter-pan.js';
import { meterPanFromDrn } from '@wattvend/sts/meter-pan.js';
import type {
  KeyRevisionNumber,
  SupplyGroupCode,
  TariffIndex,
} from '@wattvend/sts/supply-group.js';
import type { DeskDeed } from '../desk/desk-operation.ts';
import type { MeterId } from '../vend/vend.ts';
import type { MeterCard } from './meter-card.ts';
import { findMeterCard } from './meter-card.ts';
import type { PaymentMode } from './meter-status.ts';

/** In order. */
export const STORE_METER_REFUSALS = ['meter_exists', 'vending_key_not_found'] as const;

export type StoreMeterRefusal = (typeof STORE_METER_REFUSALS)[number];

export type StoreMeterAnswer =
  | { readonly kind: 'stored'; readonly first: boolean; readonly meter: MeterCard }
  | { readonly kind: 'refused'; readonly refusal: StoreMeterRefusal };

export interface MeterKeyAttributes {
  readonly supplyGroupCode: SupplyGroupCode;
  readonly tariffIndex: TariffIndex;
  readonly keyRevisionNumber: KeyRevisionNumber;
  readonly encryptionAlgorithm: VendingEncryptionAlgorithm;
}

export interface StoreMeter extends DeskDeed {
  /** Made by the caller; used when the meter is new. */
  readonly meterId: MeterId;
  readonly meterNumber: Drn;
  readonly model: string;
  readonly phases: 1 | 3;
  readonly paymentMode: PaymentMode;
  readonly key: MeterKeyAttributes;
}

const storeStatement = loadStatement(new URL('../../sql/meter/store-meter.sql', import.meta.url));
const insertKeyStatement = loadStatement(
  new URL('../../sql/meter/insert-meter-key.sql', import.meta.url),
);
const findKeyStatement = loadStatement(
  new URL('../../sql/meter/find-vending-key.sql', import.meta.url),
);

export async function storeMeter(
  database: Database,
  utilityId: UtilityId,
  order: StoreMeter,
): Promise<StoreMeterAnswer> {
  return await database.transaction<StoreMeterAnswer>(async (tx) => {
    const before = await findMeterCard(tx, utilityId, order.meterNumber);
    if (before !== null) return answerKnown(before, order);
    const { supplyGroupCode, keyRevisionNumber, encryptionAlgorithm } = order.key;
    const { rows } = await tx.query<{ readonly dkga: VendingDkga }>(findKeyStatement, [
      utilityId,
      supplyGroupCode,
      keyRevisionNumber,
    ]);
    const [vendingKey] = rows;
    if (vendingKey === undefined || !doesServe(vendingKey.dkga, encryptionAlgorithm)) {
      return { kind: 'refused', refusal: 'vending_key_not_found' };
    }
    return await stored(tx, utilityId, order);
  });
}

/** DKGA02 makes keys of 64 bits, which serve encryption algorithm 07 only. */
export function doesServe(dkga: VendingDkga, algorithm: VendingEncryptionAlgorithm): boolean {
  return dkga === '04' || algorithm === '07';
}

async function stored(
  tx: Transaction,
  utilityId: UtilityId,
  order: StoreMeter,
): Promise<StoreMeterAnswer> {
  const { meterId, meterNumber, model, phases, paymentMode, key } = order;
  const pan = meterPanFromDrn(meterNumber);
  const values = [utilityId, meterId, meterNumber, pan, model, phases, paymentMode];
  const { rowCount } = await tx.query(storeStatement, values);
  const isFirst = rowCount === 1;
  if (isFirst) {
    await tx.query(insertKeyStatement, [
      utilityId,
      meterId,
      key.supplyGroupCode,
      key.tariffIndex,
      key.keyRevisionNumber,
      key.encryptionAlgorithm,
      order.at,
    ]);
  }
  const meter = await findMeterCard(tx, utilityId, meterNumber);
  if (meter === null) throw new Error('a meter that was stored is gone');
  // Somebody else may have stored it while this one looked.
  return isFirst ? { kind: 'stored', first: true, meter } : answerKnown(meter, order);
}

function answerKnown(meter: MeterCard, order: StoreMeter): StoreMeterAnswer {
  const { key } = order;
  const isSame =
    meter.status === 'in_store' &&
    meter.model === order.model &&
    meter.phases === order.phases &&
    meter.paymentMode === order.paymentMode &&
    meter.key.supplyGroupCode === key.supplyGroupCode &&
    meter.key.tariffIndex === key.tariffIndex &&
    meter.key.keyRevisionNumber === key.keyRevisionNumber &&
    meter.key.encryptionAlgorithm === key.encryptionAlgorithm;
  return isSame
    ? { kind: 'stored', first: false, meter }
    : { kind: 'refused', refusal: 'meter_exists' };
}
