import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { isDay, shiftDay } from '../../wall-time.ts';
import classes from './today.module.css';

export function DayPicker(o: {
  readonly date: string;
  readonly thisDay: string;
  readonly onChange: (day: string) => void;
}): ReactNode {
  const isToday = o.date === o.thisDay;
  return (
    <div className={classes['picker']}>
      <ActionIcon
        variant="default"
        size={36}
        aria-label="The day before"
        onClick={() => o.onChange(shiftDay(o.date, -1))}
      >
        <IconChevronLeft size={18} />
      </ActionIcon>
      <TextInput
        type="date"
        aria-label="Day"
        max={o.thisDay}
        value={o.date}
        onChange={(event) => {
          const day = event.currentTarget.value;
          if (isDay(day) && day <= o.thisDay) o.onChange(day);
        }}
      />
      <ActionIcon
        variant="default"
        size={36}
        aria-label="The day after"
        disabled={isToday}
        onClick={() => o.onChange(shiftDay(o.date, 1))}
      >
        <IconChevronRight size={18} />
      </ActionIcon>
      {!isToday && (
        <Button variant="subtle" onClick={() => o.onChange(o.thisDay)}>
          Today
        </Button>
      )}
    </div>
  );
}
