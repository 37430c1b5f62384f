import { IconInfoCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './token-lab.module.css';

/** Says of a private algorithm that it is none of the standard's. */
export function PrivateNote(): ReactNode {
  return (
    <p className={classes['private']} role="note">
      <IconInfoCircle size={18} aria-hidden />
      <span>
        <strong>Not part of IEC 62055-41.</strong> EA 61 and 62 are private profiles of wattvend; a
        token under them is no STS token.
      </span>
    </p>
  );
}
