/** Management tokens, class 2: made from the members of a request, and described. */
import { type Watts, watts } from '@wattvend/quantities/energy.js';
import type { Block64 } from '@wattvend/sts/block64.js';
import type { TimedManagementToken } from '@wattvend/sts/management.js';
import type { TokenIdentifier } from '@wattvend/sts/token-identifier.js';
import { TRANSFER_AMOUNT_MAX } from '@wattvend/sts/transfer-amount.js';
import { refusalNamed } from '../refusal-codes.ts';
import { isRefusal, type JsonObject, type Refusal, readWhole, readWholeOr } from '../request.ts';
import { readDecimal, unitsCeil } from './decimal.ts';
import { fieldBits } from './field-bits.ts';
import { noSuchToken } from './no-such-token.ts';

// Of 7.2 digits; longer ones are above the code too.
const WATTS_DIGITS_MAX = 15;

export function readManagementToken(
  fields: JsonObject,
  subclass: number,
  tokenIdentifier: TokenIdentifier,
): TimedManagementToken | Refusal {
  const random = readWhole(fields, 'rnd');
  if (isRefusal(random)) return random;
  const timed = { tokenClass: 2, random, tokenIdentifier } as const;
  switch (subclass) {
    case 0: {
      const maximumPowerLimit = readWatts(fields, 'mpl');
      if (isRefusal(maximumPowerLimit)) return maximumPowerLimit;
      return { ...timed, subclass, name: 'setMaximumPowerLimit', maximumPowerLimit };
    }
    case 1: {
      const register = readWhole(fields, 'register');
      if (isRefusal(register)) return register;
      return { ...timed, subclass, name: 'clearCredit', register };
    }
    case 2: {
      const rate = readWhole(fields, 'rate');
      if (isRefusal(rate)) return rate;
      return { ...timed, subclass, name: 'setTariffRate', rate };
    }
    case 5: {
      const padding = readWholeOr(fields, 'pad', 0);
      if (isRefusal(padding)) return padding;
      return { ...timed, subclass, name: 'clearTamperCondition', padding };
    }
    case 6: {
      const limit = readWatts(fields, 'mppul');
      if (isRefusal(limit)) return limit;
      return {
        ...timed,
        subclass,
        name: 'setMaximumPhasePowerUnbalanceLimit',
        maximumPhasePowerUnbalanceLimit: limit,
      };
    }
    case 7: {
      const waterMeterFactor = readWhole(fields, 'wmFactor');
      if (isRefusal(waterMeterFactor)) return waterMeterFactor;
      return { ...timed, subclass, name: 'setWaterMeterFactor', waterMeterFactor };
    }
    default:
      return noSuchToken(2, subclass);
  }
}

/** Whole watts, as a number or its digits. */
function readWatts(fields: JsonObject, member: string): Watts | Refusal {
  const decimal = readDecimal(fields, member, { isWhole: true });
  if (isRefusal(decimal)) return decimal;
  const power = decimal.whole.length > WATTS_DIGITS_MAX ? -1n : unitsCeil(decimal, 0);
  if (power < 0n || power > TRANSFER_AMOUNT_MAX) {
    return refusalNamed('amount-above-code', `"${member}" is 0 to ${TRANSFER_AMOUNT_MAX} W.`);
  }
  return watts(Number(power));
}

/** The fields as they stand in the block, and limits in watts. */
export function describeManagementToken(
  token: TimedManagementToken,
  block: Readonly<Block64>,
): JsonObject {
  const timed = { rnd: token.random, tid: token.tokenIdentifier };
  const code = fieldBits(block, 31, 16);
  switch (token.subclass) {
    case 0:
      return { fields: { ...timed, mplField: code }, mpl: String(token.maximumPowerLimit) };
    case 1:
      return { fields: { ...timed, register: token.register } };
    case 2:
      return { fields: { ...timed, rate: token.rate } };
    case 5:
      return { fields: { ...timed, pad: token.padding } };
    case 6:
      return {
        fields: { ...timed, mppulField: code },
        mppul: String(token.maximumPhasePowerUnbalanceLimit),
      };
    case 7:
      return { fields: { ...timed, wmFactor: token.waterMeterFactor } };
  }
}
