/** What the pages of customers, places and meters read. Every key begins with "customers". */
import { infiniteQueryOptions, queryOptions, useQueryClient } from '@tanstack/react-query';
import { api, call, fetched, Refused } from '../../api/client.ts';
import type { Customer } from '../../api/model.ts';

const SHOWN = 30;
const IN_A_LIST_MOST = 100;

/** Makes every list of customers, agreements, meters and debts be asked for again. */
export function useSupplyChanged(): () => void {
  const queries = useQueryClient();
  return () => {
    for (const name of ['customers', 'meters', 'meter', 'approvals']) {
      void queries.invalidateQueries({ queryKey: [name] });
    }
  };
}

export function searchQuery(query: string) {
  return queryOptions({
    queryKey: ['customers', 'search', query],
    queryFn: () => fetched(api.GET('/v1/search', { params: { query: { query, limit: SHOWN } } })),
  });
}

export const customerListQuery = infiniteQueryOptions({
  queryKey: ['customers', 'list'],
  initialPageParam: '',
  queryFn: ({ pageParam }) => {
    const query = pageParam === '' ? { limit: SHOWN } : { limit: SHOWN, after: pageParam };
    return fetched(api.GET('/v1/customers', { params: { query } }));
  },
  getNextPageParam: (page) => page.next,
});

export interface CustomerAsRead {
  readonly customer: Customer;
  /** Goes back with a change, so that nobody overwrites what another one has written meanwhile. */
  readonly revision: string;
}

export function customerQuery(id: string) {
  return queryOptions({
    queryKey: ['customers', 'one', id],
    queryFn: async (): Promise<CustomerAsRead> => {
      const asked = api.GET('/v1/customers/{id}', { params: { path: { id } } });
      const answer = await call(asked);
      if (answer.kind === 'refusal') throw new Refused(answer.refusal);
      const { response } = await asked;
      return { customer: answer.value, revision: response.headers.get('etag') ?? '' };
    },
  });
}

/** The revision of an agreement, for a change of it. */
export async function revisionOfAgreement(id: string): Promise<string> {
  const { response } = await api.GET('/v1/agreements/{id}', { params: { path: { id } } });
  return response.headers.get('etag') ?? '';
}

export function agreementsQuery(customerId: string) {
  return queryOptions({
    queryKey: ['customers', 'agreements', customerId],
    queryFn: () => {
      const query = { customer_id: customerId, limit: IN_A_LIST_MOST };
      return fetched(api.GET('/v1/agreements', { params: { query } }));
    },
  });
}

export function changesQuery(customerId: string) {
  return queryOptions({
    queryKey: ['customers', 'changes', customerId],
    queryFn: () =>
      fetched(api.GET('/v1/customers/{id}/changes', { params: { path: { id: customerId } } })),
  });
}

export function debtsQuery(agreementId: string) {
  return queryOptions({
    queryKey: ['customers', 'debts', agreementId],
    queryFn: () =>
      fetched(api.GET('/v1/agreements/{id}/debts', { params: { path: { id: agreementId } } })),
  });
}

export function meterCardQuery(meterNumber: string) {
  return queryOptions({
    queryKey: ['customers', 'meter-card', meterNumber],
    queryFn: () =>
      fetched(
        api.GET('/v1/meters/{meter_number}/card', {
          params: { path: { meter_number: meterNumber } },
        }),
      ),
  });
}

export function meterHistoryQuery(meterNumber: string) {
  return infiniteQueryOptions({
    queryKey: ['customers', 'meter-history', meterNumber],
    initialPageParam: '',
    queryFn: ({ pageParam }) => {
      const query = pageParam === '' ? { limit: SHOWN } : { limit: SHOWN, after: pageParam };
      return fetched(
        api.GET('/v1/meters/{meter_number}/history', {
          params: { path: { meter_number: meterNumber }, query },
        }),
      );
    },
    getNextPageParam: (page) => page.next,
  });
}
