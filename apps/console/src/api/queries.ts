/** Every read of the console: its key and how it is fetched. Refusals arrive as `Refused`. */
import { QueryCache, QueryClient, queryOptions } from '@tanstack/react-query';
import { api, call, fetched, Refused } from './client.ts';
import type { Session } from './model.ts';
import { isUnavailable } from './refusal.ts';

declare module '@tanstack/react-query' {
  interface Register {
    defaultError: Refused;
  }
}

const SESSION_KEY = ['session'] as const;
const FRESH_FOR = 15_000;
const RETRIES_MAX = 2;

function makeQueryClient(): QueryClient {
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({
      // A session that ran out shows itself at any read; the shell then leads to the sign-in page.
      onError: (error) => {
        if (error instanceof Refused && error.refusal.status === 401) {
          client.setQueryData(SESSION_KEY, null);
        }
      },
    }),
    defaultOptions: {
      queries: {
        staleTime: FRESH_FOR,
        // What the browser believes about its network is often wrong on a till's local network.
        networkMode: 'always',
        retry: (failures, error) =>
          failures < RETRIES_MAX && error instanceof Refused && isUnavailable(error.refusal),
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
  return client;
}

export const queryClient: QueryClient = makeQueryClient();

/** The session, or null when nobody is signed in. */
export const sessionQuery = queryOptions({
  queryKey: SESSION_KEY,
  staleTime: 60_000,
  queryFn: async (): Promise<Session | null> => {
    const answer = await call(api.GET('/v1/session'));
    if (answer.kind === 'answer') return answer.value;
    if (answer.refusal.status === 401) return null;
    throw new Refused(answer.refusal);
  },
});

export function metersQuery(query: string, limit: number) {
  return queryOptions({
    queryKey: ['meters', query, limit],
    queryFn: () => {
      const asked = query === '' ? { limit } : { query, limit };
      return fetched(api.GET('/v1/meters', { params: { query: asked } }));
    },
  });
}

export function meterQuery(meterNumber: string) {
  return queryOptions({
    queryKey: ['meter', meterNumber],
    queryFn: () =>
      fetched(
        api.GET('/v1/meters/{meter_number}', { params: { path: { meter_number: meterNumber } } }),
      ),
  });
}

export function quoteQuery(meterNumber: string, tenderedMinor: string) {
  return queryOptions({
    queryKey: ['quote', meterNumber, tenderedMinor],
    queryFn: () =>
      fetched(
        api.POST('/v1/quotes', {
          body: { meter_number: meterNumber, tendered_minor: tenderedMinor },
        }),
      ),
  });
}

/** The least money that buys anything today: a tenth of a kWh, after debts and charges. */
export function leastQuery(meterNumber: string) {
  return queryOptions({
    queryKey: ['quote', meterNumber, 'least'],
    queryFn: () =>
      fetched(api.POST('/v1/quotes', { body: { meter_number: meterNumber, energy_tenth_kwh: 1 } })),
  });
}

/** The free units that are due now, if any. */
export function freeUnitsQuery(meterNumber: string) {
  return queryOptions({
    queryKey: ['quote', meterNumber, 'free-units'],
    queryFn: () =>
      fetched(api.POST('/v1/quotes', { body: { meter_number: meterNumber, free_units: true } })),
  });
}

/** The box of the till: a number, an account, a name, a phone or an address. */
export function searchQuery(query: string, limit: number) {
  return queryOptions({
    queryKey: ['search', query, limit],
    queryFn: () => fetched(api.GET('/v1/search', { params: { query: { query, limit } } })),
  });
}

export function meterCardQuery(meterNumber: string) {
  return queryOptions({
    queryKey: ['meter', meterNumber, 'card'],
    queryFn: () => {
      const params = { path: { meter_number: meterNumber } };
      return fetched(api.GET('/v1/meters/{meter_number}/card', { params }));
    },
  });
}

/** The vendor one sells for: what it may still sell, and whether it sells within shifts only. */
export function ownVendorQuery(id: string) {
  return queryOptions({
    queryKey: ['own-vendor', id],
    queryFn: () => fetched(api.GET('/v1/vendors/{id}', { params: { path: { id } } })),
  });
}

export function vendsOfMeterQuery(meterNumber: string) {
  return queryOptions({
    queryKey: ['vends', meterNumber],
    queryFn: () =>
      fetched(api.GET('/v1/vends', { params: { query: { meter_number: meterNumber, limit: 5 } } })),
  });
}

export function vendQuery(id: string) {
  return queryOptions({
    queryKey: ['vend', id],
    queryFn: () => fetched(api.GET('/v1/vends/{id}', { params: { path: { id } } })),
  });
}

export function todayQuery(date: string) {
  return queryOptions({
    queryKey: ['today', date],
    queryFn: () => fetched(api.GET('/v1/today', { params: { query: { date } } })),
  });
}

export const vendorsQuery = queryOptions({
  queryKey: ['vendors'],
  queryFn: () => fetched(api.GET('/v1/vendors')),
});

/** The shift of whoever is signed in, or none. */
export const ownShiftQuery = queryOptions({
  queryKey: ['own-shift'],
  queryFn: () => fetched(api.GET('/v1/shifts/current')),
});

export const usersQuery = queryOptions({
  queryKey: ['users'],
  queryFn: () => fetched(api.GET('/v1/users')),
});

export const apiKeysQuery = queryOptions({
  queryKey: ['api-keys'],
  queryFn: () => fetched(api.GET('/v1/api-keys')),
});

export const rolesQuery = queryOptions({
  queryKey: ['roles'],
  staleTime: Number.POSITIVE_INFINITY,
  queryFn: () => fetched(api.GET('/v1/roles')),
});

export const secondFactorsQuery = queryOptions({
  queryKey: ['second-factors'],
  queryFn: () => fetched(api.GET('/v1/account/second-factors')),
});

const APPROVALS_SHOWN = 50;

/** Orders that wait for somebody, or all of them. */
export function approvalsQuery(open: boolean) {
  return queryOptions({
    queryKey: ['approvals', open],
    queryFn: () => {
      const asked = { limit: APPROVALS_SHOWN };
      const query = open ? { ...asked, state: 'requested' as const } : asked;
      return fetched(api.GET('/v1/approvals', { params: { query } }));
    },
  });
}

export function approvalQuery(id: string) {
  return queryOptions({
    queryKey: ['approvals', 'one', id],
    queryFn: () => fetched(api.GET('/v1/approvals/{id}', { params: { path: { id } } })),
  });
}

export const tariffsQuery = queryOptions({
  queryKey: ['tariffs'],
  queryFn: () => fetched(api.GET('/v1/tariffs')),
});

/** Those somebody can be supplied under at this moment, each once. */
export const tariffsInForceQuery = queryOptions({
  ...tariffsQuery,
  select: (list) => list.tariffs.filter((version) => version.in_force),
});

export function customersQuery(query: string) {
  return queryOptions({
    queryKey: ['customers', query],
    queryFn: () => {
      const asked = query === '' ? { limit: 20 } : { query, limit: 20 };
      return fetched(api.GET('/v1/customers', { params: { query: asked } }));
    },
  });
}

export const demoMetersQuery = queryOptions({
  queryKey: ['demo-meters'],
  queryFn: () => fetched(api.GET('/v1/demo/meters')),
});

export function demoMemoryQuery(meterNumber: string) {
  return queryOptions({
    queryKey: ['demo-memory', meterNumber],
    // The memory is asked for once: afterwards the meter on the wall keeps its own.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    queryFn: () =>
      fetched(
        api.GET('/v1/demo/meters/{meter_number}/memory', {
          params: { path: { meter_number: meterNumber } },
        }),
      ),
  });
}
