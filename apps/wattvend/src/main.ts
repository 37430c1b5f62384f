/** The command line of wattvend. Each subject is a command with its own commands below it. */
import { Command } from 'commander';
import { firmwareCommand } from './firmware/command.ts';
import { meterCommand } from './meter/command.ts';
import { stsCommand } from './sts/command.ts';
import { tokenCommand } from './token/command.ts';

// A reader that has seen enough, such as `head`, closes the pipe; that is not an error of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

const program: Command = new Command('wattvend')
  .description('Open STS prepayment platform, from the command line.')
  .showHelpAfterError('(add --help for the commands and options there are)')
  .helpCommand(true)
  .addCommand(firmwareCommand())
  .addCommand(meterCommand())
  .addCommand(stsCommand())
  .addCommand(tokenCommand());

await program.parseAsync(process.argv);
