/** `wattvend firmware …`: signed images for the remote upgrade of meters. */
import { sign } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { ImageComponent } from '@wattvend/meter/firmware-state.js';
import {
  decodeImageHeader,
  encodeImage,
  type ImageFault,
  type ImageHeader,
  type ImageOrder,
  SECURITY_NUMBER_MAX,
  verifyImage,
} from '@wattvend/meter/image.js';
import { instant } from '@wattvend/quantities/time.js';
import { Command } from 'commander';
import {
  EXIT_REFUSED,
  EXIT_UNUSABLE,
  HELP_HINT,
  reportingUnusable,
  timeOf,
  UnusableInput,
  wholeNumberOf,
  withFile,
} from '../command-end.ts';
import { makeFile, PLAIN_FILE_MODE } from '../meter/all-or-nothing.ts';
import { publicKeyHexOf, signingKeyOf } from './signing-key.ts';

const IN_WORDS: Readonly<Record<ImageFault, string>> = {
  'not-an-image': 'it is not a firmware image',
  'format-unknown': 'it is an image of a format this program does not know',
  header: 'its header is cut or says what no image may say',
  size: 'it is shorter or longer than its header says',
  hash: 'its program is not the one that was signed',
  signature: 'its header is not signed by this key',
  'other-maker': 'it is for meters of another maker',
  'other-hardware': 'it is for other hardware',
  'rolled-back': 'its security number is below that of the meter',
  'same-version': 'the meter runs this version already',
};

export function firmwareCommand(): Command {
  return new Command('firmware')
    .description('Firmware images: sign one, look at one, verify one.')
    .showHelpAfterError(HELP_HINT)
    .addCommand(packCommand())
    .addCommand(showCommand())
    .addCommand(checkCommand())
    .addHelpText(
      'after',
      `
The keys are Ed25519 in PEM:

  openssl genpkey -algorithm ed25519 -out maker.pem
  openssl pkey -in maker.pem -pubout -out maker-public.pem

The form of an image is described in docs/reference/firmware-image.md.`,
    );
}

interface PackOptions {
  readonly component: string;
  readonly firmwareVersion: string;
  readonly hardwareFrom: string;
  readonly hardwareModel: string;
  readonly hardwareTo?: string;
  readonly key: string;
  readonly manufacturer: string;
  readonly notBefore?: string;
  readonly out: string;
  readonly securityNumber: string;
}

function packCommand(): Command {
  return new Command('pack')
    .description('Make the image of a program.')
    .argument('<program>', 'the program, a file of any content')
    .requiredOption('--key <pem>', 'the private key that signs')
    .requiredOption('--manufacturer <code>', 'manufacturer code, two or four digits')
    .requiredOption('--firmware-version <version>', 'at most 15 letters, digits, dots, + and -')
    .requiredOption('--out <file>', 'the image; it must not exist')
    .option('--hardware-model <name>', 'the hardware it runs on', 'WATTVEND')
    .option('--hardware-from <revision>', 'the first revision it runs on', '1')
    .option('--hardware-to <revision>', 'the last; the first unless said')
    .option('--security-number <number>', 'rises where older programs must not come back', '0')
    .option('--component <name>', 'what it changes: legally-relevant or application', 'application')
    .option('--not-before <time>', 'ISO 8601 with an offset or Z: it does not run before')
    .showHelpAfterError(HELP_HINT)
    .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : EXIT_UNUSABLE))
    .action((program: string, options: PackOptions) =>
      reportingUnusable(() => pack(program, options)),
    );
}

async function pack(program: string, options: PackOptions): Promise<void> {
  const order = imageOrderOf(options);
  const key = await signingKeyOf(options.key);
  const payload = await withFile(program, () => readFile(program));
  let image: Uint8Array;
  try {
    image = encodeImage(order, payload, (message) => sign(null, message, key));
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new UnusableInput(error.message, { cause: error });
  }
  await makeFile(options.out, { content: image, mode: PLAIN_FILE_MODE });
  process.stdout.write(`${options.out}: ${image.length} octets\n`);
}

