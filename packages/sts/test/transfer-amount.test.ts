import { tenthKwh } from '@wattvend/quantities/energy.js';
import {
  carriedTransferAmount,
  decodeTransferAmount,
  encodeTransferAmountCeil,
  TRANSFER_AMOUNT_MAX,
} from '@wattvend/sts/transfer-amount.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { casesOf } from './vectors.ts';

interface Valid {
  readonly amountTenthKwh: number;
  readonly codeHex: string;
  readonly carriedTenthKwh: number;
}

interface Invalid {
  readonly amountTenthKwh: number;
}

const { valid, invalid } = casesOf<Valid, Invalid>('transfer-amount.json');

describe('the vectors', () => {
  test.each(valid)('$id: $comment', ({ amountTenthKwh, carriedTenthKwh, codeHex }) => {
    const code = Number.parseInt(codeHex, 16);
    expect(encodeTransferAmountCeil(tenthKwh(amountTenthKwh))).toBe(code);
    expect(decodeTransferAmount(code)).toBe(carriedTenthKwh);
    expect(carriedTransferAmount(tenthKwh(amountTenthKwh))).toBe(carriedTenthKwh);
  });

  test.each(invalid)('$id: $comment', ({ amountTenthKwh }) => {
    expect(() => encodeTransferAmountCeil(tenthKwh(amountTenthKwh))).toThrow(
      expect.objectContaining({ refusal: 'amount-above-code' }),
    );
  });
});

test('every one of the 65 536 codes survives a round trip, and they rise', () => {
  let last = -1;
  for (let code = 0; code <= 0xffff; code++) {
    const energy = decodeTransferAmount(code);
    if (energy <= last || encodeTransferAmountCeil(tenthKwh(energy)) !== code) {
      expect({ code, energy, last }).toBe('a greater energy than the last, and its own code');
    }
    last = energy;
  }
  expect(last).toBe(TRANSFER_AMOUNT_MAX);
});

test('a token never carries less than was asked, nor a whole step more', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: TRANSFER_AMOUNT_MAX }), (asked) => {
      const energy = tenthKwh(asked);
      const code = encodeTransferAmountCeil(energy);
      expect(decodeTransferAmount(code)).toBeGreaterThanOrEqual(asked);
      if (code > 0) expect(decodeTransferAmount(code - 1)).toBeLessThan(asked);
    }),
  );
});

test('a code that is not a 16-bit number is refused', () => {
  for (const code of [-1, 0x1_0000, 0.5, Number.NaN]) {
    expect(() => decodeTransferAmount(code)).toThrow(
      expect.objectContaining({ refusal: 'field-range' }),
    );
  }
});

test('watt-hours or plain numbers are not tenths of a kWh to the compiler', () => {
  // @ts-expect-error: the unit is stated in tenthKwh().
  expect(encodeTransferAmountCeil(256)).toBe(256);
});
