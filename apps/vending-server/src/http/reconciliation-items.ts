/** /v1/reconciliation/items: what matches, what does not, the evidence, and what people do. */
import { actOnItem, type ItemAction } from '@wattvend/vending/item-actions.js';
import { type ItemEvidence, readEvidence } from '@wattvend/vending/item-evidence.js';
import type { PaymentSourceId } from '@wattvend/vending/payment-source.js';
import {
  listItems,
  type ReconciliationItem,
  type ReconciliationItemId,
} from '@wattvend/vending/reconciliation-item.js';
import { z } from 'zod';
import { may, nameOf, principalOf } from './access.ts';
import { auditActorOf } from './audit-actor.ts';
import type { App, ServerContext } from './context.ts';
import { instantText } from './json.ts';
import { SECURITY_USER } from './openapi.ts';
import { cursorField, pageCursor, pageOf } from './page-cursor.ts';
import { plainId } from './parse.ts';
import { lineJson } from './payment-source-json.ts';
import { sendProblem } from './problem.ts';
import { idField, limitField } from './schemas/fields.ts';
import { problems, READ_REFUSALS, WRITE_REFUSALS } from './schemas/problem.ts';
import {
  actionSchema,
  classField,
  evidenceSchema,
  itemSchema,
  itemsSchema,
} from './schemas/reconciliation.ts';

const TAGS = ['reconciliation'];

export function reconciliationItemRoutes(app: App, context: ServerContext): void {
  listRoute(app, context);
  evidenceRoute(app, context);
  actionRoute(app, context);
}

function listRoute(app: App, { database, utility }: ServerContext): void {
  app.get(
    '/v1/reconciliation/items',
    {
      config: { access: may('reconciliation.read') },
      schema: {
        operationId: 'listReconciliationItems',
        summary: 'Items, newest payment first; all, or those of a source, class or state',
        tags: TAGS,
        security: SECURITY_USER,
        querystring: z.strictObject({
          source_id: idField.optional(),
          class: classField.optional(),
          state: z.enum(['open', 'settled']).optional(),
          limit: limitField,
          before: cursorField,
        }),
        response: { 200: itemsSchema, ...problems(...READ_REFUSALS) },
      },
    },
    async (request) => {
      const { query } = request;
      const { limit } = query;
      const found = await listItems(database, utility.utilityId, {
        sourceId: query.source_id === undefined ? null : plainId<PaymentSourceId>(query.source_id),
        classes: query.class === undefined ? null : [query.class],
        isOpen: query.state === undefined ? null : query.state === 'open',
        before: pageCursor(query.before),
        limit: limit + 1,
      });
      const { page, next } = pageOf(found, limit, (last) => ({
        at: last.occurredAt,
        id: last.itemId,
      }));
      return { items: page.map(itemJson), next };
    },
  );
}

function evidenceRoute(app: App, { database, utility }: ServerContext): void {
  app.get(
    '/v1/reconciliation/items/:id',
    {
      config: { access: may('reconciliation.read') },
      schema: {
        operationId: 'readReconciliationItem',
        summary: 'All there is about one item: line, vend, ledger entry, history, suggestions',
        tags: TAGS,
        security: SECURITY_USER,
        params: z.strictObject({ id: idField }),
        response: {
          200: evidenceSchema,
          ...problems(...READ_REFUSALS, 'reconciliation_item_not_found'),
        },
      },
    },
    async (request, reply) => {
      const itemId = plainId<ReconciliationItemId>(request.params.id);
      const evidence = await readEvidence(database, utility, itemId);
      return evidence === null
        ? sendProblem(reply, 'reconciliation_item_not_found')
        : evidenceJson(evidence);
    },
  );
}

