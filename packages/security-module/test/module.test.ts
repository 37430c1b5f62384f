/** The machine: refusals, repetition, conflicts, and what the tokens hold. In one process. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { instant } from '@wattvend/quantities/time.js';
import { tenthCubicMetres } from '@wattvend/quantities/volume.js';
import { keyRevisionNumber, supplyGroupCode } from '@wattvend/sts/supply-group.js';
import { decryptToken, encryptToken } from '@wattvend/sts/token.js';
import { tokenCipher } from '@wattvend/sts/token-cipher.js';
import { tokenIdentifier } from '@wattvend/sts/token-identifier.js';
import { TRANSFER_AMOUNT_MAX } from '@wattvend/sts/transfer-amount.js';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  type Authorisation,
  authorise,
  canonicalIssueBatch,
  canonicalVerification,
} from '../src/authorisation.ts';
import { canonicalIssueRequest } from '../src/canonical-request.ts';
import { isReportSigned } from '../src/report.ts';
import {
  BATCH_REFUSALS,
  ISSUE_REFUSALS,
  type IssueAnswer,
  type IssueRefusal,
  type IssueRequest,
  type TokenContent,
  type VerifyAnswer,
  type VerifyRequest,
} from '../src/security-module.ts';
import {
  decoderKeyOf,
  electricity,
  INVENTED_VENDING_KEYS,
  makeScratchModule,
  minuteAt,
  NOON,
  type OpenedMachine,
  ORDER,
  ORDERED,
  openMachine,
  request,
  type ScratchModule,
  UNDER_DKGA02,
  vendId,
} from './scratch-module.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

let scratch: ScratchModule;
let module: OpenedMachine;

beforeEach(async () => {
  scratch = await makeScratchModule();
  module = await openMachine(scratch);
});

afterEach(async () => {
  await module.close();
  scratch.remove();
});

async function only(asked: IssueRequest): Promise<IssueAnswer> {
  const [answer, ...others] = await module.answers([asked]);
  assert.equal(others.length, 0);
  assert(answer);
  return answer;
}

async function issuedOnly(asked: IssueRequest): Promise<IssueAnswer & { kind: 'issued' }> {
  const answer = await only(asked);
  assert.equal(answer.kind, 'issued');
  return answer;
}

/** A line breaks one rule less than the line above it, so the table proves the order too. */
const KEY = {
  unknown: { supplyGroupCode: supplyGroupCode('123456'), keyType: 1 },
  default: { keyType: 1 },
  expired: { keyRevisionNumber: keyRevisionNumber(2) },
  good: {},
} as const;
const GROUNDS = {
  tariff: { basis: 'tariff' },
  sale: { basis: 'sale' },
  noOrder: { basis: 'order', order: null },
  onePerson: {
    basis: 'order',
    // Upper and lower case are the same person.
    order: { ...ORDER, approvedBy: ORDER.requestedBy.toUpperCase() },
  },
  order: ORDERED,
} as const;
const NO_REGISTER = { kind: 'clear-credit', register: 8 } as const;
const EXPIRED_MINUTE = 102 * 65536;
// 00:01 of the day in UTC, where it is ten o’clock then.
const RESERVED_MINUTE = minuteAt(NOON) - 599;
const NOW = minuteAt(NOON);
const REFUSALS: readonly (readonly [
  grounds: keyof typeof GROUNDS,
  key: keyof typeof KEY,
  minute: number,
  content: TokenContent,
  vend: number,
  expected: IssueRefusal | 'issued',
])[] = [
  ['tariff', 'unknown', EXPIRED_MINUTE, NO_REGISTER, 1, 'content_not_allowed'],
  ['sale', 'unknown', EXPIRED_MINUTE, NO_REGISTER, 1, 'order_missing'],
  ['noOrder', 'unknown', EXPIRED_MINUTE, electricity(0), 1, 'order_missing'],
  ['onePerson', 'unknown', EXPIRED_MINUTE, electricity(0), 1, 'order_one_person'],
  ['order', 'unknown', EXPIRED_MINUTE, electricity(0), 1, 'vending_key_unknown'],
  ['order', 'default', EXPIRED_MINUTE, electricity(0), 1, 'key_type_not_for_content'],
  ['order', 'expired', EXPIRED_MINUTE, electricity(0), 1, 'vending_key_expired'],
  ['order', 'good', EXPIRED_MINUTE, electricity(0), 1, 'token_identifier_off_clock'],
  ['order', 'good', RESERVED_MINUTE, electricity(0), 1, 'token_identifier_reserved'],
  ['order', 'good', NOW, electricity(0), 1, 'content_out_of_range'],
  ['order', 'good', NOW, electricity(TRANSFER_AMOUNT_MAX + 1), 1, 'content_out_of_range'],
  ['order', 'good', NOW, NO_REGISTER, 1, 'content_out_of_range'],
  ['order', 'good', NOW, electricity(5001), 1, 'vend_id_conflict'],
  ['order', 'good', NOW, electricity(5001), 2, 'free_credit_above_cap'],
  ['order', 'good', NOW, electricity(5000), 2, 'issued'],
];

