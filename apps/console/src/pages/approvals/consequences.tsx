/**
 * What will happen when somebody approves, in words and in money: whoever decides should not have to
 * know what the fields of an order mean. Names and sums are read from where they stand now.
 */
import { Anchor } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useId } from 'react';
import { Link } from 'react-router';
import type { Approval, Vend } from '../../api/model.ts';
import { meterQuery, vendorsQuery, vendQuery } from '../../api/queries.ts';
import { groupDigits } from '../../digits.ts';
import { formatTenthKwh } from '../../energy.ts';
import { linesOfPreview, MoneyLines } from '../../forms/money-lines.tsx';
import { QuoteAtOther } from '../../forms/repair.tsx';
import { formatMoney } from '../../money.ts';
import { useSession } from '../../shell/session.ts';
import { orderQuery, refundPreviewQuery } from '../orders/order-queries.ts';
import { contentWords, moneyToName } from '../orders/order-words.ts';
import { TariffOrder } from '../tariffs/tariff-order.tsx';
import { debtQuery } from './approval-queries.ts';
import classes from './approvals.module.css';
import { moneyOf, moneyToOf, numberOf, textOf } from './subject.ts';

interface Part {
  readonly order: Approval;
}

/** The one line of the order itself, where more cannot be read. */
function Summary({ order }: Part): ReactNode {
  return <p>{order.summary}</p>;
}

/** The customer and the place, as the till reads them aloud. */
function who(vend: Vend): string {
  return `${vend.customer_name ?? 'No customer'}, meter ${groupDigits(vend.meter_number)}`;
}

function Sale({ vend }: { readonly vend: Vend }): ReactNode {
  const { currency } = useSession().utility;
  const { receipt_number: receipt, tendered_minor: tendered, energy_tenth_kwh: energy } = vend;
  return (
    <>
      Receipt {receipt ?? 'without a number'}: {formatMoney(tendered, currency)} for{' '}
      {formatTenthKwh(energy)} kWh, {who(vend)}, sold by {vend.sold_by}.{' '}
      <Anchor component={Link} to={`/vends/${vend.id}`}>
        Open the sale
      </Anchor>
    </>
  );
}

function useVendOf({ order }: Part): Vend | null {
  const id = textOf(order.subject, 'vend_id');
  const vend = useQuery({ ...vendQuery(id ?? ''), enabled: id !== null });
  return vend.data ?? null;
}

function Refund({ order }: Part): ReactNode {
  const { subject } = order;
  const { currency } = useSession().utility;
  const vend = useVendOf({ order });
  const moneyTo = moneyToOf(subject);
  const vendId = textOf(subject, 'vend_id');
  const unused = numberOf(subject, 'unused_tenth_kwh');
  const preview = useQuery({
    ...refundPreviewQuery({
      vend_id: vendId ?? '',
      unused_tenth_kwh: unused,
      money_to: moneyTo ?? 'bank',
    }),
    enabled: vendId !== null && moneyTo !== null,
  });
  if (vend === null || preview.data === undefined || moneyTo === null) {
    return <Summary order={order} />;
  }
  return (
    <>
      <p>
        <strong>{formatMoney(preview.data.refund_minor, currency)}</strong>{' '}
        {unused === null ? 'is given back, the whole sale' : 'is given back, a part of the sale'}.
        Where to: {moneyToName(moneyTo).toLowerCase()}.
      </p>
      <p>
        <Sale vend={vend} />
      </p>
      <MoneyLines caption="What moves" lines={linesOfPreview(preview.data)} />
      <p>
        {unused === null
          ? 'Debts that it paid are owed again, and the month’s purchase is taken back.'
          : 'Fixed charges, fees and debts stay paid.'}{' '}
        The vendor keeps the commission. It cannot be undone.
      </p>
    </>
  );
}

function WrongMeter({ order }: Part): ReactNode {
  const { currency } = useSession().utility;
  const vend = useVendOf({ order });
  const to = textOf(order.subject, 'to_meter_number');
  const meter = useQuery({ ...meterQuery(to ?? ''), enabled: to !== null });
  if (vend === null || to === null) return <Summary order={order} />;
  const customer = meter.data?.customer?.name ?? 'no customer';
  return (
    <>
      <p>
        <strong>{formatMoney(vend.tendered_minor, currency)}</strong> is taken back from meter{' '}
        {groupDigits(vend.meter_number)} and buys for meter {groupDigits(to)} ({customer}).
      </p>
      <p>
        <Sale vend={vend} />
      </p>
      {order.state === 'requested' && (
        <QuoteAtOther meterNumber={to} tenderedMinor={vend.tendered_minor} />
      )}
      <p>
        The old digits cannot be called back: whoever keys them in has the energy as well. It cannot
        be undone.
      </p>
    </>
  );
}

