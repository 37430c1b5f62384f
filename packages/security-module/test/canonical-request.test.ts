/** The octets that name a request, the items they are made of, and the ids in them. */
import assert from 'node:assert/strict';
import { watts } from '@wattvend/quantities/energy.js';
import { tariffIndex } from '@wattvend/sts/supply-group.js';
import { tokenIdentifier } from '@wattvend/sts/token-identifier.js';
import fc from 'fast-check';
import { test } from 'vitest';
import { canonicalIssueRequest } from '../src/canonical-request.ts';
import { ItemFault, OctetReader, OctetWriter } from '../src/framed-octets.ts';
import { CREDIT_SERVICES, type IssueRequest } from '../src/security-module.ts';
import { isUuid, octetsFromUuid } from '../src/uuid.ts';
import {
  currency,
  electricity,
  minuteAt,
  NOON,
  ORDER,
  ORDERED,
  request,
  UNDER_DKGA02,
  vendId,
} from './scratch-module.ts';

/** Each differs from every other in one thing at least. */
const DIFFERENT: readonly Partial<IssueRequest>[] = [
  {},
  { vendId: vendId(2) },
  { position: 1 },
  { position: 2 },
  { keyEpoch: 2 },
  { meterPan: request(2).meterPan },
  { ...UNDER_DKGA02 },
  { tariffIndex: tariffIndex('02') },
  { encryptionAlgorithm: '07' },
  { keyType: 1 },
  { tokenIdentifier: tokenIdentifier(minuteAt(NOON) + 1) },
  { content: electricity(99) },
  { content: electricity(99), position: 1 },
  { basis: 'tariff' },
  { basis: 'order' },
  ORDERED,
  { ...ORDERED, order: { ...ORDER, orderId: vendId(9) } },
  { ...ORDERED, order: { ...ORDER, requestedBy: vendId(9) } },
  { ...ORDERED, order: { ...ORDER, approvedBy: vendId(9) } },
  // The same two people the other way round.
  { ...ORDERED, order: { ...ORDER, requestedBy: ORDER.approvedBy, approvedBy: ORDER.requestedBy } },
  ...(['water', 'gas', 'time'] as const).map(
    (service) => ({ content: { kind: 'credit', service, amount: 100 } }) as Partial<IssueRequest>,
  ),
  ...CREDIT_SERVICES.flatMap((service) =>
    [100n, -100n, 99n].map((money) => ({ content: currency(service, money), ...ORDERED })),
  ),
  { content: currency('gas', 100n) },
  ...[99, 100].flatMap((power) => [
    { content: { kind: 'set-maximum-power-limit', power: watts(power) }, ...ORDERED } as const,
    {
      content: { kind: 'set-maximum-phase-power-unbalance-limit', power: watts(power) },
      ...ORDERED,
    } as const,
  ]),
  ...[0, 1].map(
    (register) => ({ content: { kind: 'clear-credit', register }, ...ORDERED }) as const,
  ),
  ...[0, 1].map(
    (factor) => ({ content: { kind: 'set-water-meter-factor', factor }, ...ORDERED }) as const,
  ),
  { content: { kind: 'clear-tamper-condition' }, ...ORDERED },
];

test('no two different requests have the same octets, and one has no others', () => {
  const octets = DIFFERENT.map((change) => canonicalIssueRequest(request(1, change)));
  assert.equal(new Set(octets.map((each) => each.toString('hex'))).size, DIFFERENT.length);
  for (const [place, change] of DIFFERENT.entries()) {
    assert.deepEqual(canonicalIssueRequest(request(1, change)), octets[place]);
    // Upper and lower case are the same vend.
    const upper = request(1, change);
    const spelled = { ...upper, vendId: upper.vendId.toUpperCase() };
    assert.deepEqual(canonicalIssueRequest(spelled), octets[place]);
  }
});

