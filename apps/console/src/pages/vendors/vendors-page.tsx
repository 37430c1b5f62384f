/** The vendors and their floats. A cashier sees the own one. /vendors, /vendors?add */
import { Badge, Button, Skeleton } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link, Navigate, useSearchParams } from 'react-router';
import type { Vendor } from '../../api/model.ts';
import { vendorsQuery } from '../../api/queries.ts';
import { AddVendorForm } from '../../forms/add-vendor.tsx';
import { formatMoney } from '../../money.ts';
import { mayDo } from '../../shell/access.ts';
import { useSession } from '../../shell/session.ts';
import { EmptyNote } from '../../ui/empty-note.tsx';
import { newId } from '../../ui/new-id.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { Panel } from '../../ui/panel.tsx';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { FloatBar } from '../today/floats.tsx';
import classes from './vendors.module.css';

function VendorCard({ vendor }: { readonly vendor: Vendor }): ReactNode {
  const session = useSession();
  const isPrepaid = BigInt(vendor.credit_limit_minor) === 0n;
  const limit = formatMoney(vendor.credit_limit_minor, session.utility.currency);
  const deposit = { tab: 'deposits', do: 'deposit', id: newId() };
  return (
    <Panel>
      <FloatBar vendor={vendor} />
      <p className={classes['terms']}>
        <Badge variant="light" color={isPrepaid ? 'gray' : 'petrol'}>
          {isPrepaid ? 'Prepaid' : `Credit up to ${limit}`}
        </Badge>
        {vendor.status === 'suspended' && (
          <Badge variant="light" color="red">
            Suspended
          </Badge>
        )}
      </p>
      <div className={classes['cardActions']}>
        <Button
          component={Link}
          to={`/vendors/${vendor.id}`}
          variant="light"
          aria-label={`Open ${vendor.name}`}
        >
          Open
        </Button>
        {mayDo('pay-in', session) && (
          <Button
            component={Link}
            to={`/vendors/${vendor.id}?${new URLSearchParams(deposit).toString()}`}
            variant="default"
            leftSection={<IconPlus size={18} aria-hidden />}
            aria-label={`Deposit for ${vendor.name}`}
          >
            Deposit
          </Button>
        )}
      </div>
    </Panel>
  );
}

export function VendorsPage(): ReactNode {
  const session = useSession();
  const vendors = useQuery(vendorsQuery);
  const [params, setParams] = useSearchParams();
  const mayManage = mayDo('manage-vendors', session);
  // Who only sells has one vendor, and goes straight to it.
  if (session.user.vendor !== null && !mayManage) {
    return <Navigate to={`/vendors/${session.user.vendor.id}`} replace />;
  }
  return (
    <>
      <PageHead
        title="Vendors"
        help="What each vendor has paid in and may still sell."
        actions={
          mayManage && (
            <Button
              leftSection={<IconPlus size={18} aria-hidden />}
              onClick={() => setParams({ add: '' })}
            >
              Add a vendor
            </Button>
          )
        }
      />
      {vendors.isPending && <Skeleton height={140} radius="lg" aria-busy="true" />}
      {vendors.error !== null && vendors.data === undefined && (
        <RefusalNote refusal={vendors.error.refusal} onRetry={() => void vendors.refetch()} />
      )}
      {vendors.data?.vendors.length === 0 && <EmptyNote heading="There are no vendors yet" />}
      <div className={classes['cards']}>
        {vendors.data?.vendors.map((vendor) => (
          <VendorCard key={vendor.id} vendor={vendor} />
        ))}
      </div>
      {mayManage && params.has('add') && (
        <AddVendorForm onClose={() => setParams({}, { replace: true })} />
      )}
    </>
  );
}
