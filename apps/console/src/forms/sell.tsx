/** Amount, how it is paid, quote, Sell. One press begins one sale; what comes after is the machine's. */
import { Alert, Button, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useEffect, useMemo, useState } from 'react';
import type { Meter, Quote } from '../api/model.ts';
import { leastQuery, ownShiftQuery, ownVendorQuery, quoteQuery } from '../api/queries.ts';
import type { Refusal } from '../api/refusal.ts';
import {
  explainMoneyFault,
  formatMoney,
  type ParsedMoney,
  parseMoney,
  quickAmounts,
  typedMoney,
} from '../money.ts';
import { QuoteLines } from '../pages/till/quote-lines.tsx';
import classes from '../pages/till/till.module.css';
import type { Sale } from '../pages/till/use-sale.ts';
import { type RefusalPlace, refusalPlace } from '../sale/refusal-place.ts';
import type { SaleRequest } from '../sale/sale.ts';
import { useSession } from '../shell/session.ts';
import { newId } from '../ui/new-id.ts';
import { useDialog } from '../ui/open-dialog.ts';
import { RefusalNote } from '../ui/refusal-note.tsx';
import { CASH, MethodSelect, type PaidWithDraft, paymentOf, ReferenceField } from './paid-with.tsx';

const TYPING_PAUSE = 220;

interface Quoted {
  /** The quote of exactly the amount that is typed now; null while it is on its way. */
  readonly quote: Quote | null;
  readonly refusal: Refusal | null;
  readonly asking: boolean;
  /** Asks at once, without waiting for a pause in the typing. */
  readonly ask: () => void;
}

function useQuote(meterNumber: string, minor: string): Quoted {
  const [paused] = useDebouncedValue(minor, TYPING_PAUSE);
  const [pressed, setPressed] = useState('');
  const wanted = pressed === minor ? minor : paused;
  const asked = useQuery({ ...quoteQuery(meterNumber, wanted), enabled: wanted !== '' });
  const current = minor !== '' && wanted === minor;
  return {
    quote: current ? (asked.data ?? null) : null,
    refusal: current && !asked.isFetching ? (asked.error?.refusal ?? null) : null,
    asking: minor !== '' && (wanted !== minor || asked.isFetching),
    ask: () => setPressed(minor),
  };
}

/** Tells the sale which quote stands on the screen, and takes it back when it no longer does. */
function useQuotedSale(sale: Sale, request: SaleRequest, quote: Quote | null): void {
  const { apply } = sale;
  useEffect(() => {
    if (quote === null) return apply({ kind: 'quote-cleared' });
    apply({ kind: 'quoted', request, quote });
  }, [apply, request, quote]);
}

/** What is asked for, the same object as long as it says the same. */
function useRequest(meter: Meter, minor: string, draft: PaidWithDraft): SaleRequest {
  const { meter_number } = meter;
  return useMemo(() => {
    const payment = paymentOf(draft);
    return {
      meter_number,
      tendered_minor: minor,
      ...(payment === null ? {} : { payment }),
    };
  }, [meter_number, minor, draft]);
}

function isSame(one: SaleRequest, other: SaleRequest): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** True where this vendor sells within shifts only, and none is open. */
function useShiftNeeded(): boolean {
  const { vendor } = useSession().user;
  const shift = useQuery(ownShiftQuery);
  const own = useQuery({ ...ownVendorQuery(vendor?.id ?? ''), enabled: vendor !== null });
  return own.data?.settings.shift_required === true && shift.data?.shift === null;
}

function ShiftNeeded(): ReactNode {
  const { open } = useDialog(['open-shift']);
  return (
    <Alert color="amber" mt="md" title="Open your shift first">
      <p style={{ margin: '0 0 10px' }}>
        This vendor sells within a shift only, so that the till can be counted.
      </p>
      <Button onClick={() => open('open-shift')}>Open your shift</Button>
    </Alert>
  );
}

/** The least and the most, told before an amount is refused for it. */
function Bounds(o: {
  readonly meter: Meter;
  readonly disabled: boolean;
  readonly onChosen: (typed: string) => void;
}): ReactNode {
  const { user, utility } = useSession();
  const { currency } = utility;
  const isSold = o.meter.status === 'active';
  const asked = leastQuery(o.meter.meter_number);
  const least = useQuery({ ...asked, enabled: isSold, retry: false });
  const own = useQuery({ ...ownVendorQuery(user.vendor?.id ?? ''), enabled: user.vendor !== null });
  const most = own.data?.float.available_minor;
  return (
    <p className={classes['bounds']}>
      {least.data !== undefined && (
        <>
          Least now{' '}
          <button
            type="button"
            className={classes['least']}
            disabled={o.disabled}
            onClick={() =>
              o.onChosen(typedMoney(BigInt(least.data.tendered_minor), currency.decimal_places))
            }
          >
            {formatMoney(least.data.tendered_minor, currency)}
          </button>
        </>
      )}
      {most !== undefined && (
        <span>{formatMoney(BigInt(most) < 0n ? 0n : most, currency)} of float left</span>
      )}
    </p>
  );
}

