/** A new API key, with which a machine client sells on a vendor's float. */
import { Button, Modal, Stack, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { api, call } from '../api/client.ts';
import type { ApiKey } from '../api/model.ts';
import { apiKeysQuery } from '../api/queries.ts';
import type { Refusal } from '../api/refusal.ts';
import { RefusalNote } from '../ui/refusal-note.tsx';
import { useReturnFocus } from '../ui/return-focus.ts';
import { VendorSelect } from './vendor-select.tsx';

export interface AddedApiKey {
  readonly api_key: ApiKey;
  readonly secret: string;
}

function Form(o: { readonly onAdded: (added: AddedApiKey) => void }): ReactNode {
  const queries = useQueryClient();
  useReturnFocus();
  const [name, setName] = useState('');
  const [vendorId, setVendorId] = useState('');
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [busy, setBusy] = useState(false);
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    setBusy(true);
    const body = { name: name.trim(), vendor_id: vendorId };
    const answer = await call(api.POST('/v1/api-keys', { body }));
    setBusy(false);
    // A lost answer may have left a key behind; the list then shows it.
    void queries.invalidateQueries({ queryKey: apiKeysQuery.queryKey });
    if (answer.kind === 'refusal') return setRefusal(answer.refusal);
    o.onAdded(answer.value);
  }
  return (
    <form onSubmit={(event) => void submit(event)}>
      <Stack>
        {refusal !== null && <RefusalNote refusal={refusal} />}
        <TextInput
          label="Name"
          description="Whose key it is; stands on receipts"
          placeholder="Mobile money"
          autoComplete="off"
          required
          maxLength={100}
          data-autofocus
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <VendorSelect
          description="The key sells on this vendor's float and sees its sales"
          value={vendorId}
          onChange={setVendorId}
        />
        <Button type="submit" loading={busy} disabled={name.trim() === '' || vendorId === ''}>
          Make the key
        </Button>
      </Stack>
    </form>
  );
}

export function AddApiKeyForm(o: {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly onAdded: (added: AddedApiKey) => void;
}): ReactNode {
  return (
    <Modal
      opened={o.opened}
      onClose={o.onClose}
      returnFocus={false}
      title="Add an API key"
      centered
    >
      <Form onAdded={o.onAdded} />
    </Modal>
  );
}
