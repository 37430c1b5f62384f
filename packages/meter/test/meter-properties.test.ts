/**
 * What holds for the whole meter whatever happens to it: the books balance, the switch is closed only
 * with good reason, what was kept is what it knows, and nothing depends on how time is cut.
 */

import { accountCredit } from '@wattvend/meter/account.js';
import { accountUnits, measuredUnits, unitPrice } from '@wattvend/meter/account-units.js';
import type { MeterMemory } from '@wattvend/meter/memory.js';
import type { MeterEvent } from '@wattvend/meter/meter-event.js';
import { SINGLE_RATE_TARIFF } from '@wattvend/meter/meter-tariff.js';
import type { MeterSettings } from '@wattvend/meter/settings.js';
import { COMMERCIAL, RESIDENTIAL } from '@wattvend/meter/settings-profiles.js';
import { tenthKwh, watts } from '@wattvend/quantities/energy.js';
import { milliseconds } from '@wattvend/quantities/time.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { creditToken, inventedMeter } from './invented-meter.ts';
import { drawing, MeterStory } from './meter-story.ts';

const TARIFF = {
  ...SINGLE_RATE_TARIFF,
  name: 'DAY AND NIGHT',
  rates: [
    { name: 'NIGHT', prices: [unitPrice(90_000), unitPrice(120_001)] },
    { name: 'DAY', prices: [unitPrice(150_003), unitPrice(210_007)] },
  ],
  stepsFrom: [measuredUnits(0), measuredUnits(3_000)],
  days: [
    {
      switches: [
        { minute: 0, rate: 0 },
        { minute: 6 * 60 + 7, rate: 1 },
        { minute: 22 * 60, rate: 0 },
      ],
    },
  ],
};

const accounting = fc.record({
  mode: fc.constantFrom('energy' as const, 'currency' as const),
  overdraft: fc.constantFrom(accountUnits(0), accountUnits(700)),
  emergency: fc.option(
    fc.record({
      limit: fc.constant(accountUnits(1_500)),
      threshold: fc.constant(accountUnits(400)),
      needsConfirmation: fc.boolean(),
    }),
    { nil: null },
  ),
  friendly: fc.option(
    fc.constant({
      windows: [{ weekdays: [0, 2, 4], fromMinute: 1_200, untilMinute: 300 }],
      onSpecialDays: true,
    }),
    { nil: null },
  ),
  lifeline: fc.option(fc.constant(watts(300)), { nil: null }),
});

const settings: fc.Arbitrary<MeterSettings> = fc
  .tuple(fc.constantFrom(RESIDENTIAL, COMMERCIAL), accounting)
  .map(([profile, changes]) => ({
    ...profile,
    accounting: { ...profile.accounting, ...changes },
    supply: { ...profile.supply, maximumPower: watts(4_000) },
  }));

function newMeter(of: MeterSettings, credit: number): MeterMemory {
  const service = of.accounting.mode === 'energy' ? 0 : 4;
  const units = service === 0 ? BigInt(credit) : BigInt(credit) * 10_000n;
  return inventedMeter('07', {
    settings: of,
    tariff: TARIFF,
    registers: [{ service, credit: units }],
    maximumPhasePowerUnbalanceLimit: watts(3_000),
  });
}

type Happening = Parameters<MeterStory['happens']>[0];

function happening(phases: 1 | 3): fc.Arbitrary<Happening> {
  const power = fc.integer({ min: -2_000, max: 6_000 });
  const load = fc.array(power, { minLength: phases, maxLength: phases });
  return fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({
        kind: fc.constant('measured' as const),
        elapsed: fc.integer({ min: 0, max: 20_000_000 }).map(milliseconds),
        measurement: load.map((powers) => drawing(...powers)),
      }),
    },
    fc.record({
      kind: fc.constant('sensor' as const),
      sensor: fc.constantFrom('terminal-cover' as const, 'magnet' as const),
      isActive: fc.boolean(),
    }),
    fc.record({
      kind: fc.constant('key' as const),
      key: fc.constantFrom(
        { kind: 'switch' as const },
        { kind: 'hold-enter' as const },
        { kind: 'clear' as const },
        { kind: 'digit' as const, digit: '7' },
      ),
    }),
    fc.constant({ kind: 'power-failed' as const }),
    fc.record({
      kind: fc.constant('power-returned' as const),
      chance: fc.integer({ min: 0, max: 65_535 }),
    }),
    fc.record({
      kind: fc.constant('command' as const),
      command: fc.constantFrom(
        { kind: 'disconnect' as const },
        { kind: 'reconnect' as const, needsKey: true },
        { kind: 'reconnect' as const, needsKey: false },
        { kind: 'reset-demand' as const },
      ),
    }),
  );
}

