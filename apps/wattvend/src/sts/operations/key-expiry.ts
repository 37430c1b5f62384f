/** The operation `ken`: whether a key still allows a token of this minute. */
import { isKeyExpired } from '@wattvend/sts/supply-group.js';
import { type Answer, isRefusal, type JsonObject } from '../request.ts';
import { readKeyExpiryNumber } from './key.ts';
import { readTokenIdentifier } from './token-identifier.ts';

export function answerKeyExpiry(request: JsonObject): Answer {
  const identifier = readTokenIdentifier(request, 'tid');
  if (isRefusal(identifier)) return identifier;
  const ken = readKeyExpiryNumber(request, 'ken');
  if (isRefusal(ken)) return ken;
  return { ok: true, allowed: !isKeyExpired(identifier, ken) };
}
