/** The bar of a vendor's float in percent of its width, from exact minor units. */
import type { Vendor } from '../../api/model.ts';

export interface FloatShares {
  readonly available: number;
  readonly reserved: number;
  /** Less than a tenth of what is posted is left. */
  readonly low: boolean;
}

function percent(part: bigint, whole: bigint): number {
  if (whole <= 0n || part <= 0n) return 0;
  return Number((part * 1000n) / whole) / 10;
}

/** Whoever has nothing and owes nothing has not paid in yet, or clears something for the house. */
function hasBegun(float: Vendor['float']): boolean {
  return [float.posted_minor, float.reserved_minor, float.floor_minor].some((each) => each !== '0');
}

/** The whole bar is what may still be spent and what is reserved, above the float's floor. */
export function floatShares(float: Vendor['float']): FloatShares {
  const available = BigInt(float.available_minor);
  const reserved = BigInt(float.reserved_minor);
  const whole = (available > 0n ? available : 0n) + reserved;
  return {
    available: percent(available, whole),
    reserved: percent(reserved, whole),
    low: hasBegun(float) && (available * 10n < BigInt(float.posted_minor) || available <= 0n),
  };
}
