/**
 * The vendors and their floats, for operators. The address holds the id of a deposit that is being
 * made, /vendors?vendor=…&deposit=…, so that a retry and even a reload repeat the same id.
 */
import { Button, Skeleton } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import type { Vendor } from '../../api/model.ts';
import { vendorsQuery } from '../../api/queries.ts';
import { DepositForm } from '../../forms/deposit.tsx';
import { EmptyNote } from '../../ui/empty-note.tsx';
import { newId } from '../../ui/new-id.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { Panel } from '../../ui/panel.tsx';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { FloatBar } from '../today/floats.tsx';
import classes from './vendors.module.css';

function VendorCard(o: { readonly vendor: Vendor; readonly onDeposit: () => void }): ReactNode {
  return (
    <Panel>
      <FloatBar vendor={o.vendor} />
      <Button
        mt="md"
        variant="light"
        leftSection={<IconPlus size={18} aria-hidden />}
        onClick={o.onDeposit}
        aria-label={`Deposit for ${o.vendor.name}`}
      >
        Deposit
      </Button>
    </Panel>
  );
}

export function VendorsPage(): ReactNode {
  const vendors = useQuery(vendorsQuery);
  const [params, setParams] = useSearchParams();
  const vendorId = params.get('vendor');
  const depositId = params.get('deposit');
  const chosen = vendors.data?.vendors.find((one) => one.id === vendorId);
  return (
    <>
      <PageHead title="Vendors" help="What each vendor has paid in and may still sell." />
      {vendors.isPending && <Skeleton height={140} radius="lg" aria-busy="true" />}
      {vendors.error !== null && vendors.data === undefined && (
        <RefusalNote refusal={vendors.error.refusal} onRetry={() => void vendors.refetch()} />
      )}
      {vendors.data?.vendors.length === 0 && <EmptyNote heading="There are no vendors yet" />}
      <div className={classes['cards']}>
        {vendors.data?.vendors.map((vendor) => (
          <VendorCard
            key={vendor.id}
            vendor={vendor}
            onDeposit={() => setParams({ vendor: vendor.id, deposit: newId() })}
          />
        ))}
      </div>
      {chosen !== undefined && depositId !== null && (
        <DepositForm
          key={depositId}
          vendor={chosen}
          depositId={depositId}
          onClose={() => setParams({}, { replace: true })}
        />
      )}
    </>
  );
}
