/** One closed day: what it added up to, its root, and what each sale of it earned. */
import { Badge, Button, Skeleton } from '@mantine/core';
import { IconChevronLeft } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { api, call } from '../../api/client.ts';
import type { Vendor, VendorDay } from '../../api/model.ts';
import type { Refusal } from '../../api/refusal.ts';
import { methodName } from '../../forms/payment-methods.ts';
import { formatMoney } from '../../money.ts';
import { mayDo } from '../../shell/access.ts';
import { useSession } from '../../shell/session.ts';
import { Panel } from '../../ui/panel.tsx';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { formatDay, formatInstant } from '../../wall-time.ts';
import { DayCommissions } from './day-commissions.tsx';
import { dayQuery } from './vendor-queries.ts';
import classes from './vendors.module.css';

type Sums = NonNullable<VendorDay['sums']>;

function SumList(o: {
  readonly heading: string;
  readonly lines: readonly { readonly name: string; readonly value: string }[];
}): ReactNode {
  return (
    <Panel heading={o.heading}>
      <ul className={classes['rows']}>
        {o.lines.map(({ name, value }) => (
          <li key={name} className={classes['row']}>
            <span>{name}</span>
            <strong className="wv-numbers">{value}</strong>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

type Check = { readonly kind: 'agrees' } | { readonly kind: 'differs'; readonly found: string };

/** Reads the vends of the day anew and compares. */
function Verify(o: { readonly vendor: Vendor; readonly day: string }): ReactNode {
  const [check, setCheck] = useState<Check | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [busy, setBusy] = useState(false);
  async function verify(): Promise<void> {
    setBusy(true);
    const params = { path: { id: o.vendor.id, date: o.day } };
    const answer = await call(api.GET('/v1/vendors/{id}/days/{date}/verification', { params }));
    setBusy(false);
    if (answer.kind === 'refusal') return setRefusal(answer.refusal);
    const { verified, found_root } = answer.value;
    setRefusal(null);
    setCheck(verified ? { kind: 'agrees' } : { kind: 'differs', found: found_root });
  }
  return (
    <>
      {refusal !== null && <RefusalNote refusal={refusal} />}
      <Button variant="default" size="xs" loading={busy} onClick={() => void verify()}>
        Check the day
      </Button>
      {check !== null && (
        <p role="status" className={classes['text']}>
          {check.kind === 'agrees' ? (
            <Badge color="teal" variant="light">
              the sales still add up
            </Badge>
          ) : (
            <span className={classes['bad']}>
              The sales of this day are others now. Their root is {check.found}.
            </span>
          )}
        </p>
      )}
    </>
  );
}

function Proof(o: {
  readonly vendor: Vendor;
  readonly day: VendorDay;
  readonly sums: Sums;
}): ReactNode {
  const { day, sums } = o;
  const session = useSession();
  const { first_module_sequence: first, last_module_sequence: last } = sums;
  return (
    <Panel heading="Proof">
      <div className={classes['stack']}>
        <p className={classes['text']}>
          <small className={classes['note']}>Root of all sales of the day</small>
          <span className={`wv-mono ${classes['root'] ?? ''}`}>{sums.root}</span>
        </p>
        <p className={classes['text']}>
          {first === null || last === null
            ? 'No token was issued.'
            : `Tokens ${first} to ${last} of the security module.`}{' '}
          Closed by {day.closed_by}, {formatInstant(sums.closed_at, session.utility.time_zone)}.
        </p>
        {mayDo('verify-days', session) && <Verify vendor={o.vendor} day={day.day} />}
      </div>
    </Panel>
  );
}

function Closed(o: {
  readonly vendor: Vendor;
  readonly day: VendorDay;
  readonly sums: Sums;
}): ReactNode {
  const { sums } = o;
  const { currency } = useSession().utility;
  const money = (minor: string): string => formatMoney(minor, currency);
  const paid = sums.commission_paid === 'monthly' ? 'Commission, owed' : 'Commission';
  const late =
    sums.late_vends === 0 ? [] : [{ name: 'Of these, late', value: String(sums.late_vends) }];
  return (
    <>
      <div className={classes['columns']}>
        <SumList
          heading="Sums"
          lines={[
            { name: 'Sales', value: String(sums.vends) },
            ...late,
            { name: 'Tendered', value: money(sums.tendered_minor) },
            { name: paid, value: money(sums.commission_minor) },
            { name: 'Tendered this month', value: money(sums.month_tendered_minor) },
          ]}
        />
        {sums.accounts.length > 0 && (
          <SumList
            heading="By account"
            lines={sums.accounts.map((each) => ({
              name: each.code.replaceAll('_', ' '),
              value: money(each.credited_minor),
            }))}
          />
        )}
        {sums.payment_methods.length > 0 && (
          <SumList
            heading="By way of paying"
            lines={sums.payment_methods.map((each) => ({
              name: `${methodName(each.payment_method)} (${each.vends})`,
              value: money(each.tendered_minor),
            }))}
          />
        )}
        <Proof {...o} />
      </div>
      <DayCommissions vendor={o.vendor} day={o.day.day} />
    </>
  );
}

export function DayDetail(o: {
  readonly vendor: Vendor;
  readonly day: string;
  readonly onLeave: () => void;
}): ReactNode {
  const day = useQuery(dayQuery(o.vendor.id, o.day));
  return (
    <div className={classes['stack']}>
      <div className={classes['span']}>
        <Button
          variant="default"
          leftSection={<IconChevronLeft size={18} aria-hidden />}
          onClick={o.onLeave}
        >
          All days
        </Button>
        <h2 className={classes['text']}>{formatDay(o.day)}</h2>
      </div>
      {day.isPending && <Skeleton height={140} radius="lg" aria-busy="true" />}
      {day.error !== null && day.data === undefined && (
        <RefusalNote refusal={day.error.refusal} onRetry={() => void day.refetch()} />
      )}
      {day.data?.sums === null && (
        <p className={classes['text']}>
          Closing was interrupted. Closing the day again finishes it.
        </p>
      )}
      {day.data !== undefined && day.data.sums !== null && (
        <Closed vendor={o.vendor} day={day.data} sums={day.data.sums} />
      )}
    </div>
  );
}
