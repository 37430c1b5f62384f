/** Digits for people: in groups of four, as they stand on slips and on the display of a meter. */

const GROUP = 4;

/** "12345678901234567890" becomes "1234 5678 9012 3456 7890"; anything but digits is dropped. */
export function groupDigits(digits: string): string {
  const plain = plainDigits(digits);
  const groups: string[] = [];
  for (let at = 0; at < plain.length; at += GROUP) groups.push(plain.slice(at, at + GROUP));
  return groups.join(' ');
}

/** Digits only: what a person pastes may hold blanks, hyphens or line ends. */
export function plainDigits(text: string): string {
  return text.replaceAll(/\D/g, '');
}
