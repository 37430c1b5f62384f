/** A secret on the screen for the only time. Nothing but the button closes it: it is gone then. */
import { Alert, Button, Group, Modal, Stack } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { CopyButton } from '../../ui/copy-button.tsx';
import classes from './staff.module.css';

export interface Secret {
  readonly title: string;
  /** What it opens and what to do with it. */
  readonly text: string;
  readonly secret: string;
}

export function ShownOnce(o: { readonly shown: Secret; readonly onDone: () => void }): ReactNode {
  const { title, text, secret } = o.shown;
  return (
    <Modal
      opened
      onClose={o.onDone}
      title={title}
      centered
      withCloseButton={false}
      closeOnClickOutside={false}
      closeOnEscape={false}
    >
      <Stack>
        <p className={classes['text']}>{text}</p>
        <code className={classes['secret']} data-testid="secret">
          {secret}
        </code>
        <Alert color="amber" variant="light" icon={<IconAlertTriangle aria-hidden />}>
          This is shown now and never again. Copy it before you close this.
        </Alert>
        <Group justify="space-between" gap="sm">
          <CopyButton text={secret} label="Copy" />
          <Button onClick={o.onDone}>I have kept it</Button>
        </Group>
      </Stack>
    </Modal>
  );
}
