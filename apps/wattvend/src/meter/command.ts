/** `wattvend meter …`: making meters, and the records a utility gets of them. */
import { readFile } from 'node:fs/promises';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { Command } from 'commander';
import {
  EXIT_UNUSABLE,
  HELP_HINT,
  reportingUnusable,
  UnusableInput,
  withFile,
} from '../command-end.ts';
import { unsealed } from './age-file.ts';
import { makeFile, SECRET_FILE_MODE } from './all-or-nothing.ts';
import { makeCommand } from './make-command.ts';

export function meterCommand(): Command {
  return new Command('meter')
    .description('Make meters: numbers, keys, and the records a utility gets of them.')
    .showHelpAfterError(HELP_HINT)
    .addCommand(keysCommand())
    .addCommand(makeCommand())
    .addCommand(unsealCommand());
}

function keysCommand(): Command {
  return new Command('keys')
    .description('Make the key pair a utility gets its meter keys sealed to (age, X25519).')
    .requiredOption('--out <file>', 'where the identity, the secret half, is written (mode 0600)')
    .showHelpAfterError(HELP_HINT)
    .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : EXIT_UNUSABLE))
    .addHelpText(
      'after',
      `
Prints the recipient, age1…, which is not secret: give it to the maker. The identity never leaves
the utility; whoever has it reads the keys of all meters sealed to it.`,
    )
    .action((options: { readonly out: string }) => reportingUnusable(() => makeKeys(options)));
}

async function makeKeys({ out }: { readonly out: string }): Promise<void> {
  const identity = await generateX25519Identity();
  const recipient = await identityToRecipient(identity);
  const content = `# recipient: ${recipient}\n${identity}\n`;
  await makeFile(out, { content, mode: SECRET_FILE_MODE });
  process.stdout.write(`${recipient}\n`);
}

interface UnsealOptions {
  readonly identity: string;
  readonly toTerminal?: true;
}

function unsealCommand(): Command {
  return new Command('unseal')
    .description('Open a sealed record and print it: one JSON object a line, with the keys.')
    .argument('<file>', 'the sealed record, keys.jsonl.age')
    .requiredOption(
      '--identity <file>',
      'the identity made by wattvend meter keys, or by age-keygen',
    )
    .option('--to-terminal', 'print the keys although the output is a terminal')
    .showHelpAfterError(HELP_HINT)
    .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : EXIT_UNUSABLE))
    .addHelpText(
      'after',
      `
This prints decoder keys: whoever has them makes tokens for those meters. Hand them to what needs
them through a pipe and do not store them, for example:

  wattvend meter unseal batch/keys.jsonl.age --identity utility.key | jq -s . |
    wattvend token explain 1234 5678 9012 3456 7890 --keys -`,
    )
    .action((file: string, options: UnsealOptions) =>
      reportingUnusable(() => unseal(file, options)),
    );
}

async function unseal(file: string, { identity, toTerminal }: UnsealOptions): Promise<void> {
  if (process.stdout.isTTY && toTerminal !== true) {
    throw new UnusableInput(
      'this would show keys on the terminal: send them to a program, or add --to-terminal',
    );
  }
  const octets = await withFile(file, () => readFile(file));
  const identities = await withFile(identity, () => readFile(identity, 'utf8'));
  process.stdout.write(await unsealed(octets, { file, identities, identityFile: identity }));
}
