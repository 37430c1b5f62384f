/** The ENTER key, which can be pressed or held, by finger and by keyboard alike. */
import type { MeterKey } from '@wattvend/meter/meter-event.js';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';

/** As the display says it: hold ENTER for three seconds. */
const HOLD = 3000;

export interface EnterHold {
  readonly isHeld: boolean;
  readonly begin: () => void;
  /** Let go: before its time it was a press. */
  readonly end: () => void;
  /** It slipped off the key. */
  readonly cancel: () => void;
}

export function useEnterHold(press: (key: MeterKey) => void): EnterHold {
  const [isHeld, setHeld] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const pressed = useRef(press);
  useEffect(() => {
    pressed.current = press;
  });
  // Whether it was held when it ended.
  const stop = useCallback((): boolean => {
    const wasHeld = timer.current !== undefined;
    clearTimeout(timer.current);
    timer.current = undefined;
    setHeld(false);
    return wasHeld;
  }, []);
  const begin = useCallback((): void => {
    if (timer.current !== undefined) return;
    setHeld(true);
    timer.current = setTimeout(() => {
      stop();
      pressed.current({ kind: 'hold-enter' });
    }, HOLD);
  }, [stop]);
  useEffect(() => {
    window.addEventListener('blur', stop);
    return () => {
      window.removeEventListener('blur', stop);
      clearTimeout(timer.current);
    };
  }, [stop]);
  return useMemo(() => {
    const end = (): void => {
      if (stop()) pressed.current({ kind: 'enter' });
    };
    return { isHeld, begin, end, cancel: stop };
  }, [isHeld, begin, stop]);
}
