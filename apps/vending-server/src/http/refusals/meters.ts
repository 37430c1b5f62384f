/** Meters, what they are sold under, and whose they are. In order. */
import { NO, row } from './refusal.ts';

export const METERS_REFUSALS = {
  meter_number_invalid: row(
    422,
    NO,
    'Meter number wrong',
    'Check the meter number: {fault}.',
    'The detail says whether the number of digits or the check digit is wrong.',
  ),
  meter_not_found: row(
    404,
    NO,
    'Meter not found',
    'No meter with this number is enrolled here.',
    'The number is right in itself.',
  ),
  meter_exists: row(
    409,
    NO,
    'Meter enrolled already',
    'A meter with this number is enrolled already.',
    'Numbers are unique within a utility.',
  ),
  meter_not_installed: row(
    409,
    NO,
    'Meter not installed',
    'This meter hangs nowhere at present; nothing can be sold for it.',
    'It is in store, was taken away or was scrapped.',
  ),
  meter_blocked: row(
    409,
    NO,
    'Meter blocked',
    'This meter is blocked; nothing can be sold for it.',
    'An operator has blocked it.',
  ),
  agreement_ended: row(
    409,
    NO,
    'Nobody is supplied',
    'The agreement at this place has ended; nothing can be sold for its meter.',
    'There is no agreement in force at the service point of the meter.',
  ),
  vending_key_not_found: row(
    422,
    NO,
    'Vending key not found',
    'There is no vending key of this supply group, revision and key generation algorithm for this encryption algorithm.',
    'Said when a meter is enrolled. DKGA02 serves encryption algorithm 07 only.',
  ),
  vending_key_expired: row(
    409,
    NO,
    'Vending key expired',
    'The key of this meter has expired. The meter needs a key change.',
    'The token identifier would lie beyond the key expiry number, or outside the range of the base date.',
  ),
  tariff_not_found: row(
    422,
    NO,
    'Tariff not found',
    'There is no tariff of this id in effect.',
    'Unknown, or none of its versions is approved and in effect. Said when a meter is enrolled, when tariffs are read, and of a vend whose tariff is not yet in effect.',
  ),
  customer_not_found: row(
    422,
    NO,
    'Customer not found',
    'There is no customer with this id.',
    'Said when a meter is enrolled.',
  ),
} as const;
