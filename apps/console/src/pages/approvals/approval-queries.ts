/** What is read beside an order, to say what it means. */
import { queryOptions } from '@tanstack/react-query';
import { api, fetched } from '../../api/client.ts';

export function debtQuery(id: string) {
  return queryOptions({
    queryKey: ['debt', id],
    queryFn: () => fetched(api.GET('/v1/debts/{id}', { params: { path: { id } } })),
  });
}
