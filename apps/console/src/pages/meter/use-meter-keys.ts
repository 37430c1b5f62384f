/** The computer's keyboard as the meter's keypad, wherever the focus is outside a text field. */
import type { MeterKey } from '@wattvend/meter/meter-event.js';
import { useEffect } from 'react';
import type { EnterHold } from './use-enter-hold.ts';
import type { RunningMeter } from './use-wall-meter.ts';

const KEYS: Readonly<Record<string, MeterKey>> = {
  Backspace: { kind: 'backspace' },
  Escape: { kind: 'clear' },
};

/** Marks the meter's own ENTER key, which listens to the keyboard as the whole page does. */
export const ENTER_KEY_MARK = 'data-enter-key';

function takesText(target: EventTarget | null): boolean {
  if (target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true;
  if (!(target instanceof HTMLInputElement)) return false;
  return target.type !== 'radio' && target.type !== 'checkbox';
}

// Enter on a focused button or link is meant for it.
function takesEnter(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false;
  if (target.closest(`[${ENTER_KEY_MARK}]`) !== null) return false;
  return target.closest('button, a, summary, [role="dialog"]') !== null;
}

function keyOf(event: KeyboardEvent): MeterKey | undefined {
  if (/^[0-9]$/.test(event.key)) return { kind: 'digit', digit: event.key };
  return KEYS[event.key];
}

function isForMeter(event: KeyboardEvent): boolean {
  return !event.ctrlKey && !event.metaKey && !event.altKey && !takesText(event.target);
}

export function useMeterKeys(o: Pick<RunningMeter, 'press' | 'feed'>, hold: EnterHold): void {
  const { press, feed } = o;
  const { begin, end } = hold;
  useEffect(() => {
    function keyDown(event: KeyboardEvent): void {
      if (!isForMeter(event)) return;
      if (event.key === 'Enter') {
        if (takesEnter(event.target)) return;
        event.preventDefault();
        // A key that is held repeats itself; the meter's holding has its own time.
        if (!event.repeat) begin();
        return;
      }
      const key = keyOf(event);
      if (key === undefined) return;
      event.preventDefault();
      press(key);
    }
    function keyUp(event: KeyboardEvent): void {
      if (event.key === 'Enter') end();
    }
    function paste(event: ClipboardEvent): void {
      if (takesText(event.target)) return;
      const text = event.clipboardData?.getData('text') ?? '';
      // Words are no token; digits with blanks or hyphens between are.
      if (!/^[\d\s-]+$/.test(text.trim())) return;
      event.preventDefault();
      feed(text);
    }
    window.addEventListener('keydown', keyDown);
    window.addEventListener('keyup', keyUp);
    window.addEventListener('paste', paste);
    return () => {
      window.removeEventListener('keydown', keyDown);
      window.removeEventListener('keyup', keyUp);
      window.removeEventListener('paste', paste);
    };
  }, [press, feed, begin, end]);
}
