import { makeDrn } from '@wattvend/sts/meter-pan.js';
import { expect, test } from 'vitest';
import type { Session, Vend } from '../src/api/model.ts';
import { groupDigits, plainDigits } from '../src/digits.ts';
import { formatTenthKwh } from '../src/energy.ts';
import { newMeterOf } from '../src/forms/meter-draft.ts';
import { explainMeterNumber, looksLikeNumber, searchText } from '../src/meter-number.ts';
import { demoSecretIn } from '../src/pages/sign-in/demo-link.ts';
import { moveIn } from '../src/pages/till/list-move.ts';
import { floatShares } from '../src/pages/today/float-shares.ts';
import { copyMark, receiptFacts, receiptKey } from '../src/receipt/receipt-rows.ts';
import { homeOf, mayUse, pageOf, safeReturn } from '../src/shell/access.ts';
import { uuidFromOctets } from '../src/ui/new-id.ts';
import { dayIn, formatDay, isDay, shiftDay } from '../src/wall-time.ts';

test('a token is written in groups of four, a meter number in what is left', () => {
  expect(groupDigits('12345678901234567890')).toBe('1234 5678 9012 3456 7890');
  expect(groupDigits('1234-5678 9012-3456 7890')).toBe('1234 5678 9012 3456 7890');
  expect(groupDigits('01234567897')).toBe('0123 4567 897');
  expect(groupDigits('')).toBe('');
  expect(plainDigits(' 12-34 x5\n')).toBe('12345');
});

test('energy has one decimal, always', () => {
  expect(formatTenthKwh(256, 'en')).toBe('25.6');
  expect(formatTenthKwh(20, 'en')).toBe('2.0');
  expect(formatTenthKwh(18201624, 'en')).toBe('1,820,162.4');
});

const drn = makeDrn('01', '12345678');
const mistyped = `${drn.slice(0, -1)}${(Number(drn.at(-1)) + 1) % 10}`;

test('a wrong check digit and a wrong length are explained, a beginning and a name are not', () => {
  expect(explainMeterNumber(drn)).toBeNull();
  expect(explainMeterNumber(groupDigits(drn))).toBeNull();
  expect(explainMeterNumber(mistyped)).toMatch(/check digit/);
  expect(explainMeterNumber(`${drn}1`)).toMatch(/has 12/);
  expect(explainMeterNumber('0123')).toBeNull();
  expect(explainMeterNumber('')).toBeNull();
  expect(explainMeterNumber('12 Acacia Road, flat 123456789')).toBeNull();
});

test('numbers are searched without blanks, names with single ones', () => {
  expect(searchText('0123 4567-8')).toBe('012345678');
  expect(searchText('  Mary   Wambui ')).toBe('Mary Wambui');
  expect(looksLikeNumber('- -')).toBe(false);
});

test('the list wraps around at both ends', () => {
  expect(moveIn(0, 'previous', 3)).toBe(2);
  expect(moveIn(2, 'next', 3)).toBe(0);
  expect(moveIn(1, 'last', 3)).toBe(2);
  expect(moveIn(1, 'first', 3)).toBe(0);
  expect(moveIn(5, 'next', 0)).toBe(0);
});

const draft = {
  meterNumber: groupDigits(drn),
  supplyGroupCode: '123457',
  tariffIndex: '01',
  keyRevisionNumber: '1',
  cipher: '07-02',
  tariffId: 't',
  address: ' 1 Road ',
  customerId: '',
};

test('a whole draft makes a request, a broken one makes none', () => {
  expect(newMeterOf(draft)).toEqual({
    meter_number: drn,
    supply_group_code: '123457',
    tariff_index: '01',
    key_revision_number: 1,
    dkga: '02',
    encryption_algorithm: '07',
    tariff_id: 't',
    address: '1 Road',
    customer_id: null,
  });
  for (const change of [
    { meterNumber: mistyped },
    { supplyGroupCode: '12345' },
    { tariffIndex: '1' },
    { keyRevisionNumber: '0' },
    { tariffId: '' },
    { address: '  ' },
  ]) {
    expect(newMeterOf({ ...draft, ...change })).toBeNull();
  }
});

test('the demo link’s secret is found behind the # and nowhere else', () => {
  expect(demoSecretIn('#demo=abc-123')).toBe('abc-123');
  expect(demoSecretIn('#demo=')).toBeNull();
  expect(demoSecretIn('#other=1')).toBeNull();
  expect(demoSecretIn('')).toBeNull();
});

function session(
  permissions: Session['user']['permissions'],
  vendor: boolean,
  demo: boolean,
): Session {
  return {
    user: {
      id: 'u',
      display_name: 'U',
      sign_in_name: 'u',
      roles: [],
      permissions,
      vendor: vendor ? { id: 'v', name: 'V' } : null,
    },
    stage: 'whole',
    second_factor: { totp: false, passkey: false, shown_at: null },
    utility: {
      id: 'x',
      name: 'X',
      currency: { code: 'KES', symbol: 'KES', decimal_places: 2 },
      time_zone: 'Africa/Nairobi',
    },
    demo,
    meter_emulator_url: null,
    build: { version: '0' },
  };
}

