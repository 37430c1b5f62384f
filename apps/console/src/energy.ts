/** Energy for people: the wire's tenths of a kWh and the meter's Wh, written out exactly. */

/** 256 tenths become "25.6"; thousands are grouped in the reader's way. */
export function formatTenthKwh(tenths: number, locale?: string): string {
  const format = new Intl.NumberFormat(locale, {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  });
  // A tenth of a whole number has one decimal, which Intl writes as it is.
  return format.format(tenths / 10);
}
