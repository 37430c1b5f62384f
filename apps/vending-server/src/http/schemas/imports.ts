/** Files of customers and meters, in and out. */
import { FILE_KINDS } from '@wattvend/vending/csv-columns.js';
import type { ImportFaultCode } from '@wattvend/vending/import-faults.js';
import { IMPORT_FAULTS } from '@wattvend/vending/import-faults.js';
import { z } from 'zod';
import { idField, instantField } from './fields.ts';

const FAULT_CODES = Object.keys(IMPORT_FAULTS) as [ImportFaultCode, ...ImportFaultCode[]];

export const fileKindField = z.enum(FILE_KINDS);

export const importSchema = z
  .object({
    id: idField,
    kind: fileKindField,
    state: z.enum(['running', 'imported', 'checked', 'faulty']).meta({
      description:
        'imported: done; checked: a trial run without faults; faulty: lines are wrong, nothing was made',
    }),
    phase: z.enum(['reading', 'checking', 'writing']).nullable(),
    lines_done: z.int().nullable().meta({ description: 'Of this phase, while it is running' }),
    lines: z.int(),
    skipped: z.int().meta({ description: 'Lines that say what is there already' }),
    made: z
      .object({
        customers: z.int(),
        service_points: z.int(),
        agreements: z.int(),
        meters: z.int(),
      })
      .nullable()
      .meta({ description: 'What was made; after a trial run, what would be' }),
    faults: z.array(
      z.object({
        line: z.int(),
        column: z.string().nullable(),
        value: z.string().meta({ description: 'What stands there, shortened' }),
        fault: z.enum(FAULT_CODES),
        advice: z.string(),
      }),
    ),
    by: z.string(),
    at: instantField,
  })
  .meta({ id: 'Import' });
