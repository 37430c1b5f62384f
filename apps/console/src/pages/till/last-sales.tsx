import { Anchor, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Vend } from '../../api/model.ts';
import { vendsOfMeterQuery } from '../../api/queries.ts';
import { formatTenthKwh } from '../../energy.ts';
import { formatMoney } from '../../money.ts';
import { ReprintButton } from '../../receipt/reprint-button.tsx';
import { useSession } from '../../shell/session.ts';
import { EmptyNote } from '../../ui/empty-note.tsx';
import { Panel } from '../../ui/panel.tsx';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { formatInstant } from '../../wall-time.ts';
import classes from './till.module.css';

function Row({ vend }: { readonly vend: Vend }): ReactNode {
  const { utility } = useSession();
  return (
    <li className={classes['past']}>
      <div>
        <Anchor component={Link} to={`/vends/${vend.id}`} className={classes['pastTime'] ?? ''}>
          {formatInstant(vend.requested_at, utility.time_zone)}
        </Anchor>
        <p className={classes['pastText']}>
          {formatMoney(vend.tendered_minor, utility.currency)} ·{' '}
          {vend.state === 'posted' ? `${formatTenthKwh(vend.energy_tenth_kwh)} kWh` : vend.state}
          {vend.reprint_count > 0 && ` · reprinted ${vend.reprint_count}×`}
        </p>
      </div>
      {vend.state === 'posted' && <ReprintButton vend={vend} compact />}
    </li>
  );
}

/** "Did you not buy yesterday?": the last sales of this meter, each to be printed again. */
export function LastSales({ meterNumber }: { readonly meterNumber: string }): ReactNode {
  const vends = useQuery(vendsOfMeterQuery(meterNumber));
  return (
    <Panel
      heading="Last sales"
      aside={
        <Anchor component={Link} to={`/vends?meter=${meterNumber}`} size="sm">
          All
        </Anchor>
      }
    >
      {vends.isPending && <Skeleton height={120} aria-busy="true" />}
      {vends.error !== null && vends.data === undefined && (
        <RefusalNote refusal={vends.error.refusal} onRetry={() => void vends.refetch()} />
      )}
      {vends.data?.vends.length === 0 && (
        <EmptyNote
          heading="Nothing sold yet"
          text="The first sale of this meter will stand here."
        />
      )}
      {vends.data !== undefined && vends.data.vends.length > 0 && (
        <ul className={classes['pasts']}>
          {vends.data.vends.map((vend) => (
            <Row key={vend.id} vend={vend} />
          ))}
        </ul>
      )}
    </Panel>
  );
}