test('the first refusal that applies is answered, nothing is counted, and a clean request is issued', async () => {
  await issuedOnly(request(1));
  for (const [grounds, key, minute, content, vend, expected] of REFUSALS) {
    const answer = await only(
      request(vend, {
        ...KEY[key],
        ...GROUNDS[grounds],
        tokenIdentifier: tokenIdentifier(minute),
        content,
      }),
    );
    assert.equal(answer.kind === 'refused' ? answer.refusal : answer.kind, expected);
    if (expected !== 'issued') assert.equal(module.journal.head.sequence, 1);
  }
  assert.equal(module.journal.head.sequence, 2);
  const inTable = REFUSALS.map(([, , , , , refusal]) => refusal);
  assert.deepEqual([...new Set(inTable)], [...ISSUE_REFUSALS, 'issued']);
});

test('a key that makes no keys for the encryption algorithm is as good as unknown', async () => {
  const answer = await only(request(1, { ...UNDER_DKGA02, encryptionAlgorithm: '11' }));
  assert.deepEqual(answer, {
    kind: 'refused',
    vendId: vendId(1),
    position: 0,
    refusal: 'vending_key_unknown',
  });
});

test('a vending key serves through the whole of its last block of minutes', async () => {
  const block = { keyRevisionNumber: keyRevisionNumber(2) };
  const last = 102 * 65536 - 1;
  module.setClock(instant(Date.UTC(2014, 0, 1) + last * MINUTE));
  const good = await only(request(1, { ...block, tokenIdentifier: tokenIdentifier(last) }));
  const late = await only(request(2, { ...block, tokenIdentifier: tokenIdentifier(last + 1) }));
  assert.equal(good.kind, 'issued');
  assert.equal(late.kind === 'refused' && late.refusal, 'vending_key_expired');
});

test('the clock window is 65 minutes ahead and seven days behind, both included', async () => {
  const minute = minuteAt(NOON);
  const cases = [
    [minute + 65, 'issued'],
    [minute + 66, 'refused'],
    [minute - 7 * 1440, 'issued'],
    [minute - 7 * 1440 - 1, 'refused'],
  ] as const;
  for (const [position, [identifier, expected]] of cases.entries()) {
    const asked = request(position, { tokenIdentifier: tokenIdentifier(identifier) });
    assert.equal((await only(asked)).kind, expected, `minute ${identifier - minute}`);
  }
});

test('the same request has the same answer and is counted once, at once or years later', async () => {
  const first = await issuedOnly(request(1));
  assert.deepEqual(await only(request(1)), first);
  module.setClock(instant(NOON + 1900 * DAY));
  assert.deepEqual(await only(request(1)), first);
  module.setClock(instant(NOON - 1900 * DAY));
  assert.deepEqual(await only(request(1)), first);
  assert.equal(module.journal.head.sequence, 1);
});

test('the same request is answered the same after a restart', async () => {
  const requests = [1, 2, 3].map((number) => request(number));
  const before = await module.answers(requests);
  await module.close();
  module = await openMachine(scratch);
  assert.deepEqual(await module.answers(requests), before);
  assert.equal(module.journal.head.sequence, 3);
});

