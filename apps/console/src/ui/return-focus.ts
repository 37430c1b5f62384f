import { useEffect } from 'react';

/**
 * Gives the focus back, when a dialog goes, to what had it when the dialog came; unless another
 * dialog has it by then, which the library's own return does not look at.
 */
export function useReturnFocus(): void {
  useEffect(() => {
    const before = document.activeElement;
    return () => {
      const isNowhere = document.activeElement === null || document.activeElement === document.body;
      if (isNowhere && before instanceof HTMLElement) before.focus({ preventScroll: true });
    };
  }, []);
}
