/** What the pages of reconciliation read and send. Every key begins alike. */
import { infiniteQueryOptions, queryOptions, useQueryClient } from '@tanstack/react-query';
import { createClient } from '@wattvend/client/client.js';
import type { paths } from '@wattvend/client/generated.js';
import { type Answer, api, call, fetched } from '../../api/client.ts';

type Ok<Path extends keyof paths> = paths[Path] extends {
  get: { responses: { 200: { content: { 'application/json': infer Body } } } };
}
  ? Body
  : never;

export type PaymentSource = Ok<'/v1/reconciliation/sources/{id}'>;
export type Statement = Ok<'/v1/reconciliation/statements/{id}'>;
export type Run = Ok<'/v1/reconciliation/runs/{id}'>;
export type Evidence = Ok<'/v1/reconciliation/items/{id}'>;
export type Item = Evidence['item'];
export type ItemClass = Item['class'];
export type Summary = Ok<'/v1/reconciliation/summary'>;
export type Balance = Ok<'/v1/reconciliation/sources/{id}/balance'>;
export type CheckedStatement =
  paths['/v1/reconciliation/samples']['post']['responses'][200]['content']['application/json'];
type PutSource = NonNullable<paths['/v1/reconciliation/sources/{id}']['put']['requestBody']>;
export type NewPaymentSource = PutSource['content']['application/json'];
type PutAction = NonNullable<
  paths['/v1/reconciliation/items/{id}/actions/{action_id}']['put']['requestBody']
>;
export type ItemAction = PutAction['content']['application/json'];

const ROOT = 'reconciliation';
const SHOWN = 50;
/** A month of a large bank is read for longer than anything else of the console. */
const FILE_TIMEOUT_MS = 600_000;
const files = createClient({ baseUrl: '/', timeoutMs: FILE_TIMEOUT_MS });

export const sourcesQuery = queryOptions({
  queryKey: [ROOT, 'sources'],
  queryFn: () => fetched(api.GET('/v1/reconciliation/sources')),
});

export function summaryQuery(sourceId: string | null) {
  const query = sourceId === null ? {} : { source_id: sourceId };
  return queryOptions({
    queryKey: [ROOT, 'summary', sourceId],
    queryFn: () => fetched(api.GET('/v1/reconciliation/summary', { params: { query } })),
  });
}

export function sourceQuery(id: string) {
  return queryOptions({
    queryKey: [ROOT, 'source', id],
    queryFn: () =>
      fetched(api.GET('/v1/reconciliation/sources/{id}', { params: { path: { id } } })),
  });
}

const CLEARING = 'clearing';

/** The accounts that money of a source can be posted to: the bank, and what is on its way there. */
export const clearingAccountsQuery = queryOptions({
  queryKey: [ROOT, 'accounts'],
  queryFn: async () => {
    const { accounts } = await fetched(api.GET('/v1/ledger/trial-balance'));
    return accounts.filter(({ code, group }) => code === 'bank' || group === CLEARING);
  },
});

/** Reads the beginning of a file by settings that are not stored. */
export function sampleQuery(format: NewPaymentSource['format'], timeZone: string, text: string) {
  return queryOptions({
    queryKey: [ROOT, 'sample', format, timeZone, text],
    queryFn: () =>
      fetched(
        api.POST('/v1/reconciliation/samples', { body: { format, time_zone: timeZone, text } }),
      ),
  });
}

export function balanceQuery(sourceId: string) {
  return queryOptions({
    queryKey: [ROOT, 'balance', sourceId],
    queryFn: () =>
      fetched(
        api.GET('/v1/reconciliation/sources/{id}/balance', { params: { path: { id: sourceId } } }),
      ),
  });
}

export interface ItemFilter {
  readonly sourceId: string | null;
  readonly class: ItemClass | null;
  readonly state: 'open' | 'settled' | null;
}

export function itemsQuery(filter: ItemFilter) {
  const asked = {
    limit: SHOWN,
    ...(filter.sourceId === null ? {} : { source_id: filter.sourceId }),
    ...(filter.class === null ? {} : { class: filter.class }),
    ...(filter.state === null ? {} : { state: filter.state }),
  };
  return infiniteQueryOptions({
    queryKey: [ROOT, 'items', filter],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam: before }) => {
      const query = { ...asked, ...(before === null ? {} : { before }) };
      return fetched(api.GET('/v1/reconciliation/items', { params: { query } }));
    },
    getNextPageParam: (page) => page.next,
  });
}

export function itemQuery(id: string) {
  return queryOptions({
    queryKey: [ROOT, 'item', id],
    queryFn: () => fetched(api.GET('/v1/reconciliation/items/{id}', { params: { path: { id } } })),
  });
}

export function statementQuery(id: string) {
  return queryOptions({
    queryKey: [ROOT, 'statement', id],
    queryFn: () =>
      fetched(api.GET('/v1/reconciliation/statements/{id}', { params: { path: { id } } })),
  });
}

export function statementsQuery(sourceId: string | null) {
  const asked = { limit: SHOWN, ...(sourceId === null ? {} : { source_id: sourceId }) };
  return infiniteQueryOptions({
    queryKey: [ROOT, 'statements', sourceId],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam: before }) => {
      const query = { ...asked, ...(before === null ? {} : { before }) };
      return fetched(api.GET('/v1/reconciliation/statements', { params: { query } }));
    },
    getNextPageParam: (page) => page.next,
  });
}

export function runsQuery(sourceId: string | null) {
  const asked = { limit: SHOWN, ...(sourceId === null ? {} : { source_id: sourceId }) };
  return infiniteQueryOptions({
    queryKey: [ROOT, 'runs', sourceId],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam: before }) => {
      const query = { ...asked, ...(before === null ? {} : { before }) };
      return fetched(api.GET('/v1/reconciliation/runs', { params: { query } }));
    },
    getNextPageParam: (page) => page.next,
  });
}

export interface StatementToBring {
  /** Made once for each file: the trial and the import have the same. */
  readonly id: string;
  readonly sourceId: string;
  readonly file: File;
}

/** Reads a statement as a trial, or imports it. The same id is imported once. */
export function sendStatement(
  { id, sourceId, file }: StatementToBring,
  isTrial: boolean,
): Promise<Answer<CheckedStatement | Statement>> {
  const type = file.name.toLowerCase().endsWith('.xml') ? 'application/xml' : 'text/csv';
  return call(
    files.PUT('/v1/reconciliation/sources/{id}/statements/{statement_id}', {
      params: {
        path: { id: sourceId, statement_id: id },
        query: { name: file.name.slice(0, 200), dry_run: isTrial ? 'true' : 'false' },
      },
      headers: { 'content-type': type },
      body: '',
      bodySerializer: () => file,
    }),
  );
}

/** Pairs what the statements say with what was sold in the span. */
export function sendRun(
  id: string,
  body: { readonly source_id: string; readonly from: string; readonly to: string },
): Promise<Answer<Run>> {
  return call(files.PUT('/v1/reconciliation/runs/{id}', { params: { path: { id } }, body }));
}

/** A statement, a run or an action changes what is open. */
export function useReconciliationChanged(): () => void {
  const queries = useQueryClient();
  return () => void queries.invalidateQueries({ queryKey: [ROOT] });
}
