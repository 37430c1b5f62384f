/** The meters of the demo's street. */
import { z } from 'zod';
import { dkgaField, encryptionAlgorithmField, meterNumberField } from './fields.ts';

export const demoMetersSchema = z
  .object({
    meters: z.array(
      z.object({
        meter_number: meterNumberField,
        address: z.string(),
        customer_name: z.string().nullable(),
        encryption_algorithm: encryptionAlgorithmField,
        dkga: dkgaField,
        load_watts: z.int(),
      }),
    ),
  })
  .meta({ id: 'DemoMeters' });

/** Its form belongs to the meter, which checks it with parseMeterMemory. */
export const demoMemorySchema = z
  .record(z.string(), z.unknown())
  .meta({ id: 'MeterMemory', description: 'The memory of a meter as its factory delivered it' });
