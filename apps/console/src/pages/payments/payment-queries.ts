/** What the pages of payments read. */
import { infiniteQueryOptions, queryOptions, useQueryClient } from '@tanstack/react-query';
import { api, fetched } from '../../api/client.ts';

const ROOT = 'payments';
const SHOWN = 50;

export function paymentQuery(id: string) {
  return queryOptions({
    queryKey: [ROOT, 'one', id],
    queryFn: () => fetched(api.GET('/v1/payments/{id}', { params: { path: { id } } })),
  });
}

export const paymentsQuery = infiniteQueryOptions({
  queryKey: [ROOT, 'list'],
  initialPageParam: null as string | null,
  queryFn: ({ pageParam: before }) => {
    const query = { limit: SHOWN, ...(before === null ? {} : { before }) };
    return fetched(api.GET('/v1/payments', { params: { query } }));
  },
  getNextPageParam: (page) => page.next,
});

/** What the customer of an agreement owes. */
export function debtsQuery(agreementId: string) {
  return queryOptions({
    queryKey: [ROOT, 'debts', agreementId],
    queryFn: () =>
      fetched(api.GET('/v1/agreements/{id}/debts', { params: { path: { id: agreementId } } })),
  });
}

/** A payment moves the float, a debt and with it what the next purchase gives. */
export function usePaymentsChanged(): () => void {
  const queries = useQueryClient();
  return () => {
    for (const key of [ROOT, 'quote', 'own-vendor', 'own-shift', 'today', 'vendor']) {
      void queries.invalidateQueries({ queryKey: [key] });
    }
  };
}
