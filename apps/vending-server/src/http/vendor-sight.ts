/** Whose vendor somebody may look at: those who only sell see their own. */
import type { VendorId } from '@wattvend/vending/vend.js';
import { findVendor, type Vendor } from '@wattvend/vending/vendors.js';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { principalOf, visibleVendor } from './access.ts';
import type { ServerContext } from './context.ts';
import { plainId } from './parse.ts';
import { sendProblem } from './problem.ts';

/** The vendor a path names when the principal may look at it; else null, and the refusal is sent. */
export function vendorInSight(
  request: FastifyRequest,
  reply: FastifyReply,
  id: string,
): VendorId | null {
  const vendorId = plainId<VendorId>(id);
  const visible = visibleVendor(principalOf(request));
  if (visible === null || visible === vendorId) return vendorId;
  void sendProblem(reply, 'not_allowed');
  return null;
}

/** The same, and there must be such a vendor. */
export async function foundVendor(
  context: ServerContext,
  request: FastifyRequest,
  reply: FastifyReply,
  id: string,
): Promise<Vendor | null> {
  const vendorId = vendorInSight(request, reply, id);
  if (vendorId === null) return null;
  const vendor = await findVendor(context.database, context.utility.utilityId, vendorId);
  if (vendor === null) void sendProblem(reply, 'vendor_not_found');
  return vendor;
}
