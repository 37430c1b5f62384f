/** What moved a vendor's float, in words. */

const KINDS: Readonly<Record<string, string>> = {
  sale: 'Sales',
  deposit: 'Deposit',
  deposit_reversal: 'Deposit taken back',
  commission: 'Commission',
  cash_difference: 'Difference of a till',
};

/** The name of a kind of entry; of one we do not know, its word. */
export function movementName(kind: string): string {
  return KINDS[kind] ?? kind.replaceAll('_', ' ');
}
