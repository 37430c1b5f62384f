/** Customers, places, agreements, and what finds them. */
import { METER_STATUSES } from '@wattvend/vending/meter-status.js';
import { isPlainText } from '@wattvend/vending/plain-text.js';
import { SEARCH_REASONS } from '@wattvend/vending/search.js';
import { z } from 'zod';
import { idField, instantField, lineField } from './fields.ts';

const LANGUAGE = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;
const COMPONENT = /^[a-z][a-z0-9_]{0,31}$/;

const phoneField = lineField(40).nullable();
const languageField = z
  .string()
  .max(35)
  .regex(LANGUAGE, 'must be a language tag such as "sw"')
  .nullable();
const notesField = z.string().trim().max(500).refine(isPlainText, 'must be plain text');

export const customerSchema = z
  .object({
    id: idField,
    name: z.string(),
    phone: z.string().nullable(),
    language: z.string().nullable(),
    notes: z.string(),
    registered_at: instantField,
    erased_at: instantField.nullable(),
  })
  .meta({ id: 'Customer' });

export const customersSchema = z
  .object({ customers: z.array(customerSchema), next: z.string().nullable() })
  .meta({ id: 'Customers' });

export const newCustomerSchema = z
  .strictObject({
    name: lineField(200),
    phone: phoneField.default(null),
    language: languageField.default(null),
    notes: notesField.default(''),
  })
  .meta({ id: 'NewCustomer' });

/** What is left out stays as it is. */
export const customerPatchSchema = z
  .strictObject({
    name: lineField(200).optional(),
    phone: phoneField.optional(),
    language: languageField.optional(),
    notes: notesField.optional(),
  })
  .meta({ id: 'CustomerPatch' });

export const customerChangesSchema = z
  .object({
    changes: z.array(
      z.object({
        revision: z.int(),
        at: instantField,
        by: z.string(),
        fields: z.array(z.string()),
        before: z
          .record(z.string(), z.string().nullable())
          .nullable()
          .meta({ description: 'The fields as they were; null when the data have been erased' }),
      }),
    ),
    next: z.string().nullable(),
  })
  .meta({ id: 'CustomerChanges' });

const phasesField = z.union([z.literal(1), z.literal(3)]);
const supplyLimitField = z.int().min(1).max(1_000_000_000).nullable();
const positionField = z
  .strictObject({
    latitude_e6: z.int().min(-90_000_000).max(90_000_000),
    longitude_e6: z.int().min(-180_000_000).max(180_000_000),
  })
  .nullable()
  .meta({ description: 'In millionths of a degree, north and east positive' });
const areaField = z.union([z.literal(''), lineField(100)]);

export const servicePointSchema = z
  .object({
    id: idField,
    code: z.string(),
    address: z.string(),
    area: z.string(),
    phases: phasesField,
    supply_limit_w: z.int().nullable(),
    position: positionField,
    created_at: instantField,
    meter_number: z.string().nullable().meta({ description: 'The meter that hangs there now' }),
    agreement: z.object({ id: idField, account_number: z.string() }).nullable(),
  })
  .meta({ id: 'ServicePoint' });

export const servicePointsSchema = z
  .object({ service_points: z.array(servicePointSchema), next: z.string().nullable() })
  .meta({ id: 'ServicePoints' });

export const newServicePointSchema = z
  .strictObject({
    code: lineField(40),
    address: lineField(200),
    area: areaField.default(''),
    phases: phasesField.default(1),
    supply_limit_w: supplyLimitField.default(null),
    position: positionField.default(null),
  })
  .meta({ id: 'NewServicePoint' });

export const servicePointPatchSchema = z
  .strictObject({
    address: lineField(200).optional(),
    area: areaField.optional(),
    phases: phasesField.optional(),
    supply_limit_w: supplyLimitField.optional(),
    position: positionField.optional(),
  })
  .meta({ id: 'ServicePointPatch' });

const componentsField = z
  .array(z.string().regex(COMPONENT, 'must be the id of a component of the tariff'))
  .max(32)
  .refine((ids) => new Set(ids).size === ids.length, 'must name each component once');

export const agreementSchema = z
  .object({
    id: idField,
    account_number: z.string(),
    service_point: z.object({ id: idField, code: z.string(), address: z.string() }),
    customer: z.object({ id: idField, name: z.string() }).nullable(),
    tariff: z.object({ id: idField, name: z.string() }),
    exemptions: z.array(z.string()),
    entitlements: z.array(z.string()),
    began_at: instantField,
    ended_at: instantField.nullable(),
    meter_number: z.string().nullable(),
  })
  .meta({ id: 'Agreement' });

export const agreementsSchema = z
  .object({ agreements: z.array(agreementSchema), next: z.string().nullable() })
  .meta({ id: 'Agreements' });

export const newAgreementSchema = z
  .strictObject({
    account_number: lineField(40),
    service_point_id: idField,
    customer_id: idField.nullable(),
    tariff_id: idField,
    exemptions: componentsField.default([]),
    entitlements: componentsField.default([]),
  })
  .meta({ id: 'NewAgreement' });

export const agreementPatchSchema = z
  .strictObject({
    tariff_id: idField.optional(),
    exemptions: componentsField.optional(),
    entitlements: componentsField.optional(),
  })
  .meta({ id: 'AgreementPatch' });

export const searchHitsSchema = z
  .object({
    hits: z.array(
      z.object({
        reason: z.enum(SEARCH_REASONS),
        meter: z.object({ meter_number: z.string(), status: z.enum(METER_STATUSES) }).nullable(),
        service_point: z
          .object({ id: idField, code: z.string(), address: z.string(), area: z.string() })
          .nullable(),
        agreement: z
          .object({ id: idField, account_number: z.string(), in_force: z.boolean() })
          .nullable(),
        customer: z
          .object({ id: idField, name: z.string(), phone: z.string().nullable() })
          .nullable(),
      }),
    ),
    more: z.boolean().meta({ description: 'There are further hits; type more to narrow them' }),
  })
  .meta({ id: 'SearchHits' });
