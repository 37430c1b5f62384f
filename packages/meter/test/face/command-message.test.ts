/** What the display answers to a key that asked for something. */
import { emergencyMessage } from '@wattvend/meter/command-message.js';
import { COMMAND_REFUSALS } from '@wattvend/meter/meter-event.js';
import { DISPLAY_WIDTH } from '@wattvend/meter/services.js';
import { expect, test } from 'vitest';

test.each([
  ['no-emergency-credit', 'NO EMERGENCY CREDIT'],
  ['emergency-credit-used', 'EMERGENCY: USED ALREADY'],
  ['emergency-credit-not-needed', 'EMERGENCY: NOT NEEDED'],
  ['no-power', 'NOT POSSIBLE NOW'],
] as const)('%s reads %s', (refusal, short) => {
  expect(emergencyMessage({ kind: 'refused', refusal }).short).toBe(short);
});

test('every answer fits the display', () => {
  expect(emergencyMessage({ kind: 'done' }).short).toBe('EMERGENCY CREDIT ON');
  for (const refusal of COMMAND_REFUSALS) {
    const { sentence, short } = emergencyMessage({ kind: 'refused', refusal });
    expect(short.length).toBeLessThanOrEqual(DISPLAY_WIDTH);
    expect(sentence).toMatch(/^[A-Z].*\.$/);
  }
});
