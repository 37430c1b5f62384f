/** `wattvend sts …`: the standard's calculations, asked one at a time or checked against a file. */
import { createReadStream } from 'node:fs';
import { Command } from 'commander';
import { linesOf, textOf } from '../lines.ts';
import { printable } from '../text-layout.ts';
import { answer, answerLine, REQUEST_OCTETS_MAX } from './answer.ts';
import { checkKnownAnswers, parseKnownAnswers } from './known-answers.ts';

// Hundreds of times the public file. The worst file of that size, of brackets only, takes fifty times
// as much memory when it is read as JSON.
const KNOWN_ANSWERS_OCTETS_MAX = 16_000_000;

const EXIT_MISS = 1;
const EXIT_UNUSABLE_FILE = 2;

// A subcommand made on its own does not inherit how its parent reports errors, so each says it.
const HELP_HINT = '(add --help for the commands and options there are)';

export function stsCommand(): Command {
  return new Command('sts')
    .description(
      'Identities, token identifiers, amounts, checksums, keys and tokens (IEC 62055-41).',
    )
    .showHelpAfterError(HELP_HINT)
    .addCommand(answerCommand())
    .addCommand(checkCommand());
}

function answerCommand(): Command {
  return new Command('answer')
    .description('Answer requests of the known-answer language, read as JSON from standard input.')
    .option('--lines', 'one request per line in, one answer per line out, until the input ends')
    .showHelpAfterError(HELP_HINT)
    .addHelpText(
      'after',
      `
The language is described at the head of vectors/sts-known-answers.json. Without --lines the
whole input is one request. For example:

  echo '{"op":"tid","issued":"2020-01-01T08:00Z","baseDate":2014}' | wattvend sts answer --lines

Keys given here are visible to whoever sees the terminal: use test keys only.`,
    )
    .action(async (options: { readonly lines?: true }) => {
      if (options.lines) await answerLines();
      else process.stdout.write(`${answerLine(await textOf(process.stdin, REQUEST_OCTETS_MAX))}\n`);
    });
}

async function answerLines(): Promise<void> {
  for await (const lines of linesOf(process.stdin, REQUEST_OCTETS_MAX)) {
    const answers = lines.map((line) => `${answerLine(line)}\n`);
    const hasRoom = process.stdout.write(answers.join(''));
    // A slow reader must not make the answers pile up in memory.
    if (!hasRoom) await new Promise((resolve) => process.stdout.once('drain', resolve));
  }
}

function checkCommand(): Command {
  return new Command('check')
    .description('Run a file of known answers and report each that is missed.')
    .argument('<file>', 'known answers, schema sts-vectors/1')
    .showHelpAfterError(HELP_HINT)
    .addHelpText(
      'after',
      `
Exit status: 0 all passed or skipped, 1 something missed, 2 the file cannot be used.
Skipped are requests that this build answers with NotImplemented.`,
    )
    .action(check);
}

async function check(file: string): Promise<void> {
  let content: string | null;
  try {
    content = await textOf(createReadStream(file), KNOWN_ANSWERS_OCTETS_MAX);
  } catch (error) {
    reportUnusableFile(file, error instanceof Error ? error.message : String(error));
    return;
  }
  if (content === null) {
    reportUnusableFile(file, `it has more than ${KNOWN_ANSWERS_OCTETS_MAX} octets`);
    return;
  }
  const parsed = parseKnownAnswers(content);
  if (parsed.kind === 'fault') {
    reportUnusableFile(file, parsed.detail);
    return;
  }
  const report = checkKnownAnswers(parsed.knownAnswers, answer);
  for (const { expected, got, id } of report.misses) {
    const lines = [
      id,
      `  expected ${JSON.stringify(expected)}`,
      `  got      ${JSON.stringify(got)}`,
    ];
    process.stdout.write(`${lines.map(printable).join('\n')}\n`);
  }
  const skipped = report.skipped > 0 ? `, ${report.skipped} skipped` : '';
  process.stdout.write(`${report.passed} passed, ${report.misses.length} failed${skipped}\n`);
  if (report.misses.length > 0) process.exitCode = EXIT_MISS;
}

function reportUnusableFile(file: string, detail: string): void {
  process.stderr.write(`wattvend: ${printable(`cannot use ${file}: ${detail}`)}\n`);
  process.exitCode = EXIT_UNUSABLE_FILE;
}
