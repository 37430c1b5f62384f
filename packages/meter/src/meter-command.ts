/** What the utility tells a meter over a line, or an installer at its port: one command, one answer. */
import type { Instant } from '@wattvend/quantities/time.js';
import { hasService } from './accounting/credit.ts';
import { selectEmergencyCredit } from './accounting/emergency-credit.ts';
import { accountService } from './accounting/services.ts';
import {
  accountingUnderSettings,
  activateTariff,
  removeCharge,
  setCharge,
  setPassiveTariff,
  setPrices,
} from './accounting/tariff-commands.ts';
import type { LoggedEvent } from './event-log.ts';
import type { MemoryChanges } from './memory.ts';
import type { Meter } from './meter.ts';
import type { CommandOutcome, CommandRefusal, MeterCommand } from './meter-event.ts';
import type { MeterSettings } from './settings.ts';
import { change, type StepDraft } from './step-draft.ts';
import { meterSettingsRecord, parseMeterSettings } from './storage/settings-record.ts';
import { demandReset } from './supply/maximum-demand.ts';
import { remotelyDisconnected, remotelyReconnected } from './supply/switch-decision.ts';
import { commissioned, decommissioned } from './tamper/commissioning.ts';

/** Does a command, or refuses it and says why. A refused command changes nothing. */
export function commandOutcome(
  draft: StepDraft,
  command: MeterCommand,
  now: Instant,
): CommandOutcome {
  if (!draft.meter.working.isPowered) return { kind: 'refused', refusal: 'no-power' };
  const commanded = commandedOf(draft.meter, command);
  if (commanded.kind === 'refused') return commanded;
  change(draft, commanded.changes, { now, events: commanded.events });
  return { kind: 'done' };
}

type Commanded =
  | {
      readonly kind: 'done';
      readonly changes: MemoryChanges;
      readonly events: readonly LoggedEvent[];
    }
  | { readonly kind: 'refused'; readonly refusal: CommandRefusal; readonly detail?: string };

function commandedOf({ memory, working }: Meter, command: MeterCommand): Commanded {
  switch (command.kind) {
    case 'disconnect':
      return onSupply(remotelyDisconnected(memory.supply));
    case 'reconnect':
      return onSupply(remotelyReconnected(memory.supply, command.needsKey));
    case 'commission':
      return commissioned(memory, working.sensors);
    case 'decommission':
      return decommissioned(memory);
    case 'set-passive-tariff':
      return setPassiveTariff(memory, command.tariff, command.activateAt);
    case 'activate-tariff':
      return activateTariff(memory);
    case 'set-prices':
      return setPrices(memory, command.schedule);
    case 'set-charge':
      return setCharge(memory, command.charge);
    case 'remove-charge':
      return removeCharge(memory, command.name);
    case 'select-emergency-credit':
      return selectEmergencyCredit(memory);
    case 'reset-demand': {
      const supply = { ...memory.supply, demand: demandReset(memory.supply.demand) };
      return { kind: 'done', changes: { supply }, events: [{ code: 'demand-reset' }] };
    }
    case 'change-settings':
      return settingsChanged(memory, command.settings);
  }
}

function onSupply(o: {
  readonly supply: Meter['memory']['supply'];
  readonly events: readonly LoggedEvent[];
}): Commanded {
  return { kind: 'done', changes: { supply: o.supply }, events: o.events };
}

// Settings that could not be read again after the next power failure would be the end of the meter.
function settingsChanged(memory: Meter['memory'], settings: MeterSettings): Commanded {
  const parsed = parseMeterSettings(meterSettingsRecord(settings));
  if (parsed.kind === 'fault') {
    return { kind: 'refused', refusal: 'settings-invalid', detail: parsed.fault };
  }
  const service = accountService(settings.accounting);
  if (!hasService(memory, service)) {
    const detail = `the meter does not sell service ${service}, which they charge`;
    return { kind: 'refused', refusal: 'settings-invalid', detail };
  }
  return {
    kind: 'done',
    changes: { settings, accounting: accountingUnderSettings(memory, settings) },
    events: [{ code: 'settings-changed', detail: settings.model }],
  };
}
