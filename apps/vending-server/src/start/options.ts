/** The command line. `--help` prints what stands here. */
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command, InvalidArgumentError, Option } from 'commander';
import { isLoopbackHost } from '../http/site.ts';
import { StartFault } from './start-fault.ts';

export interface StartOptions {
  /** Null when not given: then the folder is chosen. */
  readonly data: string | null;
  readonly host: string;
  readonly port: number;
  readonly isPortGiven: boolean;
  readonly demo: boolean;
  readonly fresh: boolean;
  readonly publicUrl: URL | null;
  readonly meterEmulator: URL | null;
  readonly databaseUrl: string | null;
  readonly webhooksToPrivateAddresses: boolean;
  /** Whether vendors' days are closed by the server itself. */
  readonly closeDays: boolean;
  readonly open: boolean;
  readonly utilityName: string | null;
  readonly currency: string | null;
  readonly currencySymbol: string | null;
  readonly decimalPlaces: number;
  readonly timeZone: string | null;
  readonly vendingKeys: string | null;
}

const PORT_DEFAULT = 8080;

function portOf(text: string): number {
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > 65_535) throw new InvalidArgumentError('0 to 65535');
  return port;
}

function urlOf(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : null;
  const isSite = url !== null && /^https?:$/.test(url.protocol) && url.pathname === '/';
  if (!isSite) throw new InvalidArgumentError('such as https://vend.example.org');
  return url;
}

// The name goes into the security policy of every page, where a semicolon begins another directive
// and an address of IPv6 is not understood.
const EMULATOR_HOST = /^[a-z0-9.-]+$/;

function emulatorOf(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : null;
  const isEmulator =
    url?.protocol === 'http:' && url.href === `${url.origin}/` && EMULATOR_HOST.test(url.hostname);
  if (!isEmulator) throw new InvalidArgumentError('such as http://127.0.0.1:9340');
  return url;
}

function placesOf(text: string): number {
  if (!/^[0-4]$/.test(text)) throw new InvalidArgumentError('0 to 4');
  return Number(text);
}

function timeZoneOf(text: string): string {
  try {
    new Intl.DateTimeFormat('en', { timeZone: text });
    return text;
  } catch {
    throw new InvalidArgumentError('an IANA name such as Africa/Nairobi');
  }
}

function currencyOf(text: string): string {
  if (!/^[A-Z]{3}$/.test(text)) throw new InvalidArgumentError('three letters such as KES');
  return text;
}

function command(): Command {
  return new Command('wattvend-server')
    .description('The vending server: database, security module, API and console, in one command.')
    .option('--data <folder>', 'where everything is kept (default: .wattvend in the repository)')
    .option('--host <address>', 'address to listen on', '127.0.0.1')
    .option('--port <number>', `port; without it the next free one from ${PORT_DEFAULT}`, portOf)
    .option('--demo', 'an invented utility with a street of test meters', false)
    .option('--fresh', 'with --demo: forget the demo and begin a new one', false)
    .option('--public-url <url>', 'how people reach this server, when by another address', urlOf)
    .option('--meter-emulator <url>', 'a meter emulator that the console shows', emulatorOf)
    .addOption(
      new Option('--database-url <url>', 'a PostgreSQL server instead of the embedded one').env(
        'WATTVEND_DATABASE_URL',
      ),
    )
    .option(
      '--webhooks-to-private-addresses',
      'let webhooks go to http and private addresses too',
      false,
    )
    .option('--no-close-days', "do not close vendors' days at two in the morning")
    .option('--no-open', 'do not open the browser')
    .option('--utility-name <name>', 'first start: name of the utility')
    .option('--currency <code>', 'first start: ISO 4217 code, such as KES', currencyOf)
    .option('--currency-symbol <symbol>', 'first start: as on receipts (default: the code)')
    .option('--decimal-places <number>', 'first start: of the currency', placesOf, 2)
    .option('--time-zone <name>', 'first start: IANA name, such as Africa/Nairobi', timeZoneOf)
    .option('--vending-keys <file>', 'first start: JSON file of vending keys to seal');
}

interface Parsed {
  readonly data?: string;
  readonly host: string;
  readonly port?: number;
  readonly demo: boolean;
  readonly fresh: boolean;
  readonly publicUrl?: URL;
  readonly meterEmulator?: URL;
  readonly databaseUrl?: string;
  readonly webhooksToPrivateAddresses: boolean;
  readonly closeDays: boolean;
  readonly open: boolean;
  readonly utilityName?: string;
  readonly currency?: string;
  readonly currencySymbol?: string;
  readonly decimalPlaces: number;
  readonly timeZone?: string;
  readonly vendingKeys?: string;
}

/** Reads the command line; prints help or what is wrong with it and ends the process by itself. */
export function readOptions(argv: readonly string[]): StartOptions {
  const parsed = command().parse(argv).opts<Parsed>();
  if (parsed.fresh && !parsed.demo) {
    throw new StartFault('--fresh removes everything and is for the demo only: add --demo.');
  }
  if (parsed.demo && !isLoopbackHost(parsed.host)) {
    throw new StartFault(
      'The demo is open to whoever has its link, so it serves this machine only: leave out --host.',
    );
  }
  return {
    data: parsed.data === undefined ? null : resolve(parsed.data),
    host: parsed.host,
    port: parsed.port ?? PORT_DEFAULT,
    isPortGiven: parsed.port !== undefined,
    demo: parsed.demo,
    fresh: parsed.fresh,
    publicUrl: parsed.publicUrl ?? null,
    meterEmulator: parsed.meterEmulator ?? null,
    databaseUrl: parsed.databaseUrl ?? null,
    webhooksToPrivateAddresses: parsed.webhooksToPrivateAddresses,
    closeDays: parsed.closeDays,
    open: parsed.open,
    utilityName: parsed.utilityName ?? null,
    currency: parsed.currency ?? null,
    currencySymbol: parsed.currencySymbol ?? null,
    decimalPlaces: parsed.decimalPlaces,
    timeZone: parsed.timeZone ?? null,
    vendingKeys: parsed.vendingKeys ?? null,
  };
}

/** The repository this program stands in, or the present folder when it was installed elsewhere. */
export function defaultDataFolder(): string {
  const here = dirname(fileURLToPath(import.meta.url));
  const repository = resolve(here, '../../../..');
  const isRepository = existsSync(join(repository, 'apps', 'vending-server', 'package.json'));
  return join(isRepository ? repository : process.cwd(), '.wattvend');
}
