import { Badge } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';
import { DigitGroups } from '../../ui/digit-groups.tsx';
import type { FoundMeter } from './found-meter.ts';
import classes from './till.module.css';

/** One meter of the list; the keyboard stays in the search field and only marks it. */
export function MeterOption(o: {
  readonly id: string;
  readonly meter: FoundMeter;
  readonly active: boolean;
  readonly onChosen: () => void;
}): ReactNode {
  const { meter } = o;
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (o.active) element.current?.scrollIntoView({ block: 'nearest' });
  }, [o.active]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the combobox that owns this list has the keys
    // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the combobox
    <div
      ref={element}
      role="option"
      id={o.id}
      aria-selected={o.active}
      className={classes['option']}
      onClick={o.onChosen}
    >
      <span className={classes['optionName']}>{meter.customerName ?? 'No customer'}</span>
      <DigitGroups digits={meter.meterNumber} className={classes['optionNumber'] ?? ''} />
      <span className={classes['optionAddress']}>{meter.about}</span>
      {meter.isBlocked && (
        <Badge color="red" variant="light">
          blocked
        </Badge>
      )}
    </div>
  );
}
