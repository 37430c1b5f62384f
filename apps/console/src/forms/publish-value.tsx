/** The price of a component for a month, written by one person and sent to another to agree. */
import { TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type ReactNode, useState } from 'react';
import { api, call } from '../api/client.ts';
import type { Refusal } from '../api/refusal.ts';
import { type PublishedValue, useTariffsChanged } from '../pages/tariffs/tariff-queries.ts';
import { formatPrice, parsePrice } from '../pages/tariffs/typed-amounts.ts';
import { useSession } from '../shell/session.ts';
import { dayIn } from '../wall-time.ts';
import { FormDialog } from './form-dialog.tsx';
import classes from './forms.module.css';

interface Form {
  readonly component: { readonly id: string; readonly name: string };
  /** All revisions of all its months. */
  readonly values: readonly PublishedValue[];
  readonly orderId: string;
  readonly onClose: () => void;
}

interface Typed {
  readonly month: string;
  readonly price: string;
  readonly reason: string;
}

/** "2026-12" as 202612, or null. */
function monthOf(typed: string): number | null {
  return /^\d{4}-(0[1-9]|1[0-2])$/.test(typed) ? Number(typed.replace('-', '')) : null;
}

/** The last revision of a month may be the one that was sent before: the same again is no new one. */
function revisionFor(values: readonly PublishedValue[], month: number, price: bigint): number {
  const revisions = values.filter((value) => value.month === month);
  const last = revisions.reduce<PublishedValue | null>(
    (newest, each) => (newest === null || each.revision > newest.revision ? each : newest),
    null,
  );
  if (last === null) return 1;
  const isSame = last.approved_at === null && last.price_per_kwh_e4_minor === String(price);
  return isSame ? last.revision : last.revision + 1;
}

export function PublishValueForm(o: Form): ReactNode {
  const { currency, time_zone: timeZone } = useSession().utility;
  const changed = useTariffsChanged();
  const [typed, setTyped] = useState<Typed>({
    ...{ month: dayIn(timeZone, new Date()).slice(0, 7), price: '', reason: '' },
  });
  const price = parsePrice(typed.price, currency, { signed: true });
  const month = monthOf(typed.month);
  async function send(): Promise<Refusal | null> {
    if (price.kind !== 'value' || month === null) return null;
    const revision = revisionFor(o.values, month, price.value);
    const params = { path: { component: o.component.id, month, revision } };
    const put = await call(
      api.PUT('/v1/published-values/{component}/{month}/{revision}', {
        params,
        body: { price_per_kwh_e4_minor: String(price.value) },
      }),
    );
    if (put.kind === 'refusal') return put.refusal;
    const asked = await call(
      api.POST('/v1/published-values/{component}/{month}/{revision}/approval', {
        params,
        body: { approval_id: o.orderId, reason: typed.reason.trim(), document_reference: null },
      }),
    );
    changed();
    if (asked.kind === 'refusal') return asked.refusal;
    notifications.show({ message: 'A second person is asked to let it count.' });
    return null;
  }
  return (
    <FormDialog
      title={`${o.component.name}: value of a month`}
      verb="Ask a second person"
      ready={price.kind === 'value' && month !== null && typed.reason.trim() !== ''}
      send={send}
      onClose={o.onClose}
    >
      <div className={classes['pair']}>
        <TextInput
          label="From the month"
          type="month"
          required
          value={typed.month}
          onChange={(event) => setTyped({ ...typed, month: event.currentTarget.value })}
        />
        <TextInput
          label={`Price of a kWh, in ${currency.symbol}`}
          description="Below zero for a rebate"
          autoComplete="off"
          data-autofocus
          required
          value={typed.price}
          error={price.kind === 'fault' ? price.message : null}
          onChange={(event) => setTyped({ ...typed, price: event.currentTarget.value })}
        />
      </div>
      {price.kind === 'value' && (
        <p className={classes['text']} role="status">
          {formatPrice(price.value, currency)}
          {price.value < 0n && ', a rebate'}
        </p>
      )}
      <TextInput
        label="Why, for whoever approves it"
        required
        maxLength={500}
        value={typed.reason}
        onChange={(event) => setTyped({ ...typed, reason: event.currentTarget.value })}
      />
    </FormDialog>
  );
}
