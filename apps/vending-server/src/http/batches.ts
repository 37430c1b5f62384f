/** Sales batches and what was brought to the bank. */
import { type BankBatch, closeBankBatch, listBankBatches } from '@wattvend/vending/bank-batch.js';
import {
  closeSalesBatch,
  listSalesBatches,
  type SalesBatch,
} from '@wattvend/vending/sales-batch.js';
import type { VendorId } from '@wattvend/vending/vend.js';
import { z } from 'zod';
import { may, nameOf, principalOf } from './access.ts';
import type { App, ServerContext } from './context.ts';
import { instantText } from './json.ts';
import { SECURITY_STAFF, SECURITY_USER } from './openapi.ts';
import { moneyOf, plainId } from './parse.ts';
import { sendProblem } from './problem.ts';
import { idField, limitField } from './schemas/fields.ts';
import { problems, READ_REFUSALS, WRITE_REFUSALS } from './schemas/problem.ts';
import {
  bankBatchesSchema,
  bankBatchSchema,
  newBankBatchSchema,
  newSalesBatchSchema,
  salesBatchesSchema,
  salesBatchSchema,
} from './schemas/shift.ts';
import { vendorInSight } from './vendor-sight.ts';

const BATCH_PARAMS = z.strictObject({ id: idField, batch_id: idField });

const PAGE = z.strictObject({
  limit: limitField,
  before: z.coerce
    .number()
    .int()
    .min(1)
    .max(2 ** 31 - 1)
    .optional()
    .meta({ description: 'The `next` of the page before' }),
});

export function batchRoutes(app: App, context: ServerContext): void {
  putSalesRoute(app, context);
  putBankRoute(app, context);
  listSalesRoute(app, context);
  listBankRoute(app, context);
}

function putSalesRoute(app: App, { database, utility, clock }: ServerContext): void {
  app.put(
    '/v1/vendors/:id/sales-batches/:batch_id',
    {
      config: { access: may('batch.close') },
      schema: {
        operationId: 'closeSalesBatch',
        summary: 'Close a batch over some closed shifts; the same id again changes nothing',
        tags: ['shifts'],
        security: SECURITY_USER,
        params: BATCH_PARAMS,
        body: newSalesBatchSchema,
        response: {
          200: salesBatchSchema,
          201: salesBatchSchema,
          ...problems(
            ...WRITE_REFUSALS,
            'batch_id_conflict',
            'vendor_not_found',
            'shift_not_found',
            'shift_not_closed',
            'shift_batched',
          ),
        },
      },
    },
    async (request, reply) => {
      const batch = {
        salesBatchId: plainId<string>(request.params.batch_id),
        vendorId: plainId<VendorId>(request.params.id),
        shiftIds: request.body.shift_ids.map((id) => plainId<string>(id)),
        closedBy: nameOf(principalOf(request)),
      };
      const answer = await closeSalesBatch(database, utility.utilityId, batch, clock());
      if (answer.kind === 'refused') return sendProblem(reply, answer.refusal);
      return reply.code(answer.first ? 201 : 200).send(salesBatchJson(answer.batch));
    },
  );
}

function putBankRoute(app: App, { database, utility, clock }: ServerContext): void {
  app.put(
    '/v1/vendors/:id/bank-batches/:batch_id',
    {
      config: { access: may('batch.close') },
      schema: {
        operationId: 'closeBankBatch',
        summary: 'Say which sales batches were brought to the bank, under which slip',
        tags: ['shifts'],
        security: SECURITY_USER,
        params: BATCH_PARAMS,
        body: newBankBatchSchema,
        response: {
          200: bankBatchSchema,
          201: bankBatchSchema,
          ...problems(
            ...WRITE_REFUSALS,
            'batch_id_conflict',
            'brought_below_zero',
            'vendor_not_found',
            'sales_batch_not_found',
            'sales_batch_banked',
            'bank_slip_used',
          ),
        },
      },
    },
    async (request, reply) => {
      const { body } = request;
      const batch = {
        bankBatchId: plainId<string>(request.params.batch_id),
        vendorId: plainId<VendorId>(request.params.id),
        source: body.source,
        slipNumber: body.slip_number,
        brought: moneyOf(body.brought_minor),
        salesBatchIds: body.sales_batch_ids.map((id) => plainId<string>(id)),
        closedBy: nameOf(principalOf(request)),
      };
      const answer = await closeBankBatch(database, utility.utilityId, batch, clock());
      if (answer.kind === 'refused') return sendProblem(reply, answer.refusal);
      return reply.code(answer.first ? 201 : 200).send(bankBatchJson(answer.batch));
    },
  );
}

