/**
 * What a person does with an item: links it by hand, explains it, passes it on as a wish to whoever
 * repairs sales, or opens it again. Each is an event of the item's history and happens once for an
 * action id.
 */
import { createHash } from 'node:crypto';
import {
  type Database,
  loadStatement,
  sqlState,
  type Transaction,
} from '@wattvend/database/database.js';
import type { UtilityId } from '@wattvend/ledger/account.js';
import type { MinorUnits } from '@wattvend/quantities/money.js';
import { minorUnits } from '@wattvend/quantities/money.js';
import type { Instant } from '@wattvend/quantities/time.js';
import type { AuditActor } from '../audit/audit-event.ts';
import { recordAudit } from '../audit/audit-trail.ts';
import {
  findItem,
  type ItemLine,
  type ReconciliationItem,
  type ReconciliationItemId,
} from './reconciliation-item.ts';

/** Why something that has no partner is right all the same. */
export const EXPLANATIONS = [
  'bank_charge',
  'own_transfer',
  'reversal',
  'other_income',
  'accepted_difference',
  'other',
] as const;
export type Explanation = (typeof EXPLANATIONS)[number];

export type ItemAction =
  | {
      readonly kind: 'link';
      readonly withItemId: ReconciliationItemId;
      readonly note: string | null;
    }
  | { readonly kind: 'explain'; readonly explanation: Explanation; readonly note: string | null }
  | {
      readonly kind: 'wish';
      readonly wish: 'refund' | 'vend';
      /** Of the case or the order that will fulfil it. */
      readonly reference: string;
      readonly note: string | null;
    }
  | { readonly kind: 'reopen'; readonly note: string };

export interface ItemOrder {
  readonly itemId: ReconciliationItemId;
  readonly actionId: string;
  readonly action: ItemAction;
  readonly by: string;
  readonly actor: AuditActor;
  readonly now: Instant;
}

/** In order: if several apply, the first listed is answered. */
export const ITEM_ACTION_REFUSALS = [
  'reconciliation_action_id_conflict',
  'reconciliation_item_not_found',
  'reconciliation_item_settled',
  'reconciliation_item_not_explained',
  'reconciliation_link_sides',
  'reconciliation_note_missing',
] as const;
export type ItemActionRefusal = (typeof ITEM_ACTION_REFUSALS)[number];

export type ItemAnswer =
  | { readonly kind: 'done'; readonly item: ReconciliationItem; readonly first: boolean }
  | { readonly kind: 'refused'; readonly refusal: ItemActionRefusal };

const sql = (name: string): ReturnType<typeof loadStatement> =>
  loadStatement(new URL(`../../sql/reconciliation/${name}.sql`, import.meta.url));
const findActionStatement = sql('find-action');
const lockItemsStatement = sql('lock-items');
const insertEventStatement = sql('insert-event');
const absorbItemStatement = sql('absorb-item');
const linkItemStatement = sql('link-item');
const settleItemStatement = sql('settle-item');
const wishItemStatement = sql('wish-item');

/** Does the action, once. A link of different money needs a note, and so does "other". */
export async function actOnItem(
  database: Database,
  utilityId: UtilityId,
  order: ItemOrder,
): Promise<ItemAnswer> {
  try {
    return await database.transaction((tx) => acted(tx, utilityId, order));
  } catch (error) {
    // Two requests of one id met: the one that lost reads what the other wrote.
    if (sqlState(error) !== '23505') throw error;
    return await database.transaction((tx) => acted(tx, utilityId, order));
  }
}

async function acted(tx: Transaction, utilityId: UtilityId, order: ItemOrder): Promise<ItemAnswer> {
  const { action, itemId } = order;
  const ids = action.kind === 'link' ? [itemId, action.withItemId] : [itemId];
  await tx.query(lockItemsStatement, [utilityId, ids]);
  const earlier = await earlierAnswer(tx, utilityId, order);
  if (earlier !== null) return earlier;
  const item = await findItem(tx, utilityId, itemId);
  if (item === null) return refused('reconciliation_item_not_found');
  switch (action.kind) {
    case 'link':
      return await linked(tx, utilityId, order, item, action);
    case 'explain':
      return await explained(tx, utilityId, order, item, action);
    case 'wish':
      return await wished(tx, utilityId, order, item, action);
    case 'reopen':
      return await reopened(tx, utilityId, order, item, action);
  }
}

function refused(refusal: ItemActionRefusal): ItemAnswer {
  return { kind: 'refused', refusal };
}

function hashOf({ itemId, action }: ItemOrder): Buffer {
  const content = JSON.stringify([itemId, Object.entries(action).sort(byName)]);
  return createHash('sha256').update(content).digest();
}

async function earlierAnswer(
  tx: Transaction,
  utilityId: UtilityId,
  order: ItemOrder,
): Promise<ItemAnswer | null> {
  const { rows } = await tx.query<{
    readonly item_id: ReconciliationItemId;
    readonly content_hash: Uint8Array;
  }>(findActionStatement, [utilityId, order.actionId]);
  const [row] = rows;
  if (row === undefined) return null;
  if (!hashOf(order).equals(row.content_hash)) return refused('reconciliation_action_id_conflict');
  return { kind: 'done', item: await survivor(tx, utilityId, row.item_id), first: false };
}

/** The item, or the one it became part of. */
async function survivor(
  tx: Transaction,
  utilityId: UtilityId,
  itemId: ReconciliationItemId,
): Promise<ReconciliationItem> {
  const item = await findItem(tx, utilityId, itemId);
  if (item === null) throw new Error('an item that was just there is gone');
  return item.absorbedInto === null ? item : await survivor(tx, utilityId, item.absorbedInto);
}

