/** What people may write into fields that receipts, lists and files show. */

// No control characters, halves of characters, line or paragraph separators, and nothing that turns
// the direction of what follows. Joiners stay: names in many scripts need them.
const LINE = /^[^\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]*$/u;
const TEXT = /^(?:[^\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069]|[\t\n\r])*$/u;

/** One line of plain text. */
export function isPlainLine(text: string): boolean {
  return LINE.test(text);
}

/** Plain text that may have several lines. */
export function isPlainText(text: string): boolean {
  return TEXT.test(text);
}
