/**
 * `npm run demo:load`: makes a demo utility with a past, in a data folder of its own. Afterwards
 * `npm start -- --data <folder>` serves it.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Instant } from '@wattvend/quantities/time.js';
import { instant } from '@wattvend/quantities/time.js';
import { connectSecurityModule } from '@wattvend/security-module/client.js';
import { serveRehearsal } from '@wattvend/security-module/rehearsal.js';
import { createPasswordHasher } from '@wattvend/vending/password.js';
import { findUser } from '@wattvend/vending/users.js';
import { listUtilities } from '@wattvend/vending/utility.js';
import { Command, InvalidArgumentError } from 'commander';
import pino from 'pino';
import { DEMO_SIGN_IN_NAME, findDemoChecker } from './demo/demo-utility.ts';
import type { HistoryProgress, HistoryResult } from './demo/history/live-through.ts';
import { liveThrough } from './demo/history/live-through.ts';
import { openLog } from './log.ts';
import { beginSettingUp, endSettingUp, openDataFolder } from './start/data-folder.ts';
import { lockDataFolder } from './start/folder-lock.ts';
import { openSecrets } from './start/secrets.ts';
import { chooseUtility, setUp } from './start/set-up.ts';
import { startDatabase } from './start/start-database.ts';
import { StartFault } from './start/start-fault.ts';
import { hasModule } from './start/start-module.ts';
import { createStops } from './start/stops.ts';

const DAY_MS = 86_400_000;
// A past that was half made is thrown away, so no commit of it waits for the disk …
const SETTINGS = { synchronous_commit: 'off' };
// … but for the last one, which takes all that were before it along.
const WAIT_FOR_DISK = {
  name: '',
  text: "select set_config('synchronous_commit', 'on', true), pg_current_xact_id()",
};
// One line a second is enough for whoever looks, and a log stays short.
const TELL_EVERY_MS = 1_000;

interface LoadOptions {
  readonly data: string;
  readonly meters: number;
  readonly days: number;
  readonly seed: number;
}

function wholeUpTo(most: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (/^\d{1,9}$/.test(text) && value >= 1 && value <= most) return value;
    throw new InvalidArgumentError(`1 to ${most}`);
  };
}

function readOptions(argv: readonly string[]): LoadOptions {
  const parsed = new Command('demo:load')
    .description('Makes a demo utility with a past: customers, tariffs, vendors, debts and vends.')
    .requiredOption('--data <folder>', 'a new folder for it')
    .option('--meters <number>', 'how many meters the town has', wholeUpTo(20_000), 500)
    .option('--days <number>', 'how many days lie behind it', wholeUpTo(1_500), 365)
    .option('--seed <number>', 'the same seed makes the same town', wholeUpTo(999_999_999), 1)
    .parse(argv)
    .opts<LoadOptions>();
  return { ...parsed, data: resolve(parsed.data) };
}

async function load(options: LoadOptions, stops: ReturnType<typeof createStops>): Promise<void> {
  const { data: folder, days, meters, seed } = options;
  const startedAt = Date.now();
  const end = instant(startedAt);
  // The first day is lived from its noon on, so that the last one is today.
  const begin = instant(startedAt - days * DAY_MS + DAY_MS / 2);
  const clock: { now: Instant } = { now: begin };
  const told = (): Instant => clock.now;
  await openDataFolder(folder);
  stops.add(await lockDataFolder(folder));
  if (hasModule(folder)) {
    throw new StartFault(`${folder} holds a utility already. Choose a new folder with --data.`);
  }
  const log = openLog(pino.destination({ dest: join(folder, 'server.log'), mode: 0o600 }));
  const secrets = await openSecrets(folder, process.env);
  const started = await startDatabase({
    folder,
    databaseUrl: null,
    log,
    clock: told,
    settings: SETTINGS,
  });
  stops.add(() => started.stop());
  const { database } = started;
  const hasher = createPasswordHasher();
  await setUp({ folder, first: null, secrets, database, hasher, now: begin });
  const utility = chooseUtility(await listUtilities(database), true);
  const { utilityId } = utility;
  const maker = await findUser(database, utilityId, { signInName: DEMO_SIGN_IN_NAME });
  const checker = await findDemoChecker(database, utilityId, begin);
  if (maker === null || checker === null) throw new Error('the demo has no people');
  const people = { maker: maker.user.userId, checker: checker.userId };
  const sockets = await mkdtemp(join(tmpdir(), 'wattvend-load-'));
  stops.add(() => rm(sockets, { recursive: true, force: true }));
  const socketPath = join(sockets, 'socket');
  const { unseal, signingKey } = secrets;
  const rehearsal = await serveRehearsal({
    ...{ folder: join(folder, 'module'), socketPath, unseal, clock: told },
  });
  stops.add(() => rehearsal.close());
  const module = connectSecurityModule({ socketPath, signingKey, clock: told });
  stops.add(() => module.close());
  const onDay = createTeller(startedAt);
  const order = { database, module, utility, people, meters, days, begin, end, seed, clock, onDay };
  // Whoever starts a half-made past gets a new demo instead.
  await beginSettingUp(folder);
  const result = await liveThrough(order);
  await database.transaction((tx) => tx.query(WAIT_FOR_DISK));
  await endSettingUp(folder);
  for (const line of resultLines(options, result, Date.now() - startedAt)) console.log(line);
}

/** Tells how far it is, at most once a second and at the end. */
function createTeller(startedAt: number): (progress: HistoryProgress) => void {
  let toldAt = startedAt;
  return ({ date, daysDone, days, vends }) => {
    const now = Date.now();
    if (now - toldAt < TELL_EVERY_MS && daysDone < days) return;
    toldAt = now;
    const seconds = (now - startedAt) / 1000;
    const left = Math.ceil((seconds / daysDone) * (days - daysDone));
    const done = String(Math.floor((daysDone / days) * 100)).padStart(3);
    const rate = Math.round(vends / Math.max(seconds, 1));
    console.log(`  ${done} %  ${date}  ${vends} vends, ${rate} a second, ${left} s left`);
  };
}

function resultLines(
  { data, meters, days }: LoadOptions,
  { vends, refused }: HistoryResult,
  tookMs: number,
): readonly string[] {
  const reasons = Object.entries(refused).map(([code, count]) => `${count} ${code}`);
  return [
    '',
    `${meters} meters, ${days} days, ${vends} vends in ${Math.round(tookMs / 1000)} s.`,
    ...(reasons.length === 0 ? [] : [`Not sold, as in life: ${reasons.join(', ')}.`]),
    `See it:  npm start -- --data ${data}`,
    '',
  ];
}

async function main(): Promise<void> {
  const stops = createStops();
  try {
    await load(readOptions(process.argv), stops);
  } catch (fault) {
    console.error(fault instanceof StartFault ? fault.message : fault);
    process.exitCode = 1;
  } finally {
    await stops.run();
  }
}

await main();
