import { Loader } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './shell.module.css';

/** While the first files are under way. */
export function Loading(): ReactNode {
  return (
    <div className={classes['centre']} aria-busy="true">
      <Loader aria-label="Loading" />
    </div>
  );
}
