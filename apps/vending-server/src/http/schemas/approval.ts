/** Orders that wait for a second person. */
import { APPROVAL_KIND_NAMES } from '@wattvend/vending/approval-kinds.js';
import { APPROVAL_STATES } from '@wattvend/vending/approvals.js';
import { z } from 'zod';
import { idField, instantField, lineField } from './fields.ts';

const personField = z.object({ id: idField, sign_in_name: z.string() });

export const approvalKindField = z.enum(APPROVAL_KIND_NAMES);
export const approvalStateField = z.enum(APPROVAL_STATES);

export const approvalSchema = z
  .object({
    id: idField.meta({ description: 'Of the order' }),
    kind: approvalKindField,
    subject: z.record(z.string(), z.unknown()).meta({ description: 'What is to be done' }),
    summary: z.string(),
    document_reference: z.string().nullable(),
    reason: z.string(),
    requested_by: personField,
    requested_at: instantField,
    expires_at: instantField,
    state: approvalStateField,
    decided_by: personField.nullable(),
    decided_at: instantField.nullable(),
    decision_reason: z.string().nullable(),
    may_decide: z.boolean().meta({ description: 'Whether you may approve or reject it now' }),
    may_withdraw: z.boolean().meta({ description: 'Whether you may take it back now' }),
  })
  .meta({ id: 'Approval' });

export const approvalsSchema = z
  .object({ approvals: z.array(approvalSchema), next: z.string().nullable() })
  .meta({ id: 'Approvals' });

export const decisionSchema = z
  .strictObject({
    decision: z.enum(['approved', 'rejected', 'withdrawn']),
    reason: lineField(500).nullable().default(null),
  })
  .refine((body) => body.decision !== 'rejected' || body.reason !== null, {
    path: ['reason'],
    message: 'whoever rejects something says why',
  })
  .meta({ id: 'Decision' });
