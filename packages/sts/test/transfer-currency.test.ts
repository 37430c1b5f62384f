import { type HundredThousandths, hundredThousandths } from '@wattvend/quantities/money.js';
import {
  carriedTransferCurrency,
  decodeTransferCurrency,
  encodeTransferCurrencyForCustomer,
  TRANSFER_CURRENCY_MAX,
} from '@wattvend/sts/transfer-currency.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { casesOf } from './vectors.ts';

interface Invalid {
  readonly moneyHundredThousandths: string;
}

interface Valid extends Invalid {
  readonly codeHex: string;
  readonly carriedHundredThousandths: string;
}

const { valid, invalid } = casesOf<Valid, Invalid>('transfer-currency.json');

function moneyOf(text: string): HundredThousandths {
  return hundredThousandths(BigInt(text));
}

describe('the vectors', () => {
  test.each(valid)('$id: $comment', (one) => {
    const code = Number.parseInt(one.codeHex, 16);
    const money = moneyOf(one.moneyHundredThousandths);
    expect(encodeTransferCurrencyForCustomer(money)).toBe(code);
    expect(decodeTransferCurrency(code)).toBe(BigInt(one.carriedHundredThousandths));
    expect(carriedTransferCurrency(money)).toBe(BigInt(one.carriedHundredThousandths));
  });

  test.each(invalid)('$id: $comment', (one) => {
    expect(() => encodeTransferCurrencyForCustomer(moneyOf(one.moneyHundredThousandths))).toThrow(
      expect.objectContaining({ refusal: 'amount-above-code' }),
    );
  });
});

test('every one of the 1 048 576 codes but the negative zero survives a round trip, and they rise', () => {
  let last = -1n;
  for (let code = 0; code < 1 << 19; code++) {
    const credit = decodeTransferCurrency(code);
    const debit = code | (1 << 19);
    const isDebitKept =
      code === 0 ||
      (decodeTransferCurrency(debit) === -credit &&
        encodeTransferCurrencyForCustomer(hundredThousandths(-credit)) === debit);
    if (credit <= last || encodeTransferCurrencyForCustomer(credit) !== code || !isDebitKept) {
      expect({ code, credit, last }).toBe('more than the last, and its own code, and its debit');
    }
    last = credit;
  }
  expect(last).toBe(TRANSFER_CURRENCY_MAX);
  expect(decodeTransferCurrency(1 << 19)).toBe(0n);
});

test('the customer is never given less nor charged more, and never off by a whole step', () => {
  const greatest = BigInt(TRANSFER_CURRENCY_MAX);
  fc.assert(
    fc.property(fc.bigInt({ min: -greatest, max: greatest }), fc.nat(31), (any, shorter) => {
      const money = hundredThousandths(any / 10n ** BigInt(shorter));
      const code = encodeTransferCurrencyForCustomer(money);
      const carried = decodeTransferCurrency(code);
      expect(carried).toBeGreaterThanOrEqual(money);
      if (money > 0n) expect(decodeTransferCurrency(code - 1)).toBeLessThan(money);
      const nextDebit = code === 0 ? (1 << 19) + 1 : code + 1;
      if (money < 0n && carried !== money) {
        expect(decodeTransferCurrency(nextDebit)).toBeLessThan(money);
      }
    }),
    { numRuns: 2000 },
  );
});

test('a code that is not a 20-bit number is refused', () => {
  for (const code of [-1, 2 ** 20, 0.5, Number.NaN]) {
    expect(() => decodeTransferCurrency(code)).toThrow(
      expect.objectContaining({ refusal: 'field-range' }),
    );
  }
});
