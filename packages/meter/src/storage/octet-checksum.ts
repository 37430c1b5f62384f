/** CRC-32 as in checksum.ts, over octets: quick enough for a whole device at each power-up. */
const POLYNOMIAL_REFLECTED = 0xedb88320;

const TABLE: Uint32Array = Uint32Array.from({ length: 256 }, (_, octet) => {
  let register = octet;
  for (let bit = 0; bit < 8; bit++) {
    register = (register >>> 1) ^ (register & 1 ? POLYNOMIAL_REFLECTED : 0);
  }
  return register;
});

/** The register after one more octet. */
export function crc32Register(register: number, octet: number): number {
  return (register >>> 8) ^ (TABLE[(register ^ octet) & 0xff] ?? 0);
}

/** The checksum of the octets from one place to before another, after those of earlier places. */
export function crc32OfOctets(
  octets: Readonly<Uint8Array>,
  from: number,
  until: number,
  before = 0,
): number {
  let register = ~before;
  for (let at = from; at < until; at++) {
    register = crc32Register(register, octets[at] ?? 0);
  }
  return ~register >>> 0;
}