const world = settings.chain((of) =>
  fc.record({
    settings: fc.constant(of),
    credit: fc.integer({ min: 0, max: 300 }),
    happenings: fc.array(happening(of.supply.phases), { maxLength: 30 }),
  }),
);

test('the books balance, the switch has its reasons, and what was kept is what the meter knows', () => {
  fc.assert(
    fc.property(world, ({ credit, happenings, settings: of }) => {
      const story = new MeterStory(newMeter(of, credit));
      let bought = 0;
      for (const each of happenings) {
        if (each.kind === 'measured') story.passesFor(each.elapsed, each.measurement);
        else story.happens(each);
        if (of.accounting.mode === 'energy' && story.memory.creditRegister < 0 && bought < 40) {
          bought += 1;
          story.token(creditToken(story.memory, bought, tenthKwh(20)));
        }
        expect(story.isBalanced).toBe(true);
        expect(story.kept).toEqual(story.memory);
        if (story.supply === 'closed by credit') {
          expect(accountCredit(story.memory)).toBeGreaterThan(-of.accounting.overdraft);
        }
        if (story.memory.supply.remote !== 'connected') expect(story.supply).not.toMatch(/^closed/);
        const { credits, measured } = total(story.memory);
        if (of.accounting.mode === 'energy') expect(measured).toBe(credits);
      }
      expect(story.log.map(({ number }) => number)).toEqual(story.log.map((_, at) => at + 1));
    }),
    { numRuns: 150 },
  );
});

/** What was measured by all rates is what the energy account was debited. */
function total(memory: MeterMemory): { readonly credits: number; readonly measured: number } {
  const measured = memory.accounting.measuredByRate.reduce((sum, each) => sum + each, 0);
  return { measured, credits: memory.totalEnergyConsumed };
}

test('nothing depends on how a span of time is cut', () => {
  fc.assert(
    fc.property(
      world,
      fc.array(fc.integer({ min: 1, max: 4_000_000 }), { minLength: 1, maxLength: 12 }),
      ({ credit, happenings, settings: of }, cuts) => {
        const whole = new MeterStory(newMeter(of, credit));
        const parts = new MeterStory(newMeter(of, credit));
        for (const each of happenings.slice(0, 12)) {
          if (each.kind !== 'measured') {
            whole.happens(each);
            parts.happens(each);
            continue;
          }
          whole.passesFor(each.elapsed, each.measurement);
          let left: number = each.elapsed;
          for (let at = 0; at === 0 || left > 0; at++) {
            const part = Math.min(left, cuts[at] ?? left);
            parts.passesFor(part, each.measurement);
            left -= part;
          }
        }
        const { generation: _, ...one } = whole.memory;
        const { generation: __, ...other } = parts.memory;
        expect(other).toEqual(one);
        expect(parts.meter.working.remainder).toBe(whole.meter.working.remainder);
        expect(parts.log).toEqual(whole.log);
      },
    ),
    { numRuns: 150 },
  );
});

test('no event makes a meter throw, whatever it holds', () => {
  const event: fc.Arbitrary<MeterEvent> = fc
    .oneof(happening(1), happening(3))
    .map((each) => ({ ...each, now: 0 }) as never);
  fc.assert(
    fc.property(settings, fc.array(event, { maxLength: 20 }), (of, events) => {
      const story = new MeterStory(newMeter(of, 10));
      for (const each of events) {
        if (each.kind === 'measured' && each.measurement.phases.length !== of.supply.phases) {
          expect(() => story.happens(each)).toThrow(RangeError);
        } else {
          story.happens(each);
        }
      }
    }),
  );
});

test('any load for any time uses what was paid for, to the watt-hour, and no more', () => {
  const spans = fc.array(fc.tuple(fc.nat({ max: 10_000 }), fc.nat({ max: 4_000_000 })), {
    maxLength: 20,
  });
  fc.assert(
    fc.property(spans, (loads) => {
      const story = new MeterStory(
        inventedMeter('07', { registers: [{ service: 0, credit: 100n }] }),
      );
      for (const [power, elapsed] of loads) story.passesFor(elapsed, drawing(power));
      const wanted = loads.reduce((sum, [power, elapsed]) => sum + power * elapsed, 0);
      expect(story.memory.creditRegister).toBe(
        Math.max(0, 10_000 - Math.floor(wanted / 3_600_000)),
      );
    }),
  );
});
