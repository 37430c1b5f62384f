/** The signs of the display, drawn: no device needs a font with the characters for them. */
import type { DisplayIcons } from '@wattvend/meter/display.js';
import type { ReactNode } from 'react';
import classes from './lcd.module.css';

/** The contact of the load switch, drawn as in a circuit diagram. */
export function SwitchSign({ closed }: { readonly closed: boolean }): ReactNode {
  return (
    <svg viewBox="0 0 34 14" className={classes['switchSign']} aria-hidden="true">
      <g fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round">
        <path d="M2 10h8M24 10h8" />
        <path d={closed ? 'M10 10h14' : 'M10 10 22 2.500'} />
      </g>
      <circle cx="10" cy="10" r="1.800" fill="currentColor" />
      <circle cx="24" cy="10" r="1.800" fill="currentColor" />
    </svg>
  );
}

function Sign(o: { readonly path: string; readonly shown: boolean; readonly name: string }) {
  return (
    <span data-shown={o.shown} data-sign={o.name}>
      <svg viewBox="0 0 16 16" className={classes['sign']} aria-hidden="true">
        <path d={o.path} />
      </svg>
    </span>
  );
}

const HAND =
  'M5 8V3.500a1 1 0 0 1 2 0V7h.500V2a1 1 0 0 1 2 0v5h.500V3a1 1 0 0 1 2 0v5h.400V5.200a1 1 0 0 1 ' +
  '1.900 0V10c0 3.300-1.800 5-4.600 5-2.300 0-3.500-1-4.700-3L2.300 9c-.700-1.200.800-2.200 1.700-1.200z';
const LOCK = 'M4 7V5a4 4 0 0 1 8 0v2h1v8H3V7zm1.800 0h4.400V5a2.200 2.200 0 0 0-4.400 0z';
const OVERLOAD = 'M8 1 15.500 15H.500zM7.200 6v4.500h1.600V6zM7.200 11.800v1.600h1.600v-1.600z';
const BELL =
  'M8 1a1 1 0 0 1 1 1v.300c2.300.500 3.600 2.200 3.600 4.700 0 3 .700 3.800 1.700 4.800v.700H1.700v-.700c1-1 ' +
  '1.700-1.800 1.700-4.800 0-2.500 1.300-4.200 3.600-4.700V2a1 1 0 0 1 1-1zM6.300 13.500h3.400a1.700 1.700 0 0 1-3.400 0z';

/** What flows, in tenths of what is allowed. */
function LoadBar({ tenths }: { readonly tenths: number }): ReactNode {
  return (
    <span className={classes['loadBar']} data-testid="load-bar" data-tenths={tenths}>
      {Array.from({ length: 10 }, (_, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: ten places that never move
        <i key={at} data-shown={at < tenths} />
      ))}
    </span>
  );
}

/** All signs stand on the glass at all times, as on a real one; those that are not lit are faint. */
export function Signs(o: { readonly icons: DisplayIcons; readonly digitCount: number }): ReactNode {
  const { icons } = o;
  return (
    <>
      <div className={classes['signs']}>
        <span data-shown="true" data-sign="switch">
          <SwitchSign closed={icons.loadSwitchClosed} />
        </span>
        <span data-shown={icons.lowCredit} data-sign="low">
          LOW{icons.lowCreditLevel > 0 ? icons.lowCreditLevel : ''}
        </span>
        <span data-shown={icons.emergency} data-sign="emergency" className={classes['boxed']}>
          E
        </span>
        <Sign name="tamper" path={HAND} shown={icons.tamper} />
        <Sign name="locked" path={LOCK} shown={icons.locked} />
        <Sign name="overload" path={OVERLOAD} shown={icons.overload} />
        <Sign name="buzzer" path={BELL} shown={icons.buzzer} />
        <span data-shown={o.digitCount > 0} className={classes['count']}>
          {String(o.digitCount).padStart(2, '0')}
        </span>
      </div>
      <div className={classes['signs']}>
        <LoadBar tenths={icons.loadBar} />
        <span data-shown={icons.accept}>OK</span>
        <span data-shown={icons.reject}>REJECT</span>
      </div>
    </>
  );
}