function listSalesRoute(app: App, { database, utility }: ServerContext): void {
  app.get(
    '/v1/vendors/:id/sales-batches',
    {
      config: { access: may('report.read', { machines: true }) },
      schema: {
        operationId: 'listSalesBatches',
        summary: "A vendor's sales batches, newest first; for a cashier only the own vendor's",
        tags: ['shifts'],
        security: SECURITY_STAFF,
        params: z.strictObject({ id: idField }),
        querystring: PAGE,
        response: { 200: salesBatchesSchema, ...problems(...READ_REFUSALS) },
      },
    },
    async (request, reply) => {
      const vendorId = vendorInSight(request, reply, request.params.id);
      if (vendorId === null) return reply;
      const { limit, before } = request.query;
      const page = { vendorId, before: before ?? null, limit: limit + 1 };
      const found = await listSalesBatches(database, utility.utilityId, page);
      const batches = found.slice(0, limit);
      const next = found.length > limit ? (batches.at(-1)?.number ?? null) : null;
      return { sales_batches: batches.map(salesBatchJson), next };
    },
  );
}

function listBankRoute(app: App, { database, utility }: ServerContext): void {
  app.get(
    '/v1/vendors/:id/bank-batches',
    {
      config: { access: may('report.read', { machines: true }) },
      schema: {
        operationId: 'listBankBatches',
        summary: "A vendor's bank batches, newest first; for a cashier only the own vendor's",
        tags: ['shifts'],
        security: SECURITY_STAFF,
        params: z.strictObject({ id: idField }),
        querystring: PAGE,
        response: { 200: bankBatchesSchema, ...problems(...READ_REFUSALS) },
      },
    },
    async (request, reply) => {
      const vendorId = vendorInSight(request, reply, request.params.id);
      if (vendorId === null) return reply;
      const { limit, before } = request.query;
      const page = { vendorId, before: before ?? null, limit: limit + 1 };
      const found = await listBankBatches(database, utility.utilityId, page);
      const batches = found.slice(0, limit);
      const next = found.length > limit ? (batches.at(-1)?.number ?? null) : null;
      return { bank_batches: batches.map(bankBatchJson), next };
    },
  );
}

function salesBatchJson(batch: SalesBatch): z.infer<typeof salesBatchSchema> {
  return {
    id: batch.salesBatchId,
    number: batch.number,
    shift_ids: [...batch.shiftIds],
    vends: batch.vends,
    sold_minor: String(batch.sold),
    counted_minor: String(batch.counted),
    bankable_minor: String(batch.bankable),
    closed_by: batch.closedBy,
    closed_at: instantText(batch.closedAt),
    bank_batch_id: batch.bankBatchId,
  };
}

function bankBatchJson(batch: BankBatch): z.infer<typeof bankBatchSchema> {
  return {
    id: batch.bankBatchId,
    number: batch.number,
    source: batch.source,
    slip_number: batch.slipNumber,
    sales_batch_ids: [...batch.salesBatchIds],
    bankable_minor: String(batch.bankable),
    brought_minor: String(batch.brought),
    deposited_minor: String(batch.deposited),
    deposit_ids: [...batch.depositIds],
    closed_by: batch.closedBy,
    closed_at: instantText(batch.closedAt),
  };
}
