import { useEffect } from 'react';

/** Names the page in the tab and for a screen reader that announces a change of page. */
export function usePageTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · wattvend`;
  }, [title]);
}
