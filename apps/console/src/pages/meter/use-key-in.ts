/** Keys a token in, one digit after the other, as a patient person would. */
import type { MeterKey } from '@wattvend/meter/meter-event.js';
import { useCallback, useEffect, useRef } from 'react';

// Quick, yet slow enough to see the digits run across the display.
const KEY_PAUSE = 70;

export function useKeyIn(onPress: (key: MeterKey) => void): (digits: string) => void {
  const timer = useRef<ReturnType<typeof setInterval>>(undefined);
  const press = useRef(onPress);
  useEffect(() => {
    press.current = onPress;
  });
  useEffect(() => () => clearInterval(timer.current), []);
  return useCallback((digits: string): void => {
    clearInterval(timer.current);
    press.current({ kind: 'clear' });
    let at = 0;
    timer.current = setInterval(() => {
      const digit = digits[at++];
      if (digit === undefined) clearInterval(timer.current);
      else press.current({ kind: 'digit', digit });
    }, KEY_PAUSE);
  }, []);
}
