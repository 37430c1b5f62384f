import type { ReactNode } from 'react';
import classes from './shell.module.css';

/** The product mark: a w whose last stroke is a spark. */
export function Mark({ size = 28 }: { readonly size?: number }): ReactNode {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="8" fill="#0f7568" />
      <path
        d="M5.5 11.5 10 22l4-8.5 2 4.5"
        fill="none"
        stroke="#fff"
        strokeWidth="2.6"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      <path d="M21.5 7 16 18h4.6L18.5 25 26.5 13.5h-5.2z" fill="#ffcd54" />
    </svg>
  );
}

export function Wordmark(): ReactNode {
  return (
    <span className={classes['wordmark']}>
      <Mark />
      <span>wattvend</span>
    </span>
  );
}
