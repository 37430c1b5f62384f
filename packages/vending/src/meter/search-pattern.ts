/** Patterns for `like`: what a person types is text, never a wild card. */

/** Matches text that has the typed words somewhere, in any case. */
export function wordPattern(typed: string): string {
  return `%${escaped(typed.trim().toLowerCase())}%`;
}

/** Matches numbers that begin with the typed digits; blanks and hyphens are ignored. */
export function numberPattern(typed: string): string {
  const digits = typed.replaceAll(/[\s-]/g, '');
  return /^\d+$/.test(digits) ? `${digits}%` : '';
}

function escaped(text: string): string {
  return text.replaceAll(/[\\%_]/g, (special) => `\\${special}`);
}
