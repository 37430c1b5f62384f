/**
 * Writing a version of a tariff. /tariffs/new chooses what to begin with;
 * /tariffs/{id}/edit?template=… or ?from=… writes it.
 */
import { Alert, Anchor, Button, Skeleton } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router';
import { api, call } from '../../api/client.ts';
import type { Refusal } from '../../api/refusal.ts';
import { mayDo } from '../../shell/access.ts';
import { useSession } from '../../shell/session.ts';
import { EmptyNote } from '../../ui/empty-note.tsx';
import { newId } from '../../ui/new-id.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { Panel } from '../../ui/panel.tsx';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { dayIn, formatInstant } from '../../wall-time.ts';
import { draftOfRecord } from './draft-of-record.ts';
import { FixedEditor, PerKwhEditor } from './editor-charges.tsx';
import { EnergyEditor } from './editor-energy.tsx';
import { TextField } from './editor-fields.tsx';
import { JsonEditor } from './editor-json.tsx';
import { FreeEditor, LimitsEditor } from './editor-more.tsx';
import { FeesEditor, RatesEditor } from './editor-rates.tsx';
import { nextMonth } from './effective-from.ts';
import { Changes } from './explained.tsx';
import { keptDraftName, readKeptDraft } from './kept-draft.ts';
import { draftOfTemplate, type TariffDraft, TEMPLATES } from './tariff-draft.ts';
import { type TariffVersion, tariffQuery, useTariffsChanged } from './tariff-queries.ts';
import { readRecord } from './tariff-record.ts';
import classes from './tariffs.module.css';
import { TryIt } from './try-it.tsx';
import { type Editor, EditorContext, useDraft, useEditor } from './use-editor.ts';
import { baseOf, nextVersion } from './version-state.ts';

function Head(): ReactNode {
  const { draft, change, effectiveFrom } = useDraft();
  const { time_zone: timeZone } = useSession().utility;
  return (
    <Panel heading="Name and date">
      <div className={classes['pair']}>
        <TextField
          label="Name of the tariff"
          path="name"
          placeholder="Household"
          value={draft.name}
          onTyped={(name) => change({ ...draft, name })}
        />
        <TextField
          label="In force from the day"
          type="date"
          path="effective_from"
          value={draft.fromDay}
          onTyped={(fromDay) => change({ ...draft, fromDay })}
        />
        <TextField
          label="At"
          type="time"
          path="effective_from"
          description={`On clocks of ${timeZone}`}
          value={draft.fromTime}
          onTyped={(fromTime) => change({ ...draft, fromTime })}
        />
      </div>
      {effectiveFrom !== null && (
        <p className={classes['soft']}>
          It holds from {formatInstant(effectiveFrom, timeZone)} on, once a second person has
          approved it.
        </p>
      )}
    </Panel>
  );
}

/** Saving under a number that stays the same until it is known to be somebody else's. */
function useSave(tariffId: string, versions: readonly TariffVersion[], editor: Editor) {
  const navigate = useNavigate();
  const changed = useTariffsChanged();
  const [number, setNumber] = useState<number | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [busy, setBusy] = useState(false);
  async function save(then: 'submit' | 'stay'): Promise<void> {
    editor.showEmpty();
    const { effectiveFrom, draft, record } = editor;
    if (effectiveFrom === null || editor.faults.length > 0) return;
    const version = number ?? nextVersion(versions);
    setNumber(version);
    setBusy(true);
    const answer = await call(
      api.PUT('/v1/tariffs/{id}/versions/{version}', {
        params: { path: { id: tariffId, version } },
        body: { name: draft.name.trim(), record: { ...record }, effective_from: effectiveFrom },
      }),
    );
    setBusy(false);
    changed();
    if (answer.kind === 'refusal') {
      const { code } = answer.refusal;
      if (code === 'tariff_version_conflict' || code === 'tariff_version_not_next') setNumber(null);
      return setRefusal(answer.refusal);
    }
    editor.forget();
    notifications.show({ message: `Version ${version} is saved as a draft.` });
    const place = { version: String(version) };
    const more = then === 'submit' ? { do: 'submit', id: newId() } : {};
    await navigate(`/tariffs/${tariffId}?${new URLSearchParams({ ...place, ...more }).toString()}`);
  }
  return { save, refusal, busy };
}

/** What is in the way of saving, all of it, and the two ways to save. */
function Save(o: {
  readonly tariffId: string;
  readonly versions: readonly TariffVersion[];
}): ReactNode {
  const editor = useDraft();
  const { save, refusal, busy } = useSave(o.tariffId, o.versions, editor);
  const empty = editor.faults.filter(({ isEmpty }) => isEmpty);
  const wrong = editor.faults.filter(({ isEmpty }) => !isEmpty);
  return (
    <Panel heading="Save">
      <div className={classes['fields']}>
        {refusal !== null && <RefusalNote refusal={refusal} />}
        <div role="status">
          {empty.length > 0 && (
            <p className={classes['text']}>
              {empty.length === 1 ? 'One field is' : `${empty.length} fields are`} still empty.
            </p>
          )}
          {wrong.length > 0 && (
            <ul className={classes['faults']}>
              {wrong.map(({ path, message }) => (
                <li key={`${path} ${message}`}>{message}</li>
              ))}
            </ul>
          )}
          {editor.faults.length === 0 && (
            <p className={classes['text']}>
              {editor.isChecked ? 'Nothing is wrong with it.' : 'Being checked…'}
            </p>
          )}
        </div>
        <Button loading={busy} onClick={() => void save('submit')}>
          Save and send for approval
        </Button>
        <Button variant="default" disabled={busy} onClick={() => void save('stay')}>
          Save as a draft
        </Button>
        <small className={classes['note']}>
          Until then it is kept in this browser only. Nothing changes for customers before somebody
          else has approved it.
        </small>
      </div>
    </Panel>
  );
}

