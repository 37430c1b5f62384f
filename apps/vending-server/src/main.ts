/** The vending server: the only place where the parts are put together. `--help` says how. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { closeLedgerDays } from '@wattvend/ledger/close-days.js';
import { openMonths } from '@wattvend/ledger/open-months.js';
import { sealLedger } from '@wattvend/ledger/seal.js';
import type { Instant } from '@wattvend/quantities/time.js';
import { instant } from '@wattvend/quantities/time.js';
import { createApiKeyDirectory } from '@wattvend/vending/api-keys.js';
import { createApprovalDesk } from '@wattvend/vending/approval-desk.js';
import { closeDueDays } from '@wattvend/vending/close-due-days.js';
import { closeDays } from '@wattvend/vending/closed-days.js';
import type { FactorKey } from '@wattvend/vending/factor-key.js';
import { createNonceBook } from '@wattvend/vending/nonces.js';
import { createPasswordHasher } from '@wattvend/vending/password.js';
import { runDueOrders } from '@wattvend/vending/run-orders.js';
import { runDueRepairs } from '@wattvend/vending/run-repairs.js';
import { newSecret } from '@wattvend/vending/secret.js';
import { SESSION_LIMITS } from '@wattvend/vending/sessions.js';
import { createSignInThrottle } from '@wattvend/vending/sign-in-throttle.js';
import { findUser } from '@wattvend/vending/users.js';
import { listUtilities, type Utility } from '@wattvend/vending/utility.js';
import { createWebhookDesk } from '@wattvend/vending/webhook-desk.js';
import pino from 'pino';
import { approvalSubjects } from './approval-subjects.ts';
import { DEMO_SIGN_IN_NAME, findDemoChecker } from './demo/demo-utility.ts';
import { readDelivery } from './demo/factory.ts';
import type { DeskGround } from './desk/desk-messages.ts';
import { startThreadedDesk } from './desk/threaded-desk.ts';
import type { Demo, ServerContext } from './http/context.ts';
import { createServer } from './http/server.ts';
import { isLoopbackHost } from './http/site.ts';
import { openLog, type ServerLog } from './log.ts';
import { openBrowser } from './start/browser.ts';
import {
  chooseDataFolder,
  emptyDataFolder,
  endSettingUp,
  isSettingUp,
  openDataFolder,
} from './start/data-folder.ts';
import { lockDataFolder } from './start/folder-lock.ts';
import { stopLeftoverDatabase } from './start/leftover-database.ts';
import { listen } from './start/listen.ts';
import { readOptions, type StartOptions } from './start/options.ts';
import { type Round, startRounds } from './start/rounds.ts';
import { demoLink, openScreen, type Screen, welcomeLines } from './start/screen.ts';
import { openSecrets, type Secrets } from './start/secrets.ts';
import { chooseUtility, firstStartOf, OPERATOR_SIGN_IN_NAME, setUp } from './start/set-up.ts';
import { type StartedDatabase, startDatabase } from './start/start-database.ts';
import { StartFault } from './start/start-fault.ts';
import { hasModule, type StartedModule, startModule } from './start/start-module.ts';
import { atMost, createStops, type Stops, together } from './start/stops.ts';
import { programVersion } from './version.ts';
import { createWebhookSender } from './webhook-sender.ts';

const DRAIN_MS = 2000;
const STOP_MS = 4800;
const SWEEP_EVERY_MS = 1000;
const EXPIRE_EVERY_MS = 60_000;
const DAYS_EVERY_MS = 60_000;
const WEBHOOKS_EVERY_MS = 500;
const CLOSE_DAYS_EVERY_MS = 60_000;
// A utility with years behind it gets there in a few rounds, and can be stopped between them.
const CLOSE_DAYS_MOST = 30;
const MONTHS_EVERY_MS = 3_600_000;
const SEAL_EVERY_MS = 60_000;
// What is posted meanwhile keeps its time; several servers' clocks differ by less.
const SEAL_BEHIND_MS = 5000;

const clock = (): Instant => instant(Date.now());
const startedAt = clock();

const CONSOLE_FOLDER = fileURLToPath(new URL('../../console/dist/web/', import.meta.url));

/** What the server stands on, once it is all there. */
interface Ground {
  readonly folder: string;
  readonly database: StartedDatabase['database'];
  readonly module: StartedModule['module'];
  /** How the desk's thread reaches both. */
  readonly access: Omit<DeskGround, 'book'>;
  readonly utility: Utility;
  readonly webhookKey: Secrets['webhookKey'];
  readonly factorKey: FactorKey;
  /** Of the operator that the first start has made. */
  readonly password: string | null;
}

type Hasher = ReturnType<typeof createPasswordHasher>;

interface Starting {
  readonly options: StartOptions;
  readonly screen: Screen;
  readonly stops: Stops;
  readonly hasher: Hasher;
}

/** The log goes to a file when a person looks at the terminal, and to stdout when a machine does. */
function openServerLog(folder: string, stops: Stops): { log: ServerLog; file: string | null } {
  const file = process.stdout.isTTY ? join(folder, 'server.log') : null;
  const destination = pino.destination({ dest: file ?? 1, sync: false, mode: 0o600 });
  stops.add(async () => destination.flushSync());
  return { log: openLog(destination), file };
}

