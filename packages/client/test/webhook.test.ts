/** A receiver's side of a webhook: only what the secret has signed, whole and in time, is read. */
import { createHmac } from 'node:crypto';
import { readWebhook } from '@wattvend/client/webhook.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const KEY = Buffer.from('a test secret, thirty-two octets');
const SECRET = `whsec_${KEY.toString('base64')}`;
const BODY = '{"type":"vend.posted","timestamp":"2026-01-31T08:15:00.000Z","data":{"vend_id":"x"}}';
const SENT_S = 1_769_847_300;

function signature(
  body: string,
  seconds = String(SENT_S),
  id = 'vend.posted_1',
  key = KEY,
): string {
  const mac = createHmac('sha256', key).update(`${id}.${seconds}.${body}`).digest('base64');
  return `v1,${mac}`;
}

interface Changed {
  readonly now?: number;
  readonly body?: string;
  readonly 'webhook-id'?: string;
  readonly 'webhook-timestamp'?: string;
  readonly 'webhook-signature'?: string;
}

function read(more: Changed = {}) {
  const { now = SENT_S * 1000, body = BODY, ...changed } = more;
  const headers = new Headers();
  const given = {
    'webhook-id': 'vend.posted_1',
    'webhook-timestamp': String(SENT_S),
    'webhook-signature': signature(BODY),
    ...changed,
  };
  for (const [name, value] of Object.entries(given)) if (value !== '') headers.set(name, value);
  return readWebhook({ secret: SECRET, headers, body, now });
}

test('a signed message is read', async () => {
  expect(await read()).toEqual({
    kind: 'message',
    messageId: 'vend.posted_1',
    event: JSON.parse(BODY),
  });
});

test('any of several signatures will do, beside schemes of other versions', async () => {
  const old = signature(BODY, undefined, undefined, Buffer.from('another secret'));
  const several = `v1a,AAAA ${old} ${signature(BODY)}`;
  expect((await read({ 'webhook-signature': several })).kind).toBe('message');
  expect(await read({ 'webhook-signature': `v1a,AAAA ${old}` })).toMatchObject({
    fault: 'signature-wrong',
  });
});

describe('refused:', () => {
  const late = String(SENT_S - 301);
  const cases: readonly (readonly [string, Changed, string])[] = [
    ['without an id', { 'webhook-id': '' }, 'headers-missing'],
    ['without a time', { 'webhook-timestamp': '' }, 'headers-missing'],
    ['without a signature', { 'webhook-signature': '' }, 'headers-missing'],
    [
      'too old, though signed',
      { 'webhook-timestamp': late, 'webhook-signature': signature(BODY, late) },
      'too-old-or-new',
    ],
    ['a receiver five minutes behind', { now: (SENT_S - 301) * 1000 }, 'too-old-or-new'],
    ['a time that is none', { 'webhook-timestamp': '1e9' }, 'too-old-or-new'],
    ['another id', { 'webhook-id': 'vend.posted_2' }, 'signature-wrong'],
    ['a signature that is none', { 'webhook-signature': 'v1,%%%' }, 'signature-wrong'],
    ['an empty signature', { 'webhook-signature': 'v1,' }, 'signature-wrong'],
    [
      'a body that is no event, though signed',
      { body: 'null', 'webhook-signature': signature('null') },
      'body-unreadable',
    ],
  ];
  test.each(cases)('%s', async (_, more, fault) => {
    expect(await read(more)).toEqual({ kind: 'fault', fault });
  });

  test('any other body', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(BODY.length - 1),
        fc.string({ minLength: 1, maxLength: 1 }),
        async (at, by) => {
          fc.pre(BODY[at] !== by);
          const body = BODY.slice(0, at) + by + BODY.slice(at + 1);
          expect(await read({ body })).toEqual({ kind: 'fault', fault: 'signature-wrong' });
        },
      ),
    );
  });
});

test('what is no secret is a mistake of the caller', async () => {
  for (const secret of ['', 'whsec_', 'whsec_%']) {
    const headers = new Headers({
      'webhook-id': 'a',
      'webhook-timestamp': String(SENT_S),
      'webhook-signature': 'v1,AAAA',
    });
    const reading = readWebhook({ secret, headers, body: BODY, now: SENT_S * 1000 });
    await expect(reading).rejects.toThrow('no webhook secret');
  }
});
