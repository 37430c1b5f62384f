/** Runs the meter on the wall: stores every step, lets the time pass, takes keys and pastes. */
import type { Measurement, MeterEvent, MeterKey } from '@wattvend/meter/meter-event.js';
import { milliseconds } from '@wattvend/quantities/time.js';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { plainDigits } from '../../digits.ts';
import { type KeptWall, performStep, refreshed } from '../../wall-meter/kept-steps.ts';
import type { KeptMeter } from '../../wall-meter/meter-storage.ts';
import {
  clockAfter,
  hangUp,
  passWithoutPower,
  stepWallMeter,
  type WallMeter,
  type WallMeterStep,
} from '../../wall-meter/wall-meter.ts';
import { realTime } from './real-world.ts';

/** An event without its times: they are the owner's to say. */
export type Happening = Without<MeterEvent, 'now' | 'personAt'>;

// Omit of a union would leave only what all its members have.
type Without<Union, Member extends PropertyKey> = Union extends unknown
  ? Omit<Union, Member>
  : never;

export interface RunningMeter {
  readonly wall: WallMeter;
  readonly happen: (what: Happening) => void;
  readonly press: (key: MeterKey) => void;
  /** All digits of a text at once, as by a paste; anything that stood there is discarded. */
  readonly feed: (text: string) => void;
  /** The browser refused to store the memory; the meter stands still, as one whose memory failed. */
  readonly stuck: boolean;
}

const TICK = 200;
// A sleeping tab wakes up after minutes; the house's time has stood still meanwhile.
const TICK_LONGEST = 1000;

interface Running {
  readonly name: string;
  readonly kept: KeptMeter;
  readonly measurement: Measurement;
  readonly speed: number;
}

type Perform = (act: (wall: WallMeter) => WallMeterStep) => void;

export function useWallMeter(o: Running): RunningMeter {
  const [wall, setWall] = useState(() => hangUp(o.kept, realTime()));
  const current = useRef<KeptWall>({ wall, text: null });
  const [stuck, setStuck] = useState(false);
  const { name } = o;
  const show = useCallback((kept: KeptWall): void => {
    current.current = kept;
    setWall(kept.wall);
  }, []);
  const perform: Perform = useCallback(
    (act) => {
      const step = performStep({ store: localStorage, name }, current.current, act);
      setStuck(!step.isStored);
      // Nothing is shown that was not stored first: the customer could lose it again.
      if (step.isStored) show(step.kept);
    },
    [name, show],
  );
  useTime(o, perform);
  useOtherTab(name, (text) => show(refreshed(current.current, text)));
  return useMemo(() => {
    const happen = (what: Happening): void =>
      perform((before) =>
        stepWallMeter(before, { ...what, now: before.clock, personAt: realTime() } as MeterEvent),
      );
    const press = (key: MeterKey): void => happen({ kind: 'key', key });
    const feed = (text: string): void => {
      press({ kind: 'clear' });
      for (const digit of plainDigits(text)) press({ kind: 'digit', digit });
    };
    return { wall, happen, press, feed, stuck };
  }, [wall, perform, stuck]);
}

function useTime({ measurement, speed }: Running, perform: Perform): void {
  const load = useRef(measurement);
  useEffect(() => {
    load.current = measurement;
  });
  useEffect(() => {
    let last = performance.now();
    const timer = setInterval(() => {
      const at = performance.now();
      const elapsed = milliseconds(Math.round(Math.min(TICK_LONGEST, at - last)) * speed);
      last = at;
      perform((before) => {
        const now = clockAfter(before.clock, elapsed);
        if (!before.meter.working.isPowered) return passWithoutPower(before, now);
        const what = { kind: 'measured', elapsed, measurement: load.current } as const;
        return stepWallMeter(before, { ...what, now, personAt: realTime() });
      });
    }, TICK);
    return () => clearInterval(timer);
  }, [speed, perform]);
}

// The same meter may hang in two tabs. What the other one stored is the meter.
function useOtherTab(name: string, take: (text: string | null) => void): void {
  const latest = useRef(take);
  useEffect(() => {
    latest.current = take;
  });
  useEffect(() => {
    const listen = (event: StorageEvent): void => {
      if (event.key === name) latest.current(event.newValue);
    };
    window.addEventListener('storage', listen);
    return () => window.removeEventListener('storage', listen);
  }, [name]);
}