/** Starts database and security module, and makes the utility when there is none. */
async function prepareGround(
  { options, screen, stops, hasher }: Starting,
  folder: string,
  log: ServerLog,
): Promise<Ground> {
  const isSetUp = hasModule(folder) && !(await isSettingUp(folder));
  const first = isSetUp ? null : firstStartOf(options);
  const secrets = await openSecrets(folder, process.env);
  const { databaseUrl } = options;
  const { webhookKey, factorKey } = secrets;
  const bringUpDatabase = async (): Promise<StartedDatabase> => {
    const started = await screen.step('Database', () =>
      startDatabase({ folder, databaseUrl, log, clock }),
    );
    stops.add(() => started.stop());
    return started;
  };
  const bringUpModule = async (): Promise<StartedModule> => {
    const started = await screen.step('Security module', () =>
      startModule({ folder, secrets, log, clock }),
    );
    stops.add(() => started.stop());
    return started;
  };
  if (isSetUp) {
    const [started, { module, access }] = await together(bringUpDatabase(), bringUpModule());
    if (started.utilities.length === 0) throw wrongDatabase(folder);
    const utility = chooseUtility(started.utilities, options.demo);
    const { database } = started;
    const common = { folder, database, module, utility, webhookKey, factorKey };
    return { ...common, access: { database: started.access, module: access }, password: null };
  }
  const { database, utilities, access } = await bringUpDatabase();
  let password: string | null = null;
  if (utilities.length > 0) await acceptEarlierSetUp(folder);
  else {
    password = await screen.step(
      first === null ? 'Demo utility, keys and meters' : 'Utility and keys',
      () => setUp({ folder, first, secrets, database, hasher, now: clock() }),
    );
  }
  const started = await bringUpModule();
  const { module } = started;
  const utility = chooseUtility(await listUtilities(database), options.demo);
  const common = { folder, database, module, utility, webhookKey, factorKey };
  return { ...common, access: { database: access, module: started.access }, password };
}

function wrongDatabase(folder: string): StartFault {
  return new StartFault(
    `${folder} has a security module with keys, but the database is empty. Is it the right database? ` +
      'Restore it, or choose another folder with --data.',
  );
}

/** A first start that was interrupted when all was made has only left its note behind. */
async function acceptEarlierSetUp(folder: string): Promise<void> {
  if (!hasModule(folder)) {
    throw new StartFault(
      `The database holds a utility, but ${folder} has no security module. ` +
        'Choose its own folder with --data, or restore the folder "module".',
    );
  }
  await endSettingUp(folder);
}

/** The demo's door, in demo mode only. */
async function openDemo({ folder, database, utility }: Ground): Promise<Demo | null> {
  if (!utility.demo) return null;
  const { utilityId } = utility;
  const found = await findUser(database, utilityId, { signInName: DEMO_SIGN_IN_NAME });
  const checker = await findDemoChecker(database, utilityId, clock());
  if (found === null || checker === null) {
    throw new StartFault('A user of this demo is disabled. Begin it afresh with --fresh.');
  }
  const meters = await readDelivery(folder);
  const { userId } = found.user;
  return { userId, checkerId: checker.userId, linkSecret: newSecret(), meters };
}

async function serve(starting: Starting, ground: Ground, log: ServerLog): Promise<ServerPlace> {
  const { options, stops, hasher, screen } = starting;
  const { database, module, utility } = ground;
  const desk = startThreadedDesk({ ...ground.access, book: utility.book });
  stops.add(() => desk.stop());
  const demo = await openDemo(ground);
  const { webhooksToPrivateAddresses: toPrivateAddresses } = options;
  const webhooks = { secretKey: ground.webhookKey, toPrivateAddresses };
  const context: ServerContext = {
    ...{ database, module, desk, utility, hasher, clock, log, demo },
    throttle: createSignInThrottle(),
    sessionLimits: SESSION_LIMITS,
    apiKeys: createApiKeyDirectory(database, utility.utilityId),
    nonces: createNonceBook(database, utility.utilityId),
    factorKey: ground.factorKey,
    approvals: createApprovalDesk({
      database,
      utilityId: utility.utilityId,
      subjects: approvalSubjects(utility),
    }),
    site: { publicUrl: options.publicUrl, isLoopback: isLoopbackHost(options.host) },
    webhooks,
    meterEmulator: options.meterEmulator,
    version: programVersion(),
    consoleFolder: CONSOLE_FOLDER,
  };
  const { app } = await createServer(context);
  const { utilityId } = utility;
  const send = createWebhookSender(webhooks);
  const { secretKey } = webhooks;
  const webhookDesk = createWebhookDesk({ database, utilityId, clock, secretKey, send });
  const rounds = startRounds(log, [
    {
      name: 'finished vends that were left half-way',
      everyMs: SWEEP_EVERY_MS,
      run: () => desk.sweep(),
    },
    {
      name: 'made tokens that two people ordered',
      everyMs: SWEEP_EVERY_MS,
      run: () => runDueOrders({ database, utility, desk, clock }),
    },
    {
      name: 'sold to the right meter what went to the wrong one',
      everyMs: SWEEP_EVERY_MS,
      run: () => runDueRepairs({ database, utility, desk, clock }),
    },
    {
      name: 'put away orders that nobody decided in time',
      everyMs: EXPIRE_EVERY_MS,
      run: () => context.approvals.expireDue(clock()),
    },
    {
      name: "sent webhooks' messages",
      everyMs: WEBHOOKS_EVERY_MS,
      run: () => webhookDesk.deliverDue(),
    },
    {
      name: 'added up days that are over',
      everyMs: CLOSE_DAYS_EVERY_MS,
      run: () => closeDays(database, utility, { now: clock(), most: CLOSE_DAYS_MOST }),
    },
    {
      name: 'opened months of the ledger',
      everyMs: MONTHS_EVERY_MS,
      run: () => openMonths(database, clock()),
    },
    sealRound(ground),
    ...(options.closeDays ? [dayRound(ground, log)] : []),
  ]);
  stops.add(() => atMost(DRAIN_MS, Promise.all([app.close(), rounds.stop(), desk.drained()])));
  const port = await listen(app, options);
  if (port !== options.port && !options.isPortGiven) {
    screen.say(`  Port ${options.port} is in use; this server takes ${port}.`);
  }
  const host = options.host.includes(':') ? `[${options.host}]` : options.host;
  const address = options.publicUrl?.origin ?? `http://${host}:${port}`;
  return { address, linkSecret: demo?.linkSecret ?? null };
}

