/** What a meter answers to a command, in words. */
import { emergencyMessage } from '@wattvend/meter/command-message.js';
import type { CommandOutcome, CommandRefusal, MeterCommand } from '@wattvend/meter/meter-event.js';

/** The answer of the meter to a command of this kind. */
export function commandSentence(kind: MeterCommand['kind'], outcome: CommandOutcome): string {
  if (kind === 'select-emergency-credit') return emergencyMessage(outcome).sentence;
  if (outcome.kind === 'refused') return `The meter refused: ${REFUSALS[outcome.refusal]}`;
  return DONE[kind];
}

const DONE: Readonly<Record<Exclude<MeterCommand['kind'], 'select-emergency-credit'>, string>> = {
  disconnect: 'Done: the meter has switched the supply off and keeps it so.',
  reconnect: 'Done: the utility allows the supply again.',
  commission: 'Done: the meter is in service.',
  decommission: 'Done: the meter is out of service, and its switch stays open.',
  'set-passive-tariff': 'Done: the meter keeps the new tariff for its time.',
  'activate-tariff': 'Done: the new tariff holds.',
  'set-prices': 'Done: the meter has the new prices.',
  'set-charge': 'Done: the meter collects the charge.',
  'remove-charge': 'Done: the charge is gone.',
  'reset-demand': 'Done: the maximum demand begins anew.',
  'change-settings': 'Done: the meter has new settings.',
};

const REFUSALS: Readonly<Record<CommandRefusal, string>> = {
  'no-power': 'it has no power.',
  'already-commissioned': 'it is in service already.',
  'not-commissioned': 'it is not in service.',
  'covers-open': 'a cover is open. Close it first.',
  'settings-invalid': 'these settings cannot be.',
  'tariff-invalid': 'this tariff cannot be.',
  'prices-invalid': 'these prices cannot be.',
  'charge-invalid': 'this charge cannot be.',
  'charge-unknown': 'it has no such charge.',
  'no-passive-tariff': 'no other tariff waits in it.',
  'currency-mode-only': 'it counts energy, not money.',
  'no-emergency-credit': 'it gives no emergency credit.',
  'emergency-credit-used': 'emergency credit was used already.',
  'emergency-credit-not-needed': 'there is still enough credit.',
};
