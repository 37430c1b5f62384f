/** 202611 is "November 2026". */
export function monthName(month: number, locale?: string): string {
  const first = new Date(Date.UTC(Math.floor(month / 100), (month % 100) - 1, 1));
  return new Intl.DateTimeFormat(locale, {
    ...{ timeZone: 'UTC', month: 'long', year: 'numeric' },
  }).format(first);
}
