/** Webhooks against a real database: told once it happened, again until it is taken, and in turn. */
import { createHmac, createSecretKey } from 'node:crypto';
import { minorUnits } from '@wattvend/quantities/money.js';
import { type Instant, instant } from '@wattvend/quantities/time.js';
import { depositFloat } from '@wattvend/vending/deposits.js';
import type { UserId } from '@wattvend/vending/users.js';
import { createVendDesk } from '@wattvend/vending/vend-desk.js';
import { listDeliveries, replayDeliveries } from '@wattvend/vending/webhook-deliveries.js';
import {
  createWebhookDesk,
  RETRY_PAUSES_MS,
  ROTATION_MS,
  type SendAnswer,
  type WebhookMessage,
} from '@wattvend/vending/webhook-desk.js';
import {
  signatureHeaders,
  type WebhookId,
  webhookSecret,
  webhookSecretText,
} from '@wattvend/vending/webhook-secret.js';
import { putWebhook, rotateWebhookSecret, stopWebhook } from '@wattvend/vending/webhooks.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  createUtilityFixture,
  meterAt,
  newVendId,
  OTHER_VENDOR,
  UTILITY,
  type UtilityFixture,
  VENDOR,
  vendRequest,
} from './utility-fixture.ts';

const KEY = createSecretKey(Buffer.alloc(32, 7));
const ALL_BEFORE = {
  occurredAt: instant(Number.MAX_SAFE_INTEGER),
  subjectId: 'f'.repeat(32),
};

let fixture: UtilityFixture;
let now: Instant;
beforeAll(async () => {
  fixture = await createUtilityFixture();
  now = fixture.now;
});
afterAll(() => fixture.close());

const AUTHOR = { userId: 'fa000000-0000-4000-8000-000000000001' as UserId, address: null };
const by = () => ({ author: AUTHOR, now });

let ids = 0;
async function begin(more: { vendorId?: typeof VENDOR | null; kinds?: readonly 'vend.posted'[] }) {
  ids += 1;
  const webhookId = `aa000000-0000-4000-8000-${String(ids).padStart(12, '0')}` as WebhookId;
  const order = {
    webhookId,
    url: `https://receiver.example/${ids}`,
    description: 'a test',
    kinds: ['vend.posted', 'vend.declined', 'deposit.posted'] as const,
    vendorId: null,
    createdBy: 'test',
    ...more,
  };
  const answer = await putWebhook(fixture.scratch.database, UTILITY, order, by(), async () => true);
  if (answer.kind === 'refused') throw new Error(answer.refusal);
  return webhookId;
}

/** A desk whose receiver answers as told and keeps what it was sent. */
function deskWith(answer: (message: WebhookMessage) => SendAnswer) {
  const sent: WebhookMessage[] = [];
  const desk = createWebhookDesk({
    database: fixture.scratch.database,
    utilityId: UTILITY,
    clock: () => now,
    secretKey: KEY,
    send: async (message) => {
      sent.push(message);
      return answer(message);
    },
  });
  return { desk, sent };
}

const OK = (): SendAnswer => ({ kind: 'answered', status: 204 });

async function sell(more: Parameters<typeof vendRequest>[0] = {}) {
  const { scratch, module, utility } = fixture;
  const desk = createVendDesk({
    database: scratch.database,
    module,
    book: utility.book,
    clock: () => now,
  });
  const request = vendRequest({ meterNumber: meterAt(ids), ...more });
  const answer = await desk.vend(request);
  if (answer.kind === 'refused') throw new Error(answer.refusal.code);
  return answer.vend;
}

function deliveriesOf(webhookId: WebhookId) {
  const page = { webhookId, state: null, before: ALL_BEFORE, limit: 50 };
  return listDeliveries(fixture.scratch.database, UTILITY, page);
}

