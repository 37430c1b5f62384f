/** A new user. The server makes the password; nobody types one here. */
import { Button, Modal, Stack, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { api, call } from '../api/client.ts';
import type { User } from '../api/model.ts';
import { usersQuery } from '../api/queries.ts';
import type { Refusal } from '../api/refusal.ts';
import { RefusalNote } from '../ui/refusal-note.tsx';
import { useReturnFocus } from '../ui/return-focus.ts';
import { RoleChoice } from './role-choice.tsx';
import { explainSignInName, newUserOf, sells, type UserDraft } from './user-draft.ts';
import { VendorSelect } from './vendor-select.tsx';

const EMPTY: UserDraft = { displayName: '', signInName: '', roles: ['cashier'], vendorId: '' };

export interface AddedUser {
  readonly user: User;
  readonly password: string;
}

function Fields(o: {
  readonly draft: UserDraft;
  readonly set: (change: Partial<UserDraft>) => void;
  readonly taken: string | null;
}): ReactNode {
  const { draft, set } = o;
  return (
    <>
      <TextInput
        label="Name"
        description="As it stands in lists"
        autoComplete="off"
        required
        maxLength={200}
        data-autofocus
        value={draft.displayName}
        onChange={(event) => set({ displayName: event.currentTarget.value })}
      />
      <TextInput
        label="Sign-in name"
        description="Stands on receipts too"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        required
        maxLength={100}
        value={draft.signInName}
        error={explainSignInName(draft.signInName) ?? o.taken}
        onChange={(event) => set({ signInName: event.currentTarget.value })}
      />
      <RoleChoice chosen={draft.roles} founder={false} onChange={(roles) => set({ roles })} />
      {sells(draft) && (
        <VendorSelect
          description="A cashier sells on this vendor's float"
          value={draft.vendorId}
          onChange={(vendorId) => set({ vendorId })}
        />
      )}
    </>
  );
}

function Form(o: { readonly onAdded: (added: AddedUser) => void }): ReactNode {
  const queries = useQueryClient();
  useReturnFocus();
  const [draft, setDraft] = useState(EMPTY);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [busy, setBusy] = useState(false);
  const isTaken = refusal?.code === 'sign_in_name_taken';
  const body = newUserOf(draft);
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (body === null) return;
    setBusy(true);
    const answer = await call(api.POST('/v1/users', { body }));
    setBusy(false);
    // A lost answer may have left a user behind; the list then shows it.
    void queries.invalidateQueries({ queryKey: usersQuery.queryKey });
    if (answer.kind === 'refusal') return setRefusal(answer.refusal);
    o.onAdded(answer.value);
  }
  return (
    <form onSubmit={(event) => void submit(event)}>
      <Stack>
        {refusal !== null && !isTaken && <RefusalNote refusal={refusal} />}
        <Fields
          draft={draft}
          set={(change) => {
            setDraft({ ...draft, ...change });
            setRefusal(null);
          }}
          taken={isTaken ? refusal.detail : null}
        />
        <Button type="submit" loading={busy} disabled={body === null}>
          Add the user
        </Button>
      </Stack>
    </form>
  );
}

export function AddUserForm(o: {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly onAdded: (added: AddedUser) => void;
}): ReactNode {
  return (
    <Modal
      opened={o.opened}
      onClose={o.onClose}
      returnFocus={false}
      title="Add a user"
      size="lg"
      centered
    >
      <Form onAdded={o.onAdded} />
    </Modal>
  );
}
