/** What the power fails in: meters invented for it, and the writes of their operations. */
import { accountUnits, measuredUnits } from '@wattvend/meter/account-units.js';
import { afterRunning, LOCK_OUT_PROFILES } from '@wattvend/meter/lock-out.js';
import {
  applyWrite,
  type MemoryWrite,
  type MeterMemory,
  memoryWrite,
} from '@wattvend/meter/memory.js';
import { SINGLE_RATE_TARIFF } from '@wattvend/meter/meter-tariff.js';
import { RESIDENTIAL } from '@wattvend/meter/settings-profiles.js';
import { applyToken } from '@wattvend/meter/token-entry.js';
import { tenthKwh, wattHours, watts } from '@wattvend/quantities/energy.js';
import { DecoderKey } from '@wattvend/sts/decoder-key.js';
import { keyChangeSections } from '@wattvend/sts/key-change.js';
import {
  keyExpiryNumber,
  keyRevisionNumber,
  supplyGroupCode,
  tariffIndex,
} from '@wattvend/sts/supply-group.js';
import { encryptToken } from '@wattvend/sts/token.js';
import {
  creditToken,
  inventedMeter,
  minute,
  NOON,
  tokenFor,
  vendingCipher,
} from '../invented-meter.ts';
import { GARBAGE, type Operation, STORE } from './cut-power.ts';

const NEW_KEY = 'f0e0d0c0b0a090807060504030201000';
// Of class 0, and no token of these meters.
const WRONG = '12345678901634567918';

interface Story {
  readonly memory: MeterMemory;
  readonly writes: readonly MemoryWrite[];
}

type Step = (memory: MeterMemory) => readonly MemoryWrite[];

function told(memory: MeterMemory, steps: readonly Step[]): Story {
  let story: Story = { memory, writes: [] };
  for (const step of steps) {
    const made = step(story.memory);
    story = {
      memory: made.reduce(applyWrite, story.memory),
      writes: [...story.writes, ...made],
    };
  }
  return story;
}

interface Setting {
  readonly meter?: MeterMemory;
  readonly earlier?: readonly Step[];
  readonly next?: Step;
  readonly endsWithBrownOut?: boolean;
  readonly garbage?: readonly number[];
}

function operation(name: string, steps: readonly Step[], setting: Setting = {}): Operation {
  const {
    earlier = EARLIER,
    endsWithBrownOut = false,
    garbage = GARBAGE,
    meter = inventedMeter('11'),
    next = credited(5000, 10),
  } = setting;
  const before = told(meter, earlier);
  const after = told(before.memory, steps);
  return {
    name,
    meter,
    earlier: before.writes,
    writes: after.writes,
    next: next(after.memory),
    endsWithBrownOut,
    garbage,
  };
}

/** Enters what the standard answers with one result; any other is a mistake of the story. */
function entered(typed: (memory: MeterMemory) => string, result = 'Accept'): Step {
  return (memory) => {
    const outcome = applyToken(memory, typed(memory), { now: NOON });
    if (outcome.result !== result) throw new Error(`${outcome.result} where ${result} was due`);
    return outcome.writes;
  };
}

function credited(minutes: number, energy = 100): Step {
  return entered((memory) => creditToken(memory, minutes, tenthKwh(energy)));
}

const LIMITED = entered((memory) =>
  tokenFor(memory, {
    tokenClass: 2,
    subclass: 0,
    name: 'setMaximumPowerLimit',
    ...minute(40),
    maximumPowerLimit: watts(5000),
  }),
);

const CLEARED = entered((memory) =>
  tokenFor(memory, {
    tokenClass: 2,
    subclass: 1,
    name: 'clearCredit',
    ...minute(41),
    register: 0xffff,
  }),
);

const TAMPER_CLEARED = entered((memory) =>
  tokenFor(memory, {
    tokenClass: 2,
    subclass: 5,
    name: 'clearTamperCondition',
    ...minute(42),
    padding: 0,
  }),
);

const TAMPERED: Step = (memory) => [
  memoryWrite(
    memory,
    { isTampered: true, tamper: { active: ['magnet'], kept: ['magnet'] } },
    { now: NOON, events: [{ code: 'tamper-began', detail: 'MAGNET' }] },
  ),
];

const TARIFF_CHANGED: Step = (memory) => [
  memoryWrite(
    memory,
    {
      accounting: {
        ...memory.accounting,
        tariff: {
          ...SINGLE_RATE_TARIFF,
          name: 'SUMMER',
          specialDays: Array.from({ length: 8 }, (_, day) => ({
            year: null,
            month: 12,
            day: day + 20,
            dayProfile: 0,
          })),
        },
      },
    },
    { now: NOON, events: [{ code: 'tariff-changed', detail: 'SUMMER' }] },
  ),
];