test('each role sees its own pages', () => {
  const cashier = session(['vend.sell', 'report.read'], true, false);
  const desk = session(['meter.write', 'report.read'], false, true);
  const officer = session(['user.read', 'user.write'], false, false);
  expect(mayUse('till', cashier)).toBe(true);
  expect(mayUse('vendors', cashier)).toBe(false);
  expect(mayUse('meter', cashier)).toBe(false);
  expect(mayUse('orders', cashier)).toBe(false);
  expect(mayUse('orders', session(['after_sale.read'], false, false))).toBe(true);
  const emulated = { ...cashier, meter_emulator_url: 'http://127.0.0.1:9340' };
  expect(mayUse('meter', emulated)).toBe(true);
  expect(mayUse('till', desk)).toBe(false);
  expect(mayUse('meters', desk)).toBe(true);
  expect(mayUse('meter', desk)).toBe(true);
  expect([homeOf(cashier), homeOf(desk), homeOf(officer)]).toEqual(['/till', '/today', '/staff']);
  expect(pageOf('/vends/7')).toBe('vends');
  expect(pageOf('/meters')).toBe('meters');
  expect(pageOf('/elsewhere')).toBeNull();
});

test('a sign-in never leads to another site', () => {
  expect(safeReturn('/today?date=2026-11-22')).toBe('/today?date=2026-11-22');
  for (const to of [null, '', 'https://x', '//x', '/\\x', 'till', '/sign-in?to=/']) {
    expect(safeReturn(to)).toBe('/');
  }
});

test('the day is the utility’s day, not the browser’s', () => {
  expect(dayIn('Africa/Nairobi', new Date('2026-11-22T22:30:00Z'))).toBe('2026-11-23');
  expect(dayIn('America/Lima', new Date('2026-11-22T02:30:00Z'))).toBe('2026-11-21');
  expect(shiftDay('2026-03-01', -1)).toBe('2026-02-28');
  expect(shiftDay('2026-12-31', 1)).toBe('2027-01-01');
  expect([isDay('2026-02-28'), isDay('2026-02-30'), isDay('x')]).toEqual([true, false, false]);
  expect(formatDay('2026-11-22', 'en-GB')).toMatch(/^Sunday,? 22 November 2026$/);
  expect(formatDay('nonsense')).toBe('nonsense');
});

test('the float’s bar is what may be spent and what is reserved', () => {
  const float = { posted_minor: '1000', reserved_minor: '250', floor_minor: '0' };
  expect(floatShares({ ...float, available_minor: '750' })).toEqual({
    available: 75,
    reserved: 25,
    low: false,
  });
  expect(floatShares({ ...float, available_minor: '-10' })).toMatchObject({
    available: 0,
    low: true,
  });
});

test('random octets make a UUID of version 4', () => {
  const all = uuidFromOctets(new Uint8Array(16).fill(0xff));
  expect(all).toBe('ffffffff-ffff-4fff-bfff-ffffffffffff');
  expect(uuidFromOctets(new Uint8Array(16))).toBe('00000000-0000-4000-8000-000000000000');
});

const vend: Vend = {
  id: 'i',
  kind: 'sale',
  channel: 'counter',
  payment: null,
  account_number: '1001',
  credit_minor: null,
  free_tenth_kwh: 0,
  month_tenth_kwh: 1,
  state: 'posted',
  requested_at: '2026-11-22T10:00:00Z',
  posted_at: '2026-11-22T10:00:01Z',
  meter_number: '01234567897',
  customer_name: null,
  address: '1 Road',
  vendor: { id: 'v', name: 'Shop' },
  sold_by: 'Mary',
  tendered_minor: '100',
  energy_tenth_kwh: 1,
  lines: [],
  tariff: { id: 't', name: 'Domestic', version: 2 },
  supply_group_code: '123457',
  tariff_index: '01',
  key_revision_number: 1,
  tokens: [],
  receipt_number: 'W-1',
  reprint_count: 0,
  declined_reason: null,
};

test('a receipt leaves out what there is not, and marks its copies', () => {
  const labels = receiptFacts(vend, 'Africa/Nairobi', 'en').map((row) => row.label);
  expect(labels).toEqual([
    ...['Receipt', 'Date', 'Address', 'Meter', 'Tariff', 'Account', 'Sold by'],
  ]);
  const payment = { method: 'mobile_money', reference: 'QX7' };
  expect(receiptFacts({ ...vend, payment }, 'Africa/Nairobi', 'en')).toContainEqual({
    ...{ label: 'Paid with', value: 'Mobile money, QX7' },
  });
  expect(receiptKey(vend)).toBe('SGC 123457 · KRN 1 · TI 01');
  expect(copyMark(vend)).toBeNull();
  expect(copyMark({ ...vend, reprint_count: 2 })).toBe('Copy 2');
});
