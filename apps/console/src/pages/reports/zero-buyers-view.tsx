/** Who has a meter and buys nothing: a list to walk with. */
import { Button, Select, Skeleton, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useSession } from '../../shell/session.ts';
import { EmptyNote } from '../../ui/empty-note.tsx';
import { Panel } from '../../ui/panel.tsx';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { FileLink } from './file-link.tsx';
import {
  type ZeroBuyerQuestion,
  type ZeroBuyers,
  zeroBuyerParams,
  zeroBuyersQuery,
} from './report-queries.ts';
import classes from './reports.module.css';

const IDLE_DAYS = [14, 30, 60, 90, 180, 365];
const TYPING_MS = 250;
const DAY_MS = 86_400_000;

type ZeroBuyer = ZeroBuyers['zero_buyers'][number];

function Areas({ areas }: Pick<ZeroBuyers, 'areas'>): ReactNode {
  return (
    <ol className={classes['shares']}>
      {areas.map(({ area, agreements, zero_buyers }) => (
        <li key={area}>
          <span className={classes['shareHead']}>
            <span>{area === '' ? 'No area' : area}</span>
            <span>
              {zero_buyers} <small>of {agreements}</small>
            </span>
          </span>
          <span className={classes['shareBar']} aria-hidden="true">
            <i data-measure="idle" style={{ width: `${(100 * zero_buyers) / agreements}%` }} />
          </span>
        </li>
      ))}
    </ol>
  );
}

function Row({ one }: { readonly one: ZeroBuyer }): ReactNode {
  const { time_zone } = useSession().utility;
  const day = (iso: string): string =>
    new Intl.DateTimeFormat(undefined, { timeZone: time_zone, dateStyle: 'medium' }).format(
      new Date(iso),
    );
  const days = Math.floor((Date.now() - Date.parse(one.idle_from)) / DAY_MS);
  return (
    <li className={classes['zeroBuyer']}>
      <span>
        <strong>{one.customer_name ?? 'No customer'}</strong>
        <small>{one.phone ?? ''}</small>
      </span>
      <span>
        {one.address}
        <small>{one.area}</small>
      </span>
      <span>
        <span className="wv-mono">{one.meter_number}</span>
        <small>{one.tariff_name ?? ''}</small>
      </span>
      <span>
        <strong>{days} days</strong>
        <small>
          {one.last_purchase_at === null
            ? `never; since ${day(one.idle_from)}`
            : `last ${day(one.last_purchase_at)}`}
        </small>
      </span>
    </li>
  );
}

function Pages({ question }: { readonly question: ZeroBuyerQuestion }): ReactNode {
  const [cursors, setCursors] = useState<readonly (string | null)[]>([null]);
  const { data, error, refetch } = useQuery(zeroBuyersQuery(question, cursors.at(-1) ?? null));
  if (error !== null) {
    return <RefusalNote refusal={error.refusal} onRetry={() => void refetch()} />;
  }
  if (data === undefined) return <Skeleton height={240} radius="md" />;
  if (data.zero_buyers.length === 0) return <EmptyNote heading="Nobody. Everyone buys." />;
  return (
    <>
      <ul className={classes['zeroBuyers']}>
        {data.zero_buyers.map((one) => (
          <Row key={one.agreement_id} one={one} />
        ))}
      </ul>
      <div className={classes['pages']}>
        <Button
          variant="default"
          disabled={cursors.length === 1}
          onClick={() => setCursors(cursors.slice(0, -1))}
        >
          Back
        </Button>
        <Button
          variant="default"
          disabled={data.next === null}
          onClick={() => setCursors([...cursors, data.next])}
        >
          More
        </Button>
      </div>
    </>
  );
}

export function ZeroBuyersView(): ReactNode {
  const [days, setDays] = useState(30);
  const [area, setArea] = useState<string | null>(null);
  const [typed, setTyped] = useState('');
  const [query] = useDebouncedValue(typed.trim(), TYPING_MS);
  const first = useQuery(zeroBuyersQuery({ days, area: null, query: '' }, null));
  const areas = first.data?.areas ?? [];
  const count = areas.reduce((sum, each) => sum + each.zero_buyers, 0);
  const named = areas.flatMap((each) => (each.area === '' ? [] : [each.area]));
  const question = { days, area, query };
  return (
    <div className={classes['view']}>
      <Panel heading={first.data === undefined ? 'By area' : `${count} buy nothing`}>
        <Areas areas={areas} />
      </Panel>
      <Panel
        heading="Who they are"
        aside={
          <FileLink
            path="/v1/reports/zero-buyers.csv"
            query={zeroBuyerParams(question)}
            label="CSV"
            describedAs="Zero buyers as a CSV file"
          />
        }
      >
        <div className={classes['filters']}>
          <TextInput
            label="Search"
            placeholder="Name, meter, address, phone"
            leftSection={<IconSearch size={16} aria-hidden />}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          <Select
            label="Nothing bought for"
            data={IDLE_DAYS.map((each) => ({ value: String(each), label: `${each} days` }))}
            value={String(days)}
            allowDeselect={false}
            onChange={(value) => setDays(Number(value ?? 30))}
          />
          <Select
            label="Area"
            placeholder="All"
            data={named}
            value={area}
            clearable
            onChange={setArea}
          />
        </div>
        <Pages key={JSON.stringify(question)} question={question} />
      </Panel>
    </div>
  );
}
