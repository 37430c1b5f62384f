/** Asks once more before something that cannot be undone, and stays open when it is refused. */
import { Button, Group, Modal, Stack } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Refusal } from '../api/refusal.ts';
import { RefusalNote } from '../ui/refusal-note.tsx';
import { useReturnFocus } from '../ui/return-focus.ts';

interface Question {
  readonly title: string;
  readonly text: string;
  readonly verb: string;
  /** Does it; gives the refusal, or null when it is done. */
  readonly act: () => Promise<Refusal | null>;
  readonly onClose: () => void;
}

function Answer(o: Question): ReactNode {
  useReturnFocus();
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [busy, setBusy] = useState(false);
  async function act(): Promise<void> {
    setBusy(true);
    const refused = await o.act();
    setBusy(false);
    if (refused === null) o.onClose();
    else setRefusal(refused);
  }
  return (
    <Stack>
      {refusal !== null && <RefusalNote refusal={refusal} />}
      <p style={{ margin: 0 }}>{o.text}</p>
      <Group justify="flex-end" gap="sm">
        <Button variant="default" onClick={o.onClose} data-autofocus>
          Cancel
        </Button>
        <Button color="red.9" loading={busy} onClick={() => void act()}>
          {o.verb}
        </Button>
      </Group>
    </Stack>
  );
}

export function Confirm(o: Question): ReactNode {
  return (
    <Modal opened onClose={o.onClose} title={o.title} centered>
      <Answer {...o} />
    </Modal>
  );
}
