/** What a vendor earns, version by version, in the server's words. */
import { Badge, Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Commission, Vendor } from '../../api/model.ts';
import { CommissionForm } from '../../forms/commission.tsx';
import { formatMoney } from '../../money.ts';
import { mayDo } from '../../shell/access.ts';
import { useSession } from '../../shell/session.ts';
import { ListState } from '../../ui/list-state.tsx';
import { Panel } from '../../ui/panel.tsx';
import { dayIn } from '../../wall-time.ts';
import { usePlace } from './place.ts';
import { commissionsQuery, useVendorChanged } from './vendor-queries.ts';
import classes from './vendors.module.css';

type Holds = 'now' | 'later' | 'before';

const HOLDS: Readonly<Record<Holds, { readonly name: string; readonly color: string }>> = {
  now: { name: 'holds', color: 'teal' },
  later: { name: 'to come', color: 'amber' },
  before: { name: 'past', color: 'gray' },
};

/** The version of a day is the newest that begins on it or before. */
function holdsOn(day: string, version: Commission, all: readonly Commission[]): Holds {
  if (version.effective_from > day) return 'later';
  const newer = all.some((each) => each.version > version.version && each.effective_from <= day);
  return newer ? 'before' : 'now';
}

function Version(o: { readonly version: Commission; readonly holds: Holds }): ReactNode {
  const { version, holds } = o;
  const { currency } = useSession().utility;
  const { example } = version;
  const of = formatMoney(example.tendered_minor, currency);
  return (
    <li className={classes['row']}>
      <div>
        <p className={classes['text']}>
          <Badge variant="light" color={HOLDS[holds].color}>
            {HOLDS[holds].name}
          </Badge>{' '}
          <strong>From {version.effective_from}</strong>
        </p>
        {version.in_words.map((sentence) => (
          <p key={sentence} className={classes['text']}>
            {sentence}
          </p>
        ))}
        <small className={classes['note']}>
          Version {version.version} ·{' '}
          {version.paid === 'daily' ? 'paid into the float each day' : 'owed, paid by the month'} ·{' '}
          {version.added_by}
          {version.approved_by !== null && `, agreed to by ${version.approved_by}`}
        </small>
      </div>
      <div>
        <strong className="wv-numbers">{formatMoney(example.commission_minor, currency)}</strong>
        <small className={classes['note']}>of {of}</small>
      </div>
    </li>
  );
}

export function CommissionTab({ vendor }: { readonly vendor: Vendor }): ReactNode {
  const place = usePlace();
  const session = useSession();
  const changed = useVendorChanged(vendor.id);
  const list = useQuery(commissionsQuery(vendor.id));
  const versions = [...(list.data?.commissions ?? [])].sort((a, b) => b.version - a.version);
  const today = dayIn(session.utility.time_zone, new Date());
  const mayChange = mayDo('manage-vendors', session) && list.data !== undefined;
  return (
    <Panel
      heading="Commission"
      aside={mayChange && <Button onClick={() => place.open('commission')}>New terms</Button>}
    >
      <ListState list={list} isEmpty={versions.length === 0} heading="This vendor earns nothing" />
      <ul className={classes['rows']}>
        {versions.map((version) => (
          <Version
            key={version.version}
            version={version}
            holds={holdsOn(today, version, versions)}
          />
        ))}
      </ul>
      {mayChange && place.dialog?.name === 'commission' && (
        <CommissionForm
          key={place.dialog.id}
          vendor={vendor}
          versions={versions}
          orderId={place.dialog.id}
          onDone={changed}
          onClose={place.close}
        />
      )}
    </Panel>
  );
}
