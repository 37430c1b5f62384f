/** A meter is put into service and taken out. */
import { commissioned, decommissioned } from '@wattvend/meter/commissioning.js';
import { SUPPLY_NEW } from '@wattvend/meter/supply-state.js';
import { TAMPER_NONE } from '@wattvend/meter/tamper-state.js';
import { describe, expect, test } from 'vitest';

const STORED = { ...SUPPLY_NEW, isCommissioned: false };

describe('into service', () => {
  // One reason less from line to line.
  test.each([
    [SUPPLY_NEW, ['magnet'], { refusal: 'already-commissioned' }],
    [STORED, ['magnet', 'meter-cover'], { refusal: 'covers-open', detail: 'magnet' }],
    [STORED, ['terminal-cover'], { refusal: 'covers-open', detail: 'terminal-cover' }],
  ] as const)('refused', (supply, sensors, refusal) => {
    expect(commissioned({ supply }, sensors)).toEqual({ kind: 'refused', ...refusal });
  });

  test('with everything closed', () => {
    expect(commissioned({ supply: STORED }, [])).toEqual({
      kind: 'done',
      changes: { supply: SUPPLY_NEW },
      events: [{ code: 'commissioned' }],
    });
  });
});

describe('out of service', () => {
  test('refused where it is not in service', () => {
    expect(decommissioned({ supply: STORED, tamper: TAMPER_NONE })).toEqual({
      kind: 'refused',
      refusal: 'not-commissioned',
    });
  });

  test('what stands is watched no more, and what was kept stays for the inspector', () => {
    const tamper = { active: ['magnet', 'over-voltage'], kept: ['magnet'] } as const;
    expect(decommissioned({ supply: SUPPLY_NEW, tamper })).toEqual({
      kind: 'done',
      changes: { supply: STORED, tamper: { active: [], kept: ['magnet'] } },
      events: [{ code: 'decommissioned' }],
    });
  });
});