function actionRoute(app: App, { database, utility, clock }: ServerContext): void {
  app.put(
    '/v1/reconciliation/items/:id/actions/:action_id',
    {
      config: { access: may('reconciliation.write') },
      schema: {
        operationId: 'actOnReconciliationItem',
        summary: 'Link, explain, pass on or open again, once for each action id',
        tags: TAGS,
        security: SECURITY_USER,
        params: z.strictObject({ id: idField, action_id: idField }),
        body: actionSchema,
        response: {
          200: itemSchema,
          201: itemSchema,
          ...problems(
            ...WRITE_REFUSALS,
            'reconciliation_action_id_conflict',
            'reconciliation_item_not_found',
            'reconciliation_item_settled',
            'reconciliation_item_not_explained',
            'reconciliation_link_sides',
            'reconciliation_note_missing',
          ),
        },
      },
    },
    async (request, reply) => {
      const answer = await actOnItem(database, utility.utilityId, {
        itemId: plainId<ReconciliationItemId>(request.params.id),
        actionId: plainId<string>(request.params.action_id),
        action: actionOf(request.body),
        by: nameOf(principalOf(request)),
        actor: auditActorOf(request),
        now: clock(),
      });
      if (answer.kind === 'refused') return sendProblem(reply, answer.refusal);
      return reply.code(answer.first ? 201 : 200).send(itemJson(answer.item));
    },
  );
}

function actionOf(body: z.infer<typeof actionSchema>): ItemAction {
  const { note } = body;
  switch (body.action) {
    case 'link':
      return { kind: 'link', withItemId: plainId<ReconciliationItemId>(body.with_item_id), note };
    case 'explain':
      return { kind: 'explain', explanation: body.explanation, note };
    case 'wish':
      return { kind: 'wish', wish: body.wish, reference: body.reference, note };
    case 'reopen':
      return { kind: 'reopen', note: body.note };
  }
}

function itemJson(item: ReconciliationItem): z.infer<typeof itemSchema> {
  const { line, known } = item;
  return {
    id: item.itemId,
    source_id: item.sourceId,
    class: item.class,
    reason: item.reason,
    item_minor: String(item.money),
    difference_minor: String(item.difference),
    occurred_at: instantText(item.occurredAt),
    first_seen_at: instantText(item.firstSeenAt),
    resolved_at: item.resolvedAt === null ? null : instantText(item.resolvedAt),
    resolution: item.resolution,
    note: item.note,
    wish: item.wish,
    absorbed_into: item.absorbedInto,
    line:
      line === null
        ? null
        : {
            ...lineJson(line),
            statement_id: line.fileId,
            gross_minor: String(line.gross),
            fee_expected_minor: line.feeExpected === null ? null : String(line.feeExpected),
          },
    known:
      known === null
        ? null
        : {
            kind: known.kind,
            id: known.id,
            reference: known.reference,
            meter_number: known.meterNumber,
            vendor_id: known.vendorId,
            known_minor: String(known.money),
            at: instantText(known.at),
            has_token: known.hasToken,
          },
  };
}

function evidenceJson(evidence: ItemEvidence): z.infer<typeof evidenceSchema> {
  const { vend, entry, accounts } = evidence;
  return {
    item: itemJson(evidence.item),
    events: evidence.events.map((event) => ({
      action_id: event.actionId,
      action: event.action,
      class_before: event.classBefore,
      class_after: event.classAfter,
      details: { ...event.details },
      by: event.by,
      at: instantText(event.at),
    })),
    vend:
      vend === null
        ? null
        : {
            id: vend.vendId,
            state: vend.state,
            meter_number: vend.meterNumber,
            tendered_minor: String(vend.tendered),
            requested_at: instantText(vend.requestedAt),
            masked_tokens: [...vend.maskedTokens],
          },
    entry:
      entry === null
        ? null
        : {
            id: entry.entryId,
            kind: entry.kind,
            posted_at: instantText(entry.postedAt),
            postings: entry.postings.map(({ accountId, money }) => ({
              account_code: accounts.get(accountId)?.code ?? accountId,
              account_name: accounts.get(accountId)?.name ?? accountId,
              posting_minor: String(money),
            })),
          },
    suggestions: evidence.suggestions.map((suggestion) => ({
      item_id: suggestion.itemId,
      kind: suggestion.kind,
      id: suggestion.id,
      reference: suggestion.reference,
      meter_number: suggestion.meterNumber,
      suggested_minor: String(suggestion.money),
      at: instantText(suggestion.at),
      has_token: suggestion.hasToken,
    })),
  };
}
