import type { SwitchDecision } from '@wattvend/meter/switch-decision.js';
import type { ReactNode } from 'react';
import type { ApplianceName } from '../../wall-meter/household.ts';
import classes from './room.module.css';

function Lamp(): ReactNode {
  return (
    <g>
      <path d="M200 0v74" className={classes['cord']} />
      <circle cx="200" cy="126" r="150" className={classes['halo']} />
      <path d="M150 136 40 330h320L250 136z" className={classes['beam']} />
      <path d="M186 74h28l6 14h-40z" className={classes['cap']} />
      <path d="M180 88h40l34 48H146z" className={classes['shade']} />
      <circle cx="200" cy="141" r="13" className={classes['bulb']} />
    </g>
  );
}

function Fridge(): ReactNode {
  return (
    <g className={classes['fridge']}>
      <rect x="306" y="166" width="72" height="152" rx="7" />
      <path d="M306 222h72" />
      <path d="M316 184v24M316 236v38" strokeWidth="4" />
      <circle cx="366" cy="180" r="3.500" className={classes['fridgeLight']} stroke="none" />
    </g>
  );
}

function TableWithKettle(): ReactNode {
  return (
    <g>
      <path d="M112 262h176v9H112z" className={classes['table']} />
      <path d="M126 271h9v48h-9zM265 271h9v48h-9z" className={classes['table']} />
      <g className={classes['kettle']}>
        <path d="M176 262c-4-18-1-32 6-38h28c7 6 10 20 6 38z" />
        <path d="M216 236c10-1 13 4 14 12" fill="none" strokeWidth="4" />
        <path d="M180 240c-9-4-13-9-15-15" fill="none" strokeWidth="4" />
        <path d="M188 224c1-7 15-7 16 0z" />
      </g>
      <g className={classes['steam']}>
        <path d="M158 214c-6-8 6-12 0-21M150 206c-5-7 5-10 0-18" />
      </g>
    </g>
  );
}

/** In front of the wall, left of the table; its plates glow when it is on. */
function Cooker(): ReactNode {
  return (
    <g className={classes['cooker']}>
      <rect x="36" y="252" width="66" height="66" rx="4" />
      <rect x="45" y="272" width="48" height="36" rx="3" className={classes['ovenDoor']} />
      <path d="M42 252h22M74 252h22" className={classes['plates']} />
      <path d="M46 262h6M60 262h6M74 262h6M88 262h6" strokeWidth="4" />
    </g>
  );
}

function WindowAtNight(): ReactNode {
  return (
    <g>
      <rect x="34" y="118" width="74" height="92" rx="4" className={classes['pane']} />
      <circle cx="88" cy="140" r="8" className={classes['moon']} />
      <path d="M71 118v92M34 164h74" className={classes['frame']} />
      <rect x="34" y="118" width="74" height="92" rx="4" className={classes['frame']} />
    </g>
  );
}

function lampWords(decision: SwitchDecision, isLampOn: boolean): string {
  if (decision.isClosed) return isLampOn ? 'The lamp is on.' : 'The lamp is switched off.';
  return decision.reason === 'no-power'
    ? 'The lamp is dark: there is a power cut.'
    : 'The lamp is dark: the meter has cut the supply.';
}

/** The room behind the meter. The lamp is lit when the load switch is closed and the lamp is on. */
export function Room(o: {
  readonly decision: SwitchDecision;
  readonly on: ReadonlySet<ApplianceName>;
}): ReactNode {
  const closed = o.decision.isClosed;
  const lit = closed && o.on.has('lamp');
  const words = lampWords(o.decision, o.on.has('lamp'));
  return (
    <figure
      className={classes['room']}
      data-testid="lamp"
      data-lit={lit}
      data-fridge={closed && o.on.has('fridge')}
      data-kettle={closed && o.on.has('kettle')}
      data-cooker={closed && o.on.has('cooker')}
    >
      <svg viewBox="0 0 400 340" role="img" aria-label={words}>
        <defs>
          <radialGradient id="halo">
            <stop offset="0" stopColor="#ffe9a8" stopOpacity="0.95" />
            <stop offset="0.35" stopColor="#ffd466" stopOpacity="0.5" />
            <stop offset="1" stopColor="#ffc233" stopOpacity="0" />
          </radialGradient>
          <linearGradient id="beam" x1="0" y1="0" x2="0" y2="1">
            <stop offset="0" stopColor="#ffe08a" stopOpacity="0.55" />
            <stop offset="1" stopColor="#ffe08a" stopOpacity="0" />
          </linearGradient>
        </defs>
        {/* Wider than the picture: the wall goes on to both sides of it. */}
        <rect x="-800" width="2000" height="340" className={classes['back']} />
        <rect x="-800" y="318" width="2000" height="22" className={classes['floor']} />
        <WindowAtNight />
        <Fridge />
        <Cooker />
        <TableWithKettle />
        <Lamp />
      </svg>
      <figcaption className={classes['caption']}>{words}</figcaption>
    </figure>
  );
}
