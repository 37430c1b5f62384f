/** Who did what, newest first. /audit?what=…&actor=…&subject=…&from=…&to=… */
import { Badge, Button, Table, TextInput, UnstyledButton } from '@mantine/core';
import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { api, fetched, type Refused } from '../../api/client.ts';
import { useSession } from '../../shell/session.ts';
import tableClasses from '../../ui/card-table.module.css';
import { CopyButton } from '../../ui/copy-button.tsx';
import { ListState, MoreButton } from '../../ui/list-state.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { Panel } from '../../ui/panel.tsx';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { formatInstant, isDay, shiftDay, startOfDay } from '../../wall-time.ts';
import classes from './audit.module.css';
import { type AuditCheck, type AuditEvent, auditQuery } from './audit-queries.ts';
import { actorName, checkWords, deedWords } from './audit-words.ts';

const WHAT = /^[a-z][a-z0-9_.]{0,63}$/;

interface Place {
  readonly get: (name: string) => string | null;
  /** Null takes a filter away. */
  readonly set: (name: string, value: string | null) => void;
}

function usePlace(): Place {
  const [params, setParams] = useSearchParams();
  return {
    get: (name) => params.get(name),
    set: (name, value) => {
      const kept = Object.fromEntries([...params].filter(([each]) => each !== name));
      setParams(value === null ? kept : { ...kept, [name]: value }, { replace: true });
    },
  };
}

function dayOrNull(text: string | null): string | null {
  return text !== null && isDay(text) ? text : null;
}

function Details({ event }: { readonly event: AuditEvent }): ReactNode {
  const written = JSON.stringify(event.details, null, 2);
  return (
    <details className={classes['details']}>
      <summary>More</summary>
      <dl>
        <dt>Deed</dt>
        <dd>
          <code>{event.what}</code>
        </dd>
        <dt>From</dt>
        <dd>{event.address ?? 'no address'}</dd>
        {event.subject !== null && (
          <>
            <dt>Subject</dt>
            <dd>
              {event.subject.kind.replaceAll('_', ' ')} <code>{event.subject.id}</code>
            </dd>
          </>
        )}
        <dt>Hash</dt>
        <dd>
          <code>{event.hash}</code>
        </dd>
      </dl>
      {written !== '{}' && <pre>{written}</pre>}
    </details>
  );
}

function Row({ event, place }: { readonly event: AuditEvent; readonly place: Place }): ReactNode {
  const { time_zone: timeZone } = useSession().utility;
  const { actor, subject } = event;
  return (
    <Table.Tr>
      <Table.Td data-label="When">{formatInstant(event.at, timeZone)}</Table.Td>
      <Table.Td data-label="Who">
        {actor.id === null ? (
          actorName(actor)
        ) : (
          <UnstyledButton
            className={classes['filter'] ?? ''}
            title="Only what they did"
            onClick={() => place.set('actor', actor.id)}
          >
            {actorName(actor)}
          </UnstyledButton>
        )}
      </Table.Td>
      <Table.Td data-label="What">{deedWords(event.what)}</Table.Td>
      <Table.Td data-label="Subject">
        {subject === null ? (
          '–'
        ) : (
          <UnstyledButton
            className={classes['filter'] ?? ''}
            title="Only what was done with it"
            onClick={() => place.set('subject', subject.id)}
          >
            {subject.kind.replaceAll('_', ' ')}
          </UnstyledButton>
        )}
      </Table.Td>
      <Table.Td>
        <Details event={event} />
      </Table.Td>
    </Table.Tr>
  );
}

function Filters({ place }: { readonly place: Place }): ReactNode {
  const what = place.get('what') ?? '';
  const day = (name: 'from' | 'to', label: string): ReactNode => (
    <TextInput
      type="date"
      label={label}
      value={place.get(name) ?? ''}
      onChange={({ currentTarget: { value } }) => place.set(name, value === '' ? null : value)}
    />
  );
  return (
    <div className={classes['filters']}>
      <TextInput
        label="Deeds that begin with"
        placeholder="user."
        autoComplete="off"
        value={what}
        error={what === '' || WHAT.test(what) ? null : 'Small letters, digits, _ and full stops.'}
        onChange={({ currentTarget: { value } }) => place.set('what', value === '' ? null : value)}
      />
      {day('from', 'First day')}
      {day('to', 'Last day')}
      {(['actor', 'subject'] as const).map(
        (name) =>
          place.get(name) !== null && (
            <Badge
              key={name}
              component="button"
              type="button"
              variant="light"
              size="lg"
              className={classes['chip'] ?? ''}
              onClick={() => place.set(name, null)}
            >
              one {name} ✕
            </Badge>
          ),
      )}
    </div>
  );
}

function CheckPanel(): ReactNode {
  const check = useMutation<AuditCheck, Refused>({
    mutationFn: () => fetched(api.GET('/v1/audit-events/check')),
  });
  return (
    <Panel
      heading="Is the trail whole?"
      aside={
        <Button variant="light" loading={check.isPending} onClick={() => check.mutate()}>
          Check every event
        </Button>
      }
    >
      {check.error !== null && <RefusalNote refusal={check.error.refusal} />}
      <p className={classes['line']} role="status" data-intact={check.data?.intact}>
        {check.data === undefined
          ? 'Each event holds the hash of the one before it: what is edited, removed or put in is found.'
          : checkWords(check.data)}
      </p>
      {check.data !== undefined && (
        <p className={classes['line']}>
          Its end: <code className={classes['hash']}>{check.data.head_hash}</code>{' '}
          <CopyButton text={check.data.head_hash} label="Copy" />
        </p>
      )}
    </Panel>
  );
}

export function AuditPage(): ReactNode {
  const { time_zone: timeZone } = useSession().utility;
  const place = usePlace();
  const [from, to] = [dayOrNull(place.get('from')), dayOrNull(place.get('to'))];
  const what = place.get('what') ?? '';
  const list = useInfiniteQuery(
    auditQuery({
      what: WHAT.test(what) ? what : null,
      actorId: place.get('actor'),
      subjectId: place.get('subject'),
      from: from === null ? null : startOfDay(from, timeZone),
      to: to === null ? null : startOfDay(shiftDay(to, 1), timeZone),
    }),
  );
  const events = list.data?.pages.flatMap((page) => page.events) ?? [];
  return (
    <>
      <PageHead
        title="Audit trail"
        help="Who did what, and from where. Nobody can change or remove a line of it."
      />
      <div className={classes['page']}>
        <Panel flush heading="Events">
          <Filters place={place} />
          <ListState
            list={list}
            isEmpty={events.length === 0}
            heading="Nothing of that kind"
            text="Take a filter away, or choose other days."
          />
          {events.length > 0 && (
            <Table
              className={tableClasses['table'] ?? ''}
              verticalSpacing="sm"
              horizontalSpacing="md"
              aria-label="Events"
            >
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>When</Table.Th>
                  <Table.Th>Who</Table.Th>
                  <Table.Th>What</Table.Th>
                  <Table.Th>Subject</Table.Th>
                  <Table.Th aria-label="More" />
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {events.map((event) => (
                  <Row key={event.sequence} event={event} place={place} />
                ))}
              </Table.Tbody>
            </Table>
          )}
          <MoreButton list={list} />
        </Panel>
        <CheckPanel />
      </div>
    </>
  );
}
