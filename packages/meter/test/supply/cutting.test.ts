/**
 * The whole meter under any load and any tampering: what comes out does not depend on how often its
 * owner looks at it, and everything that flowed is accounted for.
 */
import type { Measurement, TamperSensor } from '@wattvend/meter/meter-event.js';
import type { MeterSettings } from '@wattvend/meter/settings.js';
import { COMMERCIAL, INDUSTRIAL } from '@wattvend/meter/settings-profiles.js';
import { watts } from '@wattvend/quantities/energy.js';
import { milliseconds } from '@wattvend/quantities/time.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inventedMeter } from '../invented-meter.ts';
import { drawing, MeterStory } from '../meter-story.ts';

const WHILE_ACTIVE = {
  after: milliseconds(2000),
  disconnects: 'while-active',
  isKept: false,
  soundsBuzzer: false,
} as const;

function withCovers(settings: MeterSettings): MeterSettings {
  const { inputs } = settings.tamper;
  const covers = { 'meter-cover': WHILE_ACTIVE, magnet: WHILE_ACTIVE } as const;
  return {
    ...settings,
    tamper: { ...settings.tamper, inputs: { ...inputs, ...covers } },
  };
}

const LIFELINE: MeterSettings = {
  ...COMMERCIAL,
  accounting: { ...COMMERCIAL.accounting, lifeline: watts(2000) },
};

const PROFILES: readonly MeterSettings[] = [COMMERCIAL, INDUSTRIAL, LIFELINE].map(withCovers);

interface Span {
  readonly elapsed: number;
  readonly measurement: Measurement;
  /** What happens before it. */
  readonly before: readonly ('switch' | 'dip' | TamperSensor)[];
  /** Where the second meter is looked at within the span, in parts of it. */
  readonly looks: readonly number[];
}

const anyPower = fc.oneof(fc.nat(3000), fc.integer({ min: -2000, max: 40_000 }));
const anyMeasurement: fc.Arbitrary<Measurement> = fc
  .tuple(
    fc.tuple(anyPower, anyPower, anyPower),
    fc.constantFrom(2300, 2300, 1000, 3000),
    fc.nat(40),
  )
  .map(([powers, voltage, behind]) => {
    const { neutralCurrent, phases } = drawing(...powers);
    const [first, ...others] = phases;
    return {
      phases: first === undefined ? phases : [{ ...first, voltage }, ...others],
      neutralCurrent,
      powerBehindOpenSwitch: behind < 25 ? 0 : behind,
    };
  });

const anySpan: fc.Arbitrary<Span> = fc.record({
  elapsed: fc.oneof(fc.integer({ min: 1, max: 90_000 }), fc.integer({ min: 1, max: 7_200_000 })),
  measurement: anyMeasurement,
  before: fc.array(
    fc.constantFrom('switch' as const, 'dip' as const, 'meter-cover' as const, 'magnet' as const),
    { maxLength: 2 },
  ),
  looks: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 6 }),
});

function meterOf(settings: MeterSettings): MeterStory {
  return new MeterStory(
    inventedMeter('07', {
      settings,
      maximumPhasePowerUnbalanceLimit: watts(20_000),
      // 30 kWh.
      registers: [{ service: 0, credit: 300n }],
    }),
  );
}

function happenBefore(meter: MeterStory, { before }: Span): void {
  for (const each of before) {
    if (each === 'switch') meter.key({ kind: 'switch' });
    else if (each === 'dip') {
      meter.powerOff();
      meter.powerOn(30_000);
    } else meter.sensor(each, !meter.meter.working.sensors.includes(each));
  }
}

/** What there is to compare: the number of writes is no fact of the meter. */
function factsOf({ log, meter }: MeterStory) {
  const { generation, ...memory } = meter.memory;
  return { memory, working: meter.working, log };
}

test('it does not depend on how the time is cut', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...PROFILES),
      fc.array(anySpan, { minLength: 2, maxLength: 8 }),
      (settings, spans) => {
        const seldom = meterOf(settings);
        const often = meterOf(settings);
        for (const span of spans) {
          happenBefore(seldom, span);
          happenBefore(often, span);
          seldom.passesFor(span.elapsed, span.measurement);
          const looks = span.looks.map((part) => Math.floor(part * span.elapsed));
          let at = 0;
          for (const look of [...looks, span.elapsed].sort((left, right) => left - right)) {
            if (look > at) often.passesFor(look - at, span.measurement);
            at = Math.max(at, look);
          }
          expect(factsOf(often)).toEqual(factsOf(seldom));
        }
      },
    ),
    { numRuns: 200 },
  );
});

test('what was consumed is all that flowed, through the switch or behind it, less what waits', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...PROFILES),
      fc.array(anySpan, { minLength: 2, maxLength: 8 }),
      (settings, spans) => {
        const meter = meterOf(settings);
        const opening = meter.memory.totalEnergyConsumed;
        for (const span of spans) {
          happenBefore(meter, { ...span, before: span.before.filter((each) => each !== 'dip') });
          const before = meter.memory.totalEnergyConsumed;
          const waiting = meter.meter.working.remainder;
          const { supplied } = meter.passesFor(span.elapsed, span.measurement);
          if (supplied === undefined) throw new Error('a measured span tells what it supplied');
          const consumed = meter.memory.totalEnergyConsumed - before;
          const rest = meter.meter.working.remainder - waiting;
          const { connection, phases } = { ...settings.supply, ...span.measurement };
          const times = connection.kind === 'direct' ? 1 : 40;
          const through = phases.reduce((sum, { power }) => sum + Math.abs(power) * times, 0);
          const behind = (span.measurement.powerBehindOpenSwitch ?? 0) * times;
          const flowed =
            BigInt(through) * BigInt(supplied.lasted) +
            BigInt(behind) * BigInt(span.elapsed - supplied.lasted);
          expect(BigInt(consumed) * 3_600_000n + BigInt(rest)).toBe(flowed);
        }
        expect(meter.memory.totalEnergyConsumed).toBeGreaterThanOrEqual(opening);
        expect(meter.isBalanced).toBe(true);
      },
    ),
    { numRuns: 200 },
  );
});

test('a cover that is closed gives the supply back in the same hour in which it was closed', () => {
  const meter = meterOf(withCovers(COMMERCIAL));
  meter.sensor('meter-cover', true);
  meter.passes(10, drawing(1000, 1000, 1000));
  expect(meter.supply).toBe('tamper');
  meter.sensor('meter-cover', false);
  const { supplied } = meter.passes(3600, drawing(1000, 1000, 1000));
  expect(meter.supply).toBe('closed by credit');
  expect(supplied?.lasted).toBe(3_599_999);
});

test('the delay after an outage ends within a span', () => {
  const meter = meterOf(withCovers(COMMERCIAL));
  meter.passes(1, drawing(100, 100, 100));
  meter.powerOff();
  meter.powerOn(30_000);
  const { supplied } = meter.passes(1000, drawing(100, 100, 100));
  // 300 000 ms x 30 000 / 65 535 = 137 331.2 ms of darkness.
  expect(supplied?.lasted).toBe(1_000_000 - 137_331);
});
