/** What the pages of tariffs read. */
import { keepPreviousData, queryOptions, useQueryClient } from '@tanstack/react-query';
import type { paths } from '@wattvend/client/generated.js';
import { api, fetched } from '../../api/client.ts';
import type { Approval } from '../../api/model.ts';
import { approvalsQuery, tariffsQuery } from '../../api/queries.ts';

type Read<Path extends keyof paths> = paths[Path] extends {
  get: { responses: { 200: { content: { 'application/json': infer Body } } } };
}
  ? Body
  : never;

export type TariffVersion = Read<'/v1/tariffs'>['tariffs'][number];
export type PublishedValue = Read<'/v1/published-values'>['values'][number];
export type MonthPreview = Read<'/v1/tariffs/{id}/versions/{version}/preview'>;

type TrialPath = paths['/v1/tariffs/trial']['post'];
export type NewTrial = TrialPath['requestBody']['content']['application/json'];
export type Trial = TrialPath['responses'][200]['content']['application/json'];
export type TrialAnswer = Trial['answers'][number];
export type TrialQuote = NonNullable<TrialAnswer['quote']>;
export type Situation = NonNullable<NewTrial['situation']>;

/** All versions of one tariff. They are read together with all others: there are few. */
export function tariffQuery(id: string) {
  return queryOptions({
    ...tariffsQuery,
    select: ({ tariffs }) => tariffs.filter((each) => each.id === id),
  });
}

/** Asked again only when what is tried is another. */
export function trialQuery(trial: NewTrial) {
  return queryOptions({
    queryKey: ['tariff-trial', trial],
    staleTime: 60_000,
    placeholderData: keepPreviousData,
    queryFn: () => fetched(api.POST('/v1/tariffs/trial', { body: trial })),
  });
}

export const publishedValuesQuery = queryOptions({
  queryKey: ['published-values'],
  queryFn: () => fetched(api.GET('/v1/published-values')),
});

export function monthPreviewQuery(id: string, version: number, month: number) {
  return queryOptions({
    queryKey: ['tariff-preview', id, version, month],
    staleTime: 300_000,
    queryFn: () =>
      fetched(
        api.GET('/v1/tariffs/{id}/versions/{version}/preview', {
          params: { path: { id, version }, query: { month } },
        }),
      ),
  });
}

/** The orders that wait, among them those for tariffs. */
export const waitingQuery = approvalsQuery(true);

/** The order that waits for a version, or null. */
export function orderOf(
  orders: readonly Approval[],
  { id, version }: Pick<TariffVersion, 'id' | 'version'>,
): Approval | null {
  return (
    orders.find(
      ({ kind, subject }) =>
        kind === 'tariff_version' && subject['tariff_id'] === id && subject['version'] === version,
    ) ?? null
  );
}

/** Reads again what a change of tariffs touches. */
export function useTariffsChanged(): () => void {
  const queries = useQueryClient();
  return () => {
    for (const key of ['tariffs', 'approvals', 'published-values']) {
      void queries.invalidateQueries({ queryKey: [key] });
    }
  };
}
