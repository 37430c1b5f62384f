/** /v1/audit-events: who did what, for those who look, and whether the trail is whole. */
import { instant } from '@wattvend/quantities/time.js';
import {
  checkAuditTrail,
  type ListedAuditEvent,
  listAuditEvents,
} from '@wattvend/vending/audit-trail.js';
import { z } from 'zod';
import { may } from './access.ts';
import type { App, ServerContext } from './context.ts';
import { instantText } from './json.ts';
import { SECURITY_USER } from './openapi.ts';
import { perPrincipal } from './rate-limits.ts';
import { type AuditEventJson, auditCheckSchema, auditEventsSchema } from './schemas/audit.ts';
import { idField, limitField } from './schemas/fields.ts';
import { problems, READ_REFUSALS } from './schemas/problem.ts';

// It reads the whole trail.
const CHECKS_A_MINUTE = 6;
const SLUG = /^[a-z][a-z0-9_.]{0,63}$/;
const INSTANT = z.iso.datetime().meta({ description: 'UTC, ISO 8601' });

export function auditRoutes(app: App, context: ServerContext): void {
  listRoute(app, context);
  checkRoute(app, context);
}

function listRoute(app: App, context: ServerContext): void {
  const { database, utility } = context;
  app.get(
    '/v1/audit-events',
    {
      config: { access: may('audit.read') },
      schema: {
        operationId: 'listAuditEvents',
        summary: 'Who did what, newest first',
        tags: ['audit'],
        security: SECURITY_USER,
        querystring: z.strictObject({
          what: z
            .string()
            .regex(SLUG)
            .optional()
            .meta({ description: 'How it begins', example: 'user.' }),
          actor_id: idField.optional(),
          subject_kind: z.string().regex(SLUG).optional(),
          subject_id: z.string().min(1).max(100).optional(),
          from: INSTANT.optional(),
          to: INSTANT.optional(),
          limit: limitField,
          before: z
            .string()
            .regex(/^\d{1,15}$/, 'must be the `next` of the page before')
            .optional(),
        }),
        response: { 200: auditEventsSchema, ...problems(...READ_REFUSALS) },
      },
    },
    async (request) => {
      const { query } = request;
      const { limit } = query;
      const found = await listAuditEvents(database, utility.utilityId, {
        before: query.before === undefined ? Number.MAX_SAFE_INTEGER : Number(query.before),
        what: query.what ?? null,
        actorId: query.actor_id ?? null,
        subjectKind: query.subject_kind ?? null,
        subjectId: query.subject_id ?? null,
        from: query.from === undefined ? null : instant(Date.parse(query.from)),
        to: query.to === undefined ? null : instant(Date.parse(query.to)),
        limit: limit + 1,
      });
      const events = found.slice(0, limit);
      const last = events.at(-1);
      const next = found.length > limit && last !== undefined ? last.event.sequence : null;
      return { events: events.map(eventJson), next: next === null ? null : String(next) };
    },
  );
}

function checkRoute(app: App, context: ServerContext): void {
  const { database, utility } = context;
  app.get(
    '/v1/audit-events/check',
    {
      config: { access: may('audit.read'), rateLimit: perPrincipal(CHECKS_A_MINUTE) },
      schema: {
        operationId: 'checkAuditTrail',
        summary: 'Go through the whole trail and look for what was edited, removed or reordered',
        tags: ['audit'],
        security: SECURITY_USER,
        response: { 200: auditCheckSchema, ...problems(...READ_REFUSALS, 'too_many_requests') },
      },
    },
    async () => {
      const { head, fault } = await checkAuditTrail(database, utility.utilityId);
      return {
        intact: fault === null,
        events: head.sequence,
        head_hash: hex(head.hash),
        fault,
      };
    },
  );
}

function eventJson({ event, actorName }: ListedAuditEvent): AuditEventJson {
  const { actor, subject } = event;
  return {
    sequence: event.sequence,
    at: instantText(event.at),
    actor: { kind: actor.kind, id: actor.id, name: actorName },
    address: actor.address,
    what: event.what,
    subject: subject === null ? null : { ...subject },
    details: { ...event.details },
    previous_hash: hex(event.previousHash),
    hash: hex(event.hash),
  };
}

function hex(octets: Uint8Array): string {
  return Buffer.from(octets).toString('hex');
}
