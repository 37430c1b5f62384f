/**
 * The engineer's tokens of the demo, made in the page with the key of the meter that hangs there. In a
 * real utility nobody can do this: such a token is ordered, approved by a second person and issued by
 * the security module, and the key of a meter leaves neither the module nor the meter. A meter of the
 * demo is a test meter under a test key, and its memory is in this browser anyway.
 */
import type { MeterMemory } from '@wattvend/meter/memory.js';
import { watts } from '@wattvend/quantities/energy.js';
import type { Instant } from '@wattvend/quantities/time.js';
import { DecoderKey } from '@wattvend/sts/decoder-key.js';
import { encryptToken, type NumericToken } from '@wattvend/sts/token.js';
import { tokenCipher } from '@wattvend/sts/token-cipher.js';
import {
  isReservedTokenIdentifier,
  type TokenIdentifier,
  tokenIdentifier,
  tokenIdentifierAt,
} from '@wattvend/sts/token-identifier.js';

export type SlipName = 'clear-tamper' | 'limit-low' | 'limit-high' | 'unbalance' | 'clear-credit';

/** A number by chance from 0 to below the bound. */
export type Chance = (bound: number) => number;

export interface SlipRow {
  readonly name: SlipName;
  readonly label: string;
  /** What the token does, for whoever chooses it. */
  readonly text: string;
  readonly phases: readonly (1 | 3)[];
}

const ANY: SlipRow['phases'] = [1, 3];

export const SLIPS: readonly SlipRow[] = [
  { name: 'clear-tamper', label: 'Clear tamper', text: 'ends a tamper alarm', phases: ANY },
  { name: 'limit-low', label: 'Limit 2 kW', text: 'allows 2,000 W', phases: ANY },
  { name: 'limit-high', label: 'Limit 10 kW', text: 'allows 10,000 W', phases: ANY },
  {
    name: 'unbalance',
    label: 'Unbalance 2 kW',
    text: 'lets the phases differ by 2,000 W',
    phases: [3],
  },
  { name: 'clear-credit', label: 'Clear credit', text: 'sets the credit to zero', phases: ANY },
];

const RANDOM_BOUND = 16;
const ELECTRICITY_REGISTER = 0;

/** The twenty digits; null when there is no minute left that the meter would take. */
export function engineerToken(
  memory: MeterMemory,
  name: SlipName,
  o: { readonly realTime: Instant; readonly chance: Chance },
): NumericToken | null {
  const identifier = unusedMinute(memory, o);
  if (identifier === null) return null;
  const cipher = tokenCipher(memory.encryptionAlgorithm, DecoderKey.fromHex(memory.decoderKey));
  const timed = { random: o.chance(RANDOM_BOUND), tokenIdentifier: identifier };
  switch (name) {
    case 'clear-tamper': {
      const head = { tokenClass: 2, subclass: 5, name: 'clearTamperCondition' } as const;
      return encryptToken({ ...head, ...timed, padding: 0 }, cipher);
    }
    case 'limit-low':
    case 'limit-high': {
      const head = { tokenClass: 2, subclass: 0, name: 'setMaximumPowerLimit' } as const;
      const maximumPowerLimit = watts(name === 'limit-low' ? 2_000 : 10_000);
      return encryptToken({ ...head, ...timed, maximumPowerLimit }, cipher);
    }
    case 'unbalance': {
      const head = { tokenClass: 2, subclass: 6 } as const;
      return encryptToken(
        {
          ...head,
          ...timed,
          name: 'setMaximumPhasePowerUnbalanceLimit',
          maximumPhasePowerUnbalanceLimit: watts(2_000),
        },
        cipher,
      );
    }
    case 'clear-credit': {
      const head = { tokenClass: 2, subclass: 1, name: 'clearCredit' } as const;
      return encryptToken({ ...head, ...timed, register: ELECTRICITY_REGISTER }, cipher);
    }
  }
}

/**
 * A minute between the meter's manufacture and now that it has not seen. By chance, and never the
 * minute that runs: the next sale takes that one, and the sale's token would be used up by ours. A
 * token that was sold before and is not keyed in yet has one minute among many.
 */
function unusedMinute(
  memory: MeterMemory,
  o: { readonly realTime: Instant; readonly chance: Chance },
): TokenIdentifier | null {
  const now = tokenIdentifierAt(o.realTime, memory.baseDate);
  const [oldest] = memory.tokenIdentifierStore;
  if (now.kind === 'fault' || oldest === undefined) return null;
  const first = oldest + 1;
  const used = new Set<number>(memory.tokenIdentifierStore);
  const count = now.tokenIdentifier - first;
  if (count <= 0) return null;
  const start = o.chance(count);
  // From a place by chance around to it again, so that a free minute is found if there is one.
  for (let step = 0; step < count; step++) {
    const minute = tokenIdentifier(first + ((start + step) % count));
    if (!used.has(minute) && !isReservedTokenIdentifier(minute)) return minute;
  }
  return null;
}
