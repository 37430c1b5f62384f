/** Meters as they are sold for. */
import { z } from 'zod';
import {
  dkgaField,
  encryptionAlgorithmField,
  idField,
  instantField,
  lineField,
  meterNumberField,
} from './fields.ts';

export const supplyGroupCodeField = z
  .string()
  .regex(/^\d{6}$/, 'must be six digits')
  .meta({ description: 'Supply group code (SGC)' });
export const tariffIndexField = z
  .string()
  .regex(/^\d{2}$/, 'must be two digits')
  .meta({ description: 'Tariff index (TI)' });
export const keyRevisionNumberField = z.int().min(1).max(9);

export const meterSchema = z
  .object({
    meter_number: meterNumberField,
    meter_pan: z.string().meta({ description: 'The whole number of the meter, 18 digits' }),
    status: z.enum(['active', 'blocked']),
    address: z.string(),
    customer: z.object({ id: idField, name: z.string() }).nullable(),
    tariff: z.object({ id: idField, name: z.string() }),
    supply_group_code: supplyGroupCodeField,
    tariff_index: tariffIndexField,
    key_revision_number: keyRevisionNumberField,
    key_type: z.int(),
    key_expiry_number: z.int(),
    base_date: z.int(),
    dkga: dkgaField,
    encryption_algorithm: encryptionAlgorithmField,
    last_vend_at: instantField.nullable(),
  })
  .meta({ id: 'Meter' });

export const metersSchema = z
  .object({ meters: z.array(meterSchema), next: z.string().nullable() })
  .meta({ id: 'Meters' });

export const newMeterSchema = z
  .strictObject({
    meter_number: meterNumberField,
    supply_group_code: supplyGroupCodeField,
    tariff_index: tariffIndexField,
    key_revision_number: keyRevisionNumberField,
    dkga: dkgaField,
    encryption_algorithm: encryptionAlgorithmField,
    tariff_id: idField,
    address: lineField(200),
    customer_id: idField.nullable(),
  })
  .meta({ id: 'NewMeter' });