function imageOrderOf(options: PackOptions): ImageOrder {
  const { component, hardwareFrom, hardwareTo = hardwareFrom, notBefore } = options;
  const revision = { least: 0, most: 65_535 };
  return {
    manufacturerCode: options.manufacturer,
    hardware: {
      model: options.hardwareModel,
      from: wholeNumberOf('--hardware-from', hardwareFrom, revision),
      to: wholeNumberOf('--hardware-to', hardwareTo, revision),
    },
    version: options.firmwareVersion,
    securityNumber: wholeNumberOf('--security-number', options.securityNumber, {
      least: 0,
      most: SECURITY_NUMBER_MAX,
    }),
    component: componentOf(component),
    notBefore: notBefore === undefined ? null : instant(timeOf('--not-before', notBefore)),
  };
}

function componentOf(typed: string): ImageComponent {
  if (typed === 'legally-relevant' || typed === 'application') return typed;
  throw new UnusableInput(`--component is legally-relevant or application, got "${typed}"`);
}

function showCommand(): Command {
  return new Command('show')
    .description('Show what the header of an image says. Nothing is verified.')
    .argument('<image>', 'the image')
    .showHelpAfterError(HELP_HINT)
    .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : EXIT_UNUSABLE))
    .action((file: string) => reportingUnusable(() => show(file)));
}

async function show(file: string): Promise<void> {
  const decoded = decodeImageHeader(await withFile(file, () => readFile(file)));
  if (decoded.kind === 'fault') {
    throw new UnusableInput(`cannot use ${file}: ${IN_WORDS[decoded.fault]}`);
  }
  process.stdout.write(`${headerText(decoded.header)}Not verified: see wattvend firmware check.\n`);
}

function headerText({ hardware, notBefore, ...header }: ImageHeader): string {
  const rows: readonly (readonly [string, string])[] = [
    ['Manufacturer', header.manufacturerCode],
    ['Hardware', `${hardware.model}, revisions ${hardware.from} to ${hardware.to}`],
    ['Version', header.version],
    ['Security number', String(header.securityNumber)],
    ['Changes', header.component],
    ['Program', `${header.payloadSize} octets`],
    ['SHA-256', header.payloadHash],
    ['Not before', notBefore === null ? 'any time' : dateText(notBefore)],
  ];
  return rows.map(([label, value]) => `${label.padEnd(17)}${value}\n`).join('');
}

/** A header may name a time that the calendar of this program does not reach. */
function dateText(at: number): string {
  const date = new Date(at);
  return Number.isNaN(date.getTime()) ? `${at} ms since 1970` : date.toISOString();
}

function checkCommand(): Command {
  return new Command('check')
    .description('Verify an image: whole, and signed by this key.')
    .argument('<image>', 'the image')
    .requiredOption('--key <pem...>', 'public keys, one of which signed it')
    .showHelpAfterError(HELP_HINT)
    .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : EXIT_UNUSABLE))
    .addHelpText(
      'after',
      `
Exit status: 0 the image is good, 1 it is not, 2 the arguments cannot be used.`,
    )
    .action((file: string, options: { readonly key: readonly string[] }) =>
      reportingUnusable(() => check(file, options.key)),
    );
}

async function check(file: string, keyFiles: readonly string[]): Promise<void> {
  const keys = await Promise.all(keyFiles.map(publicKeyHexOf));
  const octets = await withFile(file, () => readFile(file));
  const verified = verifyImage(octets, keys, null);
  if (verified.kind === 'image') {
    process.stdout.write(`${headerText(verified.header)}Good: whole, and signed by the key.\n`);
    return;
  }
  process.stdout.write(`Refused, ${verified.fault}: ${IN_WORDS[verified.fault]}.\n`);
  process.exitCode = EXIT_REFUSED;
}
