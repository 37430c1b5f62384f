/** The line of a list that is open, in the address. */
import { useSearchParams } from 'react-router';

export function useOpened(): {
  readonly opened: string | null;
  readonly open: (id: string) => void;
  readonly close: () => void;
} {
  const [params, setParams] = useSearchParams();
  const kept = Object.fromEntries([...params].filter(([name]) => name !== 'order'));
  return {
    opened: params.get('order'),
    open: (order) => setParams({ ...kept, order }),
    close: () => setParams(kept, { replace: true }),
  };
}
