/**
 * Whether the load switch is closed: one ordered list of what holds it open. What comes first is what
 * the customer can do least about, so that the display names the obstacle that must go first.
 */
import type { CreditDecision } from '../accounting/cut-off.ts';
import type { LoggedEvent } from '../event-log.ts';
import type { MeterMemory } from '../memory.ts';
import { opensForTamper } from '../tamper/tamper.ts';
import { isTripped, released, untilKeyReleases } from './power-limit.ts';
import { OVERLOAD_NONE, type SupplyState } from './supply-state.ts';

/** Why the load switch is open. */
export type SwitchReason =
  | 'welded'
  | 'no-power'
  | 'not-commissioned'
  | 'remote'
  | 'tamper'
  | 'overload'
  | 'unbalance'
  | 'credit'
  | 'key'
  | 'delay';

export type SwitchDecision =
  | { readonly isClosed: true; readonly carriedBy: Exclude<CreditDecision, 'exhausted'> }
  | { readonly isClosed: false; readonly reason: SwitchReason };

/** What the decision hangs on. */
export interface SwitchConditions {
  readonly memory: Pick<MeterMemory, 'settings' | 'supply' | 'tamper' | 'isTampered'>;
  readonly isPowered: boolean;
  readonly credit: CreditDecision;
}

/** The first that applies is the reason. */
export const SWITCH_REASONS: readonly {
  readonly reason: SwitchReason;
  readonly opens: (conditions: SwitchConditions) => boolean;
}[] = [
  { reason: 'welded', opens: ({ memory }) => memory.supply.isSwitchWelded },
  { reason: 'no-power', opens: ({ isPowered }) => !isPowered },
  { reason: 'not-commissioned', opens: ({ memory }) => !memory.supply.isCommissioned },
  { reason: 'remote', opens: ({ memory }) => memory.supply.remote !== 'connected' },
  { reason: 'tamper', opens: ({ memory }) => opensForTamper(memory) },
  { reason: 'overload', opens: ({ memory }) => isTripped(memory.supply.overload) },
  {
    reason: 'unbalance',
    // Settings that no longer watch it must not leave a trip behind that nothing ends.
    opens: ({ memory }) =>
      memory.settings.supply.unbalance !== null && isTripped(memory.supply.unbalance),
  },
  { reason: 'credit', opens: ({ credit }) => credit === 'exhausted' },
  { reason: 'key', opens: ({ memory }) => memory.supply.isOffByKey },
  { reason: 'delay', opens: ({ memory }) => memory.supply.reconnectionDelay > 0 },
];

export function switchDecision(conditions: SwitchConditions): SwitchDecision {
  const open = SWITCH_REASONS.find(({ opens }) => opens(conditions));
  if (open !== undefined) return { isClosed: false, reason: open.reason };
  const { credit } = conditions;
  if (credit === 'exhausted') throw new Error('unreachable: without credit the switch is open');
  return { isClosed: true, carriedBy: credit };
}

/**
 * What a press of the key at the switch does; null when it does nothing. A hold for too much load ends
 * only after its wait; see untilKeyReleases.
 */
export function pressSwitchKey(
  { settings, supply }: Pick<MeterMemory, 'settings' | 'supply'>,
  decision: SwitchDecision,
  isOnLifeline: boolean,
): SupplyState | null {
  if (decision.isClosed) return { ...supply, isOffByKey: true };
  switch (decision.reason) {
    case 'remote':
      return supply.remote === 'ready' ? { ...supply, remote: 'connected' } : null;
    case 'overload': {
      const watched = settings.supply.overload;
      const isHeld = supply.overload.status === 'held';
      if (!isHeld || untilKeyReleases(supply.overload, watched, isOnLifeline) > 0) return null;
      return { ...supply, overload: released(watched) };
    }
    case 'unbalance': {
      const watched = settings.supply.unbalance ?? settings.supply.overload;
      const isHeld = supply.unbalance.status === 'held';
      if (!isHeld || untilKeyReleases(supply.unbalance, watched, isOnLifeline) > 0) return null;
      return { ...supply, unbalance: released(watched) };
    }
    case 'key':
      return { ...supply, isOffByKey: false };
    case 'welded':
    case 'no-power':
    case 'not-commissioned':
    case 'tamper':
    case 'credit':
    case 'delay':
      return null;
  }
}

/** The utility takes the supply, or gives it back, at once or when the customer presses the key. */
export function remotelyDisconnected(supply: SupplyState): Commanded {
  return { supply: { ...supply, remote: 'disconnected' }, events: [{ code: 'remote-disconnect' }] };
}

/** Whoever speaks for the utility also ends a hold for too much load. */
export function remotelyReconnected(supply: SupplyState, needsKey: boolean): Commanded {
  const isOff = supply.remote !== 'connected';
  const remote = needsKey && isOff ? 'ready' : 'connected';
  const overload = supply.overload.status === 'held' ? OVERLOAD_NONE : supply.overload;
  const unbalance = supply.unbalance.status === 'held' ? OVERLOAD_NONE : supply.unbalance;
  return {
    supply: { ...supply, remote, overload, unbalance },
    events: [{ code: 'remote-reconnect', detail: remote }],
  };
}

interface Commanded {
  readonly supply: SupplyState;
  readonly events: readonly LoggedEvent[];
}
