/** The program: options in, a street out. The only wiring. */
import { performance } from 'node:perf_hooks';
import type { ReadStream, WriteStream } from 'node:tty';
import { type Instant, instant } from '@wattvend/quantities/time.js';
import { startClock } from './emulated-clock.ts';
import { createServer } from './http/server.ts';
import { listen } from './start/listen.ts';
import { openFolder } from './start/open-folder.ts';
import { makeStateFolder, type OpenedMeters, openMeters } from './start/open-meters.ts';
import { readOptions, type StartOptions } from './start/options.ts';
import { StartFault } from './start/start-fault.ts';
import { followLog } from './street/follow-log.ts';
import { openHouse } from './street/house.ts';
import { closeStreet, openStreet, type Street, startBeat } from './street/street.ts';
import { openTerminal } from './terminal/terminal.ts';

/** Real time that does not jump when somebody sets the machine's clock. */
function realClock(): Instant {
  return instant(Math.floor(performance.timeOrigin + performance.now()));
}

/** A line for a program that reads along. */
function say(line: Readonly<Record<string, unknown>>): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

function report(incident: string, fault: unknown): void {
  const story = fault instanceof Error ? fault.stack : String(fault);
  process.stderr.write(`${incident} ${story}\n`);
}

/** What is to be undone at the end, the latest first. */
const stops: (() => unknown)[] = [];

async function stop(): Promise<readonly unknown[]> {
  const faults: unknown[] = [];
  for (let undo = stops.pop(); undo !== undefined; undo = stops.pop()) {
    try {
      await undo();
    } catch (fault) {
      faults.push(fault);
    }
  }
  return faults;
}

let isStopping = false;

/** Ends with everything kept; a second signal ends at once. */
function end(): void {
  if (isStopping) process.exit(130);
  isStopping = true;
  void stop().then((faults) => {
    for (const fault of faults) process.stderr.write(`${tell(fault)}\n`);
    process.exit(faults.length === 0 ? 0 : 1);
  });
}

function tell(fault: unknown): string {
  if (fault instanceof StartFault) return fault.message;
  return `wattvend-meter-emulator: ${fault instanceof Error ? fault.message : String(fault)}`;
}

function makeStreet(options: StartOptions): { street: Street; testKeys: OpenedMeters['testKeys'] } {
  const real = realClock();
  const folder = options.state === null ? null : openFolder(options.state);
  if (folder !== null) stops.push(folder.release);
  const at = instant(Math.max(real, folder?.clock?.at ?? real));
  const { meters, testKeys } = openMeters(options, at);
  const { profile, seed } = options;
  const offsets = folder?.clock?.offsets ?? {};
  const houses = meters.map((opened) => {
    const clockOffset = offsets[opened.meterNumber] ?? 0;
    return openHouse({ ...opened, profile, seed, clockOffset }, { at, personAt: real });
  });
  const clock = startClock(at, options.speed, real);
  return { street: openStreet({ houses, clock, realClock, folder: options.state }), testKeys };
}

async function start(options: StartOptions): Promise<void> {
  if (options.state !== null) makeStateFolder(options.state);
  const { street, testKeys } = makeStreet(options);
  stops.push(() => closeStreet(street));
  stops.push(startBeat(street));
  const site = { allowedOrigins: options.allowedOrigins };
  const app = await createServer({ street, site, report });
  stops.push(() => app.close());
  const address = await listen(app, options);
  const [house, ...others] = street.houses.values();
  const isTerminal = process.stdin.isTTY && process.stdout.isTTY && others.length === 0;
  if (!isTerminal || house === undefined) {
    for (const key of testKeys) say({ event: 'test-meter', ...key });
    stops.push(followLog(street, say, report));
    say({ event: 'listening', address, meters: street.houses.size });
    return;
  }
  const notes = [address, ...testKeys.flatMap(testKeyNotes)];
  const input: ReadStream = process.stdin;
  const output: WriteStream = process.stdout;
  stops.push(openTerminal({ street, house, input, output, notes, quit: end }));
}

/** Short enough for eighty columns. */
function testKeyNotes(key: OpenedMeters['testKeys'][number]): readonly string[] {
  const { baseDate, dkga, ea, krn, kt, pan, sgc, ti, vendingKey } = key;
  return [
    `test meter: pan ${pan} ea ${ea} sgc ${sgc} krn ${krn} ti ${ti} kt ${kt}`,
    `base date ${baseDate}, test key for DKGA${dkga}: ${vendingKey}`,
  ];
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end);
// A reader that has seen enough closes the pipe; the meters go on.
process.stdout.on('error', () => undefined);
try {
  await start(readOptions(process.argv));
} catch (fault) {
  process.stderr.write(`${tell(fault)}\n`);
  await stop();
  process.exit(1);
}
