/** What a meter notices of an attempt on it, and what it does then. */
import type { TamperInput, TamperInputSettings, TamperSettings } from '@wattvend/meter/settings.js';
import { RESIDENTIAL } from '@wattvend/meter/settings-profiles.js';
import {
  opensForTamper,
  TAMPER_INPUTS,
  TAMPER_TIMERS_NONE,
  type TamperTimers,
  untilTamperChange,
  watchTamper,
} from '@wattvend/meter/tamper.js';
import { TAMPER_NONE, type TamperState } from '@wattvend/meter/tamper-state.js';
import { milliseconds } from '@wattvend/quantities/time.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const TOLD: TamperInputSettings = {
  after: milliseconds(2000),
  disconnects: 'no',
  isKept: false,
  soundsBuzzer: false,
};

function watching(inputs: TamperSettings['inputs']): TamperSettings {
  return { ...RESIDENTIAL.tamper, inputs };
}

const SETTINGS = watching({
  'terminal-cover': { ...TOLD, disconnects: 'until-cleared', isKept: true },
  magnet: { ...TOLD, after: milliseconds(5000), isKept: true },
  'over-voltage': { ...TOLD, disconnects: 'while-active' },
});

interface Span {
  readonly standing: readonly TamperInput[];
  readonly elapsed: number;
}

interface Watching {
  readonly state: TamperState;
  readonly timers: TamperTimers;
  readonly told: readonly string[];
  readonly at: number;
}

const RESTING: Watching = { state: TAMPER_NONE, timers: TAMPER_TIMERS_NONE, told: [], at: 0 };

/** A span cut where the inputs say. */
function during(before: Watching, { elapsed, standing }: Span, settings = SETTINGS): Watching {
  let { at, state, timers } = before;
  const told = [...before.told];
  const end = at + elapsed;
  while (at < end) {
    const until = untilTamperChange({ state, timers }, settings, standing);
    const part = milliseconds(Math.min(until ?? Number.POSITIVE_INFINITY, end - at));
    at += part;
    const watched = watchTamper({ state, timers }, settings, { standing, elapsed: part });
    ({ state, timers } = watched);
    told.push(...watched.events.map(({ code, detail }) => `${at} ${code} ${detail}`));
  }
  return { state, timers, told, at };
}

describe('an input', () => {
  test('counts when it stood its time, and not a millisecond before', () => {
    const nearly = during(RESTING, { standing: ['terminal-cover'], elapsed: 1999 });
    expect(nearly.state).toEqual(TAMPER_NONE);
    const counted = during(nearly, { standing: ['terminal-cover'], elapsed: 1 });
    expect(counted.state).toEqual({ active: ['terminal-cover'], kept: ['terminal-cover'] });
    expect(counted.told).toEqual(['2000 tamper-began terminal-cover']);
  });

  test('that bounces begins anew each time', () => {
    const nearly = during(RESTING, { standing: ['magnet'], elapsed: 4999 });
    const bounced = during(nearly, { standing: [], elapsed: 1 });
    expect(during(bounced, { standing: ['magnet'], elapsed: 4999 }).told).toEqual([]);
    expect(during(bounced, { standing: ['magnet'], elapsed: 5000 }).told).toHaveLength(1);
  });

  test('has a time of its own beside another', () => {
    const standing: readonly TamperInput[] = ['magnet', 'terminal-cover'];
    expect(during(RESTING, { standing, elapsed: 10_000 }).told).toEqual([
      '2000 tamper-began terminal-cover',
      '5000 tamper-began magnet',
    ]);
  });

  test('that is not named in the settings is not watched', () => {
    const after = during(RESTING, { standing: ['bypass', 'meter-cover'], elapsed: 1e6 });
    expect(after).toEqual({ ...RESTING, at: 1e6 });
  });

  test('that is kept is told once; one that is not, whenever it begins and ends', () => {
    const begun = during(RESTING, { standing: ['magnet', 'over-voltage'], elapsed: 5000 });
    const ended = during(begun, { standing: [], elapsed: 60_000 });
    expect(ended.state).toEqual({ active: [], kept: ['magnet'] });
    expect(ended.told.slice(2)).toEqual(['5001 tamper-ended over-voltage']);
    const again = during(ended, { standing: ['magnet', 'over-voltage'], elapsed: 5000 });
    expect(again.state.active).toEqual(['magnet', 'over-voltage']);
    expect(again.told.slice(3).map((line) => line.replace(/^\d+ /, ''))).toEqual([
      'tamper-began over-voltage',
    ]);
  });

  test('that opens the supply until it is cleared is kept even if nobody said so', () => {
    const settings = watching({ magnet: { ...TOLD, disconnects: 'until-cleared' } });
    const begun = during(RESTING, { standing: ['magnet'], elapsed: 2000 }, settings);
    const ended = during(begun, { standing: [], elapsed: 1000 }, settings);
    expect(ended.state).toEqual({ active: [], kept: ['magnet'] });
    expect(opensForTamper(meterWith(ended.state, settings))).toBe(true);
  });

  test('that settings no longer watch ends', () => {
    const begun = during(RESTING, { standing: ['over-voltage'], elapsed: 2000 });
    const after = during(begun, { standing: ['over-voltage'], elapsed: 1000 }, watching({}));
    expect(after.state).toEqual(TAMPER_NONE);
    expect(after.told.at(-1)).toBe('2001 tamper-ended over-voltage');
  });

  test('that stands through a ClearTamperCondition token counts again after its time', () => {
    const begun = during(RESTING, { standing: ['magnet'], elapsed: 5000 });
    const cleared = { ...begun, state: TAMPER_NONE };
    expect(during(cleared, { standing: ['magnet'], elapsed: 4999 }).state).toEqual(TAMPER_NONE);
    const again = during(cleared, { standing: ['magnet'], elapsed: 5000 });
    expect(again.state.kept).toEqual(['magnet']);
  });
});

