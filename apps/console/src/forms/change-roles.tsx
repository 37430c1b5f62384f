/** Other roles for a user. They hold from the next request on. */
import { Button, Modal, Stack } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { api, call } from '../api/client.ts';
import type { User } from '../api/model.ts';
import { usersQuery } from '../api/queries.ts';
import type { Refusal } from '../api/refusal.ts';
import { RefusalNote } from '../ui/refusal-note.tsx';
import { useReturnFocus } from '../ui/return-focus.ts';
import { RoleChoice } from './role-choice.tsx';
import { sells, workOfDraft } from './user-draft.ts';
import { VendorSelect } from './vendor-select.tsx';

interface Change {
  readonly user: User;
  readonly onClose: () => void;
}

function Form({ user, onClose }: Change): ReactNode {
  const queries = useQueryClient();
  useReturnFocus();
  const [draft, setDraft] = useState({ roles: user.roles, vendorId: user.vendor?.id ?? '' });
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [busy, setBusy] = useState(false);
  const body = workOfDraft(draft);
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (body === null) return;
    setBusy(true);
    const params = { path: { id: user.id } };
    const answer = await call(api.PUT('/v1/users/{id}/roles', { params, body }));
    setBusy(false);
    void queries.invalidateQueries({ queryKey: usersQuery.queryKey });
    if (answer.kind === 'refusal') return setRefusal(answer.refusal);
    notifications.show({ message: `${user.display_name} has the new roles.` });
    onClose();
  }
  return (
    <form onSubmit={(event) => void submit(event)}>
      <Stack>
        {refusal !== null && <RefusalNote refusal={refusal} />}
        <RoleChoice
          chosen={draft.roles}
          founder={user.founder}
          onChange={(roles) => {
            setDraft({ ...draft, roles: [...roles] });
            setRefusal(null);
          }}
        />
        {sells(draft) && (
          <VendorSelect
            description="A cashier sells on this vendor's float"
            value={draft.vendorId}
            onChange={(vendorId) => setDraft({ ...draft, vendorId })}
          />
        )}
        <Button type="submit" loading={busy} disabled={body === null}>
          Change the roles
        </Button>
      </Stack>
    </form>
  );
}

export function ChangeRolesForm(o: Change): ReactNode {
  const title = `Roles of ${o.user.display_name}`;
  return (
    <Modal opened onClose={o.onClose} returnFocus={false} title={title} size="lg" centered>
      <Form {...o} />
    </Modal>
  );
}