test('a vend id in upper case is the same vend', async () => {
  const id = 'abcdefab-cdef-4bcd-8fab-cdefabcdefab';
  const lower = await issuedOnly(request(1, { vendId: id }));
  const upper = await issuedOnly(request(1, { vendId: id.toUpperCase() }));
  assert.deepEqual({ ...upper, vendId: id }, lower);
});

test('twice in one batch and twice at the same time are one issue', async () => {
  const [first, again] = await module.answers([request(1), request(1)]);
  assert.deepEqual(again, first);
  const many = await Promise.all([2, 2, 2, 2].map((number) => module.answers([request(number)])));
  for (const answers of many) assert.deepEqual(answers, many[0]);
  assert.equal(module.journal.head.sequence, 2);
});

test('another request under the same vend id is a conflict, also in the same batch', async () => {
  const other = request(1, { content: electricity(101) });
  const [first, conflict] = await module.answers([request(1), other]);
  assert.equal(first?.kind, 'issued');
  assert.equal(conflict?.kind === 'refused' && conflict.refusal, 'vend_id_conflict');
  assert.deepEqual(await only(request(1)), first);
});

/** One altered field is enough to make it another request. */
const CHANGES: readonly Partial<IssueRequest>[] = [
  { meterPan: request(2).meterPan },
  { keyEpoch: 2 },
  { ...UNDER_DKGA02 },
  { tariffIndex: '02' as IssueRequest['tariffIndex'] },
  { encryptionAlgorithm: '07' },
  { tokenIdentifier: tokenIdentifier(minuteAt(NOON) + 1) },
  { content: electricity(99) },
  { content: { kind: 'credit', service: 'gas', amount: tenthCubicMetres(100) } },
  { basis: 'tariff' },
  { ...ORDERED },
];

test('each field of a request is part of what it is', async () => {
  await issuedOnly(request(1));
  for (const change of CHANGES) {
    const answer = await only(request(1, change));
    assert.equal(answer.kind === 'refused' && answer.refusal, 'vend_id_conflict');
  }
});

test('a token opens under a key derived elsewhere, with its minute and its energy', async () => {
  const kinds = [
    {},
    { ...UNDER_DKGA02 },
    { encryptionAlgorithm: '07' },
  ] satisfies readonly Partial<IssueRequest>[];
  for (const [position, kind] of kinds.entries()) {
    const asked = request(position, { ...kind, content: electricity(16_384) });
    const answer = await issuedOnly(asked);
    const cipher = tokenCipher(asked.encryptionAlgorithm, decoderKeyOf(asked));
    const opened = decryptToken(answer.token, cipher);
    assert(opened.kind === 'token' && opened.token.name === 'electricity');
    assert.equal(opened.token.tokenIdentifier, asked.tokenIdentifier);
    assert.equal(opened.token.energy, 16_384);
  }
});

test('equal purchases look different: all sixteen random values occur, none too often', async () => {
  const asked = Array.from({ length: 256 }, (_, number) =>
    request(1, { vendId: vendId(number), meterPan: request(1).meterPan }),
  );
  const cipher = tokenCipher('11', decoderKeyOf(request(1)));
  const counts = new Map<number, number>();
  for (const answer of await module.answers(asked)) {
    assert.equal(answer.kind, 'issued');
    const opened = decryptToken(answer.token, cipher);
    assert(opened.kind === 'token' && opened.token.name === 'electricity');
    counts.set(opened.token.random, (counts.get(opened.token.random) ?? 0) + 1);
  }
  // 16 expected of each; the chance that any value is missing or above 45 is below one in 10^5.
  assert.equal(counts.size, 16);
  for (const count of counts.values()) assert(count <= 45);
});

