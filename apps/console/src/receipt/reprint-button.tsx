import { Button, Group, Modal } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { api, call } from '../api/client.ts';
import type { Vend } from '../api/model.ts';
import { vendQuery } from '../api/queries.ts';
import type { Refusal } from '../api/refusal.ts';
import { RefusalNote } from '../ui/refusal-note.tsx';
import { PrintSlip } from './print-slip.tsx';

function countWords(count: number): string {
  if (count === 0) return 'It has not been printed again so far.';
  return `It has been printed again ${count === 1 ? 'once' : `${count} times`} so far.`;
}

/** Asks, counts the copy at the server, and only then prints it. */
function ReprintQuestion(o: {
  readonly vend: Vend;
  readonly onClose: () => void;
  readonly onCounted: (vend: Vend) => void;
}): ReactNode {
  const queries = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  async function reprint(): Promise<void> {
    setBusy(true);
    const path = { id: o.vend.id };
    const answer = await call(api.POST('/v1/vends/{id}/reprints', { params: { path } }));
    setBusy(false);
    if (answer.kind === 'refusal') return setRefusal(answer.refusal);
    queries.setQueryData(vendQuery(o.vend.id).queryKey, answer.value);
    void queries.invalidateQueries({ queryKey: ['vends'] });
    o.onCounted(answer.value);
  }
  return (
    <>
      <p style={{ marginTop: 0 }}>
        {countWords(o.vend.reprint_count)} The copy carries the same digits; a meter takes them only
        once. Each copy is counted under your name.
      </p>
      {refusal !== null && <RefusalNote refusal={refusal} />}
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={o.onClose}>
          Leave it
        </Button>
        <Button loading={busy} onClick={() => void reprint()} data-autofocus>
          Print a copy
        </Button>
      </Group>
    </>
  );
}

export function ReprintButton(o: { readonly vend: Vend; readonly compact?: boolean }): ReactNode {
  const [asking, setAsking] = useState(false);
  const [copy, setCopy] = useState<Vend | null>(null);
  useEffect(() => {
    if (copy === null) return;
    window.print();
    setCopy(null);
  }, [copy]);
  return (
    <>
      <Button
        size={o.compact === true ? 'compact-sm' : 'md'}
        variant="default"
        leftSection={<IconPrinter size={16} aria-hidden />}
        onClick={() => setAsking(true)}
      >
        Reprint
      </Button>
      <Modal
        opened={asking}
        onClose={() => setAsking(false)}
        title={`Print receipt ${o.vend.receipt_number ?? ''} again?`}
        centered
      >
        <ReprintQuestion
          vend={o.vend}
          onClose={() => setAsking(false)}
          onCounted={(vend) => {
            setAsking(false);
            setCopy(vend);
          }}
        />
      </Modal>
      {copy !== null && <PrintSlip vend={copy} />}
    </>
  );
}
