/** A new webhook, under an id made when the form was opened: sent again it is the same one. */
import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { api, call } from '../api/client.ts';
import { vendorsQuery } from '../api/queries.ts';
import type { Refusal } from '../api/refusal.ts';
import type { Webhook, WebhookWithSecret } from '../pages/webhooks/webhook-queries.ts';
import { kindWords } from '../pages/webhooks/webhook-words.ts';
import { mayUse } from '../shell/access.ts';
import { useSession } from '../shell/session.ts';
import { FormDialog } from './form-dialog.tsx';
import classes from './forms.module.css';
import { WEBHOOK_KINDS } from './webhook-kinds.ts';

interface Draft {
  readonly url: string;
  readonly description: string;
  readonly kinds: readonly Webhook['kinds'][number][];
  readonly vendorId: string;
}

function Kinds(o: { readonly draft: Draft; readonly onChange: (draft: Draft) => void }): ReactNode {
  const { draft, onChange } = o;
  return (
    <fieldset className={classes['kinds']} aria-label="What to be told of">
      {WEBHOOK_KINDS.map((kind) => (
        <Checkbox
          key={kind}
          label={kindWords(kind)}
          checked={draft.kinds.includes(kind)}
          onChange={({ currentTarget: { checked } }) =>
            onChange({
              ...draft,
              kinds: checked ? [...draft.kinds, kind] : draft.kinds.filter((each) => each !== kind),
            })
          }
        />
      ))}
    </fieldset>
  );
}

export function AddWebhookForm(o: {
  readonly webhookId: string;
  readonly onDone: () => void;
  readonly onAdded: (added: WebhookWithSecret) => void;
  readonly onClose: () => void;
}): ReactNode {
  const session = useSession();
  const vendors = useQuery({ ...vendorsQuery, enabled: mayUse('vendors', session) });
  const [draft, setDraft] = useState<Draft>({
    ...{ url: '', description: '', kinds: WEBHOOK_KINDS, vendorId: '' },
  });
  const isWhole =
    draft.url.trim() !== '' && draft.description.trim() !== '' && draft.kinds.length > 0;
  async function send(): Promise<Refusal | null> {
    const answer = await call(
      api.PUT('/v1/webhooks/{id}', {
        params: { path: { id: o.webhookId } },
        body: {
          url: draft.url.trim(),
          description: draft.description.trim(),
          kinds: [...draft.kinds],
          vendor_id: draft.vendorId === '' ? null : draft.vendorId,
        },
      }),
    );
    o.onDone();
    if (answer.kind === 'refusal') return answer.refusal;
    o.onAdded(answer.value);
    return null;
  }
  return (
    <FormDialog title="New webhook" verb="Begin it" ready={isWhole} send={send} onClose={o.onClose}>
      <TextInput
        label="Address"
        description="Messages are posted there; it begins with https"
        required
        data-autofocus
        type="url"
        maxLength={2000}
        value={draft.url}
        onChange={(event) => setDraft({ ...draft, url: event.currentTarget.value })}
      />
      <TextInput
        label="Whose it is"
        required
        maxLength={200}
        value={draft.description}
        onChange={(event) => setDraft({ ...draft, description: event.currentTarget.value })}
      />
      <Kinds draft={draft} onChange={setDraft} />
      <NativeSelect
        label="About"
        data={[
          { value: '', label: 'All vendors' },
          ...(vendors.data?.vendors ?? []).map(({ id, name }) => ({ value: id, label: name })),
        ]}
        value={draft.vendorId}
        onChange={(event) => setDraft({ ...draft, vendorId: event.currentTarget.value })}
      />
    </FormDialog>
  );
}
