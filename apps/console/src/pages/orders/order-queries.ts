/** What the pages after the sale read. Every key begins alike, so one call makes all of it stale. */
import {
  type InfiniteData,
  infiniteQueryOptions,
  queryOptions,
  useQueryClient,
} from '@tanstack/react-query';
import { api, fetched } from '../../api/client.ts';
import type { Refund, RefundPreviewRequest, Repair, TokenOrder } from '../../api/model.ts';

const SHOWN = 30;
const ROOT = 'after-sale';
// What is being carried out is asked for again until it is.
const UNDER_WAY_REFRESH = 3000;

/** Makes all that happens after a sale be asked for again, and the vends it is about. */
export function useAfterSaleChanged(): () => void {
  const queries = useQueryClient();
  return () => {
    for (const key of [ROOT, 'approvals', 'vend', 'vends', 'vendors', 'vendor', 'today']) {
      void queries.invalidateQueries({ queryKey: [key] });
    }
  };
}

/** The pages of a list, one after the other. */
export function pagesOf<Page>(data: InfiniteData<Page, unknown> | undefined): readonly Page[] {
  return data?.pages ?? [];
}

export function ordersQuery(state: TokenOrder['state'] | null) {
  return infiniteQueryOptions({
    queryKey: [ROOT, 'orders', state],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam: after }) => {
      const query = {
        limit: SHOWN,
        ...(state === null ? {} : { state }),
        ...(after === null ? {} : { after }),
      };
      return fetched(api.GET('/v1/orders', { params: { query } }));
    },
    getNextPageParam: (page) => page.next,
  });
}

// Register 0 is electricity, 4 electricity in money, 65535 all there are; the server has the last word.
const CLEARS_CREDIT = /^clear credit, register (0|4|65535)$/;

/** Executed orders of a meter that cleared its credit: what proves a refund. */
export function clearedOrdersQuery(meterNumber: string) {
  return queryOptions({
    queryKey: [ROOT, 'orders', 'cleared', meterNumber],
    queryFn: async () => {
      const query = { meter_number: meterNumber, state: 'executed' as const, limit: 100 };
      const { orders } = await fetched(api.GET('/v1/orders', { params: { query } }));
      return orders.filter(({ contents }) => contents.some((each) => CLEARS_CREDIT.test(each)));
    },
  });
}

export function orderQuery(id: string) {
  return queryOptions({
    queryKey: [ROOT, 'order', id],
    queryFn: () => fetched(api.GET('/v1/orders/{id}', { params: { path: { id } } })),
    refetchInterval: ({ state: { data } }) =>
      data?.state === 'approved' ? UNDER_WAY_REFRESH : false,
  });
}

export function refundsQuery(state: Refund['state'] | null) {
  return infiniteQueryOptions({
    queryKey: [ROOT, 'refunds', state],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam: after }) => {
      const query = {
        limit: SHOWN,
        ...(state === null ? {} : { state }),
        ...(after === null ? {} : { after }),
      };
      return fetched(api.GET('/v1/refunds', { params: { query } }));
    },
    getNextPageParam: (page) => page.next,
  });
}

export function refundQuery(id: string) {
  return queryOptions({
    queryKey: [ROOT, 'refund', id],
    queryFn: () => fetched(api.GET('/v1/refunds/{id}', { params: { path: { id } } })),
  });
}

export function repairsQuery(state: Repair['state'] | null) {
  return infiniteQueryOptions({
    queryKey: [ROOT, 'repairs', state],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam: after }) => {
      const query = {
        limit: SHOWN,
        ...(state === null ? {} : { state }),
        ...(after === null ? {} : { after }),
      };
      return fetched(api.GET('/v1/repairs', { params: { query } }));
    },
    getNextPageParam: (page) => page.next,
  });
}

export function repairQuery(id: string) {
  return queryOptions({
    queryKey: [ROOT, 'repair', id],
    queryFn: () => fetched(api.GET('/v1/repairs/{id}', { params: { path: { id } } })),
    refetchInterval: ({ state: { data } }) =>
      data?.state === 'approved' ? UNDER_WAY_REFRESH : false,
  });
}

export function afterSaleQuery(vendId: string) {
  return queryOptions({
    queryKey: [ROOT, 'vend', vendId],
    queryFn: () =>
      fetched(api.GET('/v1/vends/{id}/after-sale', { params: { path: { id: vendId } } })),
  });
}

/** What giving a vend back would move; the server computes it, nothing is written. */
export function refundPreviewQuery(body: RefundPreviewRequest) {
  return queryOptions({
    queryKey: [ROOT, 'preview', body.vend_id, body.unused_tenth_kwh ?? null, body.money_to],
    queryFn: () => fetched(api.POST('/v1/refunds/preview', { body })),
  });
}

/** The replacements that left credit for this meter: each makes one order. */
export function creditLeftQuery(meterNumber: string) {
  return queryOptions({
    queryKey: [ROOT, 'credit-left', meterNumber],
    queryFn: async () => {
      const path = { meter_number: meterNumber };
      const params = { path, query: { limit: 100 } };
      const { events } = await fetched(api.GET('/v1/meters/{meter_number}/history', { params }));
      return events.filter(({ kind }) => kind === 'transfer_ordered');
    },
  });
}

/** The debts of the agreement that the meter serves now. */
export function debtsOfMeterQuery(meterNumber: string) {
  return queryOptions({
    queryKey: [ROOT, 'debts', meterNumber],
    queryFn: async () => {
      const path = { meter_number: meterNumber };
      const card = await fetched(api.GET('/v1/meters/{meter_number}/card', { params: { path } }));
      const { agreement } = card;
      if (agreement === null) return { accountNumber: null, debts: [] };
      const asked = { params: { path: { id: agreement.id } } };
      const { debts } = await fetched(api.GET('/v1/agreements/{id}/debts', asked));
      return { accountNumber: agreement.account_number, debts };
    },
  });
}
