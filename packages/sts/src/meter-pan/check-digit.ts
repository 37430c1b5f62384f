/**
 * The check digit of a DRN and of a MeterPAN: modulus 10, double-add-double
 * (ISO/IEC 7812-1, called up by IEC 62055-41, 6.1.2).
 */
const DIGIT_ZERO = 0x30;

/**
 * The digit that, written after the body, brings the sum to a multiple of ten. The body is a string
 * of decimal digits, because an eleven-digit number already outgrows 32 bits.
 * Throws RangeError for anything but digits.
 */
export function checkDigit(body: string): string {
  if (!/^\d+$/.test(body)) throw new RangeError('a check digit is taken over decimal digits only');
  let sum = 0;
  for (let place = 0; place < body.length; place++) {
    const digit = body.charCodeAt(body.length - 1 - place) - DIGIT_ZERO;
    // Counted from the right, every second digit is doubled, beginning with the first; the two
    // digits of a doubled digit are added, which is the same as taking 9 away.
    const doubled = place % 2 === 0 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return String((10 - (sum % 10)) % 10);
}
