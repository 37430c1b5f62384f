/** Frames and the messages in them: nothing that arrives makes the reader throw. */
import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { hundredThousandths } from '@wattvend/quantities/money.js';
import fc from 'fast-check';
import { test } from 'vitest';
import { parseAnswer } from '../src/answers.ts';
import { authorise, canonicalIssueBatch } from '../src/authorisation.ts';
import { canonicalIssueRequest } from '../src/canonical-request.ts';
import { type DecodedFrame, encodeFrame, FRAME_OCTETS_MAX, FrameDecoder } from '../src/frame.ts';
import { parseQuestion, questionJson } from '../src/messages.ts';
import type { IssueRequest } from '../src/security-module.ts';
import { EVERY_CONTENT, NOON, ORDERED, request, vendId } from './scratch-module.ts';

function decodeIn(pieces: readonly Buffer[]): readonly DecodedFrame[] {
  const decoder = new FrameDecoder();
  return pieces.flatMap((piece) => [...decoder.push(piece)]);
}

test('messages survive being cut into any pieces', () => {
  const message = fc.record({ text: fc.string(), number: fc.integer() }, { noNullPrototype: true });
  const messages = fc.array(message, { maxLength: 5 });
  fc.assert(
    fc.property(messages, fc.array(fc.nat(40)), (sent, cuts) => {
      let rest = Buffer.concat(sent.map(encodeFrame));
      const pieces: Buffer[] = [];
      for (const cut of cuts) {
        pieces.push(rest.subarray(0, cut));
        rest = rest.subarray(cut);
      }
      pieces.push(rest);
      assert.deepEqual(
        decodeIn(pieces),
        sent.map((message) => ({ kind: 'message', message })),
      );
    }),
    { numRuns: 200 },
  );
});

test('an empty, too long or unreadable frame is a fault after which nothing is read', () => {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(FRAME_OCTETS_MAX + 1);
  const cases = [
    [Buffer.alloc(4), 'frame_empty'],
    [length, 'frame_too_long'],
    [Buffer.from([255, 255, 255, 255]), 'frame_too_long'],
    [Buffer.from([0, 0, 0, 1, 0x7b]), 'frame_not_json'],
    [Buffer.from([0, 0, 0, 2, 0xc3, 0x28]), 'frame_not_json'],
  ] as const;
  for (const [octets, fault] of cases) {
    const decoder = new FrameDecoder();
    assert.deepEqual(decoder.push(octets), [{ kind: 'fault', fault }]);
    assert.deepEqual(decoder.push(encodeFrame({})), []);
  }
});

test('no octets make the decoder throw', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 40 })), (chunks) => {
      decodeIn(chunks.map((chunk) => Buffer.from(chunk)));
    }),
  );
});

test('no JSON makes the readers of messages throw', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (json) => {
      parseQuestion(json);
      parseAnswer(json);
    }),
  );
});

function goodQuestion(
  requests: number,
  change: Partial<IssueRequest> = {},
): Record<string, unknown> {
  const asked = Array.from({ length: requests }, (_, number) => request(number, change));
  const { privateKey } = generateKeyPairSync('ed25519');
  const authorisation = authorise({
    signingKey: privateKey,
    now: NOON,
    canonical: (span) =>
      canonicalIssueBatch({ ...span, canonicalRequests: asked.map(canonicalIssueRequest) }),
  });
  return { ...questionJson({ ask: 'issue', id: 7, authorisation, requests: asked }) };
}

test('a question of every content is read as it was written', () => {
  for (const change of EVERY_CONTENT) {
    const json = goodQuestion(4, change);
    const parsed = parseQuestion(JSON.parse(JSON.stringify(json)));
    assert(parsed.kind === 'question' && parsed.question.ask === 'issue');
    assert.deepEqual(parsed.question.requests[3], request(3, change));
    assert.deepEqual(questionJson(parsed.question), json);
  }
});

test('the greatest question fits a frame', () => {
  const content = { kind: 'credit-currency', service: 'electricity' } as const;
  const change: Partial<IssueRequest> = {
    position: 15,
    keyEpoch: 2 ** 32 - 1,
    content: { ...content, money: hundredThousandths(-(10n ** 39n)) },
    ...ORDERED,
  };
  const octets = encodeFrame(goodQuestion(256, change)).length;
  assert(octets > 140_000 && octets < 0.7 * FRAME_OCTETS_MAX, String(octets));
});

