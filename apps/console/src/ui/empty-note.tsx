import { Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { Mark } from '../shell/mark.tsx';
import classes from './ui.module.css';

/** A page or panel with nothing to show says so, and what to do. */
export function EmptyNote(o: {
  readonly heading: string;
  readonly text?: string;
  readonly level?: 1 | 2 | 3;
  readonly children?: ReactNode;
}): ReactNode {
  return (
    <div className={classes['empty']}>
      {o.level === 1 && <Mark size={44} />}
      <Title order={o.level ?? 3} fz={o.level === 1 ? 'h1' : 'h3'}>
        {o.heading}
      </Title>
      {o.text !== undefined && <p className={classes['soft']}>{o.text}</p>}
      {o.children}
    </div>
  );
}
