import type { ReactNode } from 'react';

const WALLS = ['#d8b48a', '#b9cdbf', '#d9a18f', '#b7c4d6', '#d9cfa6'] as const;
const ROOFS = ['#7a4a35', '#49615a', '#6b3a3a', '#42506a', '#6d6138'] as const;

/** A house in the dusk. Its windows are lit when its meter has credit. */
export function HouseFront(o: { readonly lit: boolean; readonly variant: number }): ReactNode {
  const wall = WALLS[o.variant % WALLS.length];
  const roof = ROOFS[o.variant % ROOFS.length];
  const pane = o.lit ? '#ffd873' : '#2c3944';
  return (
    <svg viewBox="0 0 240 120" aria-hidden="true">
      <rect width="240" height="120" fill="#31475a" />
      <path d="M0 0h240v50Q120 84 0 50z" fill="#26384a" />
      <circle cx="204" cy="24" r="9" fill="#e9e4cf" />
      <rect y="106" width="240" height="14" fill="#22303a" />
      {o.lit && <ellipse cx="104" cy="80" rx="96" ry="38" fill="#ffcd54" opacity="0.16" />}
      <path d="M62 58h112v48H62z" fill={wall} />
      <path d="M52 60 118 24l66 36z" fill={roof} />
      <path d="M150 24h11v26h-11z" fill={roof} />
      <path d="M108 74h20v32h-20z" fill={roof} />
      <path d="M74 72h22v18H74zM140 72h22v18h-22z" fill={pane} stroke="#f3efe4" strokeWidth="2" />
      <path d="M85 72v18M151 72v18" stroke="#f3efe4" strokeWidth="1.500" />
      <rect x="176" y="78" width="9" height="13" rx="1.500" fill="#ebe9e0" />
      <rect x="178" y="80" width="5" height="3" fill={o.lit ? '#b5c59b' : '#79846a'} />
    </svg>
  );
}
