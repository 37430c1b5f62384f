import { Fragment, type ReactNode } from 'react';
import { groupDigits } from '../digits.ts';

/** Digits in groups of four that may wrap between groups only; they copy with single blanks. */
export function DigitGroups(o: {
  readonly digits: string;
  readonly className?: string;
}): ReactNode {
  const groups = groupDigits(o.digits).split(' ');
  return (
    <span className={`wv-mono ${o.className ?? ''}`}>
      {groups.map((group, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the groups of one number never move
        <Fragment key={at}>
          {at > 0 && ' '}
          <span className="wv-group">{group}</span>
        </Fragment>
      ))}
    </span>
  );
}
