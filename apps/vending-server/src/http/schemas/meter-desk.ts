/** Meters at the desk: their card, their history, and what is done with them. */

import { WATT_HOURS_PER_TENTH_KWH } from '@wattvend/quantities/energy.js';
import { METER_STATUSES, PAYMENT_MODES } from '@wattvend/vending/meter-status.js';
import { z } from 'zod';
import {
  dkgaField,
  encryptionAlgorithmField,
  idField,
  instantField,
  lineField,
  meterNumberField,
} from './fields.ts';
import { keyRevisionNumberField, supplyGroupCodeField, tariffIndexField } from './meter.ts';
import { ENERGY_MOST } from './vend.ts';

const phasesField = z.union([z.literal(1), z.literal(3)]);

/** A register in watt-hours: up to a billion kWh, far within what a number holds exactly. */
const readingField = z.int().min(0).max(1_000_000_000_000).nullable().default(null);
// What one token can carry to the new meter; no meter is left with as much.
const creditLeftField = z
  .int()
  .min(0)
  .max(ENERGY_MOST * WATT_HOURS_PER_TENTH_KWH)
  .nullable()
  .default(null);
const reasonField = lineField(200);

export const meterCardSchema = z
  .object({
    meter_number: z.string(),
    meter_pan: z.string(),
    status: z.enum(METER_STATUSES),
    model: z.string(),
    phases: phasesField,
    payment_mode: z.enum(PAYMENT_MODES),
    supply_group_code: supplyGroupCodeField,
    tariff_index: tariffIndexField,
    key_revision_number: keyRevisionNumberField,
    key_type: z.int(),
    key_expiry_number: z.int(),
    key_epoch: z.int(),
    base_date: z.int(),
    dkga: dkgaField,
    encryption_algorithm: encryptionAlgorithmField,
    last_vend_at: instantField.nullable(),
    service_point: z
      .object({ id: idField, code: z.string(), address: z.string(), area: z.string() })
      .nullable(),
    agreement: z
      .object({
        id: idField,
        account_number: z.string(),
        tariff: z.object({ id: idField, name: z.string() }),
      })
      .nullable(),
    customer: z.object({ id: idField, name: z.string() }).nullable(),
  })
  .meta({ id: 'MeterCard' });

export const meterCardsSchema = z
  .object({ meters: z.array(meterCardSchema), next: z.string().nullable() })
  .meta({ id: 'MeterCards' });

export const storedMeterSchema = z
  .strictObject({
    model: z.union([z.literal(''), lineField(60)]).default(''),
    phases: phasesField.default(1),
    payment_mode: z.enum(PAYMENT_MODES).default('energy'),
    supply_group_code: supplyGroupCodeField,
    tariff_index: tariffIndexField,
    key_revision_number: keyRevisionNumberField,
    encryption_algorithm: encryptionAlgorithmField,
  })
  .meta({ id: 'StoredMeter' });

export const meterOperationSchema = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('install'),
      service_point_id: idField,
      reading_wh: readingField,
    }),
    z.strictObject({
      kind: z.literal('remove'),
      reason: reasonField,
      reading_wh: readingField,
      credit_left_wh: creditLeftField,
    }),
    z.strictObject({ kind: z.literal('block'), reason: reasonField }),
    z.strictObject({ kind: z.literal('unblock'), reason: reasonField }),
    z.strictObject({ kind: z.literal('return_to_store'), reason: reasonField }),
    z.strictObject({ kind: z.literal('scrap'), reason: reasonField }),
    z.strictObject({
      kind: z.literal('replace'),
      new_meter_number: meterNumberField,
      reason: reasonField,
      removed_reading_wh: readingField,
      credit_left_wh: creditLeftField,
      installed_reading_wh: readingField,
    }),
  ])
  .meta({ id: 'MeterOperation' });

export const meterOperationAnswerSchema = z
  .object({
    id: idField,
    kind: z.string(),
    meter: meterCardSchema,
    new_meter: meterCardSchema.nullable(),
    transfer: z
      .object({
        order_id: idField,
        meter_number: z.string(),
        from_meter_number: z.string(),
        credit_left_wh: z.int(),
        energy_tenth_kwh: z.int(),
      })
      .nullable()
      .meta({ description: 'The order for the credit that was left, which needs a second person' }),
  })
  .meta({ id: 'MeterOperationAnswer' });

export const meterHistorySchema = z
  .object({
    vends: z.object({ posted: z.int(), last_posted_at: instantField.nullable() }),
    events: z.array(
      z.object({
        at: instantField.nullable().meta({ description: 'Null when it was not recorded' }),
        kind: z.string(),
        by: z.string().nullable(),
        details: z.record(z.string(), z.union([z.string(), z.int(), z.null()])),
      }),
    ),
    next: z.string().nullable(),
  })
  .meta({ id: 'MeterHistory' });
