/** Ways of paying that a till counts, and their names. The API takes any plain word. */

export const PAYMENT_METHODS: readonly string[] = [
  'cash',
  'card',
  'mobile_money',
  'cheque',
  'bank_transfer',
];

const NAMES: Readonly<Record<string, string>> = {
  cash: 'Cash',
  card: 'Cards',
  mobile_money: 'Mobile money',
  cheque: 'Cheques',
  bank_transfer: 'Bank transfers',
};

/** The name of a method; of one we do not know, its word. */
export function methodName(method: string): string {
  return NAMES[method] ?? method.replaceAll('_', ' ');
}

// One payment is named in the singular; a count of a till names them in the plural.
const SINGLE_NAMES: Readonly<Record<string, string>> = {
  cash: 'Cash',
  card: 'Card',
  mobile_money: 'Mobile money',
  cheque: 'Cheque',
  bank_transfer: 'Bank transfer',
};

/** "Mobile money"; of a method we do not know, its word. */
export function paidWithName(method: string): string {
  return SINGLE_NAMES[method] ?? method.replaceAll('_', ' ');
}
