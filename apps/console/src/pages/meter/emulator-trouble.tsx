import { Alert } from '@mantine/core';
import type { ReactNode } from 'react';
import { startCommand } from '../../emulated-meter/ask-emulator.ts';
import classes from './emulated.module.css';

/** Nobody is there, or this page is not let in; a browser does not say which. */
export function EmulatorTrouble(o: {
  readonly emulatorUrl: string;
  readonly isForeign: boolean;
}): ReactNode {
  if (o.isForeign) {
    return (
      <Alert color="red" title="This is no meter emulator that the console knows">
        What answers at {o.emulatorUrl} says something else, or is of another version. Start the
        emulator that came with this server.
      </Alert>
    );
  }
  return (
    <Alert color="yellow" title="The meter emulator does not answer">
      <p className={classes['trouble']}>
        It is not running at {o.emulatorUrl}, or it was not told to let this page in. Start it with
        this command; the page tries again by itself.
      </p>
      <code className={classes['command']} data-testid="emulator-command">
        {startCommand(o.emulatorUrl, window.location.origin)}
      </code>
    </Alert>
  );
}
