/** /v1/vendors: who sells, on which float, and whether they may. */
import { randomUUID } from 'node:crypto';
import type { AccountId } from '@wattvend/ledger/account.js';
import { resumeVendor, suspendVendor } from '@wattvend/vending/suspension.js';
import type { VendorId } from '@wattvend/vending/vend.js';
import {
  findVendor,
  listVendors,
  openVendor,
  setVendorSettings,
} from '@wattvend/vending/vendors.js';
import { z } from 'zod';
import { authorOf, may, nameOf, principalOf, visibleVendor } from './access.ts';
import type { App, ServerContext } from './context.ts';
import { vendorJson } from './json.ts';
import { SECURITY_STAFF, SECURITY_USER } from './openapi.ts';
import { plainId } from './parse.ts';
import { sendProblem } from './problem.ts';
import { idField } from './schemas/fields.ts';
import { problems, READ_REFUSALS, WRITE_REFUSALS } from './schemas/problem.ts';
import {
  newSuspensionSchema,
  newVendorSchema,
  newVendorSettingsSchema,
  vendorSchema,
  vendorsSchema,
} from './schemas/vendor.ts';

export function vendorRoutes(app: App, context: ServerContext): void {
  listRoutes(app, context);
  addRoute(app, context);
  settingsRoute(app, context);
  suspensionRoutes(app, context);
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
      const vendor = await findVendor(context.database, context.utility.utilityId, vendorId);
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
      const { name } = request.body;
      const vendor = { vendorId, floatAccountId, name, author: authorOf(request) };
      await openVendor(context.database, context.utility, vendor, context.clock());
      const added = await findVendor(context.database, context.utility.utilityId, vendorId);
      if (added === null) throw new Error('a vendor that was just added is not there');
      return reply.code(201).send(vendorJson(added));
    },
  );
}

function settingsRoute(app: App, context: ServerContext): void {
  app.put(
    '/v1/vendors/:id/settings',
    {
      config: { access: may('vendor.write') },
      schema: {
        operationId: 'setVendorSettings',
        summary: 'Say how a vendor works; the same again changes nothing',
        tags: ['vendors'],
        security: SECURITY_USER,
        params: z.strictObject({ id: idField }),
        body: newVendorSettingsSchema,
        response: { 200: vendorSchema, ...problems(...WRITE_REFUSALS, 'vendor_not_found') },
      },
    },
    async (request, reply) => {
      const { shift_required: shiftRequired, till_owner: tillOwner } = request.body;
      const change = {
        vendorId: plainId<VendorId>(request.params.id),
        settings: { shiftRequired, tillOwner },
        author: authorOf(request),
      };
      const { database, utility, clock } = context;
      const answer = await setVendorSettings(database, utility.utilityId, change, clock());
      if (answer.kind === 'refused') return sendProblem(reply, answer.refusal);
      return vendorJson(answer.vendor);
    },
  );
}

function suspensionRoutes(app: App, context: ServerContext): void {
  const { database, utility, clock } = context;
  app.put(
    '/v1/vendors/:id/suspension',
    {
      config: { access: may('vendor.write') },
      schema: {
        operationId: 'suspendVendor',
        summary: 'Stop a vendor from selling, at once',
        tags: ['vendors'],
        security: SECURITY_USER,
        params: z.strictObject({ id: idField }),
        body: newSuspensionSchema,
        response: { 200: vendorSchema, ...problems(...WRITE_REFUSALS, 'vendor_not_found') },
      },
    },
    async (request, reply) => {
      const order = {
        vendorId: plainId<VendorId>(request.params.id),
        note: request.body.note,
        by: nameOf(principalOf(request)),
        author: authorOf(request),
      };
      const answer = await suspendVendor(database, utility.utilityId, order, clock());
      if (answer.kind === 'refused') return sendProblem(reply, answer.refusal);
      return vendorJson(answer.vendor);
    },
  );
  app.delete(
    '/v1/vendors/:id/suspension',
    {
      config: { access: may('vendor.write') },
      schema: {
        operationId: 'resumeVendor',
        summary: 'Let a vendor sell again; one that may already is no refusal',
        tags: ['vendors'],
        security: SECURITY_USER,
        params: z.strictObject({ id: idField }),
        response: {
          200: vendorSchema,
          ...problems(...WRITE_REFUSALS, 'vendor_not_found', 'float_not_covered'),
        },
      },
    },
    async (request, reply) => {
      const vendorId = plainId<VendorId>(request.params.id);
      const order = { vendorId, author: authorOf(request) };
      const answer = await resumeVendor(database, utility.utilityId, order, clock());
      if (answer.kind === 'refused') return sendProblem(reply, answer.refusal);
      return vendorJson(answer.vendor);
    },
  );
}
