/** Tokens that were built: the digits large, to copy and to take apart. */
import { Button } from '@mantine/core';
import { IconZoomScan } from '@tabler/icons-react';
import type { NumericToken } from '@wattvend/sts/token.js';
import type { ReactNode } from 'react';
import { CopyButton } from '../../ui/copy-button.tsx';
import { DigitGroups } from '../../ui/digit-groups.tsx';
import classes from './token-lab.module.css';

export function BuiltTokens(o: {
  readonly tokens: readonly NumericToken[];
  readonly onTakeApart: (digits: NumericToken) => void;
  readonly children?: ReactNode;
}): ReactNode {
  const isSet = o.tokens.length > 1;
  return (
    <div className={classes['built']} data-testid="built">
      <ol>
        {o.tokens.map((digits, at) => (
          <li key={digits}>
            {isSet && (
              <span className={classes['order']}>
                Token {at + 1} of {o.tokens.length}
              </span>
            )}
            <output className={classes['digits']} data-testid="built-digits">
              <DigitGroups digits={digits} />
            </output>
            <div className={classes['actions']}>
              <CopyButton text={digits} label="Copy" />
              <Button
                variant="default"
                leftSection={<IconZoomScan size={18} aria-hidden />}
                onClick={() => o.onTakeApart(digits)}
              >
                Take it apart
              </Button>
            </div>
          </li>
        ))}
      </ol>
      {o.children}
    </div>
  );
}
