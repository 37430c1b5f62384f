/** Vend ids: UUIDs (RFC 9562) in their text form, and their sixteen octets. */

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

export const VEND_ID_OCTETS = 16;

/** Whether the text is a UUID, of whatever version; upper and lower case are the same id. */
export function isVendId(text: string): boolean {
  return UUID.test(text);
}

/** Throws RangeError unless the text is a UUID. */
export function octetsFromVendId(text: string): Buffer {
  if (!isVendId(text)) throw new RangeError('a vend id is a UUID');
  return Buffer.from(text.replaceAll('-', ''), 'hex');
}
