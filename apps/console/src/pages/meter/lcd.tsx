import type { Display } from '@wattvend/meter/display.js';
import type { ReactNode } from 'react';
import classes from './meter-body.module.css';

// Up to here a text is shown in large figures; a token in full needs the small ones.
const LARGE_MAX = 15;

/** The contact of the load switch, drawn as in a circuit diagram. */
function SwitchSign({ closed }: { readonly closed: boolean }): ReactNode {
  return (
    <svg viewBox="0 0 34 14" className={classes['sign']} aria-hidden="true">
      <g fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round">
        <path d="M2 10h8M24 10h8" />
        <path d={closed ? 'M10 10h14' : 'M10 10 22 2.500'} />
      </g>
      <circle cx="10" cy="10" r="1.800" fill="currentColor" />
      <circle cx="24" cy="10" r="1.800" fill="currentColor" />
    </svg>
  );
}

/** What the meter shows, drawn; its sentence is for those who do not see it. */
export function Lcd({ display }: { readonly display: Display }): ReactNode {
  const { icons } = display;
  return (
    <div className={classes['lcd']}>
      <p className={classes['spoken']} aria-live="off">
        {display.sentence}
      </p>
      <div className={classes['glass']} aria-hidden="true" data-testid="lcd">
        <div className={classes['signs']}>
          <span data-shown="true">
            <SwitchSign closed={icons.loadSwitchClosed} />
          </span>
          <span data-shown={icons.lowCredit}>LOW</span>
          <span data-shown={icons.accept}>OK</span>
          <span data-shown={icons.reject}>REJECT</span>
          <span data-shown={display.digitCount > 0} className={classes['count']}>
            {String(display.digitCount).padStart(2, '0')}
          </span>
        </div>
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