function QuickAmounts(o: {
  readonly disabled: boolean;
  readonly onChosen: (typed: string) => void;
}): ReactNode {
  const { currency } = useSession().utility;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset brings a frame and a legend along
    <div className={classes['quick']} role="group" aria-label="Common sums">
      {quickAmounts(currency.decimal_places).map((minor) => (
        <Button
          key={String(minor)}
          variant="default"
          size="sm"
          disabled={o.disabled}
          onClick={() => o.onChosen(typedMoney(minor, currency.decimal_places))}
        >
          {formatMoney(minor, currency, { withoutSymbol: true }).replace(/[.,]0+$/, '')}
        </Button>
      ))}
    </div>
  );
}

function moneyError(parsed: ParsedMoney, places: number, refusals: readonly (Refusal | null)[]) {
  if (parsed.kind === 'fault') return explainMoneyFault(parsed.fault, places);
  return refusalAt('money', refusals)?.detail ?? null;
}

function refusalAt(place: RefusalPlace, refusals: readonly (Refusal | null)[]): Refusal | null {
  return refusals.find((one) => one !== null && refusalPlace(one) === place) ?? null;
}

/** The sale that stands on the screen: what is asked for, what it would give, why it is refused. */
function useOffer(meter: Meter, sale: Sale, typed: string, paidWith: PaidWithDraft) {
  const { currency } = useSession().utility;
  const parsed = parseMoney(typed, currency.decimal_places);
  const minor = parsed.kind === 'money' ? String(parsed.minor) : '';
  const request = useRequest(meter, minor, paidWith);
  const quoted = useQuote(meter.meter_number, minor);
  const { quote } = quoted;
  useQuotedSale(sale, request, quote);
  const { state } = sale;
  const refused = state.kind === 'refused' && isSame(state.request, request);
  const ready = quote !== null && (state.kind === 'quoted' || refused);
  function sell(): void {
    if (!ready || quote === null) {
      quoted.ask();
      return;
    }
    // A refused sale is over; pressing again begins another one, with an id of its own.
    if (refused) sale.apply({ kind: 'quoted', request, quote });
    sale.apply({ kind: 'sell-pressed', id: newId(), at: Date.now() });
  }
  const refusals = [refused ? state.refusal : null, quoted.refusal];
  return { ...quoted, parsed, minor, ready, refusals, sell };
}

function AmountField(o: {
  readonly typed: string;
  readonly fault: string | null;
  readonly disabled: boolean;
  readonly onTyped: (typed: string) => void;
  readonly onLeave: () => void;
}): ReactNode {
  const { currency } = useSession().utility;
  return (
    <TextInput
      label="Amount"
      size="lg"
      inputMode="decimal"
      autoComplete="off"
      autoFocus
      placeholder="0"
      leftSection={<span className={classes['symbol']}>{currency.symbol}</span>}
      leftSectionWidth={24 + currency.symbol.length * 12}
      classNames={{ input: classes['amount'] ?? '' }}
      disabled={o.disabled}
      value={o.typed}
      error={o.fault}
      onChange={(event) => o.onTyped(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') o.onLeave();
        // A key held too long must not sell what has only just appeared.
        if (event.key === 'Enter' && event.repeat) event.preventDefault();
      }}
    />
  );
}

export function SellForm(o: {
  readonly meter: Meter;
  readonly sale: Sale;
  readonly onLeave: () => void;
}): ReactNode {
  const { meter, sale } = o;
  const { currency } = useSession().utility;
  const [typed, setTyped] = useState('');
  const [paidWith, setPaidWith] = useState<PaidWithDraft>(CASH);
  const offer = useOffer(meter, sale, typed, paidWith);
  const { minor, refusals } = offer;
  const selling = sale.state.kind === 'selling';
  const atMeter = refusalAt('meter', refusals);
  const rest = refusalAt('sale', refusals);
  const paying = { draft: paidWith, disabled: selling, onChange: setPaidWith };
  const shiftNeeded = useShiftNeeded() || refusalAt('shift', refusals) !== null;
  function submit(event: FormEvent): void {
    event.preventDefault();
    if (!shiftNeeded) offer.sell();
  }
  return (
    <form onSubmit={submit} noValidate>
      {atMeter !== null && (
        <div className={classes['atMeter']}>
          <RefusalNote refusal={atMeter} />
        </div>
      )}
      <div className={classes['amountRow']}>
        <AmountField
          typed={typed}
          fault={moneyError(offer.parsed, currency.decimal_places, refusals)}
          disabled={selling}
          onTyped={setTyped}
          onLeave={o.onLeave}
        />
        <MethodSelect {...paying} size="lg" />
      </div>
      <Bounds meter={meter} disabled={selling} onChosen={setTyped} />
      <QuickAmounts disabled={selling} onChosen={setTyped} />
      <ReferenceField {...paying} fault={refusalAt('payment', refusals)?.detail ?? null} />
      <QuoteLines quote={offer.quote} asking={offer.asking} />
      {rest !== null && <RefusalNote refusal={rest} />}
      {shiftNeeded ? (
        <ShiftNeeded />
      ) : (
        <Button type="submit" size="lg" fullWidth mt="md" disabled={!offer.ready} loading={selling}>
          {minor === '' ? 'Sell' : `Sell for ${formatMoney(minor, currency)}`}
        </Button>
      )}
    </form>
  );
}