function meterWith(tamper: TamperState, settings = SETTINGS, isTampered = false) {
  return { settings: { ...RESIDENTIAL, tamper: settings }, tamper, isTampered };
}

describe('the supply opens', () => {
  test.each([
    ['for nothing', [], [], false],
    ['while an over-voltage stands', ['over-voltage'], [], true],
    // Kept under settings of earlier, for example: it only opens while it stands.
    ['not for one that is over', [], ['over-voltage'], false],
    ['for an open cover', ['terminal-cover'], ['terminal-cover'], true],
    ['for a cover that was open', [], ['terminal-cover'], true],
    ['not for a magnet, which is only told', ['magnet'], ['magnet'], false],
    ['not for what is not watched', ['bypass'], ['bypass'], false],
  ] as const)('%s', (_, active, kept, opens) => {
    expect(opensForTamper(meterWith({ active, kept }))).toBe(opens);
  });

  test('not for the condition alone, of which nobody knows the input', () => {
    expect(opensForTamper(meterWith(TAMPER_NONE, SETTINGS, true))).toBe(false);
  });
});

const anyRow: fc.Arbitrary<TamperInputSettings> = fc.record({
  after: fc.nat(40).map(milliseconds),
  disconnects: fc.constantFrom('no', 'while-active', 'until-cleared'),
  isKept: fc.boolean(),
  soundsBuzzer: fc.boolean(),
});
const anySettings = fc
  .dictionary(fc.constantFrom(...TAMPER_INPUTS), anyRow, { noNullPrototype: true })
  .map((inputs) => watching(inputs));
const anySpan: fc.Arbitrary<Span> = fc.record({
  standing: fc.subarray([...TAMPER_INPUTS]),
  elapsed: fc.integer({ min: 1, max: 60 }),
});

test('it does not depend on how the time is cut', () => {
  fc.assert(
    fc.property(anySettings, fc.array(anySpan, { maxLength: 10 }), (settings, spans) => {
      const whole = spans.reduce((before, span) => during(before, span, settings), RESTING);
      const byMillisecond = spans
        .flatMap(({ elapsed, standing }) => Array.from({ length: elapsed }, () => standing))
        .reduce((before, standing) => during(before, { standing, elapsed: 1 }, settings), RESTING);
      expect(whole).toEqual(byMillisecond);
    }),
  );
});

test('before its time nothing changes, and at its time something does', () => {
  fc.assert(
    fc.property(anySettings, fc.array(anySpan), anySpan, (settings, spans, { standing }) => {
      const before = spans.reduce((earlier, span) => during(earlier, span, settings), RESTING);
      const until = untilTamperChange(before, settings, standing);
      const after = (elapsed: number) =>
        watchTamper(before, settings, { standing, elapsed: milliseconds(elapsed) }).state;
      if (until !== 1) expect(after((until ?? 1e9) - 1)).toBe(before.state);
      if (until !== null) expect(after(until)).not.toEqual(before.state);
    }),
  );
});

test('what is kept stays whatever happens, and nothing is kept that never counted', () => {
  fc.assert(
    fc.property(anySettings, fc.array(anySpan), (settings, spans) => {
      let before = RESTING;
      for (const span of spans) {
        const after = during(before, span, settings);
        expect(after.state.kept).toEqual(expect.arrayContaining([...before.state.kept]));
        before = after;
      }
      for (const input of before.state.kept) {
        expect(before.told.some((line) => line.endsWith(`tamper-began ${input}`))).toBe(true);
      }
    }),
  );
});
