/**
 * The deed that is being done on a page, in its address, with the id it is sent under: a retry and even
 * a reload repeat the same id. What else the address says stays.
 */
import { useSearchParams } from 'react-router';
import { newId } from './new-id.ts';

export interface OpenDialog<Name extends string> {
  readonly name: Name;
  readonly id: string;
  /** What it is about. */
  readonly of: string | null;
}

const DIALOG_PARAMS: readonly string[] = ['do', 'id', 'of'];

export function useDialog<Name extends string>(
  names: readonly Name[],
): {
  readonly dialog: OpenDialog<Name> | null;
  readonly open: (name: Name, of?: string) => void;
  readonly close: () => void;
} {
  const [params, setParams] = useSearchParams();
  const name = names.find((each) => each === params.get('do'));
  const id = params.get('id');
  const kept = Object.fromEntries([...params].filter(([param]) => !DIALOG_PARAMS.includes(param)));
  return {
    dialog: name === undefined || id === null ? null : { name, id, of: params.get('of') },
    open: (next, of) =>
      setParams({ ...kept, do: next, id: newId(), ...(of === undefined ? {} : { of }) }),
    close: () => setParams(kept, { replace: true }),
  };
}
