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
