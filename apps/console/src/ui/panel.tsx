import { Title } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import classes from './ui.module.css';

/** A surface with an optional heading and something at its right end. */
export function Panel(o: {
  readonly heading?: string;
  readonly aside?: ReactNode;
  readonly children: ReactNode;
  readonly flush?: boolean;
}): ReactNode {
  const id = useId();
  return (
    <section
      className={`${classes['panel'] ?? ''} ${o.flush === true ? (classes['flush'] ?? '') : ''}`}
      aria-labelledby={o.heading === undefined ? undefined : id}
    >
      {o.heading !== undefined && (
        <div className={classes['panelHead']}>
          <Title order={2} id={id}>
            {o.heading}
          </Title>
          {o.aside}
        </div>
      )}
      {o.children}
    </section>
  );
}
