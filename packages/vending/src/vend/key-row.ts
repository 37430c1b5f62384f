/** The key of a meter as statements answer it. */
import type {
  VendingDkga,
  VendingEncryptionAlgorithm,
} from '@wattvend/security-module/security-module.js';
import {
  keyRevisionNumber,
  keyType,
  supplyGroupCode,
  tariffIndex,
} from '@wattvend/sts/supply-group.js';
import type { BaseDate } from '@wattvend/sts/token-identifier.js';
import type { VendKey } from './vend.ts';

export interface KeyRow {
  readonly key_epoch: number;
  readonly supply_group_code: string;
  readonly tariff_index: string;
  readonly key_revision_number: number;
  readonly key_type: number;
  readonly base_date: BaseDate;
  readonly dkga: VendingDkga;
  readonly encryption_algorithm: VendingEncryptionAlgorithm;
}

export function keyOfRow(row: KeyRow): VendKey {
  return {
    keyEpoch: row.key_epoch,
    supplyGroupCode: supplyGroupCode(row.supply_group_code),
    tariffIndex: tariffIndex(row.tariff_index),
    keyRevisionNumber: keyRevisionNumber(row.key_revision_number),
    keyType: keyType(row.key_type),
    baseDate: row.base_date,
    dkga: row.dkga,
    encryptionAlgorithm: row.encryption_algorithm,
  };
}
