/** One sale by its id: the receipt with its token, and a copy of it for the customer. */

import { Alert, Button, Group, Skeleton, Stack } from '@mantine/core';
import { IconCashRegister } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import type { Vend } from '../../api/model.ts';
import { vendQuery } from '../../api/queries.ts';
import { KeyInButton } from '../../receipt/key-in-button.tsx';
import { ReceiptBill } from '../../receipt/receipt-bill.tsx';
import { ReprintButton } from '../../receipt/reprint-button.tsx';
import { TokenCard } from '../../receipt/token-card.tsx';
import { mayUse } from '../../shell/access.ts';
import { useSession } from '../../shell/session.ts';
import { EmptyNote } from '../../ui/empty-note.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { Panel } from '../../ui/panel.tsx';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { AfterSalePanel } from './after-sale.tsx';
import { VendFacts } from './vend-facts.tsx';

const UNDER_WAY_REFRESH = 2000;

function Actions({ vend }: { readonly vend: Vend }): ReactNode {
  const session = useSession();
  const digits = vend.tokens.at(-1)?.digits ?? '';
  return (
    <Group gap="sm">
      {vend.state === 'posted' && <ReprintButton vend={vend} />}
      {mayUse('till', session) && (
        <Button
          size="md"
          variant="default"
          component={Link}
          to={`/till?meter=${vend.meter_number}`}
          leftSection={<IconCashRegister size={18} aria-hidden />}
        >
          Sell again
        </Button>
      )}
      {mayUse('meter', session) && digits !== '' && (
        <KeyInButton meterNumber={vend.meter_number} digits={digits} />
      )}
    </Group>
  );
}

function Receipt({ vend }: { readonly vend: Vend }): ReactNode {
  return (
    <Stack gap="lg" maw={780}>
      {vend.state === 'reserved' && (
        <Alert color="amber" title="Under way">
          The sale is reserved and is being finished. This page asks again by itself; do not sell a
          second time.
        </Alert>
      )}
      {vend.state === 'declined' && (
        <Alert color="red" title="Declined">
          No money was taken and no token was made:{' '}
          {(vend.declined_reason ?? 'no reason given').replaceAll('_', ' ')}.
        </Alert>
      )}
      <TokenCard vend={vend} />
      <Actions vend={vend} />
      <Panel heading="Receipt">
        <ReceiptBill vend={vend} />
      </Panel>
      <AfterSalePanel vend={vend} />
      <VendFacts vend={vend} />
    </Stack>
  );
}

export function VendPage(): ReactNode {
  const { id = '' } = useParams();
  const vend = useQuery({
    ...vendQuery(id),
    refetchInterval: (query) =>
      query.state.data?.state === 'reserved' ? UNDER_WAY_REFRESH : false,
  });
  const refusal = vend.error?.refusal ?? null;
  return (
    <>
      <PageHead
        title={vend.data?.receipt_number ? `Receipt ${vend.data.receipt_number}` : 'Sale'}
        help={vend.data?.customer_name ?? undefined}
      />
      {vend.isPending && <Skeleton height={260} radius="lg" maw={780} aria-busy="true" />}
      {vend.data === undefined && refusal?.status === 404 && (
        <EmptyNote
          heading="No such sale is in the books"
          text="If you came here from a sale without an answer: nothing was sold and no money was taken."
        />
      )}
      {vend.data === undefined && refusal !== null && refusal.status !== 404 && (
        <RefusalNote refusal={refusal} onRetry={() => void vend.refetch()} />
      )}
      {vend.data !== undefined && <Receipt vend={vend.data} />}
    </>
  );
}
