/** What the pages of the ledger read. */
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { paths } from '@wattvend/client/generated.js';
import { api, fetched } from '../../api/client.ts';

type Ok<Path extends keyof paths> = paths[Path] extends {
  get: { responses: { 200: { content: { 'application/json': infer Body } } } };
}
  ? Body
  : never;

export type TrialBalance = Ok<'/v1/ledger/trial-balance'>;
export type BalancedAccount = TrialBalance['accounts'][number];
export type StatementLine = Ok<'/v1/ledger/accounts/{code}/statement'>['lines'][number];
export type ChainCheck = Ok<'/v1/ledger/chain/check'>;

const LEDGER = 'ledger';
const SHOWN = 100;

/** Null for now. */
export function trialBalanceQuery(at: string | null) {
  const query = at === null ? {} : { at };
  return queryOptions({
    queryKey: [LEDGER, 'trial-balance', at],
    queryFn: () => fetched(api.GET('/v1/ledger/trial-balance', { params: { query } })),
  });
}

export function accountQuery(code: string, from: string, to: string) {
  return infiniteQueryOptions({
    queryKey: [LEDGER, 'account', code, from, to],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam: after }) => {
      const query = { from, to, limit: SHOWN, ...(after === null ? {} : { after }) };
      return fetched(
        api.GET('/v1/ledger/accounts/{code}/statement', { params: { path: { code }, query } }),
      );
    },
    getNextPageParam: (page) => page.next,
  });
}

export const chainQuery = queryOptions({
  queryKey: [LEDGER, 'chain'],
  queryFn: () => fetched(api.GET('/v1/ledger/chain')),
});
