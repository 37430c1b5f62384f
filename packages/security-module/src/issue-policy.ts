/**
 * What a module was sealed to make: which kinds of content, and how much credit that nobody paid one
 * meter may have in a day. It is sealed with the keys, because whoever could change it without them
 * would be whoever it is meant to hold.
 */
import { type TenthKwh, tenthKwh } from '@wattvend/quantities/energy.js';
import { type HundredThousandths, hundredThousandths } from '@wattvend/quantities/money.js';
import { type TenthMinutes, tenthMinutes } from '@wattvend/quantities/time.js';
import { type TenthCubicMetres, tenthCubicMetres } from '@wattvend/quantities/volume.js';
import { ItemFault, type OctetReader, type OctetWriter } from './framed-octets.ts';
import { CONTENT_KINDS, type ContentKind, type TokenContent } from './security-module.ts';

/** The most that one meter may have for nothing in one day; 0 for nothing at all. */
export interface FreeCreditCaps {
  readonly electricity: TenthKwh;
  readonly water: TenthCubicMetres;
  readonly gas: TenthCubicMetres;
  readonly time: TenthMinutes;
  /** For each of the four services, in the currency of the utility. */
  readonly currency: HundredThousandths;
}

export interface IssuePolicy {
  readonly allowedKinds: readonly ContentKind[];
  readonly freeCreditCaps: FreeCreditCaps;
}

/**
 * For a module that was sealed without one: every kind; 500.0 kWh, 500.0 m³ and 31 days, which is
 * more than a household uses in a month; and no money, for what is much depends on the currency.
 */
export const DEFAULT_ISSUE_POLICY: IssuePolicy = {
  allowedKinds: CONTENT_KINDS,
  freeCreditCaps: {
    electricity: tenthKwh(5000),
    water: tenthCubicMetres(5000),
    gas: tenthCubicMetres(5000),
    time: tenthMinutes(31 * 24 * 60 * 10),
    currency: hundredThousandths(0n),
  },
};

/** The cap that holds for a credit. */
export function freeCreditCapOf(
  caps: FreeCreditCaps,
  content: Extract<TokenContent, { kind: 'credit' | 'credit-currency' }>,
): bigint {
  return content.kind === 'credit' ? BigInt(caps[content.service]) : caps.currency;
}

/** Throws RangeError for a cap of money below zero or above 2^53 - 1. */
export function writeIssuePolicy(writer: OctetWriter, policy: IssuePolicy): void {
  writer.number(policy.allowedKinds.length);
  for (const kind of policy.allowedKinds) writer.text(kind);
  const { electricity, water, gas, time, currency } = policy.freeCreditCaps;
  writer.number(electricity).number(water).number(gas).number(time).number(Number(currency));
}

/** Throws ItemFault for what is no policy. */
export function readIssuePolicy(reader: OctetReader): IssuePolicy {
  const allowedKinds: ContentKind[] = [];
  for (let remaining = reader.number(); remaining > 0; remaining--) {
    const text = reader.text();
    const kind = CONTENT_KINDS.find((candidate) => candidate === text);
    if (kind === undefined) throw new ItemFault();
    allowedKinds.push(kind);
  }
  return {
    allowedKinds,
    freeCreditCaps: {
      electricity: tenthKwh(reader.number()),
      water: tenthCubicMetres(reader.number()),
      gas: tenthCubicMetres(reader.number()),
      time: tenthMinutes(reader.number()),
      currency: hundredThousandths(BigInt(reader.number())),
    },
  };
}
