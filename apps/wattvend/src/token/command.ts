/** `wattvend token …`: what a token is, for people. */
import { createReadStream } from 'node:fs';
import { explainToken } from '@wattvend/sts/explain-token.js';
import type { CandidateKey } from '@wattvend/sts/explanation.js';
import { Command } from 'commander';
import { textOf } from '../lines.ts';
import { printable, textStyle } from '../text-layout.ts';
import { KEYS_OCTETS_MAX, parseCandidateKeys } from './candidate-keys.ts';
import { formatExplanation } from './explanation-text.ts';

const EXIT_REFUSED = 1;
const EXIT_UNUSABLE = 2;

const STANDARD_INPUT = '-';

// Long enough for any slip of the finger; more is a file given by mistake.
const TYPED_OCTETS_MAX = 1000;

const WIDTH_DEFAULT = 80;
const WIDTH_MIN = 60;
const WIDTH_MAX = 100;

const HELP_HINT = '(add --help for the commands and options there are)';

export function tokenCommand(): Command {
  return new Command('token')
    .description('Tokens of twenty digits: what one says and why a meter would refuse it.')
    .showHelpAfterError(HELP_HINT)
    .addCommand(explainCommand())
    .addHelpText(
      'after',
      `
For example, a token that is not encrypted and needs no key:

  wattvend token explain 0000 0000 0002 0132 8896`,
    );
}

interface ExplainCommandOptions {
  readonly keys?: string;
  readonly json?: true;
  readonly revealKeySections?: true;
}

function explainCommand(): Command {
  return new Command('explain')
    .description('Take a token apart, field by field.')
    .argument('<digits...>', 'the token, with or without blanks and hyphens; - for standard input')
    .option('--keys <file>', 'keys that may open it, as JSON; - for standard input')
    .option('--json', 'print the explanation as JSON')
    .option('--reveal-key-sections', 'show the parts of a new key that key change tokens carry')
    .showHelpAfterError(HELP_HINT)
    .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : EXIT_UNUSABLE))
    .addHelpText(
      'after',
      `
Credit and management tokens are encrypted: without the key of their meter only their class is
known. The file of keys is a list in the key form of the known-answer language:

  [{"name": "meter 12 34567890 3", "ea": "07", "decoderKey": "0123456789abcdef",
    "baseDate": 2014, "kt": 2, "ken": 255},
   {"name": "the same, derived", "ea": "11", "dkga": "04", "vendingKey": "00112233…",
    "pan": "600727123456789030", "kt": 2, "sgc": "123456", "ti": "01", "krn": 1,
    "baseDate": 2014}]

Each needs a baseDate (1993, 2014 or 2035); kt, ken and sgc are used when they are there. Keys are
never given as arguments: every user of the machine sees those in the list of processes, and the
shell keeps them. Use test keys, or keep the file as secret as the keys.

Exit status: 0 explained and nothing speaks against it, 1 a meter would refuse it or no key opens
it, 2 the arguments or the file of keys cannot be used.`,
    )
    .action(explain);
}

async function explain(digits: readonly string[], options: ExplainCommandOptions): Promise<void> {
  const isTypedIn = digits.length === 1 && digits[0] === STANDARD_INPUT;
  if (isTypedIn && options.keys === STANDARD_INPUT) {
    refuseInput('only one of the token and the keys can come from standard input');
    return;
  }
  const given = isTypedIn ? await textOf(process.stdin, TYPED_OCTETS_MAX) : digits.join(' ');
  const typed = given?.trim();
  if (typed === undefined || typed.length > TYPED_OCTETS_MAX) {
    refuseInput('that is too long to be a token');
    return;
  }
  if (typed === '') {
    refuseInput('there is no token');
    return;
  }
  const candidates = await readCandidates(options.keys);
  if (candidates === null) return;
  const revealKeySections = options.revealKeySections === true;
  const explanation = explainToken(typed, candidates, { revealKeySections });
  const text = options.json
    ? JSON.stringify(explanation, null, 2)
    : formatExplanation(explanation, { width: widthOfTerminal(), style: textStyle(hasColour()) });
  process.stdout.write(`${text}\n`);
  const isGood = explanation.opened !== null && explanation.refusals.length === 0;
  if (!isGood) process.exitCode = EXIT_REFUSED;
}

async function readCandidates(file: string | undefined): Promise<readonly CandidateKey[] | null> {
  if (file === undefined) return [];
  const name = file === STANDARD_INPUT ? 'standard input' : file;
  let content: string | null;
  try {
    const stream = file === STANDARD_INPUT ? process.stdin : createReadStream(file);
    content = await textOf(stream, KEYS_OCTETS_MAX);
  } catch (error) {
    refuseInput(`cannot use ${name}: ${error instanceof Error ? error.message : String(error)}`);
    return null;
  }
  const parsed = parseCandidateKeys(content);
  if (parsed.kind === 'candidates') return parsed.candidates;
  refuseInput(`cannot use ${name}: ${parsed.detail}`);
  return null;
}

function refuseInput(detail: string): void {
  process.stderr.write(`wattvend: ${printable(detail)}\n`);
  process.exitCode = EXIT_UNUSABLE;
}

function widthOfTerminal(): number {
  const columns = process.stdout.isTTY ? process.stdout.columns : WIDTH_DEFAULT;
  return Math.min(Math.max(columns, WIDTH_MIN), WIDTH_MAX);
}

/** Colour on a terminal only, and not where NO_COLOR is set (no-color.org). */
function hasColour(): boolean {
  const { NO_COLOR: refused = '', TERM: terminal } = process.env;
  return process.stdout.isTTY && refused === '' && terminal !== 'dumb';
}
