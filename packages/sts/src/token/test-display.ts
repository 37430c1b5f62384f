/**
 * Class 1 tokens: run a test of the meter, or show something on its display (IEC 62055-41, 6.2.3).
 * They are not encrypted, so anybody may make them.
 */

import type { Confidence } from '../confidence.ts';
import { frozen } from '../frozen.ts';
import { StsRefusalError } from '../refusal.ts';

/** Class 1, subclass 0 for manufacturer codes of two digits, subclass 1 for those of four. */
export interface InitiateMeterTestDisplayToken {
  readonly tokenClass: 1;
  readonly subclass: 0 | 1;
  readonly name: 'initiateMeterTestDisplay';
  /** A bit for each test, bit 0 for test 1; 36 bits in subclass 0, 28 in subclass 1. */
  readonly control: number;
  /** The manufacturer code as a number, 0 to 99 or 0 to 9999; 0 addresses meters of any maker. */
  readonly manufacturerCode: number;
}

/** Bits of Control, by subclass. */
export const CONTROL_BITS: Readonly<Record<0 | 1, number>> = frozen({ 0: 36, 1: 28 });

export interface MeterTest {
  readonly number: number;
  /** What a meter shows or does. */
  readonly purpose: string;
  readonly confidence: Confidence;
}

/** Tests 0 to 18. Every meter supports test 0; most others are optional. */
export const METER_TESTS: readonly MeterTest[] = frozen([
  test(0, 'all tests the meter supports'),
  test(1, 'load switch'),
  test(2, 'displays and other devices'),
  test(3, 'totals of use'),
  test(4, 'key revision number and key type'),
  test(5, 'tariff index'),
  test(6, 'token input device'),
  test(7, 'maximum power limit'),
  test(8, 'tamper status'),
  test(9, 'active power'),
  test(10, 'software version'),
  test(11, 'phase power unbalance limit', 'medium'),
  test(12, 'water meter factor (reserved)', 'medium'),
  test(13, 'tariff rate (reserved)', 'medium'),
  test(14, 'encryption algorithm', 'medium'),
  test(15, 'number of key change tokens supported', 'medium'),
  test(16, 'supply group code', 'medium'),
  test(17, 'key expiry number', 'medium'),
  test(18, 'meter number (DRN)', 'medium'),
]);

function test(number: number, purpose: string, confidence: Confidence = 'high'): MeterTest {
  return { number, purpose, confidence };
}

/**
 * The Control field of some tests: bit n - 1 for test n, every bit for test 0. Tests above 18 are
 * reserved, and then the maker's own; they may be asked for. Throws StsRefusalError 'test-number'
 * for a test the field has no bit for, and for no test at all.
 */
export function controlOfTests(tests: readonly number[], subclass: 0 | 1): number {
  const bits = CONTROL_BITS[subclass];
  const unknown = tests.find((number) => !Number.isInteger(number) || number < 0 || number > bits);
  if (unknown !== undefined || tests.length === 0) {
    throw new StsRefusalError(
      'test-number',
      unknown === undefined ? 'Got no test.' : `Got ${unknown} for subclass ${subclass}.`,
    );
  }
  if (tests.includes(0)) return 2 ** bits - 1;
  // Above 32 bits, so no bit operations: a set makes sure that no bit is added twice.
  return [...new Set(tests)].reduce((control, number) => control + 2 ** (number - 1), 0);
}

/** The tests a Control field asks for, rising; [0] when every bit is set. */
export function testsOfControl(control: number, subclass: 0 | 1): readonly number[] {
  const bits = CONTROL_BITS[subclass];
  if (control === 2 ** bits - 1) return [0];
  const numbers = Array.from({ length: bits }, (_, bit) => bit + 1);
  return numbers.filter((number) => Math.floor(control / 2 ** (number - 1)) % 2 === 1);
}