test('however requests are grouped and ordered, each vend has the same digits', async () => {
  const all = Array.from({ length: 12 }, (_, number) =>
    request(number, number % 3 === 0 ? UNDER_DKGA02 : {}),
  );
  const digits = new Map<string, string>();
  const plans = fc.array(fc.subarray(all, { minLength: 1 }), { minLength: 1, maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(plans, fc.boolean(), async (batches, atOnce) => {
      const outcomes: (readonly IssueAnswer[])[] = [];
      if (atOnce) outcomes.push(...(await Promise.all(batches.map(module.answers))));
      else for (const batch of batches) outcomes.push(await module.answers(batch.toReversed()));
      for (const answer of outcomes.flat()) {
        assert.equal(answer.kind, 'issued');
        const seen = digits.get(answer.vendId) ?? answer.token;
        assert.equal(answer.token, seen);
        digits.set(answer.vendId, seen);
      }
      assert.equal(module.journal.head.sequence, digits.size);
    }),
    { numRuns: 40 },
  );
});

test('sequences have no gap, and each receipt follows from the journal as documented', async () => {
  const answers = await module.answers([5, 6, 7].map((number) => request(number)));
  const journal = readFileSync(scratch.journalPath);
  let chain = createHash('sha256').update(journal.subarray(0, 96)).digest();
  for (const [position, answer] of answers.entries()) {
    assert.equal(answer.kind, 'issued');
    const record = journal.subarray(96 * (position + 1), 96 * (position + 2));
    chain = createHash('sha256').update(chain).update(record.subarray(0, 64)).digest();
    assert.equal(answer.sequence, BigInt(position + 1));
    assert.equal(answer.receipt, chain.toString('hex'));
    assert.equal(record.readUInt32BE(6), position + 1);
    assert.equal(record.subarray(16, 32).toString('hex'), answer.vendId.replaceAll('-', ''));
  }
});

function signed(
  requests: readonly IssueRequest[],
  o: { issuedAt: number; span?: number; key?: 'other' },
): { requests: readonly IssueRequest[]; authorisation: Authorisation } {
  const times = {
    issuedAt: instant(o.issuedAt),
    expiresAt: instant(o.issuedAt + (o.span ?? 60_000)),
  };
  const canonicalRequests = requests.map(canonicalIssueRequest);
  const { signature } = authorise({
    signingKey: scratch.signingKey,
    now: NOON,
    canonical: () => canonicalIssueBatch({ ...times, canonicalRequests }),
  });
  return { requests, authorisation: { ...times, signature } };
}

test('the times of a batch are judged by the clock of the module', async () => {
  const cases = [
    [{ issuedAt: NOON, span: 60_000 }, 'answer'],
    [{ issuedAt: NOON + 60_000, span: 60_000 }, 'answer'],
    [{ issuedAt: NOON - 59_999, span: 60_000 }, 'answer'],
    [{ issuedAt: NOON - 60_000, span: 60_000 }, 'authorisation_expired'],
    [{ issuedAt: NOON - DAY, span: 60_000 }, 'authorisation_expired'],
    [{ issuedAt: NOON + 60_001, span: 60_000 }, 'authorisation_invalid'],
    [{ issuedAt: NOON, span: 60_001 }, 'authorisation_invalid'],
    [{ issuedAt: NOON, span: 0 }, 'authorisation_invalid'],
    [{ issuedAt: NOON, span: -1 }, 'authorisation_invalid'],
  ] as const;
  for (const [position, [times, expected]] of cases.entries()) {
    const outcome = await module.machine.issue(signed([request(position)], times));
    assert.equal(outcome.kind === 'refused' ? outcome.code : outcome.kind, expected);
  }
  assert.equal(module.journal.head.sequence, 3);
});

test('a batch that was taken from the wire is worth nothing after its minute', async () => {
  const batch = signed([request(1)], { issuedAt: NOON });
  assert.equal((await module.machine.issue(batch)).kind, 'answer');
  assert.equal((await module.machine.issue(batch)).kind, 'answer');
  module.setClock(instant(NOON + 60_000));
  const late = await module.machine.issue(batch);
  assert.equal(late.kind === 'refused' && late.code, 'authorisation_expired');
  assert.equal(module.journal.head.sequence, 1);
});

test('a signature covers every request, their order, their number and the times', async () => {
  const good = signed([request(1), request(2)], { issuedAt: NOON });
  const { authorisation } = good;
  const forgeries = [
    { requests: [request(2), request(1)], authorisation },
    { requests: [request(1)], authorisation },
    { requests: [request(1), request(2), request(3)], authorisation },
    { requests: [request(1), request(2, { content: electricity(101) })], authorisation },
    {
      ...good,
      authorisation: { ...authorisation, expiresAt: instant(authorisation.expiresAt - 1) },
    },
    { ...good, authorisation: { ...authorisation, issuedAt: instant(NOON + 1) } },
    { ...good, authorisation: { ...authorisation, signature: new Uint8Array(64) } },
  ];
  for (const forgery of forgeries) {
    const outcome = await module.machine.issue(forgery);
    assert.equal(outcome.kind === 'refused' && outcome.code, 'authorisation_invalid');
  }
  assert.equal(module.journal.head.sequence, 0);
  assert(BATCH_REFUSALS.includes('authorisation_invalid'));
});

test('a signature to look into a token does not issue one', async () => {
  const { token } = await issuedOnly(request(1));
  const looked = { ...request(1), token };
  const authorisation = authorise({
    signingKey: scratch.signingKey,
    now: NOON,
    canonical: (span) => canonicalVerification({ ...span, request: looked }),
  });
  const outcome = await module.machine.issue({ requests: [request(1)], authorisation });
  assert.equal(outcome.kind === 'refused' && outcome.code, 'authorisation_invalid');
  const opened = module.machine.verify({ request: looked, authorisation });
  assert.equal(opened.kind, 'answer');
  assert.equal(opened.answer.kind, 'token');
  assert.equal(opened.answer.token.energy, 100);
});

/** What the module says of a token, asked with a good authorisation. */
function verified(looked: VerifyRequest): VerifyAnswer {
  const authorisation = authorise({
    signingKey: scratch.signingKey,
    now: NOON,
    canonical: (span) => canonicalVerification({ ...span, request: looked }),
  });
  const outcome = module.machine.verify({ request: looked, authorisation });
  assert.equal(outcome.kind, 'answer');
  return outcome.answer;
}

test('a token of another meter has a wrong checksum, an unknown key is refused', async () => {
  const { token } = await issuedOnly(request(1));
  const look = (change: Partial<IssueRequest>) => verified({ ...request(2, change), token });
  assert.deepEqual(look({}), { kind: 'fault', fault: 'crc', tokenClass: 0 });
  assert.deepEqual(look(KEY.unknown), { kind: 'refused', refusal: 'vending_key_unknown' });
});

test('of a token that is no electricity credit nothing is told but its class and subclass', async () => {
  const asked = request(1);
  const cipher = tokenCipher(asked.encryptionAlgorithm, decoderKeyOf(asked));
  const section = {
    tokenClass: 2,
    subclass: 4,
    name: 'set2ndSectionDecoderKey',
    keyExpiryNumberLowOrder: 15,
    tariffIndex: 1,
    newKeyLowOrder: 0x1234_5678,
  } as const;
  assert.deepEqual(verified({ ...asked, token: encryptToken(section, cipher) }), {
    kind: 'fault',
    fault: 'other-token',
    tokenClass: 2,
    subclass: 4,
  });
});

test('the report is signed, counts what is durable and shows no more of a key than its check value', async () => {
  const empty = module.machine.report();
  assert.equal(empty.issued, 0n);
  const answer = await issuedOnly(request(1));
  const report = module.machine.report();
  assert.equal(report.issued, 1n);
  assert.equal(report.receipt, answer.receipt);
  assert.equal(report.keys.length, INVENTED_VENDING_KEYS.length);
  for (const key of report.keys) expect(key.keyCheckValue).toMatch(/^[0-9a-f]{6}$/);
  const header = JSON.parse(readFileSync(scratch.sealedPath, 'utf8'));
  const identityKey = Buffer.from(header.identity_key, 'hex');
  assert(isReportSigned(report, identityKey));
  assert(!isReportSigned({ ...report, issued: 2n }, identityKey));
  const issuedByKind = { ...report.issuedByKind, credit: 0n, 'clear-credit': 1n };
  assert(!isReportSigned({ ...report, issuedByKind }, identityKey));
  const issuedByBasis = { ...report.issuedByBasis, sale: 0n, tariff: 1n };
  assert(!isReportSigned({ ...report, issuedByBasis }, identityKey));
  assert(!isReportSigned({ ...report, receipt: empty.receipt }, identityKey));
});
