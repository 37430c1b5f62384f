/** Runs the meter on the wall: stores every write, lets the time pass, takes keys and pastes. */
import type { KeypadEvent } from '@wattvend/meter/keypad.js';
import type { MeterMemory } from '@wattvend/meter/memory.js';
import type { Watts } from '@wattvend/quantities/energy.js';
import { type Instant, instant, milliseconds } from '@wattvend/quantities/time.js';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { plainDigits } from '../../digits.ts';
import { keepMeterMemory, readMemoryText } from '../../wall-meter/meter-storage.ts';
import {
  passTime,
  pressKey,
  type WallMeter,
  type WallMeterStep,
  wallMeter,
} from '../../wall-meter/wall-meter.ts';

export type Key = 'backspace' | 'enter' | 'clear' | 'info' | { readonly digit: string };

export interface RunningMeter {
  readonly meter: WallMeter;
  readonly press: (key: Key) => void;
  /** All digits of a text at once, as by a paste; anything that stood there is discarded. */
  readonly feed: (text: string) => void;
  /** The browser refused to store the memory; the meter stands still, as one whose memory failed. */
  readonly stuck: boolean;
}

const TICK = 200;
// A sleeping tab wakes up after minutes; the house's time has stood still meanwhile.
const TICK_LONGEST = 1000;

// The page's own clock does not run backwards; the origin turns it into wall time for the log.
function now(): Instant {
  return instant(Math.round(performance.timeOrigin + performance.now()));
}

function eventOf(key: Key): KeypadEvent {
  return typeof key === 'string'
    ? { kind: key, now: now() }
    : { kind: 'digit', digit: key.digit, now: now() };
}

interface Running {
  readonly name: string;
  readonly memory: MeterMemory;
  readonly load: Watts;
  readonly speed: number;
}

export function useWallMeter(o: Running): RunningMeter {
  const [meter, setMeter] = useState(() => wallMeter(o.memory));
  const current = useRef(meter);
  const [stuck, setStuck] = useState(false);
  const { name } = o;
  const perform = useCallback(
    (act: (meter: WallMeter) => WallMeterStep) => {
      const step = act(current.current);
      if (step.meter === current.current) return;
      // Nothing is shown that was not stored first: the customer could lose it again.
      const stored = step.stored.every((memory) => keepMeterMemory(localStorage, name, memory));
      setStuck(!stored);
      if (!stored) return;
      current.current = step.meter;
      setMeter(step.meter);
    },
    [name],
  );
  useTime(o, perform);
  useOtherTab(name, (memory) => {
    current.current = { ...current.current, memory };
    setMeter(current.current);
  });
  return useMemo(() => {
    const press = (key: Key): void => perform((before) => pressKey(before, eventOf(key)));
    const feed = (text: string): void => {
      press('clear');
      for (const digit of plainDigits(text)) press({ digit });
    };
    return { meter, press, feed, stuck };
  }, [meter, perform, stuck]);
}

function useTime(o: Running, perform: (act: (meter: WallMeter) => WallMeterStep) => void): void {
  const { load, speed } = o;
  useEffect(() => {
    let last = performance.now();
    const timer = setInterval(() => {
      const at = performance.now();
      const elapsed = milliseconds(Math.round(Math.min(TICK_LONGEST, at - last) * speed));
      last = at;
      perform((before) => passTime(before, { load, elapsed, now: now() }));
      perform((before) => pressKey(before, { kind: 'tick', now: now() }));
    }, TICK);
    return () => clearInterval(timer);
  }, [load, speed, perform]);
}

// The same meter may hang in two tabs. Whoever wrote last has the newer generation.
function useOtherTab(name: string, take: (memory: MeterMemory) => void): void {
  const latest = useRef(take);
  useEffect(() => {
    latest.current = take;
  });
  useEffect(() => {
    const listen = (event: StorageEvent): void => {
      if (event.key !== name) return;
      const read = readMemoryText(event.newValue);
      if (read.kind === 'memory') latest.current(read.memory);
    };
    window.addEventListener('storage', listen);
    return () => window.removeEventListener('storage', listen);
  }, [name]);
}
