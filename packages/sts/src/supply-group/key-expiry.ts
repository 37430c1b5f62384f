/**
 * The key expiry number in minutes and dates (IEC 62055-41, 6.1.10). The eight high bits of a token
 * identifier number blocks of 65 536 minutes, about 45.5 days; the key serves up to the end of the
 * block that its number names, that block included. 255 is the last block there is, so it never passes.
 */
import type { Instant } from '@wattvend/quantities/time.js';
import { StsRefusalError } from '../refusal.ts';
import {
  type BaseDate,
  type BaseDateFault,
  instantOfTokenIdentifier,
  type TokenIdentifier,
  tokenIdentifier,
  tokenIdentifierAt,
} from '../token-identifier/token-identifier.ts';
import { isKeyExpired, type KeyExpiryNumber, keyExpiryNumber } from './supply-group.ts';

const MINUTES_PER_BLOCK = 2 ** 16;

/** The number of a key that does not expire before its base date does. */
export const KEY_EXPIRY_NUMBER_NEVER: KeyExpiryNumber = keyExpiryNumber(255);

/** The last token identifier the key serves; TOKEN_IDENTIFIER_MAX for 255. */
export function lastTokenIdentifierOf(ken: KeyExpiryNumber): TokenIdentifier {
  return tokenIdentifier(ken * MINUTES_PER_BLOCK + MINUTES_PER_BLOCK - 1);
}

/** The start of the last minute the key serves, exact to the minute. */
export function lastMinuteOf(ken: KeyExpiryNumber, baseDate: BaseDate): Instant {
  return instantOfTokenIdentifier(lastTokenIdentifierOf(ken), baseDate);
}

export type KeyExpiryNumberAt =
  | { readonly kind: 'key-expiry-number'; readonly keyExpiryNumber: KeyExpiryNumber }
  | BaseDateFault;

/**
 * The smallest number whose key still serves at the instant. The key then serves to the end of that
 * block, up to 45.5 days longer: no number ends within a block.
 */
export function keyExpiryNumberOf(lastMinute: Instant, baseDate: BaseDate): KeyExpiryNumberAt {
  const at = tokenIdentifierAt(lastMinute, baseDate);
  if (at.kind === 'fault') return at;
  const block = Math.floor(at.tokenIdentifier / MINUTES_PER_BLOCK);
  return { kind: 'key-expiry-number', keyExpiryNumber: keyExpiryNumber(block) };
}

/** Throws StsRefusalError (key-expired) for a token identifier beyond the key. */
export function assertKeyServes(identifier: TokenIdentifier, ken: KeyExpiryNumber): void {
  if (isKeyExpired(identifier, ken)) {
    throw new StsRefusalError(
      'key-expired',
      `Key expiry number ${ken} ends with ${lastTokenIdentifierOf(ken)}, got ${identifier}.`,
    );
  }
}
