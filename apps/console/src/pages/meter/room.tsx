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

/** The room behind the meter. The lamp is lit when the load switch is closed and the lamp is on. */
export function Room(o: {
  readonly closed: boolean;
  readonly on: ReadonlySet<ApplianceName>;
}): ReactNode {
  const lit = o.closed && o.on.has('lamp');
  const words = lit
    ? 'The lamp is on.'
    : o.closed
      ? 'The lamp is switched off.'
      : 'The lamp is dark: the meter has cut the supply.';
  return (
    <figure
      className={classes['room']}
      data-testid="lamp"
      data-lit={lit}
      data-fridge={o.closed && o.on.has('fridge')}
      data-kettle={o.closed && o.on.has('kettle')}
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
        <TableWithKettle />
        <Lamp />
      </svg>
      <figcaption className={classes['caption']}>{words}</figcaption>
    </figure>
  );
}
