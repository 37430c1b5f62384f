/** The till. The address says where a sale stands: /till, /till?meter=…, /till?sold=…. */
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import { vendQuery } from '../../api/queries.ts';
import type { Refusal } from '../../api/refusal.ts';
import { useSession } from '../../shell/session.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { ChosenMeter } from './chosen-meter.tsx';
import { LastSales } from './last-sales.tsx';
import { MeterSearch } from './meter-search.tsx';
import { OwnShift } from './own-shift.tsx';
import { SoldSale } from './sold-sale.tsx';
import classes from './till.module.css';
import { UnknownSale } from './unknown-sale.tsx';
import { type Sale, useSale } from './use-sale.ts';

/** A sold vend gets its own address, so that a reload shows the token again. */
function useGoToSold(sale: Sale): void {
  const queries = useQueryClient();
  const [, setParams] = useSearchParams();
  const { state, apply } = sale;
  useEffect(() => {
    if (state.kind !== 'sold') return;
    queries.setQueryData(vendQuery(state.vend.id).queryKey, state.vend);
    void queries.invalidateQueries({ queryKey: ['vends'] });
    void queries.invalidateQueries({ queryKey: ['today'] });
    // The next quote begins behind this sale, and the float is smaller by it.
    void queries.invalidateQueries({ queryKey: ['quote'] });
    void queries.invalidateQueries({ queryKey: ['own-vendor'] });
    setParams({ sold: state.vend.id }, { replace: true });
    apply({ kind: 'new-sale' });
  }, [state, apply, queries, setParams]);
}

/** A sale without an answer may be refused in the end, when the form it came from is long gone. */
function useLateRefusal({ state }: Sale): Refusal | null {
  const before = useRef(state.kind);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  useEffect(() => {
    if (state.kind === 'refused' && before.current === 'unknown') setRefusal(state.refusal);
    if (state.kind === 'selling' || state.kind === 'sold') setRefusal(null);
    before.current = state.kind;
  }, [state]);
  return refusal;
}

function Desk({ sale }: { readonly sale: Sale }): ReactNode {
  const [params, setParams] = useSearchParams();
  const sold = params.get('sold');
  const meterNumber = params.get('meter');
  const { state } = sale;
  if (state.kind === 'unknown') return <UnknownSale state={state} apply={sale.apply} />;
  if (sold !== null) return <SoldSale id={sold} onNewSale={() => setParams({})} />;
  if (meterNumber === null) {
    return <MeterSearch onChosen={(number) => setParams({ meter: number })} />;
  }
  return (
    <div className={classes['desk']}>
      <ChosenMeter
        key={meterNumber}
        meterNumber={meterNumber}
        sale={sale}
        onLeave={() => setParams({})}
      />
      <LastSales meterNumber={meterNumber} />
    </div>
  );
}

export function TillPage(): ReactNode {
  const { user, utility } = useSession();
  const sale = useSale();
  useGoToSold(sale);
  const late = useLateRefusal(sale);
  return (
    <>
      <PageHead title="Till" help={`${user.vendor?.name ?? ''} sells for ${utility.name}`} />
      <OwnShift />
      {late !== null && (
        <div className={classes['late']}>
          <RefusalNote refusal={late} />
        </div>
      )}
      <Desk sale={sale} />
    </>
  );
}
