/** Dates and amounts as people read them. */
import { tenthKwh } from '@wattvend/quantities/energy.js';
import { hundredThousandths } from '@wattvend/quantities/money.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { explainRounding, formatAmount } from '../src/explain/carried-amount.ts';
import { civilDate, formatTokenIdentifier } from '../src/explain/civil-time.ts';
import { decodeTransferAmount, encodeTransferAmountCeil } from '../src/token/transfer-amount.ts';
import {
  decodeTransferCurrency,
  encodeTransferCurrencyForCustomer,
} from '../src/token/transfer-currency.ts';
import { tokenIdentifier } from '../src/token-identifier/token-identifier.ts';

const MILLISECONDS_PER_DAY = 86_400_000;
const ALONE = 'The code stands for this value and no other.';

test('every day of the base dates is the calendar’s day', () => {
  const first = Date.UTC(1993, 0, 1) / MILLISECONDS_PER_DAY;
  const last = Date.UTC(2100, 11, 31) / MILLISECONDS_PER_DAY;
  for (let day = first; day <= last; day++) {
    const iso = new Date(day * MILLISECONDS_PER_DAY).toISOString().slice(0, 10);
    if (civilDate(day) !== iso) expect(civilDate(day)).toBe(iso);
  }
  expect(civilDate(last)).toBe('2100-12-31');
});

test('the last minutes of the base dates', () => {
  const last = tokenIdentifier(2 ** 24 - 1);
  expect(formatTokenIdentifier(last, 1993)).toBe('2024-11-24 20:15 UTC');
  expect(formatTokenIdentifier(last, 2014)).toBe('2045-11-24 20:15 UTC');
  expect(formatTokenIdentifier(last, 2035)).toBe('2066-11-24 20:15 UTC');
  expect(formatTokenIdentifier(tokenIdentifier(0), 2035)).toBe('2035-01-01 00:00 UTC');
});

test('amounts have their unit', () => {
  expect(formatAmount('energy', 256)).toBe('25.6 kWh');
  expect(formatAmount('energy', 18_201_624)).toBe('1 820 162.4 kWh');
  expect(formatAmount('volume', 5)).toBe('0.5 m³');
  expect(formatAmount('span', 123)).toBe('12.3 minutes');
  expect(formatAmount('power', 45_024)).toBe('45 024 W');
  expect(formatAmount('power', 999)).toBe('999 W');
  expect(formatAmount('currency', -1n)).toBe('-0.00001 of the base currency');
  expect(formatAmount('currency', 123_456_789_000n)).toBe('1 234 567.89000 of the base currency');
  expect(formatAmount('currency', 0n)).toBe('0.00000 of the base currency');
});

test('of each of the 65 536 codes it is told whether other amounts are rounded to it', () => {
  for (let code = 1; code <= 0xffff; code++) {
    const carried = decodeTransferAmount(code);
    const isAlone = encodeTransferAmountCeil(tenthKwh(carried - 1)) !== code;
    const said = explainRounding('energy', code);
    if ((said === ALONE) !== isAlone) expect(said, String(code)).toBe(isAlone ? ALONE : '…');
  }
  expect(explainRounding('energy', 0)).toBe(ALONE);
  expect(explainRounding('energy', 0x4000)).toBe(ALONE);
  // 16 394 is the second code of exponent 1, after 16 384.
  expect(explainRounding('energy', 0x4001)).toContain('next smaller code is 1 638.4 kWh');
  expect(explainRounding('power', 0x8000)).toContain('next smaller code is 180 214 W');
});

test('of money too, whose debits are cut down', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 0xf_fffe }), (code) => {
      const carried = decodeTransferCurrency(code);
      // Away from zero a debit, towards it a credit: that way lies what was rounded to the code.
      const neighbour = encodeTransferCurrencyForCustomer(hundredThousandths(carried - 1n));
      if (code === 1 << 19) return;
      expect(explainRounding('currency', code) === ALONE).toBe(neighbour !== code);
    }),
  );
  expect(explainRounding('currency', 0x0_4001)).toContain('0.16384 of the base currency');
  expect(explainRounding('currency', 0x8_4001)).toContain('-0.16404 of the base currency');
  expect(explainRounding('currency', 0xf_ffff)).toBe('There is no greater debit.');
});
