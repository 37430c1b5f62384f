/** The audit trail (A1): whoever edits, removes, adds or reorders one event is found out. */
import { type Statement, sqlState } from '@wattvend/database/database.js';
import { type Instant, instant } from '@wattvend/quantities/time.js';
import {
  type AuditEvent,
  type AuditFact,
  auditHash,
  firstAuditHash,
} from '@wattvend/vending/audit-event.js';
import {
  checkAuditTrail,
  listAuditEvents,
  readAuditChain,
  readAuditHead,
  recordAudit,
} from '@wattvend/vending/audit-trail.js';
import { verifyAuditChain } from '@wattvend/vending/verify-audit-chain.js';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addPeople, personOf } from './staff-people.ts';
import { createUtilityFixture, UTILITY, type UtilityFixture } from './utility-fixture.ts';

const T0 = instant(Date.UTC(2030, 0, 1));
const statement = (text: string): Statement => ({ name: '', text });

const fact: AuditFact = {
  actor: { kind: 'user', id: personOf('security_officer'), address: '192.0.2.1' },
  what: 'user.added',
  subject: { kind: 'user', id: 'u1' },
  details: { zebra: 1, apple: 'ü "quoted" \\', list: ['b', 'a'], none: null, yes: true },
};

const facts = fc.record({
  actor: fc.oneof(
    fc.record({
      kind: fc.constantFrom('user' as const, 'machine' as const),
      id: fc.uuid(),
      address: fc.option(fc.ipV4()),
    }),
    fc.record({
      kind: fc.constantFrom('server' as const, 'nobody' as const),
      id: fc.constant(null),
      address: fc.option(fc.ipV6()),
    }),
  ),
  what: fc.constantFrom('user.added', 'user.disabled', 'session.opened'),
  subject: fc.option(fc.record({ kind: fc.constantFrom('user', 'approval'), id: fc.uuid() })),
  details: fc.dictionary(fc.string({ minLength: 1, maxLength: 5 }), fc.integer(), { maxKeys: 4 }),
});

function chainOf(written: readonly AuditFact[]): readonly AuditEvent[] {
  const events: AuditEvent[] = [];
  for (const [index, each] of written.entries()) {
    const previousHash = events.at(-1)?.hash ?? firstAuditHash(UTILITY);
    const at: Instant = instant(T0 + index);
    const event = { ...each, sequence: index + 1, at, previousHash };
    events.push({ ...event, hash: auditHash(UTILITY, event) });
  }
  return events;
}

function headOf(events: readonly AuditEvent[]) {
  const last = events.at(-1);
  return { sequence: last?.sequence ?? 0, hash: last?.hash ?? firstAuditHash(UTILITY) };
}

/** What a clever intruder does: edits one event and makes its own hash fit. */
function rehashed(event: AuditEvent, change: Partial<AuditEvent>): AuditEvent {
  const changed = { ...event, ...change };
  return { ...changed, hash: auditHash(UTILITY, changed) };
}

type Tampering = (events: readonly AuditEvent[], at: number, other: AuditFact) => AuditEvent[];

const with_ = (events: readonly AuditEvent[], at: number, event: AuditEvent): AuditEvent[] =>
  events.map((each, index) => (index === at ? event : each));

function eventAt(events: readonly AuditEvent[], at: number): AuditEvent {
  const event = events[at];
  if (event === undefined) throw new RangeError(`no event ${at}`);
  return event;
}

