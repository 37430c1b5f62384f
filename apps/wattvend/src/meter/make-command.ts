/** `wattvend meter make`: a batch of meters, as a folder of records. */
import { HARDWARE_MODEL_MAX, HARDWARE_REVISION_MAX } from '@wattvend/meter/firmware-state.js';
import { isImageVersion } from '@wattvend/meter/image.js';
import type { BatchOrder } from '@wattvend/meter/make-meter.js';
import {
  BATCH_METERS_MAX,
  type MeterNumber,
  SERIAL_NUMBER_MAX,
  serialRange,
} from '@wattvend/meter/serial-range.js';
import type { MeterSettings } from '@wattvend/meter/settings.js';
import {
  COMMERCIAL,
  GAS,
  INDUSTRIAL,
  RESIDENTIAL,
  TIME,
  WATER,
} from '@wattvend/meter/settings-profiles.js';
import { type Instant, instant } from '@wattvend/quantities/time.js';
import { BASE_DATE_YEARS, BASE_DATES, type BaseDate } from '@wattvend/sts/base-date.js';
import {
  ENCRYPTION_ALGORITHM_CODES,
  isEncryptionAlgorithm,
} from '@wattvend/sts/encryption-algorithms.js';
import { StsRefusalError } from '@wattvend/sts/refusal.js';
import { supplyGroupCode, tariffIndex } from '@wattvend/sts/supply-group.js';
import { Command } from 'commander';
import {
  EXIT_UNUSABLE,
  HELP_HINT,
  reportingUnusable,
  timeOf,
  UnusableInput,
  wholeNumberOf,
} from '../command-end.ts';
import { publicKeyHexOf } from '../firmware/signing-key.ts';
import { makeBatch } from './batch.ts';

const MODELS: ReadonlyMap<string, MeterSettings> = new Map([
  ['residential', RESIDENTIAL],
  ['commercial', COMMERCIAL],
  ['industrial', INDUSTRIAL],
  ['water', WATER],
  ['gas', GAS],
  ['time', TIME],
]);

interface MakeOptions {
  readonly algorithm: string;
  readonly baseDate: string;
  readonly count: string;
  readonly firmwareVersion: string;
  readonly firstSerial: string;
  readonly hardwareModel: string;
  readonly hardwareRevision: string;
  readonly inStock?: true;
  readonly manufacturedAt?: string;
  readonly manufacturer: string;
  readonly memories?: string;
  readonly model: string;
  readonly out: string;
  readonly recipient: readonly string[];
  readonly supplyGroup: string;
  readonly tariffIndex: string;
  readonly trustedKey?: readonly string[];
}

export function makeCommand(): Command {
  return new Command('make')
    .description('Make a batch of meters: numbers, a key each, and the records of them.')
    .requiredOption('--manufacturer <code>', 'manufacturer code, two or four digits')
    .requiredOption('--first-serial <number>', 'serial number of the first meter')
    .requiredOption('--count <number>', `how many meters, at most ${BATCH_METERS_MAX}`)
    .requiredOption('--recipient <recipient...>', 'whom the keys are sealed to (age1…)')
    .requiredOption('--out <folder>', 'the folder to make; it must not exist')
    .option('--model <name>', [...MODELS.keys()].join(', '), 'residential')
    .option('--algorithm <code>', `encryption: ${ENCRYPTION_ALGORITHM_CODES.join(', ')}`, '11')
    .option('--base-date <year>', BASE_DATE_YEARS.join(', '), '2014')
    .option('--supply-group <code>', 'supply group code, six digits', '000000')
    .option('--tariff-index <index>', 'two digits', '01')
    .option('--hardware-model <name>', 'what firmware images call the hardware', 'WATTVEND')
    .option('--hardware-revision <number>', 'its revision', '1')
    .option('--firmware-version <version>', 'the program the meters leave with', '0.1.0')
    .option('--trusted-key <pem...>', 'Ed25519 public keys that sign firmware, at most two files')
    .option('--in-stock', 'not in service: an installer commissions the meter')
    .option('--manufactured-at <time>', 'ISO 8601 with an offset or Z; now unless said')
    .option('--memories <folder>', 'also write the memories of the meters, WITH KEYS IN CLEAR')
    .showHelpAfterError(HELP_HINT)
    .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : EXIT_UNUSABLE))
    .addHelpText(
      'after',
      `
The folder gets meters.csv, for people and for import, without keys, and keys.jsonl.age, the keys
sealed to the recipients. It appears whole or not at all. The columns and what to do with the keys
are described in docs/guides/manufacture.md.

Exit status: 0 made, 2 the options cannot be used and nothing was made.`,
    )
    .action((options: MakeOptions) => reportingUnusable(() => make(options)));
}

