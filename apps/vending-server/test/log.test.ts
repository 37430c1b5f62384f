/** What the log says, and above all what it does not. */
import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { meterAt } from '../../../packages/vending/test/utility-fixture.ts';
import { faultForLog, maskMeterNumber } from '../src/log.ts';
import { createServerWorld, PASSWORD } from './server-world.ts';

test('one line for a vend, and no secret in any line', async () => {
  const world = await createServerWorld();
  const meterNumber = meterAt(0);
  const id = randomUUID();
  const sale = { meter_number: meterNumber, tendered_minor: '1000' };
  const sold = await world.ask('PUT', `/v1/vends/${id}`, { as: 'cashier', body: sale });
  const refused = { ...sale, tendered_minor: '0' };
  await world.ask('PUT', `/v1/vends/${randomUUID()}`, { as: 'api-key', body: refused });
  const signIn = { sign_in_name: 'cashier', password: PASSWORD };
  const session = await world.ask('POST', '/v1/session', { body: signIn });
  await world.ask('POST', '/v1/session', { body: { ...signIn, password: `${PASSWORD}!` } });
  await world.ask('POST', `/v1/vends/${id}/reprints`, { as: 'cashier' });
  await world.ask('GET', `/v1/meters?query=${meterNumber}`, { as: 'cashier' });
  const change = { current_password: PASSWORD, new_password: 'a new and long one' };
  await world.ask('POST', '/v1/session/password', { as: 'founder', body: change });

  const lines = world.logLines.map((line) => JSON.parse(line));
  expect(lines.filter((line) => line.vend === id && line.msg === 'vend')).toMatchObject([
    { level: 30, outcome: 'posted', meter: maskMeterNumber(meterNumber), ms: expect.any(Number) },
  ]);
  expect(lines.filter((line) => line.outcome === 'tendered_not_positive')).toHaveLength(1);
  const cookie = /wattvend=([\w-]+)/.exec(String(session.headers['set-cookie']))?.[1] ?? 'none';
  const log = world.logLines.join('');
  for (const secret of [
    sold.json.tokens[0].digits,
    PASSWORD,
    'a new and long one',
    cookie,
    meterNumber,
    world.secrets.cashier,
    world.secrets['api-key'],
  ]) {
    expect(log).not.toContain(secret);
  }
  await world.close();
});

test('a fault of the database tells its kind and not its rows', () => {
  const cause = Object.assign(new Error('violates a constraint'), {
    code: '23514',
    detail: 'Failing row contains (a password hash)',
  });
  const told = JSON.stringify(faultForLog(new Error('not kept', { cause })));
  expect(told).toContain('23514');
  expect(told).not.toContain('Failing row');
});

test('a meter number can be recognised and not read', () => {
  expect(maskMeterNumber('98100001019')).toBe('98****019');
  expect(maskMeterNumber('9810')).toBe('****');
});
