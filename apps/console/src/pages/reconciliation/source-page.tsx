/** A payment source, added or changed. The file of an example shows at once how it is read. */
import { Anchor, Button, Skeleton } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { api, call } from '../../api/client.ts';
import type { Refusal } from '../../api/refusal.ts';
import { mayDo } from '../../shell/access.ts';
import { useSession } from '../../shell/session.ts';
import { newId } from '../../ui/new-id.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { FormatFields } from './format-fields.tsx';
import classes from './reconciliation.module.css';
import { sourceQuery, useReconciliationChanged } from './reconciliation-queries.ts';
import {
  draftOfSource,
  EMPTY_SOURCE,
  isReadable,
  type SettingsFault,
  type SourceDraft,
  sourceOf,
} from './source-draft.ts';
import { SourceFields } from './source-fields.tsx';

const FAULTS: Readonly<Record<SettingsFault, string>> = {
  name: 'Give the source a name.',
  window: 'Say in whole minutes how far apart payment and sale may be.',
  fee: 'Write the fee as a share such as 1.5 % and an amount, or leave both empty.',
};

function Editor(o: { readonly id: string; readonly first: SourceDraft }): ReactNode {
  const session = useSession();
  const navigate = useNavigate();
  const changed = useReconciliationChanged();
  const [draft, setDraft] = useState(o.first);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [busy, setBusy] = useState(false);
  const read = sourceOf(draft, session.utility.currency.decimal_places);
  const isReady = 'settings' in read && isReadable(draft);

  async function save(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (!('settings' in read) || busy) return;
    setBusy(true);
    const params = { path: { id: o.id } };
    const answer = await call(
      api.PUT('/v1/reconciliation/sources/{id}', { params, body: read.settings }),
    );
    setBusy(false);
    if (answer.kind === 'refusal') {
      setRefusal(answer.refusal);
      return;
    }
    changed();
    notifications.show({ message: `${read.settings.name} is saved.` });
    await navigate(`/reconciliation?tab=statements&source=${o.id}`);
  }

  return (
    <form className={classes['page']} onSubmit={(event) => void save(event)}>
      <SourceFields draft={draft} onChange={setDraft} />
      <FormatFields draft={draft} onChange={setDraft} />
      {refusal !== null && <RefusalNote refusal={refusal} />}
      <div className={classes['save']}>
        <Button type="submit" loading={busy} disabled={!isReady}>
          Save the source
        </Button>
        <span className={classes['soft']}>
          {'fault' in read
            ? FAULTS[read.fault]
            : !isReadable(draft) && 'Say in which columns date and money stand.'}
        </span>
      </div>
    </form>
  );
}

export function NewSourcePage(): ReactNode {
  const { time_zone: timeZone } = useSession().utility;
  const [id] = useState(newId);
  return (
    <>
      <Head title="New payment source" />
      <Editor id={id} first={{ ...EMPTY_SOURCE, timeZone }} />
    </>
  );
}

function Head({ title }: { readonly title: string }): ReactNode {
  return (
    <PageHead
      title={title}
      help={
        <Anchor component={Link} to="/reconciliation?tab=sources">
          All sources
        </Anchor>
      }
    />
  );
}

/** Whoever may only look sees the settings with every field closed. */
export function SourcePage(): ReactNode {
  const { id = '' } = useParams();
  const session = useSession();
  const found = useQuery(sourceQuery(id));
  const places = session.utility.currency.decimal_places;
  return (
    <>
      <Head title={found.data?.name ?? 'Payment source'} />
      {found.isPending && <Skeleton height={300} radius="lg" aria-busy="true" />}
      {found.error !== null && found.data === undefined && (
        <RefusalNote refusal={found.error.refusal} onRetry={() => void found.refetch()} />
      )}
      {found.data !== undefined && (
        <fieldset className={classes['plain']} disabled={!mayDo('bring-statements', session)}>
          <p className={classes['line']}>
            Changes hold for the files that are brought from now on.
          </p>
          <Editor key={id} id={id} first={draftOfSource(found.data, places)} />
        </fieldset>
      )}
    </>
  );
}