const TAMPERINGS: Readonly<Record<string, Tampering>> = {
  'who edits what happened': (events, at) => {
    const event = eventAt(events, at);
    return with_(events, at, { ...event, what: `${event.what}x` });
  },
  'who edits when': (events, at) => {
    const event = eventAt(events, at);
    return with_(events, at, { ...event, at: instant(event.at + 1) });
  },
  'who edits the details': (events, at) => {
    const event = eventAt(events, at);
    return with_(events, at, { ...event, details: { ...event.details, added: 'x' } });
  },
  'who edits the address': (events, at) => {
    const event = eventAt(events, at);
    const actor = { ...event.actor, address: `${event.actor.address ?? ''}1` };
    return with_(events, at, { ...event, actor });
  },
  'who edits the subject': (events, at) => {
    const event = eventAt(events, at);
    const subject = { kind: 'user', id: `${event.subject?.id ?? ''}1` };
    return with_(events, at, { ...event, subject });
  },
  'who edits one event and its hash': (events, at) =>
    with_(events, at, rehashed(eventAt(events, at), { what: 'user.edited' })),
  'who removes one': (events, at) => events.filter((_, index) => index !== at),
  'who removes one and closes the gap': (events, at) =>
    events
      .filter((_, index) => index !== at)
      .map((event, index) => rehashed(event, { sequence: index + 1 })),
  'who swaps two neighbours': (events, at) => {
    const next = (at + 1) % events.length;
    const [one, other] = [eventAt(events, at), eventAt(events, next)];
    return with_(with_(events, at, other), next, one);
  },
  'who says one twice': (events, at) => [...events.slice(0, at + 1), ...events.slice(at)],
  'who adds one': (events, at, other) => {
    const { hash: previousHash } = eventAt(events, at);
    const added = { ...other, sequence: at + 2, at: T0, previousHash };
    const made = { ...added, hash: auditHash(UTILITY, added) };
    return [...events.slice(0, at + 1), made, ...events.slice(at + 1)];
  },
  'who adds one at the end': (events, _, other) => {
    const { sequence, hash: previousHash } = eventAt(events, events.length - 1);
    const added = { ...other, sequence: sequence + 1, at: T0, previousHash };
    return [...events, { ...added, hash: auditHash(UTILITY, added) }];
  },
  'who cuts off the end': (events, at) => events.slice(0, at),
};

describe('a chain', () => {
  test('holds as it was written, whatever was written', () => {
    fc.assert(
      fc.property(fc.array(facts, { maxLength: 12 }), (written) => {
        const events = chainOf(written);
        expect(verifyAuditChain(UTILITY, events, headOf(events))).toBeNull();
      }),
      { numRuns: 300 },
    );
  });

  test.each(Object.entries(TAMPERINGS))('betrays %s', (_, tamper) => {
    const RUNS = Math.ceil(10_000 / Object.keys(TAMPERINGS).length);
    fc.assert(
      fc.property(
        fc.array(facts, { minLength: 2, maxLength: 8 }),
        fc.nat(),
        facts,
        (written, chosen, other) => {
          const events = chainOf(written);
          const tampered = tamper(events, chosen % events.length, other);
          expect(verifyAuditChain(UTILITY, tampered, headOf(events))).not.toBeNull();
        },
      ),
      { numRuns: RUNS },
    );
  });

  test('made anew from some event on is betrayed by the end that was written down', () => {
    const events = chainOf([fact, fact, fact]);
    const forged = chainOf([fact, { ...fact, what: 'user.nothing' }, fact]);
    expect(verifyAuditChain(UTILITY, forged, headOf(forged))).toBeNull();
    expect(verifyAuditChain(UTILITY, forged, headOf(events))?.kind).toBe('wrong-head');
  });
});

test('the form of a hash is the one of the first version', () => {
  // SHA-256 of the text, computed by `sha256sum` from the description in audit-event.ts.
  const event = {
    actor: { kind: 'nobody', id: null, address: null },
    what: 'a.b',
    subject: null,
    details: { b: 1, a: 'x' },
    sequence: 1,
    at: instant(0),
    previousHash: new Uint8Array(32),
  } as const;
  expect(Buffer.from(auditHash(UTILITY, event)).toString('hex')).toBe(
    '3891a1f376196db41cd4068265a602b4b44cbe701605eae2b94bfbd2ae9ecd7a',
  );
});

