import type { ReactNode } from 'react';
import classes from './meter-body.module.css';

/** Two sealing screws, the wire through both and the lead that closes it. */
function Seal(): ReactNode {
  return (
    <svg className={classes['seal']} viewBox="0 0 240 44" aria-hidden="true">
      <g fill="#c8c6bd" stroke="#8f8d84" strokeWidth="1.2">
        <circle cx="24" cy="16" r="9" />
        <circle cx="216" cy="16" r="9" />
      </g>
      <path d="M18 16h12M210 16h12" stroke="#6d6b63" strokeWidth="2.2" />
      <path
        d="M24 19c14 26 70 6 92 14M216 19c-14 26-70 6-92 14"
        fill="none"
        stroke="#a8792f"
        strokeWidth="1.8"
      />
      <circle cx="120" cy="33" r="9" fill="#b9433a" stroke="#8c2c25" strokeWidth="1.2" />
      <path d="m116.500 33 2.500 2.500 5-5" fill="none" stroke="#fff" strokeWidth="1.8" />
    </svg>
  );
}

/** What the cover hides: a clamp for each cable. */
function Clamps({ at }: { readonly at: readonly number[] }): ReactNode {
  return (
    <svg className={classes['seal']} viewBox="0 0 240 44" aria-hidden="true">
      <rect x="22" width="196" height="44" rx="4" fill="#35332d" />
      {at.map((x) => (
        <g key={x}>
          <rect x={x - 9} y="5" width="18" height="34" rx="2" fill="#a98237" />
          <circle cx={x} cy="15" r="6" fill="#d5c08f" stroke="#6b5322" />
          <path d={`M${x - 4} 15h8`} stroke="#6b5322" strokeWidth="1.8" />
        </g>
      ))}
    </svg>
  );
}

const CABLES: Readonly<Record<1 | 3, readonly string[]>> = {
  1: ['line', 'neutral', 'neutral', 'line'],
  3: ['line', 'line', 'line', 'neutral', 'neutral', 'line', 'line', 'line'],
};

/** The cover over the terminals with its seal, or the terminals themselves, and the cables. */
export function Terminals(o: { readonly isOpen: boolean; readonly phases: 1 | 3 }): ReactNode {
  const cables = CABLES[o.phases];
  const clamps = cables.map((_, at) => 120 + (at - (cables.length - 1) / 2) * 23);
  return (
    <>
      <div className={classes['terminals']} data-open={o.isOpen}>
        {o.isOpen ? <Clamps at={clamps} /> : <Seal />}
      </div>
      <div className={classes['cables']} data-phases={o.phases} aria-hidden="true">
        {cables.map((name, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the cables of a meter never move
          <span key={at} data-cable={name} />
        ))}
      </div>
    </>
  );
}
