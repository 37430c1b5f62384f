/** What the list of sales reads, and how its filters stand in the address. */
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, fetched } from '../../api/client.ts';
import { plainDigits } from '../../digits.ts';
import { isDay, shiftDay, startOfDay } from '../../wall-time.ts';

const SHOWN = 50;

/** Empty where nothing is asked. Both days belong to what is asked for. */
export interface VendFilter {
  readonly receipt: string;
  readonly meter: string;
  readonly vendor: string;
  readonly from: string;
  readonly to: string;
}

export const FILTER_NAMES = ['receipt', 'meter', 'vendor', 'from', 'to'] as const;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What the address asks for; what makes no sense is not asked. */
export function readFilter(params: URLSearchParams): VendFilter {
  const text = (name: string): string => params.get(name) ?? '';
  const day = (name: string): string => (isDay(text(name)) ? text(name) : '');
  const receipt = plainDigits(text('receipt'));
  return {
    receipt: /^\d{1,18}$/.test(receipt) ? receipt : '',
    meter: plainDigits(text('meter')),
    vendor: UUID.test(text('vendor')) ? text('vendor') : '',
    from: day('from'),
    to: day('to'),
  };
}

/** The same as the route asks for it. A receipt is one sale, whatever else is filled in. */
export function askedOf(filter: VendFilter, timeZone: string): Readonly<Record<string, string>> {
  if (filter.receipt !== '') return { receipt_number: filter.receipt };
  return {
    ...(filter.meter === '' ? {} : { meter_number: filter.meter }),
    ...(filter.vendor === '' ? {} : { vendor_id: filter.vendor }),
    ...(filter.from === '' ? {} : { from: startOfDay(filter.from, timeZone) }),
    ...(filter.to === '' ? {} : { to: startOfDay(shiftDay(filter.to, 1), timeZone) }),
  };
}

/** Who printed the receipt again; the count is a part of the key, so that a new copy is asked for. */
export function reprintsQuery(id: string, count: number) {
  return queryOptions({
    queryKey: ['vend', id, 'reprints', count],
    queryFn: () => fetched(api.GET('/v1/vends/{id}/reprints', { params: { path: { id } } })),
  });
}

export function vendListQuery(filter: VendFilter, timeZone: string) {
  return infiniteQueryOptions({
    queryKey: ['vends', 'list', filter, timeZone],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam: before }) => {
      const more = before === null ? {} : { before };
      const query = { limit: SHOWN, ...askedOf(filter, timeZone), ...more };
      return fetched(api.GET('/v1/vends', { params: { query } }));
    },
    getNextPageParam: (page) => page.next,
  });
}
