/** Credit tokens, class 0: made from the members of a request, and described. */
import { tenthKwh } from '@wattvend/quantities/energy.js';
import { tenthMinutes } from '@wattvend/quantities/time.js';
import { tenthCubicMetres } from '@wattvend/quantities/volume.js';
import type { Block64 } from '@wattvend/sts/block64.js';
import type { CreditToken, TimedToken } from '@wattvend/sts/credit.js';
import type { TokenIdentifier } from '@wattvend/sts/token-identifier.js';
import { isRefusal, type JsonObject, type Refusal, readWhole } from '../request.ts';
import { CURRENCY_PLACES, readCurrency, readTenths, TENTHS_PLACES } from './amount.ts';
import { formatUnits } from './decimal.ts';
import { fieldBits } from './field-bits.ts';
import { noSuchToken } from './no-such-token.ts';

const FIRST_CURRENCY_SUBCLASS = 4;

export function readCreditToken(
  fields: JsonObject,
  subclass: number,
  tokenIdentifier: TokenIdentifier,
): CreditToken | Refusal {
  if (subclass >= FIRST_CURRENCY_SUBCLASS) {
    return readCurrencyToken(fields, subclass, tokenIdentifier);
  }
  const units = readTenths(fields);
  if (isRefusal(units)) return units;
  const random = readWhole(fields, 'rnd');
  if (isRefusal(random)) return random;
  const timed: TimedToken & { readonly tokenClass: 0 } = { tokenClass: 0, random, tokenIdentifier };
  switch (subclass) {
    case 0:
      return { ...timed, subclass, name: 'electricity', energy: tenthKwh(units) };
    case 1:
      return { ...timed, subclass, name: 'water', volume: tenthCubicMetres(units) };
    case 2:
      return { ...timed, subclass, name: 'gas', volume: tenthCubicMetres(units) };
    case 3:
      return { ...timed, subclass, name: 'time', span: tenthMinutes(units) };
    default:
      return noSuchToken(0, subclass);
  }
}

function readCurrencyToken(
  fields: JsonObject,
  subclass: number,
  tokenIdentifier: TokenIdentifier,
): CreditToken | Refusal {
  const currency = readCurrency(fields);
  if (isRefusal(currency)) return currency;
  const paid = { tokenClass: 0, tokenIdentifier, currency } as const;
  switch (subclass) {
    case 4:
      return { ...paid, subclass, name: 'electricityCurrency' };
    case 5:
      return { ...paid, subclass, name: 'waterCurrency' };
    case 6:
      return { ...paid, subclass, name: 'gasCurrency' };
    case 7:
      return { ...paid, subclass, name: 'timeCurrency' };
    default:
      return noSuchToken(0, subclass);
  }
}

/** The fields as they stand in the block, and the credit in units. */
export function describeCreditToken(token: CreditToken, block: Readonly<Block64>): JsonObject {
  const tid = token.tokenIdentifier;
  const amountField = fieldBits(block, 31, 16);
  if ('currency' in token) {
    return {
      // Sign and high bits of the exponent: those of the block, because they also tell -0 from 0.
      fields: { se: fieldBits(block, 59, 56), tid, amountField },
      units: String(token.currency),
      amount: formatUnits(token.currency, CURRENCY_PLACES),
    };
  }
  const units = unitsOf(token);
  return {
    fields: { rnd: token.random, tid, amountField },
    units: String(units),
    amount: formatUnits(units, TENTHS_PLACES),
  };
}

function unitsOf(token: Exclude<CreditToken, { readonly currency: bigint }>): number {
  switch (token.name) {
    case 'electricity':
      return token.energy;
    case 'water':
    case 'gas':
      return token.volume;
    case 'time':
      return token.span;
  }
}
