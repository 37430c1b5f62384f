/**
 * All there is about one item, at one look: its history, the vend with its tokens masked, the entry
 * of the ledger, and what might be its other side.
 */
import { type Database, loadStatement } from '@wattvend/database/database.js';
import { type Account, type AccountId, findAccountsById } from '@wattvend/ledger/account.js';
import { type FoundEntry, findEntry } from '@wattvend/ledger/entry.js';
import { type MinorUnits, minorUnits } from '@wattvend/quantities/money.js';
import { type Instant, instant, MILLISECONDS_PER_MINUTE } from '@wattvend/quantities/time.js';
import { derivedId } from '../utility/derived-id.ts';
import type { Utility } from '../utility/utility.ts';
import { findVend } from '../vend/find-vends.ts';
import type { VendId } from '../vend/vend.ts';
import {
  findItem,
  type ReconciliationItem,
  type ReconciliationItemId,
} from './reconciliation-item.ts';
import { listPaymentSources } from './stored-source.ts';

export interface ItemEvent {
  readonly actionId: string;
  readonly action: string;
  readonly classBefore: string;
  readonly classAfter: string;
  readonly details: Readonly<Record<string, string | null>>;
  readonly by: string;
  readonly at: Instant;
}

/** What the vend of an item is, without what would open the meter. */
export interface VendEvidence {
  readonly vendId: VendId;
  readonly state: 'reserved' | 'posted' | 'declined';
  readonly meterNumber: string;
  readonly tendered: MinorUnits;
  readonly requestedAt: Instant;
  /** All but the last four digits are hidden. */
  readonly maskedTokens: readonly string[];
}

/** Something on the other side that is alike. A vend without its token has no item to link. */
export interface Suggestion {
  readonly itemId: ReconciliationItemId | null;
  readonly kind: 'line' | 'vend' | 'deposit';
  readonly id: string;
  readonly reference: string | null;
  readonly meterNumber: string | null;
  readonly money: MinorUnits;
  readonly at: Instant;
  readonly hasToken: boolean;
}

export interface ItemEvidence {
  readonly item: ReconciliationItem;
  readonly events: readonly ItemEvent[];
  readonly vend: VendEvidence | null;
  readonly entry: FoundEntry | null;
  /** The accounts of the entry's postings. */
  readonly accounts: ReadonlyMap<AccountId, Account>;
  readonly suggestions: readonly Suggestion[];
}

const sql = (name: string): ReturnType<typeof loadStatement> =>
  loadStatement(new URL(`../../sql/reconciliation/${name}.sql`, import.meta.url));
const listEventsStatement = sql('list-events');
const suggestForLineStatement = sql('suggest-for-line');
const suggestForKnownStatement = sql('suggest-for-known');

const SUGGESTIONS_MAX = 10;

export async function readEvidence(
  database: Database,
  utility: Utility,
  itemId: ReconciliationItemId,
): Promise<ItemEvidence | null> {
  const { utilityId } = utility;
  const item = await findItem(database, utilityId, itemId);
  if (item === null) return null;
  const { known } = item;
  const entryId =
    known === null ? null : known.kind === 'vend' ? known.id : derivedId('deposit', known.id);
  const entry = entryId === null ? null : await findEntry(database, utilityId, entryId);
  const accountIds = entry?.postings.map(({ accountId }) => accountId) ?? [];
  return {
    item,
    events: await listEvents(database, utility, itemId),
    vend: known?.kind === 'vend' ? await vendEvidence(database, utility, known.id) : null,
    entry,
    accounts: await findAccountsById(database, utilityId, accountIds),
    suggestions: await suggest(database, utility, item),
  };
}

async function vendEvidence(
  database: Database,
  { utilityId }: Utility,
  id: string,
): Promise<VendEvidence | null> {
  const vend = await findVend(database, utilityId, id as VendId);
  if (vend === null) return null;
  return {
    vendId: vend.vendId,
    state: vend.state,
    meterNumber: vend.meter.meterNumber,
    tendered: vend.tendered,
    requestedAt: vend.requestedAt,
    maskedTokens: vend.tokens.map((token) => masked(token.digits)),
  };
}

const SHOWN_DIGITS = 4;

function masked(digits: string): string {
  return '*'.repeat(digits.length - SHOWN_DIGITS) + digits.slice(-SHOWN_DIGITS);
}

interface EventRow {
  readonly action_id: string;
  readonly action: string;
  readonly class_before: string;
  readonly class_after: string;
  readonly details: Readonly<Record<string, string | null>>;
  readonly done_by: string;
  readonly done_at_ms: bigint;
}

async function listEvents(
  database: Database,
  { utilityId }: Utility,
  itemId: ReconciliationItemId,
): Promise<readonly ItemEvent[]> {
  const { rows } = await database.query<EventRow>(listEventsStatement, [utilityId, itemId]);
  return rows.map((row) => ({
    actionId: row.action_id,
    action: row.action,
    classBefore: row.class_before,
    classAfter: row.class_after,
    details: row.details,
    by: row.done_by,
    at: instant(Number(row.done_at_ms)),
  }));
}

interface SuggestionRow {
  readonly item_id: ReconciliationItemId | null;
  readonly kind: Suggestion['kind'];
  readonly id: string;
  readonly reference: string | null;
  readonly meter_number: string | null;
  readonly money_minor: bigint;
  readonly at_ms: bigint;
  readonly has_token: boolean;
}

/** Same meter and money, or same reference, within the source's window: a person decides. */
async function suggest(
  database: Database,
  { utilityId }: Utility,
  item: ReconciliationItem,
): Promise<readonly Suggestion[]> {
  const isAlone = (item.line === null) !== (item.known === null);
  const [source] = await listPaymentSources(database, utilityId, item.sourceId);
  if (item.resolvedAt !== null || !isAlone || source === undefined) return [];
  const windowMs = source.matchWindow * MILLISECONDS_PER_MINUTE;
  const side = item.line ?? item.known;
  const references =
    item.line === null ? [item.known?.reference] : [item.line.externalId, item.line.reference];
  const values = [
    utilityId,
    item.sourceId,
    side?.meterNumber ?? null,
    item.money,
    item.occurredAt - windowMs,
    item.occurredAt + windowMs + (item.line?.bookedAt === null ? DAY_MS : 0),
    references.filter((each) => typeof each === 'string'),
    item.known?.id ?? null,
    SUGGESTIONS_MAX,
  ];
  const statement = item.line === null ? suggestForKnownStatement : suggestForLineStatement;
  const { rows } = await database.query<SuggestionRow>(statement, values);
  return rows.map((row) => ({
    itemId: row.item_id,
    kind: row.kind,
    id: row.id,
    reference: row.reference,
    meterNumber: row.meter_number,
    money: minorUnits(row.money_minor),
    at: instant(Number(row.at_ms)),
    hasToken: row.has_token,
  }));
}

const DAY_MS = 86_400_000;
