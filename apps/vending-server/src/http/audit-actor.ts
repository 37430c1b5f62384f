/** The person behind a request, as the audit trail wants to know who acts. */
import type { AuditActor } from '@wattvend/vending/audit-event.js';
import type { FastifyRequest } from 'fastify';
import { authorOf } from './access.ts';

export function auditActorOf(request: FastifyRequest): AuditActor {
  const { userId, address } = authorOf(request);
  return { kind: 'user', id: userId, address };
}