/** Tokens for a meter: whose it is, and what each of them does. */
function Tokens({ order }: Part): ReactNode {
  const found = useQuery(orderQuery(order.id));
  const number = found.data?.meter_number ?? '';
  const meter = useQuery({ ...meterQuery(number), enabled: number !== '' });
  if (found.data === undefined) return <Summary order={order} />;
  const { contents, energy_tenth_kwh: energy, kind } = found.data;
  const place =
    meter.data === undefined
      ? ''
      : ` (${meter.data.customer?.name ?? 'no customer'}, ${meter.data.address})`;
  const meterText = `meter ${groupDigits(number)}${place}`;
  if (kind === 'engineering') {
    return (
      <>
        <p>
          {contents.length === 1 ? 'One token is' : `${contents.length} tokens are`} made for{' '}
          {meterText}:
        </p>
        <ul>
          {contents.map((content) => (
            <li key={content}>{deedOfContent(content)}</li>
          ))}
        </ul>
        <p>No money moves.</p>
      </>
    );
  }
  return (
    <p>
      <strong>{formatTenthKwh(energy)} kWh</strong> for {meterText}. {CREDIT_WORDS[kind]}
    </p>
  );
}

const CREDIT_WORDS = {
  free_issue: 'Nobody pays for it, and no money moves.',
  transfer: 'It was paid for and left in the meter that was replaced; no money moves.',
  reissue:
    'It was paid for once: if the old token was keyed in after all, the customer has it twice. No money moves.',
} as const;

function deedOfContent(content: string): string {
  const words = contentWords(content);
  if (content.startsWith('clear credit')) return `${words}: that credit in the meter is gone`;
  if (content.startsWith('clear tamper')) return `${words}: the meter supplies again`;
  return words;
}

function CreditLimit({ order }: Part): ReactNode {
  const { currency } = useSession().utility;
  const vendors = useQuery(vendorsQuery);
  const id = textOf(order.subject, 'vendor_id');
  const limit = moneyOf(order.subject, 'credit_limit_minor');
  const vendor = vendors.data?.vendors.find((each) => each.id === id);
  if (vendor === undefined || limit === null) return <Summary order={order} />;
  return (
    <p>
      {vendor.name} may sell up to <strong>{formatMoney(limit, currency)}</strong> more than it has
      paid in; {formatMoney(vendor.credit_limit_minor, currency)} now. Its float stands at{' '}
      {formatMoney(vendor.float.posted_minor, currency)}.
    </p>
  );
}

function WriteOff({ order }: Part): ReactNode {
  const { currency } = useSession().utility;
  const id = textOf(order.subject, 'debt_id');
  const money = moneyOf(order.subject, 'write_off_minor');
  const debt = useQuery({ ...debtQuery(id ?? ''), enabled: id !== null });
  if (debt.data === undefined || money === null) return <Summary order={order} />;
  const { name, account_number: account, owed_minor: owed } = debt.data;
  const left = BigInt(owed) - BigInt(money);
  return (
    <p>
      <strong>{formatMoney(money, currency)}</strong> of the debt “{name}” of account {account} is
      given up and becomes a loss. {formatMoney(owed, currency)} is owed now
      {order.state === 'requested' && `, ${formatMoney(left, currency)} afterwards`}.
    </p>
  );
}

const WORDS: Partial<Readonly<Record<Approval['kind'], (part: Part) => ReactNode>>> = {
  refund: Refund,
  wrong_meter: WrongMeter,
  free_issue: Tokens,
  engineering: Tokens,
  credit_transfer: Tokens,
  reissue: Tokens,
  limit_change: CreditLimit,
  debt_write_off: WriteOff,
  tariff_version: TariffOrder,
};

export function Consequences({ order }: Part): ReactNode {
  const id = useId();
  const Words = WORDS[order.kind];
  return (
    <section className={classes['consequences']} aria-labelledby={id}>
      <h3 id={id}>{order.state === 'requested' ? 'When it is approved' : 'What it is about'}</h3>
      {Words === undefined ? <Summary order={order} /> : <Words order={order} />}
    </section>
  );
}
