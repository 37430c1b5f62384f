import { Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { usePageTitle } from './page-title.ts';
import classes from './ui.module.css';

/** The heading of a page, with a line of help and the page's own actions. */
export function PageHead(o: {
  readonly title: string;
  readonly help?: ReactNode;
  readonly actions?: ReactNode;
}): ReactNode {
  usePageTitle(o.title);
  return (
    <div className={classes['head']}>
      <div>
        <Title order={1}>{o.title}</Title>
        {o.help !== undefined && <p className={classes['soft']}>{o.help}</p>}
      </div>
      {o.actions !== undefined && <div className={classes['headActions']}>{o.actions}</div>}
    </div>
  );
}
