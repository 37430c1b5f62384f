/** What the reports ask the server. */

import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { paths } from '@wattvend/client/generated.js';
import { api, fetched } from '../../api/client.ts';
import type { Span } from './span.ts';

type Answer<Path extends keyof paths> = paths[Path] extends {
  get: { responses: { 200: { content: { 'application/json': infer Body } } } };
}
  ? Body
  : never;

export type SalesReport = Answer<'/v1/reports/sales'>;
export type ComponentsReport = Answer<'/v1/reports/components'>;
export type DebtsReport = Answer<'/v1/reports/debts'>;
export type ZeroBuyers = Answer<'/v1/reports/zero-buyers'>;

export type Dimension = SalesReport['by'];

export function salesQuery(span: Span, by: Dimension, per: SalesReport['per']) {
  return queryOptions({
    queryKey: ['reports', 'sales', span, by, per],
    queryFn: () =>
      fetched(api.GET('/v1/reports/sales', { params: { query: { ...span, by, per } } })),
    placeholderData: keepPreviousData,
  });
}

export function componentsQuery(span: Span) {
  return queryOptions({
    queryKey: ['reports', 'components', span],
    queryFn: () => fetched(api.GET('/v1/reports/components', { params: { query: span } })),
    placeholderData: keepPreviousData,
  });
}

export function debtsQuery(span: Span) {
  return queryOptions({
    queryKey: ['reports', 'debts', span],
    queryFn: () => fetched(api.GET('/v1/reports/debts', { params: { query: span } })),
    placeholderData: keepPreviousData,
  });
}

export interface ZeroBuyerQuestion {
  readonly days: number;
  readonly area: string | null;
  readonly query: string;
}

const ZERO_BUYERS_SHOWN = 50;

export function zeroBuyerParams({ days, area, query }: ZeroBuyerQuestion) {
  return { days, ...(area === null ? {} : { area }), ...(query === '' ? {} : { query }) };
}

export function zeroBuyersQuery(question: ZeroBuyerQuestion, after: string | null) {
  return queryOptions({
    queryKey: ['reports', 'zero-buyers', question, after],
    queryFn: () =>
      fetched(
        api.GET('/v1/reports/zero-buyers', {
          params: {
            query: {
              ...zeroBuyerParams(question),
              ...(after === null ? {} : { after }),
              limit: ZERO_BUYERS_SHOWN,
            },
          },
        }),
      ),
    placeholderData: keepPreviousData,
  });
}
