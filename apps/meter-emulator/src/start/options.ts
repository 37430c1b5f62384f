/** The command line. `--help` prints what stands here. */
import { resolve } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { isSpeed, SPEED_MAX } from '../emulated-clock.ts';
import { type ConsumptionProfile, parseConsumptionProfile } from '../load/consumption-profile.ts';
import { StartFault } from './start-fault.ts';

export interface StartOptions {
  /** Files of meter memories. */
  readonly meters: readonly string[];
  readonly testMeters: number;
  /** Null: the meters live as long as the program. */
  readonly state: string | null;
  readonly speed: number;
  readonly profile: ConsumptionProfile;
  readonly seed: number;
  readonly host: string;
  readonly port: number;
  readonly allowedOrigins: readonly string[];
}

const PORT_DEFAULT = 9340;
const TEST_METERS_MAX = 10_000;
const SEED_MAX = 0xffff_ffff;

function portOf(text: string): number {
  return wholeNumber(text, 0, 65_535);
}

function wholeNumber(text: string, least: number, most: number): number {
  const value = Number(text);
  if (!/^\d{1,10}$/.test(text) || value < least || value > most) {
    throw new InvalidArgumentError(`${least} to ${most}`);
  }
  return value;
}

function speedOf(text: string): number {
  if (!/^\d{1,5}$/.test(text) || !isSpeed(Number(text))) {
    throw new InvalidArgumentError(`1 to ${SPEED_MAX}`);
  }
  return Number(text);
}

function profileOf(text: string): ConsumptionProfile {
  const profile = parseConsumptionProfile(text);
  if (profile === null) {
    throw new InvalidArgumentError('household, shop, or constant: and watts, as in constant:500');
  }
  return profile;
}

function originsOf(text: string, before: readonly string[]): readonly string[] {
  const origin = URL.canParse(text) ? new URL(text).origin : '';
  if (origin !== text.toLowerCase() || !/^https?:/.test(origin)) {
    throw new InvalidArgumentError('such as http://127.0.0.1:8080');
  }
  return [...before, origin];
}

function filesOf(text: string, before: readonly string[]): readonly string[] {
  return [...before, resolve(text)];
}

function command(): Command {
  return new Command('wattvend-meter-emulator')
    .description('A payment meter, or a street of them, in the terminal and over HTTP.')
    .option('--meter <file>', 'a stored meter memory, or several; may be given again', filesOf, [])
    .option(
      '--test-meters <number>',
      'make meters under a test key that is no secret',
      (text: string) => wholeNumber(text, 1, TEST_METERS_MAX),
      0,
    )
    .option('--state <folder>', 'where the meters keep their memories; without it they forget')
    .option('--speed <number>', `seconds of meter time in a second, 1 to ${SPEED_MAX}`, speedOf, 1)
    .option('--profile <name>', 'household, shop or constant:<W>', profileOf, {
      kind: 'household',
    } satisfies ConsumptionProfile)
    .option(
      '--seed <number>',
      'of what customers use, so that a street can be run again',
      (text: string) => wholeNumber(text, 0, SEED_MAX),
      1,
    )
    .option('--host <address>', 'address to listen on', '127.0.0.1')
    .option('--port <number>', 'port; 0 for any that is free', portOf, PORT_DEFAULT)
    .option(
      '--allow-origin <origin>',
      'a web page that may use the meters; may be given again',
      originsOf,
      [],
    );
}

interface Parsed {
  readonly meter: readonly string[];
  readonly testMeters: number;
  readonly state?: string;
  readonly speed: number;
  readonly profile: ConsumptionProfile;
  readonly seed: number;
  readonly host: string;
  readonly port: number;
  readonly allowOrigin: readonly string[];
}

/** Reads the command line; prints help or what is wrong with it and ends the process by itself. */
export function readOptions(argv: readonly string[]): StartOptions {
  const parsed = command().parse(argv).opts<Parsed>();
  if (parsed.meter.length === 0 && parsed.testMeters === 0 && parsed.state === undefined) {
    throw new StartFault(
      'No meter is named: give --meter <file>, --test-meters <number>, or the --state <folder> of some.',
    );
  }
  return {
    meters: parsed.meter,
    testMeters: parsed.testMeters,
    state: parsed.state === undefined ? null : resolve(parsed.state),
    speed: parsed.speed,
    profile: parsed.profile,
    seed: parsed.seed,
    host: parsed.host,
    port: parsed.port,
    allowedOrigins: parsed.allowOrigin,
  };
}
