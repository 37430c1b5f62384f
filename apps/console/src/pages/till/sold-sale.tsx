import { Button, Group, Skeleton } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconCircleCheck, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Vend } from '../../api/model.ts';
import { vendQuery } from '../../api/queries.ts';
import { KeyInButton } from '../../receipt/key-in-button.tsx';
import { PrintButton } from '../../receipt/print-button.tsx';
import { PrintSlip } from '../../receipt/print-slip.tsx';
import { ReceiptBill } from '../../receipt/receipt-bill.tsx';
import { TokenCard } from '../../receipt/token-card.tsx';
import { useSession } from '../../shell/session.ts';
import { Panel } from '../../ui/panel.tsx';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import classes from './till.module.css';

function Sold(o: { readonly vend: Vend; readonly onNewSale: () => void }): ReactNode {
  const { vend } = o;
  const { demo } = useSession();
  const digits = vend.tokens.at(-1)?.digits ?? '';
  useHotkeys([
    ['n', o.onNewSale],
    ['p', () => window.print()],
  ]);
  return (
    <div className={classes['sold']}>
      <p className={classes['soldHead']} role="status">
        <IconCircleCheck size={26} aria-hidden />{' '}
        {vend.kind === 'free_units' ? 'Free units for' : 'Sold to'}{' '}
        {vend.customer_name ?? 'no customer'}
      </p>
      <TokenCard vend={vend} />
      <Group gap="sm" className={classes['soldActions'] ?? ''}>
        <Button
          size="md"
          leftSection={<IconPlus size={18} aria-hidden />}
          onClick={o.onNewSale}
          autoFocus
        >
          New sale
        </Button>
        <PrintButton />
        {demo && <KeyInButton meterNumber={vend.meter_number} digits={digits} />}
      </Group>
      <p className={classes['keys']}>Enter or N begins a new sale, P prints.</p>
      <Panel heading="Receipt">
        <ReceiptBill vend={vend} />
      </Panel>
      <PrintSlip vend={vend} />
    </div>
  );
}

/** The sold vend by its address: a reload or a shared screen shows the same token. */
export function SoldSale(o: { readonly id: string; readonly onNewSale: () => void }): ReactNode {
  const vend = useQuery(vendQuery(o.id));
  if (vend.data !== undefined && vend.data.state === 'posted') {
    return <Sold vend={vend.data} onNewSale={o.onNewSale} />;
  }
  return (
    <Panel>
      {vend.isPending && <Skeleton height={160} aria-busy="true" />}
      {vend.error !== null && (
        <RefusalNote refusal={vend.error.refusal} onRetry={() => void vend.refetch()} />
      )}
      <Button mt="md" variant="default" onClick={o.onNewSale}>
        New sale
      </Button>
    </Panel>
  );
}
