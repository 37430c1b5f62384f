/** The payment meter: tokens, a million meters, the octets of one. */
import { applyMeterEvent, startMeter } from '@wattvend/meter/meter.js';
import { RESIDENTIAL } from '@wattvend/meter/settings-profiles.js';
import { applyToken } from '@wattvend/meter/token-entry.js';
import { instant, milliseconds } from '@wattvend/quantities/time.js';
import {
  type Calls,
  callsPerSecond,
  compared,
  inTurns,
  type Measurement,
  warmedUp,
} from './measurement.ts';
import { daysLater, meterDays, settingsOf, timeOfUseTariff } from './meter-consumption.ts';
import { measureFleet } from './meter-fleet.ts';
import {
  boughtToken,
  meterInService,
  minuteOfPurchase,
  newMeter,
  timeOf,
} from './meter-in-service.ts';
import { octetsPerMeter } from './meter-live-state.ts';
import { readingTokens } from './sts-tokens.ts';

const MODES = ['energy', 'currency'] as const;
const METER_DAYS_LIMIT = 100_000;
const LIVE_STATE_LIMIT = 1_500;
const FLEET_OCTETS_LIMIT = 2.5e9;
const FLEET_SECONDS_LIMIT = 10;

export async function run(): Promise<readonly Measurement[]> {
  // The live state first: numbers above 2^31, which the ample credit of the meters for consumption has,
  // take a place of their own on the heap, and an engine then gives one to all objects of the shape.
  return [...liveState(), ...consumption(), wholeMeters(), ...(await fleet()), ...(await tokens())];
}

async function fleet(): Promise<readonly Measurement[]> {
  const { meters, octets, secondsForATokenEach, threads } = await measureFleet('07');
  const what = `${meters} meters in ${threads} threads`;
  return [
    limited(`${what}: the process`, octets, 'octets', FLEET_OCTETS_LIMIT),
    limited(`${what}: a token each`, secondsForATokenEach, 's', FLEET_SECONDS_LIMIT),
  ];
}

async function tokens(): Promise<readonly Measurement[]> {
  const measurements: Measurement[] = [];
  for (const algorithm of ['07', '11'] as const) {
    const [taken = 0, guessed = 0, read = 0] = await inTurns([
      warmedUp(takingTokens(algorithm)),
      warmedUp(refusingGuesses(algorithm)),
      warmedUp(readingTokens(algorithm)),
    ]);
    const peer = { name: 'credit tokens read under a prepared key', value: read };
    measurements.push(
      compared(`tokens accepted by a meter, EA${algorithm}`, taken, peer),
      compared(`wrong tokens refused by a meter, EA${algorithm}`, guessed, peer),
    );
  }
  return measurements;
}

/** A meter with a full store takes its next token, again and again. */
function takingTokens(encryptionAlgorithm: '07' | '11'): Calls {
  const memory = meterInService({ serial: 1, encryptionAlgorithm, settings: RESIDENTIAL }, 60);
  const tokens = Array.from({ length: 256 }, (_, n) => boughtToken(memory, 60 + n));
  const now = timeOf(minuteOfPurchase(60));
  return answering(256, 'Accept', (n) => applyToken(memory, tokens[n] ?? '', { now }).result);
}

/** Tokens of other meters, each counted towards a lock-out and the count thrown away. */
function refusingGuesses(encryptionAlgorithm: '07' | '11'): Calls {
  const memory = newMeter({ serial: 1, encryptionAlgorithm, settings: RESIDENTIAL });
  const other = newMeter({ serial: 2, encryptionAlgorithm, settings: RESIDENTIAL });
  const tokens = Array.from({ length: 256 }, (_, n) => boughtToken(other, n));
  const now = timeOf(minuteOfPurchase(1));
  return answering(256, 'CRCError', (n) => applyToken(memory, tokens[n] ?? '', { now }).result);
}

function answering(tokens: number, expected: string, answer: (n: number) => string): Calls {
  return (count) => {
    let right = 0;
    for (let index = 0; index < count; index++) {
      if (answer(index % tokens) === expected) right += 1;
    }
    if (right !== count) throw new Error(`${count - right} answers are not ${expected}`);
    return right;
  };
}

/** After sixty tokens and a month of consumption, with the octets of a key of 128 bits. */
function liveState(): readonly Measurement[] {
  return MODES.map((mode) => {
    const order = {
      encryptionAlgorithm: '11',
      settings: settingsOf(mode),
      tariff: timeOfUseTariff(mode),
    } as const;
    const from = timeOf(minuteOfPurchase(0));
    const octets = octetsPerMeter(order, (memory) => daysLater(memory, from, 31));
    return limited(`heap per meter in service, ${mode}`, octets, 'octets', LIVE_STATE_LIMIT);
  });
}

// A head-end hands over a month of a load profile, a simulation perhaps a day.
const DAYS_OF_PROFILES = [30, 1] as const;

function consumption(): readonly Measurement[] {
  return MODES.flatMap((mode) =>
    DAYS_OF_PROFILES.map((days) =>
      compared(
        `meter-days of hours under a tariff, ${mode}, ${days} at once`,
        callsPerSecond(meterDays(mode, days)),
        { name: 'limit, at least', value: METER_DAYS_LIMIT },
      ),
    ),
  );
}

const STREET = 1_000;

/** The whole meter, looked at once a second: how many of a street could run in real time on a core. */
function wholeMeters(): Measurement {
  const settings = settingsOf('energy');
  const order = { serial: 1, encryptionAlgorithm: '11', settings, credit: 99_000_000n } as const;
  let meter = startMeter(newMeter({ ...order, tariff: timeOfUseTariff('energy') }));
  let now = timeOf(minuteOfPurchase(0));
  const elapsed = milliseconds(1_000);
  const phases = [{ power: 700, voltage: 2_300, current: 3_043 }];
  const measurement = { phases, neutralCurrent: 3_043 };
  const seconds: Calls = (count) => {
    for (let done = 0; done < count; done++) {
      now = instant(now + elapsed);
      meter = applyMeterEvent(meter, { kind: 'measured', elapsed, measurement, now }).meter;
    }
    return meter.memory.totalEnergyConsumed;
  };
  const peer = { name: `a street of ${STREET} meters in real time`, value: STREET };
  return compared('seconds of a whole meter', callsPerSecond(seconds), peer);
}

/** A size or a time beside its limit; below 1 is within. */
function limited(name: string, value: number, unit: string, limit: number): Measurement {
  return {
    name,
    value,
    unit,
    comparedWith: `limit: at most ${limit} ${unit}`,
    ratio: value / limit,
  };
}
