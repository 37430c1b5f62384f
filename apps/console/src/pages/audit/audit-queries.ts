/** What the page of the audit trail reads. */
import { infiniteQueryOptions } from '@tanstack/react-query';
import type { paths } from '@wattvend/client/generated.js';
import { api, fetched } from '../../api/client.ts';

type Events = paths['/v1/audit-events']['get']['responses'][200]['content']['application/json'];
export type AuditEvent = Events['events'][number];
export type AuditCheck =
  paths['/v1/audit-events/check']['get']['responses'][200]['content']['application/json'];

export interface AuditFilter {
  /** How the deed's name begins; null for all. */
  readonly what: string | null;
  readonly actorId: string | null;
  readonly subjectId: string | null;
  /** Instants, the second one not included. */
  readonly from: string | null;
  readonly to: string | null;
}

const SHOWN = 50;

export function auditQuery(filter: AuditFilter) {
  const { what, actorId, subjectId, from, to } = filter;
  const asked = {
    limit: SHOWN,
    ...(what === null ? {} : { what }),
    ...(actorId === null ? {} : { actor_id: actorId }),
    ...(subjectId === null ? {} : { subject_id: subjectId }),
    ...(from === null ? {} : { from }),
    ...(to === null ? {} : { to }),
  };
  return infiniteQueryOptions({
    queryKey: ['audit', filter],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam: before }) => {
      const query = { ...asked, ...(before === null ? {} : { before }) };
      return fetched(api.GET('/v1/audit-events', { params: { query } }));
    },
    getNextPageParam: (page) => page.next,
  });
}
