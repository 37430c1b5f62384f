/** Recovery codes on the screen for the only time. */
import { Alert, Button, Group, Stack } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { CopyButton } from '../ui/copy-button.tsx';
import classes from './factor.module.css';

export function RecoveryCodes(o: {
  readonly codes: readonly string[];
  readonly onDone: () => void;
}): ReactNode {
  return (
    <Stack>
      <p className={classes['text']}>
        Each of these opens once, in place of your second factor, should you lose it. Keep them on
        paper, away from your password.
      </p>
      <ul className={classes['codes']} data-testid="recovery-codes">
        {o.codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <Alert color="amber" variant="light" icon={<IconAlertTriangle aria-hidden />}>
        They are shown now and never again.
      </Alert>
      <Group justify="space-between" gap="sm">
        <CopyButton text={o.codes.join('\n')} label="Copy" />
        <Button onClick={o.onDone}>I have kept them</Button>
      </Group>
    </Stack>
  );
}