/** What is changed in a good request, and the field that is named in the fault. */
const MISSHAPEN: readonly (readonly [field: string, value: unknown])[] = [
  ['vend_id', 'no-uuid'],
  ['vend_id', 17],
  ['meter_pan', '600727000000000000'],
  ['meter_pan', ' 600727000000000009'],
  ['key_epoch', -1],
  ['key_epoch', 2 ** 32],
  ['supply_group_code', '99990'],
  ['tariff_index', 1],
  ['key_revision_number', 0],
  ['key_revision_number', 10],
  ['key_type', 4],
  ['base_date', 2013],
  ['dkga', '03'],
  ['encryption_algorithm', '09'],
  ['token_identifier', 2 ** 24],
  ['token_identifier', 1.5],
  ['position', 16],
  ['position', -1],
  ['position', '0'],
  ['basis', 'gift'],
  ['content', null],
  ['content.kind', 'set-tariff-rate'],
  ['content.service', 'heat'],
  ['content.amount_tenth_kwh', '100'],
  ['content.amount_tenth_kwh', -1],
  ['content.amount_tenth_kwh', 1.5],
  ['content.amount_tenth_kwh', null],
];

/** Contents and orders that are wrong as a whole, with the fault they get. */
const MISSHAPEN_WHOLE: readonly (readonly [fields: object, fault: string])[] = [
  [{ content: { kind: 'credit', service: 'gas', amount_tenth_kwh: 1 } }, 'content.amount_tenth_m3'],
  [{ content: { kind: 'clear-tamper-condition', register: 1 } }, 'content has an unknown field'],
  [
    { content: { kind: 'credit-currency', service: 'gas', money_hundred_thousandths: '-0' } },
    'content.money_hundred_thousandths',
  ],
  [
    { content: { kind: 'credit-currency', service: 'gas', money_hundred_thousandths: 5 } },
    'content.money_hundred_thousandths',
  ],
  [{ order: null }, ' has an unknown field'],
  [{ basis: 'order' }, 'order must be an object'],
  [{ basis: 'order', order: { order_id: vendId(1) } }, 'order.requested_by'],
  [
    {
      basis: 'order',
      order: { order_id: vendId(1), requested_by: vendId(2), approved_by: 'the boss' },
    },
    'order.approved_by',
  ],
  [
    {
      basis: 'order',
      order: { order_id: vendId(1), requested_by: vendId(2), approved_by: vendId(3), reason: '' },
    },
    'order has an unknown field',
  ],
];

test('a content or an order that is wrong as a whole is a fault', () => {
  for (const [fields, fault] of MISSHAPEN_WHOLE) {
    const good = goodQuestion(1);
    const requests = good['requests'] as Record<string, unknown>[];
    const parsed = parseQuestion({ ...good, requests: [{ ...requests[0], ...fields }] });
    assert.equal(parsed.kind, 'fault', fault);
    assert(parsed.detail.startsWith('message.requests[0]') && parsed.detail.includes(fault));
  }
});

test('a misshapen field is named and not repeated', () => {
  for (const [field, value] of MISSHAPEN) {
    const good = goodQuestion(2);
    const requests = good['requests'] as Record<string, unknown>[];
    const [outer = '', inner] = field.split('.');
    const within = requests[1]?.[outer] as object;
    const changed = inner === undefined ? value : { ...within, [inner]: value };
    const altered = { ...good, requests: [requests[0], { ...requests[1], [outer]: changed }] };
    const parsed = parseQuestion(altered);
    assert.equal(parsed.kind, 'fault');
    assert.equal(parsed.id, 7);
    assert(parsed.detail.startsWith(`message.requests[1].${field} must be`), parsed.detail);
  }
});

test('missing and unknown fields, no requests and too many are faults', () => {
  const good = goodQuestion(1);
  const requests = good['requests'] as unknown[];
  const { signature: _, ...unsigned } = good;
  const many = Array.from({ length: 257 }, () => requests[0]);
  for (const altered of [
    unsigned,
    { ...good, more: 1 },
    { ...good, requests: [] },
    { ...good, requests: many },
    { ...good, requests: {} },
    { ...good, signature: `${good['signature']}00` },
    { ...good, ask: 'export' },
  ]) {
    const parsed = parseQuestion(altered);
    assert(parsed.kind === 'fault' && parsed.id === 7);
  }
  const nameless = parseQuestion({ ...good, id: 'x' });
  assert(nameless.kind === 'fault' && nameless.id === null);
});

test('an answer whose digits are not twenty is not believed', () => {
  const answers = [
    {
      ...{ kind: 'issued', vend_id: vendId(1), position: 0, token: '123', sequence: '1' },
      receipt: '0'.repeat(64),
    },
  ];
  const parsed = parseAnswer({ id: 1, kind: 'issue', answers });
  assert.deepEqual(parsed, {
    kind: 'fault',
    detail: 'answer.answers[0].token must be the 20 digits of a token',
  });
});
