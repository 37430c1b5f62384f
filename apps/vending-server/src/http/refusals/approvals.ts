/** Orders that wait for a second person. In order. */
import { NO, row } from './refusal.ts';

export const APPROVALS_REFUSALS = {
  approval_not_found: row(
    404,
    NO,
    'Order not found',
    'There is no order with this id among those you may see.',
    'Somebody sees the kinds of orders they may ask for or decide; an auditor sees all.',
  ),
  own_order: row(
    403,
    NO,
    'Your own order',
    'Somebody else must decide about what you have ordered. You can only take it back.',
    'The two-person rule; it holds for every user, the founder and the demo too.',
  ),
  approval_decided: row(
    409,
    NO,
    'Decided already',
    'This order has been decided already.',
    'The same decision of the same person with the same reason is no conflict: it gets the same answer again.',
  ),
  approval_expired: row(
    409,
    NO,
    'Order expired',
    'Nobody decided about this order in time. It must be asked for again.',
    'Most orders wait for a week; `expires_at` says until when.',
  ),
  approval_id_conflict: row(
    409,
    NO,
    'Order id in use',
    'Another order has this id already. Make a new id for a new order.',
    'The same id with other content: another subject, summary, reason, document or person.',
  ),
} as const;
