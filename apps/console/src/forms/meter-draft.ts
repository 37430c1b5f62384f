/** What was typed into the form for a new meter, and the request it makes once it is whole. */
import { parseDrn } from '@wattvend/sts/meter-pan.js';
import type { NewMeter } from '../api/model.ts';

export interface MeterDraft {
  readonly meterNumber: string;
  readonly supplyGroupCode: string;
  readonly tariffIndex: string;
  readonly keyRevisionNumber: string;
  /** Encryption and key generation algorithm, such as "11-04": not every pair exists. */
  readonly cipher: string;
  readonly tariffId: string;
  readonly address: string;
  readonly customerId: string;
}

/** The request; null while something is missing or wrong, which the fields themselves say. */
export function newMeterOf(draft: MeterDraft): NewMeter | null {
  const drn = parseDrn(draft.meterNumber);
  const [encryptionAlgorithm, dkga] = draft.cipher.split('-');
  const address = draft.address.trim();
  if (drn.kind === 'fault' || address === '' || draft.tariffId === '') return null;
  if (!/^\d{6}$/.test(draft.supplyGroupCode) || !/^\d{2}$/.test(draft.tariffIndex)) return null;
  if (!/^[1-9]$/.test(draft.keyRevisionNumber)) return null;
  return {
    meter_number: drn.drn,
    supply_group_code: draft.supplyGroupCode,
    tariff_index: draft.tariffIndex,
    key_revision_number: Number(draft.keyRevisionNumber),
    dkga: dkga === '02' ? '02' : '04',
    encryption_algorithm: encryptionAlgorithm === '07' ? '07' : '11',
    tariff_id: draft.tariffId,
    address,
    customer_id: draft.customerId === '' ? null : draft.customerId,
  };
}