describe('a message', () => {
  test('is signed as Standard Webhooks says', () => {
    const secret = Buffer.from('a secret of thirty-two octets !!');
    const body = '{"type":"vend.posted"}';
    const headers = signatureHeaders([secret], {
      messageId: 'vend.posted_1',
      sentAt: instant(1_700_000_000_999),
      body,
    });
    // The scheme, written down a second time: id, seconds and body, joined by full stops.
    const signed = createHmac('sha256', secret).update(`vend.posted_1.1700000000.${body}`);
    expect(headers).toEqual({
      'webhook-id': 'vend.posted_1',
      'webhook-timestamp': '1700000000',
      'webhook-signature': `v1,${signed.digest('base64')}`,
    });
    expect(webhookSecretText(secret)).toBe(`whsec_${secret.toString('base64')}`);
  });

  test('tells of a sale, and has neither digits, nor name, nor address', async () => {
    const webhookId = await begin({});
    const vend = await sell();
    const { desk, sent } = deskWith(OK);
    expect(await desk.deliverDue()).toBe(1);
    const [message] = sent;
    expect(JSON.parse(message?.body ?? '')).toEqual({
      type: 'vend.posted',
      timestamp: new Date(now).toISOString(),
      data: {
        vend_id: vend.vendId,
        meter_number: vend.meter.meterNumber,
        vendor_id: VENDOR,
        tendered_minor: '5000',
        energy_tenth_kwh: 174,
        declined_reason: null,
      },
    });
    expect(message?.body).not.toContain(vend.tokens[0]?.digits);
    expect(message?.headers['webhook-id']).toBe(`vend.posted_${vend.vendId}`);
    expect(await deliveriesOf(webhookId)).toMatchObject([
      { state: 'delivered', attempts: 1, lastStatus: 204, deliveredAt: now },
    ]);
    expect(await desk.deliverDue()).toBe(0);
    await stopWebhook(fixture.scratch.database, UTILITY, webhookId, by());
  });

  test('goes to those who asked for its kind and its vendor only', async () => {
    const mine = await begin({ vendorId: VENDOR, kinds: ['vend.posted'] });
    const others = await begin({ vendorId: OTHER_VENDOR });
    const all = await begin({});
    await sell();
    const { scratch, utility } = fixture;
    const deposit = {
      depositId: newVendId(),
      vendorId: VENDOR,
      money: minorUnits(5n),
      reference: 'a deposit to be told of',
      depositedBy: 'test',
    };
    await depositFloat(scratch.database, utility, deposit, now);
    const { desk, sent } = deskWith(OK);
    await desk.deliverDue();
    expect((await deliveriesOf(mine)).map((each) => each.kind)).toEqual(['vend.posted']);
    expect(await deliveriesOf(others)).toEqual([]);
    expect((await deliveriesOf(all)).map((each) => each.kind).sort()).toEqual([
      'deposit.posted',
      'vend.posted',
    ]);
    expect(sent).toHaveLength(3);
    for (const id of [mine, others, all]) await stopWebhook(scratch.database, UTILITY, id, by());
  });

  test('a vend asked for again is told of once', async () => {
    const webhookId = await begin({});
    const vendId = newVendId();
    await sell({ vendId });
    await sell({ vendId });
    expect(await deliveriesOf(webhookId)).toHaveLength(1);
    await stopWebhook(fixture.scratch.database, UTILITY, webhookId, by());
  });
});

