import { Button, Group, Modal } from '@mantine/core';
import { type ReactNode, useState } from 'react';

/** A new meter in place of this one: its credit and its memory of used tokens are gone. */
export function FactoryButton(o: { readonly onTakeNew: () => Promise<void> }): ReactNode {
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  async function take(): Promise<void> {
    setBusy(true);
    await o.onTakeNew();
    setBusy(false);
    setAsking(false);
  }
  return (
    <>
      <Button variant="subtle" size="compact-sm" onClick={() => setAsking(true)}>
        Take a new meter from the factory
      </Button>
      <Modal
        opened={asking}
        onClose={() => setAsking(false)}
        title="Take a new meter from the factory?"
        centered
      >
        <p style={{ marginTop: 0 }}>
          The credit on this meter is lost, and the new one has never seen a token. It lives in this
          browser only.
        </p>
        <Group justify="flex-end">
          <Button variant="default" onClick={() => setAsking(false)}>
            Keep this meter
          </Button>
          <Button color="red" loading={busy} onClick={() => void take()}>
            Take a new meter
          </Button>
        </Group>
      </Modal>
    </>
  );
}
