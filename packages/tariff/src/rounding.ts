/** Division of whole numbers by a positive whole number, with the rounding in the name. */

function divideFloor(dividend: bigint, divisor: bigint): bigint {
  const quotient = dividend / divisor;
  return dividend < 0n && quotient * divisor !== dividend ? quotient - 1n : quotient;
}

export function divideCeil(dividend: bigint, divisor: bigint): bigint {
  return -divideFloor(-dividend, divisor);
}

/** To the nearest; a half goes up, towards plus infinity. */
export function divideHalfUp(dividend: bigint, divisor: bigint): bigint {
  return divideFloor(2n * dividend + divisor, 2n * divisor);
}

export function smallerOf(first: bigint, second: bigint): bigint {
  return first < second ? first : second;
}

export function largerOf(first: bigint, second: bigint): bigint {
  return first > second ? first : second;
}