async function make(options: MakeOptions): Promise<void> {
  const numbers = numbersOf(options);
  await makeBatch(await batchOf(options), numbers, {
    recipients: options.recipient,
    folder: options.out,
    memoriesFolder: options.memories ?? null,
  });
}

function numbersOf({ count, firstSerial, manufacturer }: MakeOptions): readonly MeterNumber[] {
  const range = serialRange({
    manufacturerCode: manufacturer,
    firstSerial: wholeNumberOf('--first-serial', firstSerial, {
      least: 0,
      most: SERIAL_NUMBER_MAX,
    }),
    count: wholeNumberOf('--count', count, { least: 1, most: BATCH_METERS_MAX }),
  });
  if (range.kind === 'numbers') return range.numbers;
  throw new UnusableInput(
    range.fault === 'manufacturer-code'
      ? `--manufacturer has two or four digits, got "${manufacturer}"`
      : `the serial numbers go beyond ${SERIAL_NUMBER_MAX}`,
  );
}

async function batchOf(options: MakeOptions): Promise<BatchOrder> {
  const { algorithm, firmwareVersion, hardwareModel, model } = options;
  const settings = MODELS.get(model);
  if (settings === undefined) {
    throw new UnusableInput(`--model is one of ${[...MODELS.keys()].join(', ')}, got "${model}"`);
  }
  if (!isEncryptionAlgorithm(algorithm)) {
    const codes = ENCRYPTION_ALGORITHM_CODES.join(', ');
    throw new UnusableInput(`--algorithm is one of ${codes}, got "${algorithm}"`);
  }
  if (!isImageVersion(firmwareVersion)) {
    throw new UnusableInput(`--firmware-version cannot be "${firmwareVersion}"`);
  }
  if (!/^[\x20-\x7e]+$/.test(hardwareModel) || hardwareModel.length > HARDWARE_MODEL_MAX) {
    throw new UnusableInput(
      `--hardware-model has 1 to ${HARDWARE_MODEL_MAX} printable ASCII characters`,
    );
  }
  const baseDate = baseDateOf(options.baseDate);
  return {
    encryptionAlgorithm: algorithm,
    supplyGroupCode: stsValue('--supply-group', () => supplyGroupCode(options.supplyGroup)),
    tariffIndex: stsValue('--tariff-index', () => tariffIndex(options.tariffIndex)),
    baseDate,
    manufacturedAt: manufacturedAtOf(options.manufacturedAt, baseDate),
    settings,
    isCommissioned: options.inStock !== true,
    hardware: {
      model: hardwareModel,
      revision: wholeNumberOf('--hardware-revision', options.hardwareRevision, {
        least: 0,
        most: HARDWARE_REVISION_MAX,
      }),
    },
    firmwareVersion,
    trustedKeys: await trustedKeysOf(options.trustedKey ?? []),
  };
}

function baseDateOf(typed: string): BaseDate {
  const year = BASE_DATE_YEARS.find((one) => String(one) === typed);
  if (year !== undefined) return year;
  throw new UnusableInput(`--base-date is one of ${BASE_DATE_YEARS.join(', ')}, got "${typed}"`);
}

function manufacturedAtOf(typed: string | undefined, baseDate: BaseDate): Instant {
  const at = typed === undefined ? Date.now() : timeOf('--manufactured-at', typed);
  const { firstMinute, lastMinute } = BASE_DATES[baseDate];
  if (at < firstMinute || at > lastMinute) {
    throw new UnusableInput(`meters of base date ${baseDate} are not made at that time`);
  }
  return instant(at);
}

async function trustedKeysOf(files: readonly string[]): Promise<readonly string[]> {
  if (files.length > 2) throw new UnusableInput('--trusted-key is given at most two files');
  const keys = await Promise.all(files.map(publicKeyHexOf));
  if (new Set(keys).size !== keys.length) {
    throw new UnusableInput('--trusted-key is given the same key twice');
  }
  return keys;
}

function stsValue<Value>(option: string, make: () => Value): Value {
  try {
    return make();
  } catch (error) {
    if (!(error instanceof StsRefusalError)) throw error;
    throw new UnusableInput(`${option}: ${error.message}`, { cause: error });
  }
}
