/** The audit trail. */
import { z } from 'zod';
import { instantField } from './fields.ts';

const hashField = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .meta({ description: 'SHA-256 in hexadecimal' });

const auditEventSchema = z
  .object({
    sequence: z.int(),
    at: instantField,
    actor: z.object({
      kind: z.enum(['user', 'machine', 'server', 'nobody']),
      id: z.string().nullable(),
      name: z.string().nullable(),
    }),
    address: z.string().nullable(),
    what: z.string().meta({ example: 'user.roles_changed' }),
    subject: z.object({ kind: z.string(), id: z.string() }).nullable(),
    details: z.record(z.string(), z.unknown()),
    previous_hash: hashField,
    hash: hashField,
  })
  .meta({ id: 'AuditEvent' });

export const auditEventsSchema = z
  .object({ events: z.array(auditEventSchema), next: z.string().nullable() })
  .meta({ id: 'AuditEvents' });

export type AuditEventJson = z.infer<typeof auditEventSchema>;

export const auditCheckSchema = z
  .object({
    intact: z.boolean(),
    events: z.int(),
    head_hash: hashField.meta({ description: 'Write it down elsewhere: it proves this later' }),
    fault: z
      .object({
        kind: z.enum(['out-of-sequence', 'broken-link', 'edited', 'wrong-head']),
        sequence: z.int(),
      })
      .nullable()
      .meta({ description: 'The first event that is not as it was written' }),
  })
  .meta({ id: 'AuditCheck' });
