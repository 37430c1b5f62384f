/** The day: what was sold, when, on whose float, and whether the books balance. */
import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import type { Today } from '../../api/model.ts';
import { todayQuery } from '../../api/queries.ts';
import { useSession } from '../../shell/session.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { Panel } from '../../ui/panel.tsx';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { dayIn, formatDay, isDay } from '../../wall-time.ts';
import { Books } from './books.tsx';
import { DayPicker } from './day-picker.tsx';
import { Figures } from './figures.tsx';
import { Floats } from './floats.tsx';
import { Hours } from './hours.tsx';
import { RecentSales } from './recent-sales.tsx';
import { SetUpList } from './set-up-list.tsx';
import classes from './today.module.css';

// Fast enough to see one's own sale arrive, slow enough for a till on a phone network.
const REFRESH = 4000;

function Day({ today }: { readonly today: Today }): ReactNode {
  return (
    <div className={classes['day']}>
      {!today.books.agree && <Books books={today.books} />}
      <SetUpList />
      <Figures today={today} />
      <Hours hours={today.hours} />
      <div className={classes['columns']}>
        <Panel heading="Recent sales">
          <RecentSales vends={today.recent} />
        </Panel>
        <div className={classes['column']}>
          <Panel heading={today.vendors.length === 1 ? 'Float' : 'Floats'}>
            <Floats vendors={today.vendors} />
          </Panel>
          {today.books.agree && <Books books={today.books} />}
        </div>
      </div>
    </div>
  );
}

function Waiting(): ReactNode {
  return (
    <div className={classes['day']} aria-busy="true">
      <div className={classes['figures']}>
        {['a', 'b', 'c', 'd'].map((name) => (
          <Skeleton key={name} height={96} radius="lg" />
        ))}
      </div>
      <Skeleton height={320} radius="lg" />
    </div>
  );
}

export function TodayPage(): ReactNode {
  const { time_zone } = useSession().utility;
  const [params, setParams] = useSearchParams();
  const thisDay = dayIn(time_zone, new Date());
  const asked = params.get('date') ?? '';
  const date = isDay(asked) ? asked : thisDay;
  const isToday = date === thisDay;
  const today = useQuery({
    ...todayQuery(date),
    refetchInterval: isToday ? REFRESH : false,
    staleTime: isToday ? 0 : 60_000,
  });
  return (
    <>
      <PageHead
        title={isToday ? 'Today' : 'The day'}
        help={formatDay(date)}
        actions={
          <DayPicker
            date={date}
            thisDay={thisDay}
            onChange={(day) => setParams(day === thisDay ? {} : { date: day })}
          />
        }
      />
      {today.isPending && <Waiting />}
      {today.error !== null && today.data === undefined && (
        <RefusalNote refusal={today.error.refusal} onRetry={() => void today.refetch()} />
      )}
      {today.data !== undefined && <Day today={today.data} />}
    </>
  );
}