/** Hashes what was posted into the ledger's chain, and sums up its accounting days. */
function sealRound({ database, utility }: Ground): Round {
  const { book, timeZone } = utility;
  return {
    name: 'sealed the ledger',
    everyMs: SEAL_EVERY_MS,
    run: async () => {
      const upTo = instant(clock() - SEAL_BEHIND_MS);
      const days = await closeLedgerDays(database, book, { timeZone, upTo });
      const { blocks } = await sealLedger(database, book, upTo, { evenIfEmpty: false });
      return days + blocks;
    },
  };
}

/** Closes vendors' days at two in the morning; whoever waits for longer is told of once a day. */
function dayRound({ database, utility }: Ground, log: ServerLog): Round {
  const told = new Set<string>();
  return {
    name: "closed vendors' days",
    everyMs: DAYS_EVERY_MS,
    run: async () => {
      const { closed, waiting } = await closeDueDays(database, utility, clock());
      for (const { vendorId, day, refusal } of waiting) {
        const name = `${vendorId} ${day}`;
        if (!told.has(name)) log.warn({ vendor: vendorId, day, refusal }, 'a day cannot be closed');
        told.add(name);
      }
      return closed;
    },
  };
}

interface ServerPlace {
  readonly address: string;
  readonly linkSecret: string | null;
}

async function start(starting: Starting): Promise<void> {
  const { options, screen, stops } = starting;
  const folder = chooseDataFolder(options, (line) => screen.say(line));
  await openDataFolder(folder);
  stops.add(await lockDataFolder(folder));
  // What an interrupted first start of a demo left behind was never in use.
  const isUnfinished = options.demo && options.databaseUrl === null && (await isSettingUp(folder));
  if (options.fresh || isUnfinished) {
    await stopLeftoverDatabase(folder);
    await emptyDataFolder(folder);
  }
  const { log, file } = openServerLog(folder, stops);
  const ground = await prepareGround(starting, folder, log);
  const { address, linkSecret } = await serve(starting, ground, log);
  const { password, utility } = ground;
  const operator = password === null ? null : { signInName: OPERATOR_SIGN_IN_NAME, password };
  const seconds = (clock() - startedAt) / 1000;
  const welcome = { utilityName: utility.name, address, linkSecret, operator, folder, seconds };
  for (const line of welcomeLines({ ...welcome, logFile: file })) screen.say(line);
  if (options.open && linkSecret !== null) openBrowser(demoLink(address, linkSecret));
}

/** Ends with everything stopped; a second signal ends at once. */
function stopOnSignals(stops: Stops, screen: Screen): void {
  let isStopping = false;
  const stop = (): void => {
    if (isStopping) process.exit(130);
    isStopping = true;
    screen.say('Stopping …');
    setTimeout(() => process.exit(0), STOP_MS).unref();
    void stops.run().then(() => process.exit(0));
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}

function tell(fault: unknown): string {
  if (fault instanceof StartFault) return fault.message;
  const message = fault instanceof Error ? fault.message : String(fault);
  return `wattvend could not start: ${message}`;
}

async function main(): Promise<void> {
  const screen = openScreen((line) => void process.stdout.write(`${line}\n`), clock);
  const stops = createStops();
  stopOnSignals(stops, screen);
  try {
    const options = readOptions(process.argv);
    await start({ options, screen, stops, hasher: createPasswordHasher() });
  } catch (fault) {
    process.stderr.write(`${tell(fault)}\n`);
    await atMost(STOP_MS, stops.run());
    process.exit(1);
  }
}

await main();