describe('in the database', () => {
  let fixture: UtilityFixture;
  beforeAll(async () => {
    fixture = await createUtilityFixture();
    await addPeople(fixture.scratch.database);
  });
  afterAll(() => fixture.close());

  const add = (each: AuditFact) =>
    fixture.scratch.database.transaction((tx) => recordAudit(tx, UTILITY, each, T0));

  test('what comes in at once stands one behind the other, and holds together', async () => {
    await Promise.all(
      Array.from({ length: 20 }, (_, index) => add({ ...fact, details: { index } })),
    );
    await add(fact);
    const { database } = fixture.scratch;
    const events = await readAuditChain(database, UTILITY, { after: 0, limit: 100 });
    expect(events.map((event) => event.sequence)).toEqual(
      Array.from({ length: 21 }, (_, index) => index + 1),
    );
    expect(events.at(-1)).toMatchObject({ ...fact, at: T0 });
    const head = await readAuditHead(database, UTILITY);
    expect(verifyAuditChain(UTILITY, events, head)).toBeNull();
    expect(await checkAuditTrail(database, UTILITY)).toEqual({ head, fault: null });
  });

  test('an event belongs to its deed: what is not kept leaves none', async () => {
    const { database } = fixture.scratch;
    const before = await readAuditHead(database, UTILITY);
    const undone = database.transaction(async (tx) => {
      await recordAudit(tx, UTILITY, fact, T0);
      throw new Error('not kept');
    });
    await expect(undone).rejects.toThrow('not kept');
    expect(await readAuditHead(database, UTILITY)).toEqual(before);
  });

  test.each([
    ['edited', `update audit_event set what = 'x.y' where sequence = 2`],
    ['removed', 'delete from audit_event where sequence = 2'],
    ['emptied', 'truncate audit_event'],
    ['cut loose from its end', 'delete from audit_head'],
  ])('is refused when it is %s', async (_, text) => {
    const refused = fixture.scratch.database.query(statement(text)).catch(sqlState);
    expect(await refused).toBe('WVV02');
  });

  test('is found tampered with when somebody takes the lock off', async () => {
    const { database } = fixture.scratch;
    const tamper = (text: string) =>
      database.transaction(async (tx) => {
        await tx.query(statement('alter table audit_event disable trigger user'));
        await tx.query(statement(text));
        await tx.query(statement('alter table audit_event enable trigger user'));
      });
    await tamper(`update audit_event set details = '{"index":99}' where sequence = 7`);
    expect((await checkAuditTrail(database, UTILITY)).fault).toEqual({
      kind: 'edited',
      sequence: 7,
    });
    await tamper('delete from audit_event where sequence = 3');
    const { fault } = await checkAuditTrail(database, UTILITY);
    expect(fault).toEqual({ kind: 'out-of-sequence', sequence: 3 });
  });

  test('is listed newest first, and found by who, what and on whom', async () => {
    const { database } = fixture.scratch;
    const other = { ...fact, what: 'session.opened', subject: { kind: 'user', id: 'u2' } };
    await add({ ...other, actor: { kind: 'nobody', id: null, address: null } });
    const all = {
      before: Number.MAX_SAFE_INTEGER,
      what: null,
      actorId: null,
      from: null,
      to: null,
    };
    const page = { ...all, subjectKind: null, subjectId: null, limit: 3 };
    const list = async (more: object) =>
      (await listAuditEvents(database, UTILITY, { ...page, ...more })).map(
        ({ event }) => event.sequence,
      );
    expect(await list({})).toEqual([22, 21, 20]);
    expect(await list({ before: 20 })).toEqual([19, 18, 17]);
    expect(await list({ what: 'session.' })).toEqual([22]);
    expect(await list({ subjectKind: 'user', subjectId: 'u2' })).toEqual([22]);
    expect(await list({ actorId: personOf('security_officer') })).toEqual([21, 20, 19]);
    expect(await list({ actorId: personOf('auditor') })).toEqual([]);
    expect(await list({ to: T0 })).toEqual([]);
    expect(await list({ from: instant(T0 + 1) })).toEqual([]);
  });
});
