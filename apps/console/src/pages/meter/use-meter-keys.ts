/** The computer's keyboard as the meter's keypad, wherever the focus is outside a text field. */
import { useEffect } from 'react';
import type { Key, RunningMeter } from './use-wall-meter.ts';

const KEYS: Readonly<Record<string, Key>> = {
  Backspace: 'backspace',
  Enter: 'enter',
  Escape: 'clear',
};

function takesText(target: EventTarget | null): boolean {
  if (target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true;
  if (!(target instanceof HTMLInputElement)) return false;
  return target.type !== 'radio' && target.type !== 'checkbox';
}

// Enter on a focused button or link is meant for it.
function takesEnter(target: EventTarget | null): boolean {
  return (
    target instanceof Element && target.closest('button, a, summary, [role="dialog"]') !== null
  );
}

export function useMeterKeys(o: Pick<RunningMeter, 'press' | 'feed'>): void {
  const { press, feed } = o;
  useEffect(() => {
    function keyDown(event: KeyboardEvent): void {
      if (event.ctrlKey || event.metaKey || event.altKey || takesText(event.target)) return;
      if (event.key === 'Enter' && takesEnter(event.target)) return;
      const key = /^[0-9]$/.test(event.key) ? { digit: event.key } : KEYS[event.key];
      if (key === undefined) return;
      event.preventDefault();
      press(key);
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
    window.addEventListener('paste', paste);
    return () => {
      window.removeEventListener('keydown', keyDown);
      window.removeEventListener('paste', paste);
    };
  }, [press, feed]);
}