describe('a receiver that does not take it', () => {
  test('is asked again with growing pauses, and given up after the last', async () => {
    const webhookId = await begin({});
    await sell();
    const { desk, sent } = deskWith(() => ({ kind: 'answered', status: 500 }));
    let wrong = 0;
    for (const pause of RETRY_PAUSES_MS) {
      expect(await desk.deliverDue()).toBe(1);
      now = instant(now + pause - 1);
      wrong += await desk.deliverDue();
      now = instant(now + 1);
    }
    expect(wrong).toBe(0);
    expect(await desk.deliverDue()).toBe(1);
    now = instant(now + 1_000_000_000);
    expect(await desk.deliverDue()).toBe(0);
    expect(sent).toHaveLength(RETRY_PAUSES_MS.length + 1);
    expect(new Set(sent.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    expect(await deliveriesOf(webhookId)).toMatchObject([
      { state: 'failed', lastStatus: 500, lastFault: 'the receiver answered 500' },
    ]);

    const span = { webhookId, from: instant(0), to: now };
    const { database } = fixture.scratch;
    expect(await replayDeliveries(database, UTILITY, { ...span, onlyFailed: true }, now)).toBe(1);
    const good = deskWith(OK);
    expect(await good.desk.deliverDue()).toBe(1);
    expect(await replayDeliveries(database, UTILITY, { ...span, onlyFailed: true }, now)).toBe(0);
    expect(await replayDeliveries(database, UTILITY, { ...span, onlyFailed: false }, now)).toBe(1);
    expect(await good.desk.deliverDue()).toBe(1);
    await stopWebhook(database, UTILITY, webhookId, by());
    fixture.now = now;
  });

  test('for ever (410) is not asked again; one that hangs keeps others waiting no longer than itself', async () => {
    const gone = await begin({});
    await sell();
    const { desk } = deskWith(() => ({ kind: 'answered', status: 410 }));
    await desk.deliverDue();
    expect(await deliveriesOf(gone)).toMatchObject([{ state: 'failed', lastStatus: 410 }]);
    const { database } = fixture.scratch;
    await stopWebhook(database, UTILITY, gone, by());

    const hanging = await begin({});
    for (let n = 0; n < 20; n += 1) await sell({ meterNumber: meterAt(n) });
    const lively = await begin({});
    await sell();
    const { desk: busy, sent } = deskWith(({ url }) =>
      url.endsWith(`/${Number(hanging.slice(-12))}`)
        ? { kind: 'fault', fault: 'no answer in time' }
        : { kind: 'answered', status: 200 },
    );
    await busy.deliverDue();
    expect(sent.filter(({ url }) => url.endsWith(`/${Number(hanging.slice(-12))}`))).toHaveLength(
      8,
    );
    expect(await deliveriesOf(lively)).toMatchObject([{ state: 'delivered' }]);
    for (const id of [hanging, lively]) await stopWebhook(database, UTILITY, id, by());
  });

  test('a message taken by a server that was killed is taken again when its lease is over', async () => {
    const webhookId = await begin({});
    await sell();
    const { database } = fixture.scratch;
    const killed = createWebhookDesk({
      database,
      utilityId: UTILITY,
      clock: () => now,
      secretKey: KEY,
      send: () => Promise.reject(new Error('the server was killed')),
    });
    await expect(killed.deliverDue()).rejects.toThrow('killed');
    const { desk, sent } = deskWith(OK);
    expect(await desk.deliverDue()).toBe(0);
    now = instant(now + 60_000);
    expect(await desk.deliverDue()).toBe(1);
    expect(sent).toHaveLength(1);
    await stopWebhook(database, UTILITY, webhookId, by());
  });
});

describe('a secret', () => {
  const of = (webhookId: WebhookId, secretGeneration: number) =>
    webhookSecret(KEY, { utilityId: UTILITY, webhookId, secretGeneration });

  test('that is new signs beside the old one for a day, and then alone', async () => {
    const webhookId = await begin({});
    const { database } = fixture.scratch;
    const rotate = (replaces: number) =>
      rotateWebhookSecret(database, UTILITY, webhookId, replaces, by());
    expect((await rotate(1))?.secretGeneration).toBe(2);
    // A repeated request has rotated already.
    expect((await rotate(1))?.secretGeneration).toBe(2);
    const generations: number[][] = [];
    for (const pause of [0, ROTATION_MS]) {
      now = instant(now + pause);
      await sell();
      const { desk, sent } = deskWith(OK);
      await desk.deliverDue();
      const { headers, body } = sent[0] as WebhookMessage;
      const signed = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`;
      const signatures = headers['webhook-signature']?.split(' ') ?? [];
      const sign = (generation: number) =>
        `v1,${createHmac('sha256', of(webhookId, generation)).update(signed).digest('base64')}`;
      generations.push([1, 2, 3].filter((generation) => signatures.includes(sign(generation))));
    }
    expect(generations).toEqual([[1, 2], [2]]);
    await stopWebhook(database, UTILITY, webhookId, by());
    expect(await rotate(2)).toBeNull();
  });

  test('differs by webhook, generation and utility', () => {
    const other = 'bb000000-0000-4000-8000-000000000001' as WebhookId;
    const webhookId = 'bb000000-0000-4000-8000-000000000002' as WebhookId;
    const texts = [of(webhookId, 1), of(webhookId, 2), of(other, 1)].map(webhookSecretText);
    expect(new Set(texts).size).toBe(3);
    for (const text of texts) expect(text).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
  });
});
