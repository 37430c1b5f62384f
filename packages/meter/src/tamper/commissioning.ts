/**
 * Putting a meter into service and taking it out. A meter that is not in service holds its switch open
 * and does not watch its covers, so that it can be wired and stored; it keeps credit, keys and log.
 */
import type { LoggedEvent } from '../event-log.ts';
import type { MeterMemory } from '../memory.ts';
import type { CommandRefusal, TamperSensor } from '../meter-event.ts';
import type { SupplyState } from '../supply/supply-state.ts';
import { TAMPER_NONE, type TamperState } from './tamper-state.ts';

export type Commissioned =
  | {
      readonly kind: 'done';
      readonly changes: { readonly supply: SupplyState; readonly tamper?: TamperState };
      readonly events: readonly LoggedEvent[];
    }
  | { readonly kind: 'refused'; readonly refusal: CommandRefusal; readonly detail?: string };

/** Refused in this order: already in service; a contact that stands, with its name. */
export function commissioned(
  { supply }: Pick<MeterMemory, 'supply'>,
  sensors: readonly TamperSensor[],
): Commissioned {
  if (supply.isCommissioned) return { kind: 'refused', refusal: 'already-commissioned' };
  const [standing] = sensors;
  if (standing !== undefined) {
    return { kind: 'refused', refusal: 'covers-open', detail: standing };
  }
  return {
    kind: 'done',
    changes: { supply: { ...supply, isCommissioned: true } },
    events: [{ code: 'commissioned' }],
  };
}

/** What was kept of tampering stays; what stands is no longer watched. */
export function decommissioned({
  supply,
  tamper,
}: Pick<MeterMemory, 'supply' | 'tamper'>): Commissioned {
  if (!supply.isCommissioned) return { kind: 'refused', refusal: 'not-commissioned' };
  return {
    kind: 'done',
    changes: {
      supply: { ...supply, isCommissioned: false },
      tamper: tamper.active.length === 0 ? tamper : { ...TAMPER_NONE, kept: tamper.kept },
    },
    events: [{ code: 'decommissioned' }],
  };
}
