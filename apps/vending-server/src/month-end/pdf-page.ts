/** What all of the printed pack has in common. */

export const MARGIN = 40;
export const INK = '#13201d';
export const SOFT_INK = '#55635e';
export const LINE = '#c2ccc5';
export const BRAND = '#0f7568';

/**
 * The fonts that every reader has know the letters of Western Europe. Others become a question mark
 * and not some other letter; the files for spreadsheets have them all.
 */
export function printable(text: string): string {
  return text.normalize('NFC').replaceAll(/[^\u0020-\u007E\u00A0-\u00FF€–—‘’“”•…]/gu, '?');
}
