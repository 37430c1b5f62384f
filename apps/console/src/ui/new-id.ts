/**
 * Makes the id that names a sale or a deposit: a random UUID. `crypto.randomUUID` is missing on
 * plain http outside localhost, where random octets still are to be had.
 */
export function newId(): string {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID();
  return uuidFromOctets(crypto.getRandomValues(new Uint8Array(16)));
}

/** RFC 9562, version 4: six bits are fixed, the rest are the octets given. */
export function uuidFromOctets(octets: Uint8Array): string {
  const hex = [...octets].map((octet, at) => {
    const marked = at === 6 ? (octet & 0x0f) | 0x40 : at === 8 ? (octet & 0x3f) | 0x80 : octet;
    return marked.toString(16).padStart(2, '0');
  });
  const part = (from: number, to: number): string => hex.slice(from, to).join('');
  return `${part(0, 4)}-${part(4, 6)}-${part(6, 8)}-${part(8, 10)}-${part(10, 16)}`;
}
