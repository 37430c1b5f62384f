import type { Display } from '@wattvend/meter/display.js';
import type { ReactNode } from 'react';
import classes from './lcd.module.css';
import { Signs } from './lcd-signs.tsx';

// Up to here a text is shown in large figures; a token in full needs the small ones.
const LARGE_MAX = 15;

/** What the meter shows, drawn; its sentence is for those who do not see it. */
export function Lcd(o: { readonly display: Display; readonly isPowered: boolean }): ReactNode {
  const { display } = o;
  return (
    <div className={classes['lcd']}>
      <p className={classes['spoken']} aria-live="off">
        {display.sentence}
      </p>
      <div
        className={classes['glass']}
        aria-hidden="true"
        data-testid="lcd"
        data-powered={o.isPowered}
      >
        <Signs icons={display.icons} digitCount={display.digitCount} />
        <p
          className={classes['primary']}
          data-large={display.primary.length <= LARGE_MAX && display.digitCount === 0}
        >
          {display.primary}
        </p>
        <p className={classes['secondary']}>{display.secondary}</p>
      </div>
    </div>
  );
}
