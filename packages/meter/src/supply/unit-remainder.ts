/** What was measured and is too little for one unit of the measuring element. */
import type { Quantity } from '@wattvend/quantities/quantity.js';

/** Of one unit (Wh, dm³, s): what is measured and too little for it. Below UNIT. */
export type UnitRemainder = Quantity<number, 'W ms'>;

/** A power of one for one hour. */
export const UNIT = 3_600_000;

export const UNIT_REMAINDER_NONE: UnitRemainder = 0 as UnitRemainder;