test('electricity that was paid for has the octets of the first version', () => {
  const item = (octets: Buffer): Buffer =>
    Buffer.concat([Buffer.of(octets.length >> 8, octets.length & 0xff), octets]);
  const text = (words: string): Buffer => item(Buffer.from(words));
  const whole = (value: number): Buffer =>
    item(Buffer.from(value.toString(16).padStart(16, '0'), 'hex'));
  const asked = request(1);
  const expected = Buffer.concat([
    text('wattvend security module: issue request, version 1'),
    item(Buffer.from('00000000000040008000000000000001', 'hex')),
    whole(1),
    text(asked.meterPan),
    ...['999904', '01'].map(text),
    ...[1, 2, 2014].map(whole),
    ...['04', '11'].map(text),
    ...[minuteAt(NOON), 100].map(whole),
  ]);
  assert.deepEqual(canonicalIssueRequest(asked), expected);
});

test('after a request that cannot be encoded the next one has its own octets', () => {
  const good = canonicalIssueRequest(request(1));
  const broken = { ...request(1), tokenIdentifier: 1.5 as IssueRequest['tokenIdentifier'] };
  assert.throws(() => canonicalIssueRequest(broken), RangeError);
  assert.deepEqual(canonicalIssueRequest(request(1)), good);
});

test('items are read back as they were written, whatever their length and their letters', () => {
  const item = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 150 }),
    fc.string({ maxLength: 150 }),
    fc.maxSafeNat(),
    fc.uint8Array({ maxLength: 400 }),
  );
  fc.assert(
    fc.property(fc.array(item, { maxLength: 12 }), fc.boolean(), (items, isSecret) => {
      const writer = new OctetWriter();
      for (const each of items) {
        if (typeof each === 'string') writer.text(each);
        else if (typeof each === 'number') writer.number(each);
        else writer.octets(each);
      }
      const reader = new OctetReader(isSecret ? writer.finish() : writer.take());
      for (const each of items) {
        if (typeof each === 'string') assert.equal(reader.text(), each);
        else if (typeof each === 'number') assert.equal(reader.number(), each);
        else assert.deepEqual(new Uint8Array(reader.octets()), each);
      }
      assert(reader.isAtEnd());
      assert.throws(() => reader.octets(), ItemFault);
    }),
  );
});

test('a number is written in eight octets, and only a whole one from 0 on', () => {
  const written = new OctetWriter().number(2 ** 53 - 1).take();
  assert.equal(written.toString('hex'), '0008001fffffffffffff');
  for (const wrong of [-1, 0.5, 2 ** 53, Number.NaN, Number.POSITIVE_INFINITY]) {
    assert.throws(() => new OctetWriter().number(wrong), RangeError);
  }
});

test('what was taken from a writer does not change when it writes on', () => {
  const writer = new OctetWriter().text('first');
  const first = writer.take();
  const second = writer.text('other').take();
  assert.equal(first.toString('hex'), `0005${Buffer.from('first').toString('hex')}`);
  assert.equal(second.toString('hex'), `0005${Buffer.from('other').toString('hex')}`);
});

test('a UUID is read in either case, and nothing that differs from one in a character is', () => {
  const good = '0123abcd-89ef-4567-89ab-cdefABCDEF01';
  assert(isUuid(good));
  assert.equal(octetsFromUuid(good).toString('hex'), good.replaceAll('-', '').toLowerCase());
  for (let place = 0; place < good.length; place++) {
    for (const other of [
      'g',
      '/',
      ':',
      '@',
      '`',
      ' ',
      'é',
      '\u0130',
      good[place] === '-' ? '0' : '-',
    ]) {
      const altered = good.slice(0, place) + other + good.slice(place + 1);
      assert(!isUuid(altered), altered);
      assert.throws(() => octetsFromUuid(altered), RangeError);
    }
  }
  for (const altered of ['', good.slice(1), `${good}0`, `{${good}}`, good.replaceAll('-', '')]) {
    assert(!isUuid(altered), altered);
  }
  fc.assert(
    fc.property(fc.uuid(), (id) => {
      assert.equal(octetsFromUuid(id).toString('hex'), id.replaceAll('-', ''));
    }),
  );
});
