import { Button } from '@mantine/core';
import { IconKeyboard } from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { useSearchParams } from 'react-router';
import { plainDigits } from '../../digits.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { DigitGroups } from '../../ui/digit-groups.tsx';
import classes from './meter.module.css';
import type { Key } from './use-wall-meter.ts';

// Quick, yet slow enough to see the digits run across the display.
const KEY_PAUSE = 70;

/** The slip from the till, held beside the keypad. The address carries its digits. */
export function TokenNote({ onFeed }: { readonly onFeed: (key: Key) => void }): ReactNode {
  const [params] = useSearchParams();
  const digits = plainDigits(params.get('token') ?? '').slice(0, 20);
  const timer = useRef<ReturnType<typeof setInterval>>(undefined);
  const press = useRef(onFeed);
  useEffect(() => {
    press.current = onFeed;
  });
  useEffect(() => () => clearInterval(timer.current), []);
  if (digits === '') return null;
  function keyIn(): void {
    clearInterval(timer.current);
    press.current('clear');
    let at = 0;
    timer.current = setInterval(() => {
      const digit = digits[at++];
      if (digit === undefined) clearInterval(timer.current);
      else press.current({ digit });
    }, KEY_PAUSE);
  }
  return (
    <aside className={classes['note']} aria-label="Your slip">
      <div>
        <p className={classes['noteHead']}>Your slip</p>
        <p className={classes['noteDigits']}>
          <DigitGroups digits={digits} />
        </p>
      </div>
      <div className={classes['noteActions']}>
        <Button
          size="compact-md"
          variant="filled"
          leftSection={<IconKeyboard size={18} aria-hidden />}
          onClick={keyIn}
        >
          Key it in for me
        </Button>
        <CopyButton text={digits} label="Copy" />
      </div>
    </aside>
  );
}
