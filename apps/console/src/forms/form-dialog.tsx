/**
 * A dialog with a form that is sent under an id made when it was opened. While it is not known what
 * became of it nothing in it can be changed, so that a second try carries the same content.
 */
import { Button, Modal, Stack } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { isUnavailable, type Refusal } from '../api/refusal.ts';
import { RefusalNote } from '../ui/refusal-note.tsx';
import { useReturnFocus } from '../ui/return-focus.ts';
import classes from './forms.module.css';

interface Dialog {
  readonly title: string;
  readonly verb: string;
  /** Whether what is filled in can be sent. */
  readonly ready: boolean;
  /** Sends it; gives the refusal, or null when it is done. */
  readonly send: () => Promise<Refusal | null>;
  readonly onClose: () => void;
  /** False where each try is a new one: then nobody is told that a second is safe. */
  readonly repeatable?: boolean;
  /** True while what is sent is only the first of two steps. */
  readonly staysOpen?: boolean;
  readonly size?: string;
  readonly children: ReactNode;
}

function Content(o: Dialog): ReactNode {
  useReturnFocus();
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [busy, setBusy] = useState(false);
  const unknown = refusal !== null && isUnavailable(refusal) && o.repeatable !== false;
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (!o.ready || busy) return;
    setBusy(true);
    const refused = await o.send();
    setBusy(false);
    setRefusal(refused);
    if (refused === null && o.staysOpen !== true) o.onClose();
  }
  return (
    <form onSubmit={(event) => void submit(event)}>
      <Stack>
        {refusal !== null && <RefusalNote refusal={refusal} />}
        {unknown && (
          <p className={classes['text']}>
            It is not known whether this was done. Sending it again is safe: it counts once.
          </p>
        )}
        <fieldset className={classes['fields']} disabled={unknown || busy}>
          <Stack>{o.children}</Stack>
        </fieldset>
        <Button type="submit" loading={busy} disabled={!o.ready}>
          {unknown ? `${o.verb} (again)` : o.verb}
        </Button>
      </Stack>
    </form>
  );
}

export function FormDialog(o: Dialog): ReactNode {
  return (
    <Modal
      opened
      onClose={o.onClose}
      returnFocus={false}
      title={o.title}
      size={o.size ?? 'md'}
      centered
    >
      <Content {...o} />
    </Modal>
  );
}
