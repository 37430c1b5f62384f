/**
 * What happens after a sale: tokens that nobody pays, refunds, sales to the wrong meter.
 * /orders?tab=…&state=…&order=…
 */
import { Button, NativeSelect, Tabs } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { OrderTokensForm, useOrderKinds } from '../../forms/order-tokens.tsx';
import { useDialog } from '../../ui/open-dialog.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { useAfterSaleChanged } from './order-queries.ts';
import { orderState, refundState, repairState } from './order-words.ts';
import classes from './orders.module.css';
import { OrdersTab } from './orders-tab.tsx';
import { RefundsTab } from './refunds-tab.tsx';
import { RepairsTab } from './repairs-tab.tsx';

const ORDER_STATES = ['requested', 'approved', 'executed', 'declined', 'dropped'] as const;
const REFUND_STATES = ['requested', 'posted', 'dropped'] as const;
const REPAIR_STATES = ['requested', 'approved', 'executed', 'dropped'] as const;

const TABS = ['tokens', 'refunds', 'repairs'] as const;
type Tab = (typeof TABS)[number];

const TAB_NAMES: Readonly<Record<Tab, string>> = {
  tokens: 'Tokens',
  refunds: 'Refunds',
  repairs: 'Wrong meter',
};

const STATES: Readonly<Record<Tab, readonly { readonly value: string; readonly label: string }[]>> =
  {
    tokens: ORDER_STATES.map((value) => ({ value, label: orderState(value).name })),
    refunds: REFUND_STATES.map((value) => ({ value, label: refundState(value).name })),
    repairs: REPAIR_STATES.map((value) => ({ value, label: repairState(value).name })),
  };

function Listed({ tab, state }: { readonly tab: Tab; readonly state: string | null }): ReactNode {
  if (tab === 'refunds') {
    return <RefundsTab state={REFUND_STATES.find((each) => each === state) ?? null} />;
  }
  if (tab === 'repairs') {
    return <RepairsTab state={REPAIR_STATES.find((each) => each === state) ?? null} />;
  }
  return <OrdersTab state={ORDER_STATES.find((each) => each === state) ?? null} />;
}

export function OrdersPage(): ReactNode {
  const [params, setParams] = useSearchParams();
  const { dialog, open, close } = useDialog(['new']);
  const changed = useAfterSaleChanged();
  const [first, ...others] = useOrderKinds();
  const tab = TABS.find((each) => each === params.get('tab')) ?? 'tokens';
  const state = params.get('state');
  const inTab = (next: Tab): Record<string, string> => (next === 'tokens' ? {} : { tab: next });
  return (
    <>
      <PageHead
        title="After the sale"
        help="Tokens that nobody pays, money given back, sales put right: asked for by one, decided by another."
        actions={
          first !== undefined && (
            <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => open('new')}>
              New order
            </Button>
          )
        }
      />
      <div className={classes['bar']}>
        <Tabs
          value={tab}
          onChange={(next) => setParams(inTab(TABS.find((each) => each === next) ?? 'tokens'))}
        >
          <Tabs.List>
            {TABS.map((each) => (
              <Tabs.Tab key={each} value={each}>
                {TAB_NAMES[each]}
              </Tabs.Tab>
            ))}
          </Tabs.List>
        </Tabs>
        <NativeSelect
          aria-label="State"
          data={[{ value: '', label: 'In every state' }, ...STATES[tab]]}
          value={state ?? ''}
          onChange={({ currentTarget: { value } }) =>
            setParams({ ...inTab(tab), ...(value === '' ? {} : { state: value }) })
          }
        />
      </div>
      <Listed tab={tab} state={state} />
      {dialog !== null && first !== undefined && (
        <OrderTokensForm
          key={dialog.id}
          orderId={dialog.id}
          kinds={[first, ...others]}
          meterNumber={dialog.of}
          onDone={changed}
          onClose={close}
        />
      )}
    </>
  );
}
