/**
 * A step under way: what an event has changed so far. Engines say what changes and what happened; this
 * gathers it into as few writes as the times of the events allow.
 */
import type { Instant } from '@wattvend/quantities/time.js';
import type { LoggedEvent } from './event-log.ts';
import { applyWrite, type MemoryChanges, type MemoryWrite, memoryWrite } from './memory.ts';
import type { Meter, WorkingState } from './meter.ts';
import type { SwitchDecision } from './supply/switch-decision.ts';

export interface StepDraft {
  /** As after all changes so far, those that are not in a write yet among them. */
  meter: Meter;
  readonly writes: MemoryWrite[];
  /** Not in a write yet: of the running kind, without events. */
  gathered: MemoryChanges | null;
}

export function newDraft(meter: Meter): StepDraft {
  return { meter, writes: [], gathered: null };
}

/** Takes changes over; with events, which are logged at this time, as a write of its own. */
export function change(
  draft: StepDraft,
  changes: MemoryChanges,
  o: { readonly now: Instant; readonly events?: readonly LoggedEvent[] },
): void {
  const { working } = draft.meter;
  draft.meter = { memory: { ...draft.meter.memory, ...changes }, working };
  draft.gathered = { ...draft.gathered, ...changes };
  // What is logged is what somebody will be asked about; it must not be lost with the power.
  if (o.events !== undefined && o.events.length > 0) write(draft, 'at-once', o.now, o.events);
}

/** Takes over a write that an engine made itself, after what was gathered before it. */
export function takeWrites(draft: StepDraft, writes: readonly MemoryWrite[]): void {
  for (const each of writes) {
    const { memory, working } = draft.meter;
    draft.meter = { memory: applyWrite(memory, each), working };
    draft.writes.push(each);
  }
}

/** Puts what was gathered into a write. An engine that makes its own write is called after this. */
export function closeWrites(draft: StepDraft, now: Instant): void {
  if (draft.gathered !== null) write(draft, 'running', now, []);
}

export function work(draft: StepDraft, changes: Partial<WorkingState>): void {
  const { memory, working } = draft.meter;
  draft.meter = { memory, working: { ...working, ...changes } };
}

/**
 * Logs it when the load switch opened or closed since it was looked at last. What an outage does to it
 * is told by the outage.
 */
export function logSwitch(draft: StepDraft, decision: SwitchDecision, now: Instant): void {
  const isClosed = decision.isClosed;
  const { isPowered, wasClosed } = draft.meter.working;
  if (!isPowered || isClosed === wasClosed) return;
  work(draft, { wasClosed: isClosed });
  if (wasClosed === null) return;
  const event: LoggedEvent = isClosed
    ? { code: 'switch-closed', detail: decision.carriedBy }
    : { code: 'switch-opened', detail: decision.reason };
  change(draft, {}, { now, events: [event] });
}

function write(
  draft: StepDraft,
  keep: MemoryWrite['keep'],
  now: Instant,
  events: readonly LoggedEvent[],
): void {
  const { memory, working } = draft.meter;
  const made = memoryWrite(memory, draft.gathered ?? {}, { now, events, keep });
  draft.meter = { memory: applyWrite(memory, made), working };
  draft.writes.push(made);
  draft.gathered = null;
}
