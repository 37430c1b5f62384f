/** The digits of an order, once somebody asks to see them: the look itself is written down. */
import { Button, Group } from '@mantine/core';
import { IconEye, IconPrinter } from '@tabler/icons-react';
import { type ReactNode, useEffect, useState } from 'react';
import { api, call } from '../../api/client.ts';
import type { RevealedTokens, TokenOrder } from '../../api/model.ts';
import type { Refusal } from '../../api/refusal.ts';
import { groupDigits } from '../../digits.ts';
import { OrderSlip } from '../../receipt/order-slip.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { DigitGroups } from '../../ui/digit-groups.tsx';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { contentWords } from './order-words.ts';
import classes from './orders.module.css';

function PrintSlip({ revealed }: { readonly revealed: RevealedTokens }): ReactNode {
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    if (!printing) return;
    window.print();
    setPrinting(false);
  }, [printing]);
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconPrinter size={18} aria-hidden />}
        onClick={() => setPrinting(true)}
      >
        Print
      </Button>
      {printing && <OrderSlip revealed={revealed} />}
    </>
  );
}

function Shown({ revealed }: { readonly revealed: RevealedTokens }): ReactNode {
  const { tokens, contents } = revealed;
  const all = tokens.map(({ digits }) => groupDigits(digits)).join('\n');
  return (
    <>
      <ol className={classes['tokens']} data-testid="revealed-tokens">
        {tokens.map(({ position, kind, digits }) => (
          <li key={position}>
            <small className={classes['note']}>
              {contentWords(contents[position] ?? kind.replaceAll('-', ' '))}
            </small>
            <DigitGroups digits={digits} className={classes['digits'] ?? ''} />
          </li>
        ))}
      </ol>
      {tokens.length > 1 && (
        <p className={classes['text']}>They are keyed in one after the other, from the first.</p>
      )}
      <Group gap="sm">
        <CopyButton text={all} label="Copy digits" />
        <PrintSlip revealed={revealed} />
      </Group>
    </>
  );
}

export function RevealTokens({ order }: { readonly order: TokenOrder }): ReactNode {
  const [revealed, setRevealed] = useState<RevealedTokens | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [busy, setBusy] = useState(false);
  async function reveal(): Promise<void> {
    setBusy(true);
    const params = { path: { id: order.id } };
    const answer = await call(api.POST('/v1/orders/{id}/tokens', { params }));
    setBusy(false);
    setRefusal(answer.kind === 'refusal' ? answer.refusal : null);
    if (answer.kind === 'answer') setRevealed(answer.value);
  }
  if (revealed !== null) return <Shown revealed={revealed} />;
  return (
    <>
      {refusal !== null && <RefusalNote refusal={refusal} />}
      <p className={classes['text']}>
        Whoever has the digits can use them. That you looked is written into the audit trail.
      </p>
      <Button
        leftSection={<IconEye size={18} aria-hidden />}
        loading={busy}
        style={{ alignSelf: 'flex-start' }}
        onClick={() => void reveal()}
      >
        Show the digits
      </Button>
    </>
  );
}
