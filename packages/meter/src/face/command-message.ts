/** What the display answers to a key that asked for emergency credit. */
import type { CommandOutcome, CommandRefusal } from '../meter-event.ts';
import type { TokenMessage } from '../token-entry/token-message.ts';

/** The answer to the customer's own request; refusals of other commands never reach a customer. */
export function emergencyMessage(outcome: CommandOutcome): TokenMessage {
  if (outcome.kind === 'done') {
    return {
      short: 'EMERGENCY CREDIT ON',
      sentence: 'Emergency credit is on. The next token pays it back first.',
    };
  }
  return EMERGENCY_REFUSALS[outcome.refusal] ?? REFUSED;
}

const REFUSED: TokenMessage = {
  short: 'NOT POSSIBLE NOW',
  sentence: 'The meter cannot do this now. Ask your supplier.',
};

const EMERGENCY_REFUSALS: Readonly<Partial<Record<CommandRefusal, TokenMessage>>> = {
  'not-commissioned': {
    short: 'NOT IN SERVICE',
    sentence: 'This meter is not in service yet.',
  },
  'no-emergency-credit': {
    short: 'NO EMERGENCY CREDIT',
    sentence: 'This meter gives no emergency credit.',
  },
  'emergency-credit-used': {
    short: 'EMERGENCY: USED ALREADY',
    sentence: 'Emergency credit was used already. Buy a token to pay it back first.',
  },
  'emergency-credit-not-needed': {
    short: 'EMERGENCY: NOT NEEDED',
    sentence: 'There is still enough credit. Emergency credit is for when it runs out.',
  },
};
