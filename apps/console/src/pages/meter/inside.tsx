import { type ReactNode, useState } from 'react';
import { Panel } from '../../ui/panel.tsx';
import type { WallMeter } from '../../wall-meter/wall-meter.ts';
import classes from './panels.module.css';
import { registersOf } from './registers.ts';

/** The registers, for the curious. */
export function Inside({ wall }: { readonly wall: WallMeter }): ReactNode {
  // The chain over the log is not taken for a list that nobody looks at.
  const [isOpen, setOpen] = useState(false);
  return (
    <Panel>
      <details
        className={classes['inside']}
        onToggle={(event) => setOpen(event.currentTarget.open)}
      >
        <summary>Inside the meter</summary>
        <dl className={classes['registers']}>
          {(isOpen ? registersOf(wall) : []).map(({ isBad = false, name, value }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd data-tone={isBad ? 'bad' : 'plain'}>{value}</dd>
            </div>
          ))}
        </dl>
      </details>
    </Panel>
  );
}
