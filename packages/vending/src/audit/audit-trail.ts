/**
 * The audit trail of a utility: who did what, when and from where. An event is written in the
 * transaction of the deed, so there is no deed without its event and no event without its deed.
 */
import type { Transaction } from '@wattvend/database/database.js';
import { loadStatement } from '@wattvend/database/database.js';
import type { UtilityId } from '@wattvend/ledger/account.js';
import type { Instant } from '@wattvend/quantities/time.js';
import { instant } from '@wattvend/quantities/time.js';
import type { AuditActor, AuditDetails, AuditEvent, AuditFact } from './audit-event.ts';
import { auditHash, firstAuditHash } from './audit-event.ts';
import type { AuditFault, AuditHead } from './verify-audit-chain.ts';
import { walkAuditChain } from './verify-audit-chain.ts';

const openHeadStatement = loadStatement(
  new URL('../../sql/audit/open-audit-head.sql', import.meta.url),
);
const lockHeadStatement = loadStatement(
  new URL('../../sql/audit/lock-audit-head.sql', import.meta.url),
);
const readHeadStatement = loadStatement(
  new URL('../../sql/audit/read-audit-head.sql', import.meta.url),
);
const insertEventStatement = loadStatement(
  new URL('../../sql/audit/insert-audit-event.sql', import.meta.url),
);
const listEventsStatement = loadStatement(
  new URL('../../sql/audit/list-audit-events.sql', import.meta.url),
);
const readChainStatement = loadStatement(
  new URL('../../sql/audit/read-audit-chain.sql', import.meta.url),
);

interface HeadRow {
  readonly sequence: bigint;
  readonly hash: Buffer;
}

interface EventRow {
  readonly sequence: bigint;
  readonly happened_at_ms: bigint;
  readonly actor_kind: AuditActor['kind'];
  readonly actor_id: string | null;
  readonly actor_name: string | null;
  readonly address: string | null;
  readonly what: string;
  readonly subject_kind: string | null;
  readonly subject_id: string | null;
  readonly details: string;
  readonly previous_hash: Buffer;
  readonly hash: Buffer;
}

/**
 * Adds one event. Call it last in a transaction: until that ends, the trail of this utility waits.
 * Events are rare beside vends, which have records of their own and do not come here.
 */
export async function recordAudit(
  tx: Pick<Transaction, 'query'>,
  utilityId: UtilityId,
  fact: AuditFact,
  now: Instant,
): Promise<void> {
  const last = await lockHead(tx, utilityId);
  const { actor, what, subject, details } = fact;
  const event = { ...fact, sequence: last.sequence + 1, at: now, previousHash: last.hash };
  const { rowCount } = await tx.query(insertEventStatement, [
    utilityId,
    event.sequence,
    now,
    actor.kind,
    actor.id,
    actor.address,
    what,
    subject?.kind ?? null,
    subject?.id ?? null,
    JSON.stringify(details),
    last.hash,
    auditHash(utilityId, event),
  ]);
  if (rowCount !== 1) throw new Error('an audit event found another end of its trail');
}

async function lockHead(tx: Pick<Transaction, 'query'>, utilityId: UtilityId): Promise<AuditHead> {
  const locked = await tx.query<HeadRow>(lockHeadStatement, [utilityId]);
  if (locked.rows[0] !== undefined) return headOfRow(locked.rows[0]);
  await tx.query(openHeadStatement, [utilityId, firstAuditHash(utilityId)]);
  const { rows } = await tx.query<HeadRow>(lockHeadStatement, [utilityId]);
  if (rows[0] === undefined) throw new Error('an audit trail that was just begun is not there');
  return headOfRow(rows[0]);
}

function headOfRow(row: HeadRow): AuditHead {
  return { sequence: Number(row.sequence), hash: row.hash };
}

/** The end of the trail. Written down elsewhere it proves later that nothing was cut off since. */
export async function readAuditHead(
  tx: Pick<Transaction, 'query'>,
  utilityId: UtilityId,
): Promise<AuditHead> {
  const { rows } = await tx.query<HeadRow>(readHeadStatement, [utilityId]);
  const [row] = rows;
  return row === undefined ? { sequence: 0, hash: firstAuditHash(utilityId) } : headOfRow(row);
}

export interface ListedAuditEvent {
  readonly event: AuditEvent;
  /** The actor's name as it is now; null for nobody and for the server. */
  readonly actorName: string | null;
}

export interface AuditPage {
  readonly before: number;
  /** The beginning of `what`, such as `user.`; null for all. */
  readonly what: string | null;
  readonly actorId: string | null;
  readonly subjectKind: string | null;
  readonly subjectId: string | null;
  readonly from: Instant | null;
  readonly to: Instant | null;
  readonly limit: number;
}

/** Events, newest first. */
export async function listAuditEvents(
  tx: Pick<Transaction, 'query'>,
  utilityId: UtilityId,
  page: AuditPage,
): Promise<readonly ListedAuditEvent[]> {
  const { rows } = await tx.query<EventRow>(listEventsStatement, [
    utilityId,
    page.before,
    page.what,
    page.actorId,
    page.subjectKind,
    page.subjectId,
    page.from,
    page.to,
    page.limit,
  ]);
  return rows.map((row) => ({ event: eventOfRow(row), actorName: row.actor_name }));
}

/** A page of events in their order, for checking and for export. */
export async function readAuditChain(
  tx: Pick<Transaction, 'query'>,
  utilityId: UtilityId,
  page: { readonly after: number; readonly limit: number },
): Promise<readonly AuditEvent[]> {
  const { rows } = await tx.query<EventRow>(readChainStatement, [
    utilityId,
    page.after,
    page.limit,
  ]);
  return rows.map(eventOfRow);
}

const CHECKED_AT_ONCE = 5000;

/** Goes through the whole trail as it is stored. */
export async function checkAuditTrail(
  tx: Pick<Transaction, 'query'>,
  utilityId: UtilityId,
): Promise<{ readonly head: AuditHead; readonly fault: AuditFault | null }> {
  // The end is read first: what is added meanwhile is left for the next time.
  const head = await readAuditHead(tx, utilityId);
  const walk = walkAuditChain(utilityId);
  for (let after = 0; ; after += CHECKED_AT_ONCE) {
    const events = await readAuditChain(tx, utilityId, { after, limit: CHECKED_AT_ONCE });
    const upToHead = events.filter((event) => event.sequence <= head.sequence);
    const fault = walk.take(upToHead);
    if (fault !== null) return { head, fault };
    if (upToHead.length < CHECKED_AT_ONCE) return { head, fault: walk.end(head) };
  }
}

function eventOfRow(row: EventRow): AuditEvent {
  return {
    sequence: Number(row.sequence),
    at: instant(Number(row.happened_at_ms)),
    actor: actorOfRow(row),
    what: row.what,
    subject:
      row.subject_kind === null || row.subject_id === null
        ? null
        : { kind: row.subject_kind, id: row.subject_id },
    details: JSON.parse(row.details) as AuditDetails,
    previousHash: row.previous_hash,
    hash: row.hash,
  };
}

/** A row whose kind and id do not fit together was tampered with; its hash will tell. */
function actorOfRow({ actor_kind: kind, actor_id: id, address }: EventRow): AuditActor {
  if (kind === 'server' || kind === 'nobody') return { kind, id: null, address };
  return { kind, id: id ?? '', address };
}
