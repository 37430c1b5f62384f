/** Amount, quote, Sell. One press begins one sale; what comes after is the sale machine's. */
import { Button, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useEffect, useState } from 'react';
import type { Meter, Quote } from '../api/model.ts';
import { quoteQuery } from '../api/queries.ts';
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
import { useSession } from '../shell/session.ts';
import { newId } from '../ui/new-id.ts';
import { RefusalNote } from '../ui/refusal-note.tsx';

const TYPING_PAUSE = 220;

interface Quoted {
  /** The quote of exactly the amount that is typed now; null while it is on its way. */
  readonly quote: Quote | null;
  readonly refusal: Refusal | null;
  readonly asking: boolean;
}

function useQuote(meterNumber: string, minor: string): Quoted {
  const [paused] = useDebouncedValue(minor, TYPING_PAUSE);
  const asked = useQuery({ ...quoteQuery(meterNumber, paused), enabled: paused !== '' });
  const current = minor !== '' && paused === minor;
  return {
    quote: current ? (asked.data ?? null) : null,
    refusal: current && !asked.isFetching ? (asked.error?.refusal ?? null) : null,
    asking: minor !== '' && (paused !== minor || asked.isFetching),
  };
}

/** Tells the sale which quote stands on the screen, and takes it back when it no longer does. */
function useQuotedSale(sale: Sale, meter: Meter, minor: string, quote: Quote | null): void {
  const { apply } = sale;
  useEffect(() => {
    if (quote === null) return apply({ kind: 'quote-cleared' });
    const request = { meter_number: meter.meter_number, tendered_minor: minor };
    apply({ kind: 'quoted', request, quote });
  }, [apply, meter, minor, quote]);
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

export function SellForm(o: { readonly meter: Meter; readonly sale: Sale }): ReactNode {
  const { meter, sale } = o;
  const { currency } = useSession().utility;
  const [typed, setTyped] = useState('');
  const parsed = parseMoney(typed, currency.decimal_places);
  const minor = parsed.kind === 'money' ? String(parsed.minor) : '';
  const quoted = useQuote(meter.meter_number, minor);
  useQuotedSale(sale, meter, minor, quoted.quote);
  const { state } = sale;
  const selling = state.kind === 'selling';
  const refused = state.kind === 'refused' && state.request.tendered_minor === minor;
  const refusals = [refused ? state.refusal : null, quoted.refusal];
  const atMeter = refusalAt('meter', refusals);
  const rest = refusalAt('sale', refusals);
  const ready = quoted.quote !== null && (state.kind === 'quoted' || refused);
  function sell(event: FormEvent): void {
    event.preventDefault();
    if (!ready || quoted.quote === null) return;
    const request = { meter_number: meter.meter_number, tendered_minor: minor };
    // A refused sale is over; pressing again begins another one, with an id of its own.
    if (refused) sale.apply({ kind: 'quoted', request, quote: quoted.quote });
    sale.apply({ kind: 'sell-pressed', id: newId(), at: Date.now() });
  }
  return (
    <form onSubmit={sell} noValidate>
      {atMeter !== null && (
        <div className={classes['atMeter']}>
          <RefusalNote refusal={atMeter} />
        </div>
      )}
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
        disabled={selling}
        value={typed}
        error={moneyError(parsed, currency.decimal_places, refusals)}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <QuickAmounts disabled={selling} onChosen={setTyped} />
      <QuoteLines quote={quoted.quote} asking={quoted.asking} />
      {rest !== null && <RefusalNote refusal={rest} />}
      <Button type="submit" size="lg" fullWidth mt="md" disabled={!ready} loading={selling}>
        {minor === '' ? 'Sell' : `Sell for ${formatMoney(minor, currency)}`}
      </Button>
    </form>
  );
}