function Writing(o: {
  readonly tariffId: string;
  readonly versions: readonly TariffVersion[];
  readonly begin: TariffDraft;
  readonly isKept: boolean;
  readonly onDiscard: () => void;
}): ReactNode {
  const editor = useEditor(o.tariffId, o.begin);
  const base = baseOf(null, o.versions);
  const compared =
    base === null
      ? null
      : {
          name: `version ${base.version}${base.in_force ? ', in force' : ''}`,
          record: readRecord(base.record),
        };
  return (
    <EditorContext value={editor}>
      <div className={classes['columns']}>
        <div className={classes['stack']}>
          {o.isKept && (
            <Alert title="This is what you wrote before" color="petrol" variant="light">
              <Button
                size="xs"
                variant="default"
                onClick={() => {
                  editor.forget();
                  o.onDiscard();
                }}
              >
                Throw it away and begin anew
              </Button>
            </Alert>
          )}
          <Head />
          <EnergyEditor />
          <PerKwhEditor />
          <FixedEditor />
          <RatesEditor />
          <FeesEditor />
          <FreeEditor />
          <LimitsEditor />
          <JsonEditor />
        </div>
        <div className={`${classes['aside'] ?? ''} ${classes['following'] ?? ''}`}>
          <div className={classes['last']}>
            <Save tariffId={o.tariffId} versions={o.versions} />
          </div>
          <TryIt
            record={editor.record}
            isWhole={editor.faults.every(
              ({ path }) => path === 'name' || path === 'effective_from',
            )}
            base={compared}
          />
          {compared !== null && (
            <Panel heading={`What changes against version ${base?.version}`}>
              <Changes before={compared.record} after={editor.record} />
            </Panel>
          )}
        </div>
      </div>
    </EditorContext>
  );
}

/** What the address asks to begin with: a version that is there, or a template. */
function useBeginning(versions: readonly TariffVersion[]): TariffDraft {
  const [params] = useSearchParams();
  const { currency, time_zone: timeZone } = useSession().utility;
  const today = dayIn(timeZone, new Date());
  const from = params.get('from');
  const asked = versions.find(({ version }) => String(version) === from) ?? baseOf(null, versions);
  if (asked !== null) {
    const head = { name: asked.name, fromDay: nextMonth(today), fromTime: '00:00' };
    return draftOfRecord(readRecord(asked.record), head, currency);
  }
  const template = TEMPLATES.find((each) => each === params.get('template')) ?? 'steps';
  return draftOfTemplate(template, today);
}

function Begun(o: {
  readonly tariffId: string;
  readonly versions: readonly TariffVersion[];
}): ReactNode {
  const { user, utility } = useSession();
  const fresh = useBeginning(o.versions);
  const name = keptDraftName({ utilityId: utility.id, userId: user.id, tariffId: o.tariffId });
  const [kept, setKept] = useState(() => readKeptDraft(window.localStorage, name));
  return (
    <Writing
      key={kept === null ? 'fresh' : 'kept'}
      tariffId={o.tariffId}
      versions={o.versions}
      begin={kept ?? fresh}
      isKept={kept !== null}
      onDiscard={() => setKept(null)}
    />
  );
}

export function EditTariffPage(): ReactNode {
  const { id = '' } = useParams();
  const session = useSession();
  const list = useQuery(tariffQuery(id));
  const versions = list.data;
  if (!mayDo('draft-tariffs', session)) {
    return (
      <EmptyNote
        level={1}
        heading="Only a tariff maker writes tariffs"
        text="Ask a security officer for the role, or open a tariff to read it."
      />
    );
  }
  const isNew = versions !== undefined && versions.length === 0;
  return (
    <>
      <PageHead
        title={isNew ? 'New tariff' : 'New version'}
        help={
          <Anchor component={Link} to={isNew ? '/tariffs' : `/tariffs/${id}`}>
            {isNew ? 'All tariffs' : 'Back to the tariff'}
          </Anchor>
        }
      />
      {list.isPending && <Skeleton height={240} radius="lg" aria-busy="true" />}
      {list.error !== null && versions === undefined && (
        <RefusalNote refusal={list.error.refusal} onRetry={() => void list.refetch()} />
      )}
      {versions !== undefined && <Begun tariffId={id} versions={versions} />}
    </>
  );
}

const BEGINNINGS: Readonly<
  Record<(typeof TEMPLATES)[number], { readonly name: string; readonly text: string }>
> = {
  steps: {
    name: 'Steps',
    text: 'The first units of a month at one price, those above at another. What most households pay.',
  },
  flat: { name: 'One price', text: 'Every unit costs the same. What many businesses pay.' },
  bands: {
    name: 'Bands',
    text: 'All units of a purchase at one price, which depends on how much is used.',
  },
};

export function NewTariffPage(): ReactNode {
  const [ids] = useState(() => ({ steps: newId(), flat: newId(), bands: newId() }));
  return (
    <>
      <PageHead
        title="New tariff"
        help="Choose what to begin with. Charges, taxes, levies and free units can be added to each."
      />
      <div className={classes['choices']}>
        {TEMPLATES.map((template) => (
          <Panel key={template} heading={BEGINNINGS[template].name}>
            <p className={classes['soft']}>{BEGINNINGS[template].text}</p>
            <Button
              component={Link}
              mt="md"
              to={`/tariffs/${ids[template]}/edit?template=${template}`}
              aria-label={`Begin with ${BEGINNINGS[template].name}`}
            >
              Begin
            </Button>
          </Panel>
        ))}
      </div>
    </>
  );
}
