/** What the books keep of a sale beside its receipt: for questions that come later. */
import { Anchor } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Vend } from '../../api/model.ts';
import { groupDigits } from '../../digits.ts';
import { formatTenthKwh } from '../../energy.ts';
import { mayUse } from '../../shell/access.ts';
import { useSession } from '../../shell/session.ts';
import { Panel } from '../../ui/panel.tsx';
import { formatInstant } from '../../wall-time.ts';
import { reprintsQuery } from './vend-list-queries.ts';
import classes from './vends.module.css';

function Fact(o: { readonly name: string; readonly children: ReactNode }): ReactNode {
  return (
    <div>
      <dt>{o.name}</dt>
      <dd>{o.children}</dd>
    </div>
  );
}

function Copies({ vend }: { readonly vend: Vend }): ReactNode {
  const { time_zone: timeZone } = useSession().utility;
  const count = vend.reprint_count;
  const copies = useQuery({ ...reprintsQuery(vend.id, count), enabled: count > 0 });
  if (count === 0) return 'none';
  return (
    <>
      {copies.data === undefined && count}
      {copies.data?.reprints.map((each) => (
        <span key={each.number} className={classes['copy']}>
          Copy {each.number}: {each.reprinted_by}, {formatInstant(each.reprinted_at, timeZone)}
        </span>
      ))}
    </>
  );
}

export function VendFacts({ vend }: { readonly vend: Vend }): ReactNode {
  const session = useSession();
  const { time_zone: timeZone } = session.utility;
  return (
    <Panel
      heading="In the books"
      aside={
        <Anchor component={Link} to={`/vends?meter=${vend.meter_number}`} size="sm">
          All sales of this meter
        </Anchor>
      }
    >
      <dl className={classes['facts']}>
        <Fact name="Asked for">{formatInstant(vend.requested_at, timeZone)}</Fact>
        <Fact name="Posted to the ledger">
          {vend.posted_at === null ? 'not posted' : formatInstant(vend.posted_at, timeZone)}
        </Fact>
        {vend.vendor !== null && (
          <Fact name="Float of">
            {mayUse('vendors', session) ? (
              <Anchor component={Link} to={`/vendors/${vend.vendor.id}?tab=statement`}>
                {vend.vendor.name}
              </Anchor>
            ) : (
              vend.vendor.name
            )}
          </Fact>
        )}
        <Fact name="Sold at">{vend.channel.replaceAll('_', ' ')}</Fact>
        {vend.month_tenth_kwh !== null && (
          <Fact name="Bought in its month, with this">
            {formatTenthKwh(vend.month_tenth_kwh)} kWh
          </Fact>
        )}
        <Fact name="Printed again">
          <Copies vend={vend} />
        </Fact>
        {vend.tokens.map((token) => (
          <Fact key={token.position} name={`Token ${groupDigits(token.digits).slice(-4)}`}>
            TID {token.token_identifier}, minute of{' '}
            {formatInstant(token.token_identifier_at, timeZone)}
          </Fact>
        ))}
        <Fact name="Id of the sale">{vend.id}</Fact>
      </dl>
    </Panel>
  );
}
