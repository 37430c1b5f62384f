/**
 * Ids that follow from what they stand for: made again after a crash they are the same, so what they
 * name happens once. The purpose keeps ids of different things apart, also when clients named those
 * things alike. In the form of a version 8 UUID.
 */
import { createHash } from 'node:crypto';

export function derivedId(purpose: string, ...parts: readonly string[]): string {
  const name = [`wattvend ${purpose}`, ...parts.map((part) => part.toLowerCase())].join('\n');
  const hash = createHash('sha256').update(name).digest();
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x80;
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80;
  const hex = hash.toString('hex', 0, 16);
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