interface Told {
  readonly item: ReconciliationItem;
  readonly action: ItemAction['kind'] | 'absorbed';
  readonly classAfter: string;
  readonly details: Readonly<Record<string, string | null>>;
}

async function tell(
  tx: Transaction,
  utilityId: UtilityId,
  order: ItemOrder,
  { item, action, classAfter, details }: Told,
): Promise<void> {
  // Only the item that was addressed has the hash: it is how the action is found again.
  const hash = item.itemId === order.itemId ? hashOf(order) : null;
  await tx.query(insertEventStatement, [
    ...[utilityId, item.itemId, order.actionId, action, hash, item.class, classAfter],
    ...[JSON.stringify(details), order.by, order.now],
  ]);
  // Once for an action: the item it was asked of has the hash.
  if (hash !== null) await audit(tx, utilityId, order, classAfter);
}

async function audit(
  tx: Transaction,
  utilityId: UtilityId,
  { itemId, actionId, action, actor, now }: ItemOrder,
  classAfter: string,
): Promise<void> {
  const what = `reconciliation.${action.kind}`;
  const subject = { kind: 'reconciliation_item', id: itemId };
  const details = { action_id: actionId, class: classAfter };
  await recordAudit(tx, utilityId, { actor, what, subject, details }, now);
}

async function done(
  tx: Transaction,
  utilityId: UtilityId,
  itemId: ReconciliationItemId,
): Promise<ItemAnswer> {
  return { kind: 'done', item: await survivor(tx, utilityId, itemId), first: true };
}

async function linked(
  tx: Transaction,
  utilityId: UtilityId,
  order: ItemOrder,
  item: ReconciliationItem,
  action: Extract<ItemAction, { readonly kind: 'link' }>,
): Promise<ItemAnswer> {
  const other = await findItem(tx, utilityId, action.withItemId);
  if (other === null) return refused('reconciliation_item_not_found');
  if (item.resolvedAt !== null || other.resolvedAt !== null) {
    return refused('reconciliation_item_settled');
  }
  const [ofLine, ofKnown] = item.line === null ? [other, item] : [item, other];
  const { line } = ofLine;
  const { known } = ofKnown;
  const areSides =
    line !== null && ofLine.known === null && known !== null && ofKnown.line === null;
  if (!areSides || ofLine.sourceId !== ofKnown.sourceId)
    return refused('reconciliation_link_sides');
  const difference = differenceOf(line, known.money);
  if (difference !== 0n && action.note === null) return refused('reconciliation_note_missing');
  const absorbed = [utilityId, ofKnown.itemId, ofLine.itemId, order.now];
  await tx.query(absorbItemStatement, absorbed);
  const classAfter = difference === 0n ? 'matched' : 'differs';
  const firstSeenAt = Math.min(ofLine.firstSeenAt, ofKnown.firstSeenAt);
  const reason = difference === 0n ? 'hand' : line.gross === known.money ? 'fee' : 'money';
  await tx.query(linkItemStatement, [
    ...[utilityId, ofLine.itemId, classAfter, reason, known.kind, known.id, difference],
    ...[firstSeenAt, order.now, action.note],
  ]);
  const details = { with: ofKnown.itemId, note: action.note };
  await tell(tx, utilityId, order, { item: ofLine, action: 'link', classAfter, details });
  const into = { into: ofLine.itemId, note: action.note };
  await tell(tx, utilityId, order, {
    item: ofKnown,
    action: 'absorbed',
    classAfter,
    details: into,
  });
  return await done(tx, utilityId, ofLine.itemId);
}

function differenceOf(line: ItemLine, known: MinorUnits): MinorUnits {
  if (line.gross !== known) return minorUnits(line.gross - known);
  return minorUnits(line.feeExpected === null ? 0n : line.fee - line.feeExpected);
}

async function explained(
  tx: Transaction,
  utilityId: UtilityId,
  order: ItemOrder,
  item: ReconciliationItem,
  { explanation, note }: Extract<ItemAction, { readonly kind: 'explain' }>,
): Promise<ItemAnswer> {
  if (item.resolvedAt !== null) return refused('reconciliation_item_settled');
  if (explanation === 'other' && note === null) return refused('reconciliation_note_missing');
  await tx.query(settleItemStatement, [utilityId, item.itemId, explanation, order.now, note]);
  const details = { explanation, note };
  await tell(tx, utilityId, order, { item, action: 'explain', classAfter: item.class, details });
  return await done(tx, utilityId, item.itemId);
}

/** The wish is written down and nothing else: the item stays open until it was fulfilled. */
async function wished(
  tx: Transaction,
  utilityId: UtilityId,
  order: ItemOrder,
  item: ReconciliationItem,
  { wish, reference, note }: Extract<ItemAction, { readonly kind: 'wish' }>,
): Promise<ItemAnswer> {
  if (item.resolvedAt !== null) return refused('reconciliation_item_settled');
  await tx.query(wishItemStatement, [utilityId, item.itemId, wish, reference, note]);
  const details = { wish, reference, note };
  await tell(tx, utilityId, order, { item, action: 'wish', classAfter: item.class, details });
  return await done(tx, utilityId, item.itemId);
}

async function reopened(
  tx: Transaction,
  utilityId: UtilityId,
  order: ItemOrder,
  item: ReconciliationItem,
  { note }: Extract<ItemAction, { readonly kind: 'reopen' }>,
): Promise<ItemAnswer> {
  if (!EXPLANATIONS.some((explanation) => explanation === item.resolution)) {
    return refused('reconciliation_item_not_explained');
  }
  await tx.query(settleItemStatement, [utilityId, item.itemId, null, null, note]);
  const details = { explanation: item.resolution, note };
  await tell(tx, utilityId, order, { item, action: 'reopen', classAfter: item.class, details });
  return await done(tx, utilityId, item.itemId);
}

function byName([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}
