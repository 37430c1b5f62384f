/** What the pages of webhooks read. */
import { infiniteQueryOptions, queryOptions, useQueryClient } from '@tanstack/react-query';
import type { paths } from '@wattvend/client/generated.js';
import { api, fetched } from '../../api/client.ts';

type Listed = paths['/v1/webhooks']['get']['responses'][200]['content']['application/json'];
type Deliveries =
  paths['/v1/webhooks/{id}/deliveries']['get']['responses'][200]['content']['application/json'];
export type Webhook = Listed['webhooks'][number];
export type Delivery = Deliveries['deliveries'][number];
export type WebhookWithSecret =
  paths['/v1/webhooks/{id}']['put']['responses'][200]['content']['application/json'];

const ROOT = 'webhooks';
const SHOWN = 50;
// A message that is tried again shows itself.
const REFRESH = 4000;

export const webhooksQuery = queryOptions({
  queryKey: [ROOT, 'list'],
  queryFn: () => fetched(api.GET('/v1/webhooks')),
});

export function deliveriesQuery(id: string, state: Delivery['state'] | null) {
  const asked = { limit: SHOWN, ...(state === null ? {} : { state }) };
  return infiniteQueryOptions({
    queryKey: [ROOT, 'deliveries', id, state],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam: before }) => {
      const query = { ...asked, ...(before === null ? {} : { before }) };
      return fetched(api.GET('/v1/webhooks/{id}/deliveries', { params: { path: { id }, query } }));
    },
    getNextPageParam: (page) => page.next,
    refetchInterval: REFRESH,
  });
}

export function useWebhooksChanged(): () => void {
  const queries = useQueryClient();
  return () => void queries.invalidateQueries({ queryKey: [ROOT] });
}
