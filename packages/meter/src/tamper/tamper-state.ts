/** What tampering leaves behind beside the tamper condition itself; see tamper.ts. */
import type { TamperInput } from '../settings.ts';

export interface TamperState {
  /** The inputs that stand now and have stood long enough to count. */
  readonly active: readonly TamperInput[];
  /** Those that are kept until a ClearTamperCondition token. */
  readonly kept: readonly TamperInput[];
}

export const TAMPER_NONE: TamperState = { active: [], kept: [] };
