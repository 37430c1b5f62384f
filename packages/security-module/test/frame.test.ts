/** Frames and the messages in them: nothing that arrives makes the reader throw. */
import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import { test } from 'vitest';
import { parseAnswer } from '../src/answers.ts';
import { authorise, canonicalIssueBatch, canonicalIssueRequest } from '../src/authorisation.ts';
import { type DecodedFrame, encodeFrame, FRAME_OCTETS_MAX, FrameDecoder } from '../src/frame.ts';
import { parseQuestion, questionJson } from '../src/messages.ts';
import { NOON, request, vendId } from './scratch-module.ts';

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

function goodQuestion(requests: number): Record<string, unknown> {
  const asked = Array.from({ length: requests }, (_, number) => request(number));
  const { privateKey } = generateKeyPairSync('ed25519');
  const authorisation = authorise({
    signingKey: privateKey,
    now: NOON,
    canonical: (span) =>
      canonicalIssueBatch({ ...span, canonicalRequests: asked.map(canonicalIssueRequest) }),
  });
  return { ...questionJson({ ask: 'issue', id: 7, authorisation, requests: asked }) };
}

test('a question is read as it was written, and the greatest one fits a frame twice', () => {
  const json = goodQuestion(256);
  assert(encodeFrame(json).length < FRAME_OCTETS_MAX / 2);
  const parsed = parseQuestion(JSON.parse(JSON.stringify(json)));
  assert(parsed.kind === 'question' && parsed.question.ask === 'issue');
  assert.deepEqual(parsed.question.requests[3], request(3));
  assert.deepEqual(questionJson(parsed.question), json);
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
  ['energy_tenth_kwh', '100'],
  ['energy_tenth_kwh', -1],
  ['energy_tenth_kwh', null],
];

test('a misshapen field is named and not repeated', () => {
  for (const [field, value] of MISSHAPEN) {
    const good = goodQuestion(2);
    const requests = good['requests'] as Record<string, unknown>[];
    const altered = { ...good, requests: [requests[0], { ...requests[1], [field]: value }] };
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
    { kind: 'issued', vend_id: vendId(1), token: '123', sequence: '1', receipt: '0'.repeat(64) },
  ];
  const parsed = parseAnswer({ id: 1, kind: 'issue', answers });
  assert.deepEqual(parsed, {
    kind: 'fault',
    detail: 'answer.answers[0].token must be the 20 digits of a token',
  });
});
