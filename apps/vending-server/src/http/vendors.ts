/** /v1/vendors: who sells, on which float, and money paid into it. */
import { randomUUID } from 'node:crypto';
import type { AccountId } from '@wattvend/ledger/account.js';
import type { VendorId } from '@wattvend/vending/vend.js';
import type { Vendor } from '@wattvend/vending/vendors.js';
import { addVendor, depositFloat, listVendors } from '@wattvend/vending/vendors.js';
import { z } from 'zod';
import { may, nameOf, principalOf, visibleVendor } from './access.ts';
import type { App, ServerContext } from './context.ts';
import { vendorJson } from './json.ts';
import { SECURITY_STAFF, SECURITY_USER } from './openapi.ts';
import { moneyOf, plainId } from './parse.ts';
import { sendProblem } from './problem.ts';
import { idField } from './schemas/fields.ts';
import { problems, READ_REFUSALS, WRITE_REFUSALS } from './schemas/problem.ts';
import {
  depositSchema,
  newDepositSchema,
  newVendorSchema,
  vendorSchema,
  vendorsSchema,
} from './schemas/vendor.ts';

export function vendorRoutes(app: App, context: ServerContext): void {
  listRoutes(app, context);
  addRoute(app, context);
  depositRoute(app, context);
}

async function findVendor(context: ServerContext, vendorId: VendorId): Promise<Vendor | null> {
  const [vendor] = await listVendors(context.database, context.utility.utilityId, vendorId);
  return vendor ?? null;
}

function listRoutes(app: App, context: ServerContext): void {
  app.get(
    '/v1/vendors',
    {
      config: { access: may('vendor.read', { machines: true }) },
      schema: {
        operationId: 'listVendors',
        summary: 'All vendors with their floats; for a cashier only the own one',
        tags: ['vendors'],
        security: SECURITY_STAFF,
        response: { 200: vendorsSchema, ...problems(...READ_REFUSALS) },
      },
    },
    async (request) => {
      const visible = visibleVendor(principalOf(request));
      const vendors = await listVendors(context.database, context.utility.utilityId, visible);
      return { vendors: vendors.map(vendorJson) };
    },
  );
  app.get(
    '/v1/vendors/:id',
    {
      config: { access: may('vendor.read', { machines: true }) },
      schema: {
        operationId: 'readVendor',
        summary: 'One vendor with its float; for a cashier only the own one',
        tags: ['vendors'],
        security: SECURITY_STAFF,
        params: z.strictObject({ id: idField }),
        response: { 200: vendorSchema, ...problems(...READ_REFUSALS, 'vendor_not_found') },
      },
    },
    async (request, reply) => {
      const vendorId = plainId<VendorId>(request.params.id);
      const visible = visibleVendor(principalOf(request));
      if (visible !== null && visible !== vendorId) return sendProblem(reply, 'not_allowed');
      const vendor = await findVendor(context, vendorId);
      return vendor === null ? sendProblem(reply, 'vendor_not_found') : vendorJson(vendor);
    },
  );
}

function addRoute(app: App, context: ServerContext): void {
  app.post(
    '/v1/vendors',
    {
      config: { access: may('vendor.write') },
      schema: {
        operationId: 'addVendor',
        summary: 'Add a vendor with an empty float',
        tags: ['vendors'],
        security: SECURITY_USER,
        body: newVendorSchema,
        response: { 201: vendorSchema, ...problems(...WRITE_REFUSALS) },
      },
    },
    async (request, reply) => {
      const vendorId = randomUUID() as string as VendorId;
      const floatAccountId = randomUUID() as string as AccountId;
      const vendor = { vendorId, floatAccountId, name: request.body.name };
      const now = context.clock();
      await context.database.transaction((tx) => addVendor(tx, context.utility, vendor, now));
      const added = await findVendor(context, vendorId);
      if (added === null) throw new Error('a vendor that was just added is not there');
      return reply.code(201).send(vendorJson(added));
    },
  );
}

function depositRoute(app: App, context: ServerContext): void {
  app.put(
    '/v1/vendors/:id/deposits/:deposit_id',
    {
      config: { access: may('float.deposit') },
      schema: {
        operationId: 'depositFloat',
        summary: "Pay money into a vendor's float; the same id again changes nothing",
        tags: ['vendors'],
        security: SECURITY_USER,
        params: z.strictObject({ id: idField, deposit_id: idField }),
        body: newDepositSchema,
        response: {
          200: depositSchema,
          201: depositSchema,
          ...problems(
            ...WRITE_REFUSALS,
            'deposit_id_conflict',
            'vendor_not_found',
            'deposit_not_positive',
          ),
        },
      },
    },
    async (request, reply) => {
      const { deposit_minor, reference } = request.body;
      const deposit = {
        depositId: plainId<string>(request.params.deposit_id),
        vendorId: plainId<VendorId>(request.params.id),
        money: moneyOf(deposit_minor),
        reference,
        depositedBy: nameOf(principalOf(request)),
      };
      const answer = await depositFloat(
        context.database,
        context.utility,
        deposit,
        context.clock(),
      );
      if (answer.kind === 'refused') return sendProblem(reply, answer.refusal);
      const { float } = vendorJson(answer.vendor);
      return reply
        .code(answer.first ? 201 : 200)
        .send({ id: deposit.depositId, deposit_minor: String(deposit.money), reference, float });
    },
  );
}
