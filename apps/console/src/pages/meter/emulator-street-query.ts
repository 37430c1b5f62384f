import { queryOptions } from '@tanstack/react-query';
import { fetchStreet } from '../../emulated-meter/ask-emulator.ts';

const LOOK_AGAIN_AFTER = 5_000;
const TRY_AGAIN_AFTER = 2_000;

/** The street of an emulator, looked at again while the page is open. Trouble is an answer of it. */
export function emulatorStreetQuery(emulatorUrl: string) {
  return queryOptions({
    queryKey: ['emulator-street', emulatorUrl],
    staleTime: 0,
    refetchInterval: ({ state }) =>
      state.data?.kind === 'street' ? LOOK_AGAIN_AFTER : TRY_AGAIN_AFTER,
    queryFn: () => fetchStreet(emulatorUrl),
  });
}
