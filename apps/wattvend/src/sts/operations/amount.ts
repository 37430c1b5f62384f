/**
 * The operation `amount`: units and the code that carries them, 16 bits for energy, volume and time
 * and 20 bits for money.
 */
import { tenthKwh } from '@wattvend/quantities/energy.js';
import { type HundredThousandths, hundredThousandths } from '@wattvend/quantities/money.js';
import {
  decodeTransferAmount,
  encodeTransferAmountCeil,
  TRANSFER_AMOUNT_MAX,
} from '@wattvend/sts/transfer-amount.js';
import {
  decodeTransferCurrency,
  encodeTransferCurrencyForCustomer,
} from '@wattvend/sts/transfer-currency.js';
import {
  type Answer,
  isRefusal,
  type JsonObject,
  type Refusal,
  readFlag,
  readWhole,
  refuse,
} from '../request.ts';
import { formatUnits, isZero, readDecimal, unitsCeil } from './decimal.ts';

/** Decimal places of "amount": tenths of a kWh, of a cubic metre, of a minute. */
export const TENTHS_PLACES = 1;
/** Hundred-thousandths of the base currency. */
export const CURRENCY_PLACES = 5;

const OUTSIDE_THE_CODING: Refusal = refuse(
  'AmountRange',
  `an amount is 0 to ${TRANSFER_AMOUNT_MAX} tenths`,
);

// More digits than these are above the greatest code of any kind, which has 36.
const WHOLE_DIGITS_MAX = 40;
const CODE_MAX = 0xffff;
const CURRENCY_CODE_MAX = 0xfffff;

/** Reads "units", which are whole, or "amount", a decimal that is rounded up to units. */
function readUnits(parent: JsonObject, places: number): bigint | Refusal {
  const isWhole = parent['units'] !== undefined;
  const decimal = readDecimal(parent, isWhole ? 'units' : 'amount', { isWhole });
  if (isRefusal(decimal)) return decimal;
  const isBelowAll = decimal.isNegative && !isZero(decimal) && places === TENTHS_PLACES;
  if (isBelowAll || decimal.whole.length > WHOLE_DIGITS_MAX) return OUTSIDE_THE_CODING;
  return unitsCeil(decimal, isWhole ? 0 : places);
}

/** Tenths of the unit of a service, in the range of the code. */
export function readTenths(parent: JsonObject): number | Refusal {
  const units = readUnits(parent, TENTHS_PLACES);
  if (isRefusal(units)) return units;
  return units > TRANSFER_AMOUNT_MAX ? OUTSIDE_THE_CODING : Number(units);
}

/** Money; the encoder looks at its range. */
export function readCurrency(parent: JsonObject): HundredThousandths | Refusal {
  const units = readUnits(parent, CURRENCY_PLACES);
  return isRefusal(units) ? units : hundredThousandths(units);
}

export function answerAmount(request: JsonObject): Answer {
  const isCurrency = readFlag(request, 'currency');
  if (isRefusal(isCurrency)) return isCurrency;
  if (request['field'] !== undefined) return unitsOfField(request, isCurrency);
  if (isCurrency) {
    const money = readCurrency(request);
    if (isRefusal(money)) return money;
    const field = encodeTransferCurrencyForCustomer(money);
    return { ok: true, field, carried: String(decodeTransferCurrency(field)) };
  }
  const tenths = readTenths(request);
  if (isRefusal(tenths)) return tenths;
  // The code is the same for every service; energy stands for all.
  const field = encodeTransferAmountCeil(tenthKwh(tenths));
  return { ok: true, field, carried: String(decodeTransferAmount(field)) };
}

function unitsOfField(request: JsonObject, isCurrency: boolean): Answer {
  const field = readWhole(request, 'field');
  if (isRefusal(field)) return field;
  const greatest = isCurrency ? CURRENCY_CODE_MAX : CODE_MAX;
  if (field > greatest) return refuse('AmountRange', `"field" is at most ${greatest}`);
  const units = isCurrency ? decodeTransferCurrency(field) : decodeTransferAmount(field);
  const places = isCurrency ? CURRENCY_PLACES : TENTHS_PLACES;
  return { ok: true, units: String(units), amount: formatUnits(units, places) };
}
