import { Button } from '@mantine/core';
import { IconKeyboard } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { plainDigits } from '../../digits.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { DigitGroups } from '../../ui/digit-groups.tsx';
import classes from './panels.module.css';

/** Twenty digits on paper, held beside the keypad. */
export function Slip(o: {
  readonly heading: string;
  readonly digits: string;
  readonly onKeyIn: (digits: string) => void;
}): ReactNode {
  return (
    <aside className={classes['note']} aria-label={o.heading}>
      <div>
        <p className={classes['noteHead']}>{o.heading}</p>
        <p className={classes['noteDigits']} data-testid="slip-digits">
          <DigitGroups digits={o.digits} />
        </p>
      </div>
      <div className={classes['noteActions']}>
        <Button
          size="compact-md"
          variant="filled"
          leftSection={<IconKeyboard size={18} aria-hidden />}
          onClick={() => o.onKeyIn(o.digits)}
        >
          Key it in for me
        </Button>
        <CopyButton text={o.digits} label="Copy" />
      </div>
    </aside>
  );
}

/** The slip from the till. The address carries its digits. */
export function TokenNote(o: { readonly onKeyIn: (digits: string) => void }): ReactNode {
  const [params] = useSearchParams();
  const digits = plainDigits(params.get('token') ?? '').slice(0, 20);
  return digits === '' ? null : <Slip heading="Your slip" digits={digits} onKeyIn={o.onKeyIn} />;
}