/** Energy that flows on: less than is kept at once. */
function used(energy: number): Step {
  return (memory) => {
    const { accounting } = memory;
    const measured = measuredUnits(accounting.sinceBillingDay + energy);
    return [
      memoryWrite(
        memory,
        {
          creditRegister: wattHours(memory.creditRegister - energy),
          totalEnergyConsumed: wattHours(memory.totalEnergyConsumed + energy),
          accounting: {
            ...accounting,
            sinceBillingDay: measured,
            measuredByRate: [measured],
            usedByDay: [accountUnits(measured)],
          },
        },
        { keep: 'running' },
      ),
    ];
  };
}

const FAILED: Step = (memory) => [
  memoryWrite(memory, {}, { now: NOON, events: [{ code: 'power-failed' }] }),
];

const EARLIER: readonly Step[] = [credited(1, 500), TAMPERED, credited(2, 250)];

function sections(rollover: boolean): readonly Step[] {
  const typed = (memory: MeterMemory) =>
    keyChangeSections({
      decoderKey: DecoderKey.fromHex(NEW_KEY),
      keyType: 2,
      keyRevisionNumber: keyRevisionNumber(2),
      keyExpiryNumber: keyExpiryNumber(255),
      tariffIndex: tariffIndex('02'),
      supplyGroupCode: supplyGroupCode('654321'),
      rollover,
    }).map((section) => encryptToken(section, vendingCipher(memory)));
  return ['1stKCT', '2ndKCT', '3rdKCT', 'Accept'].map((result, index) =>
    entered((memory) => typed(memory)[index] ?? '', result),
  );
}

function sectionOperation(index: number, rollover: boolean): Operation {
  const steps = sections(rollover);
  return operation(`section ${index + 1}, RO=${rollover ? 1 : 0}`, steps.slice(index, index + 1), {
    earlier: [...EARLIER, ...steps.slice(0, index)],
  });
}

const LOCKING = inventedMeter('07', {
  settings: { ...RESIDENTIAL, lockOut: LOCK_OUT_PROFILES.persistent },
});
const LOCK_ENDED: Step = (memory) => [
  memoryWrite(memory, { lockOut: afterRunning(memory.lockOut, memory.lockOut.remaining) }),
];
const FAILURE = entered(() => WRONG, 'CRCError');

const SHALLOW = inventedMeter('07', { registers: [{ service: 0, maximum: 1000n }] });

/**
 * A credit after so many others, from which the journal is full. The credits are of a quarter of an
 * hour each, so that none is older than the store of identifiers.
 */
function afterCredits(count: number): Operation {
  const earlier = Array.from({ length: count }, (_, index) => credited(100 + 15 * index));
  return operation(`credit after ${count} others`, [credited(4000)], { earlier, garbage: [0] });
}

/** The credit that is the one to turn the journal for the so-many-th time. */
export function turning(turn: number): Operation {
  for (let count = 1; ; count++) {
    const candidate = afterCredits(count);
    let { store } = STORE.format(candidate.meter);
    let turned = 0;
    for (const write of [...candidate.earlier, ...candidate.writes]) {
      const after = STORE.commit(store, write).store;
      if (after.kept.half !== store.kept.half) turned += 1;
      store = after;
    }
    if (turned === turn) return candidate;
  }
}

export const CREDIT: Operation = operation('credit', [credited(3)]);

/** The section that completes the set, without and with a rollover. */
export const KEY_CHANGED = [sectionOperation(3, false), sectionOperation(3, true)] as const;

export const OPERATIONS: readonly Operation[] = [
  CREDIT,
  operation(
    'credit refused for overflow, and one that fits',
    [entered((memory) => creditToken(memory, 3, tenthKwh(300)), 'OverflowError'), credited(3, 200)],
    { meter: SHALLOW },
  ),
  ...[0, 1, 2].map((index) => sectionOperation(index, false)),
  ...KEY_CHANGED,
  operation('clear credit', [CLEARED]),
  operation('maximum power limit', [LIMITED]),
  operation('tamper', [TAMPERED], { earlier: [credited(1)] }),
  operation('tamper cleared', [TAMPER_CLEARED]),
  operation('a wrong token', [FAILURE], { meter: LOCKING }),
  operation('a wrong token that locks', [FAILURE], {
    meter: LOCKING,
    earlier: [...EARLIER, FAILURE, FAILURE],
    next: LOCK_ENDED,
  }),
  operation('tariff', [TARIFF_CHANGED]),
  operation('energy and a brown-out', [used(30), used(20), FAILED]),
  operation('energy and a brown-out that logs nothing', [used(30), used(20)], {
    endsWithBrownOut: true,
  }),
  operation('credit with energy before it', [used(40), credited(3)]),
];
