/** What the pages of one vendor read. Every key begins with the vendor, so one call makes all stale. */
import {
  type InfiniteData,
  infiniteQueryOptions,
  queryOptions,
  useQueryClient,
} from '@tanstack/react-query';
import { api, fetched } from '../../api/client.ts';
import { vendorsQuery } from '../../api/queries.ts';

const SHOWN = 50;
const IN_A_LIST_MOST = 100;

function keyOf(id: string, ...more: readonly (string | number)[]): readonly (string | number)[] {
  return ['vendor', id, ...more];
}

/** Makes everything about a vendor be asked for again. */
export function useVendorChanged(id: string): () => void {
  const queries = useQueryClient();
  return () => {
    void queries.invalidateQueries({ queryKey: vendorsQuery.queryKey });
    void queries.invalidateQueries({ queryKey: keyOf(id) });
    void queries.invalidateQueries({ queryKey: ['approvals'] });
    void queries.invalidateQueries({ queryKey: ['today'] });
  };
}

/** The pages of a list, one after the other. */
export function pagesOf<Page>(data: InfiniteData<Page, unknown> | undefined): readonly Page[] {
  return data?.pages ?? [];
}

export function vendorQuery(id: string) {
  return queryOptions({
    queryKey: keyOf(id, 'itself'),
    queryFn: () => fetched(api.GET('/v1/vendors/{id}', { params: { path: { id } } })),
  });
}

export function depositsQuery(id: string) {
  return infiniteQueryOptions({
    queryKey: keyOf(id, 'deposits'),
    initialPageParam: null as string | null,
    queryFn: ({ pageParam: before }) => {
      const query = { limit: SHOWN, ...(before === null ? {} : { before }) };
      return fetched(api.GET('/v1/vendors/{id}/deposits', { params: { path: { id }, query } }));
    },
    getNextPageParam: (page) => page.next,
  });
}

export function statementQuery(id: string, span: { readonly from: string; readonly to: string }) {
  return infiniteQueryOptions({
    queryKey: keyOf(id, 'statement', span.from, span.to),
    initialPageParam: null as string | null,
    queryFn: ({ pageParam: after }) => {
      const query = { ...span, limit: SHOWN, ...(after === null ? {} : { after }) };
      return fetched(api.GET('/v1/vendors/{id}/statement', { params: { path: { id }, query } }));
    },
    getNextPageParam: (page) => page.next,
  });
}

export function commissionsQuery(id: string) {
  return queryOptions({
    queryKey: keyOf(id, 'commissions'),
    queryFn: () => fetched(api.GET('/v1/vendors/{id}/commissions', { params: { path: { id } } })),
  });
}

export function operatorsQuery(id: string) {
  return queryOptions({
    queryKey: keyOf(id, 'operators'),
    queryFn: () => fetched(api.GET('/v1/vendors/{id}/operators', { params: { path: { id } } })),
  });
}

export function shiftsQuery(id: string) {
  return infiniteQueryOptions({
    queryKey: keyOf(id, 'shifts'),
    initialPageParam: null as string | null,
    queryFn: ({ pageParam: before }) => {
      const query = { limit: SHOWN, ...(before === null ? {} : { before }) };
      return fetched(api.GET('/v1/vendors/{id}/shifts', { params: { path: { id }, query } }));
    },
    getNextPageParam: (page) => page.next,
  });
}

export function salesBatchesQuery(id: string) {
  return infiniteQueryOptions({
    queryKey: keyOf(id, 'sales-batches'),
    initialPageParam: null as number | null,
    queryFn: ({ pageParam: before }) => {
      const query = { limit: IN_A_LIST_MOST, ...(before === null ? {} : { before }) };
      const params = { path: { id }, query };
      return fetched(api.GET('/v1/vendors/{id}/sales-batches', { params }));
    },
    getNextPageParam: (page) => page.next,
  });
}

export function bankBatchesQuery(id: string) {
  return infiniteQueryOptions({
    queryKey: keyOf(id, 'bank-batches'),
    initialPageParam: null as number | null,
    queryFn: ({ pageParam: before }) => {
      const query = { limit: SHOWN, ...(before === null ? {} : { before }) };
      const params = { path: { id }, query };
      return fetched(api.GET('/v1/vendors/{id}/bank-batches', { params }));
    },
    getNextPageParam: (page) => page.next,
  });
}

export function daysQuery(id: string) {
  return infiniteQueryOptions({
    queryKey: keyOf(id, 'days'),
    initialPageParam: null as string | null,
    queryFn: ({ pageParam: before }) => {
      const query = { limit: SHOWN, ...(before === null ? {} : { before }) };
      return fetched(api.GET('/v1/vendors/{id}/days', { params: { path: { id }, query } }));
    },
    getNextPageParam: (page) => page.next,
  });
}

export function dayQuery(id: string, date: string) {
  return queryOptions({
    queryKey: keyOf(id, 'day', date),
    queryFn: () =>
      fetched(api.GET('/v1/vendors/{id}/days/{date}', { params: { path: { id, date } } })),
  });
}

export function dayCommissionsQuery(id: string, date: string) {
  return infiniteQueryOptions({
    queryKey: keyOf(id, 'day-commissions', date),
    initialPageParam: 0,
    queryFn: ({ pageParam: skip }) => {
      const params = { path: { id, date }, query: { limit: SHOWN, skip } };
      return fetched(api.GET('/v1/vendors/{id}/days/{date}/commissions', { params }));
    },
    getNextPageParam: (page) => page.next,
  });
}
