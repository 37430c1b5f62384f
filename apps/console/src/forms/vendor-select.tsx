import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { vendorsQuery } from '../api/queries.ts';

/** Chooses a vendor by name; an empty value while none is chosen. */
export function VendorSelect(o: {
  readonly description: string;
  readonly value: string;
  readonly onChange: (vendorId: string) => void;
}): ReactNode {
  const vendors = useQuery(vendorsQuery);
  const empty = vendors.isPending
    ? 'Loading…'
    : vendors.data?.vendors.length === 0
      ? 'There are no vendors yet'
      : 'Choose a vendor';
  return (
    <NativeSelect
      label="Vendor"
      description={o.description}
      required
      value={o.value}
      error={vendors.data === undefined ? (vendors.error?.refusal.detail ?? null) : null}
      onChange={(event) => o.onChange(event.currentTarget.value)}
      data={[
        { value: '', label: empty },
        ...(vendors.data?.vendors ?? []).map((one) => ({ value: one.id, label: one.name })),
      ]}
    />
  );
}
