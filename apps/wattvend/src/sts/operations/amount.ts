/** The operation `amount`: tenths of a unit, and the 16-bit code that carries them. */
import { formatTenthKwh, type TenthKwh, tenthKwh } from '@wattvend/quantities/energy.js';
import {
  decodeTransferAmount,
  encodeTransferAmountCeil,
  TRANSFER_AMOUNT_MAX,
} from '@wattvend/sts/transfer-amount.js';
import {
  type Answer,
  isRefusal,
  type JsonObject,
  type Refusal,
  readText,
  readWhole,
  refuse,
} from '../request.ts';

const OUTSIDE_THE_CODING: Refusal = refuse(
  'AmountRange',
  `an amount is 0 to ${TRANSFER_AMOUNT_MAX} tenths`,
);

// More digits than these are above the maximum; leading zeros are taken off before they count.
const WHOLE_DIGITS_MAX = 9;
const CODE_MAX = 0xffff;

/** Reads "units", whole tenths, or "amount", a decimal that is rounded up to tenths. */
export function readAmount(parent: JsonObject): TenthKwh | Refusal {
  const member = parent['units'] === undefined ? 'amount' : 'units';
  const text =
    typeof parent[member] === 'number' ? String(parent[member]) : readText(parent, member);
  if (isRefusal(text)) return text;
  const parts = /^(?<sign>-?)0*(?<whole>\d+)(?:\.(?<places>\d+))?$/.exec(text)?.groups;
  const { sign, whole = '', places = '' } = parts ?? {};
  if (parts === undefined || (member === 'units' && places !== '')) {
    return refuse(
      'BadRequest',
      `"${member}" must be a ${member === 'units' ? 'whole' : 'decimal'} number`,
    );
  }
  const isZero = /^0*$/.test(whole + places);
  if ((sign === '-' && !isZero) || whole.length > WHOLE_DIGITS_MAX) return OUTSIDE_THE_CODING;
  const tenths =
    member === 'units'
      ? Number(whole)
      : Number(whole) * 10 + Number(places.slice(0, 1)) + (/[1-9]/.test(places.slice(1)) ? 1 : 0);
  return tenths > TRANSFER_AMOUNT_MAX ? OUTSIDE_THE_CODING : tenthKwh(tenths);
}

export function answerAmount(request: JsonObject): Answer {
  if (request['currency'] === true) {
    return refuse('NotImplemented', 'the codes of currency tokens are not built yet');
  }
  if (request['field'] !== undefined) {
    const field = readWhole(request, 'field');
    if (isRefusal(field)) return field;
    if (field > CODE_MAX) return OUTSIDE_THE_CODING;
    const units = decodeTransferAmount(field);
    return { ok: true, units: String(units), amount: formatTenthKwh(units) };
  }
  const units = readAmount(request);
  if (isRefusal(units)) return units;
  const field = encodeTransferAmountCeil(units);
  return { ok: true, field, carried: String(decodeTransferAmount(field)) };
}
