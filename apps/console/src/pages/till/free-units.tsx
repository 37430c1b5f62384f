/** Free units that are due without a purchase: given at a press, and only then spoken of. */
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Meter } from '../../api/model.ts';
import { freeUnitsQuery } from '../../api/queries.ts';
import { formatTenthKwh } from '../../energy.ts';
import type { SaleRequest } from '../../sale/sale.ts';
import { newId } from '../../ui/new-id.ts';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import classes from './till.module.css';
import type { Sale } from './use-sale.ts';

export function FreeUnits(o: { readonly meter: Meter; readonly sale: Sale }): ReactNode {
  const { meter, sale } = o;
  const due = useQuery({ ...freeUnitsQuery(meter.meter_number), retry: false });
  const { state } = sale;
  const refusal =
    state.kind === 'refused' && state.request.free_units === true ? state.refusal : null;
  const quote = due.data;
  // Most tariffs give none, so a refusal of the question is no news.
  if (quote === undefined) return null;
  const request: SaleRequest = {
    meter_number: meter.meter_number,
    tendered_minor: '0',
    free_units: true,
  };
  return (
    <>
      {refusal !== null && <RefusalNote refusal={refusal} />}
      <div className={classes['free']} data-testid="free-units">
        <p>
          <strong>{formatTenthKwh(quote.free_tenth_kwh)} kWh</strong> of free units are due. They
          come with the next purchase, or by themselves.
        </p>
        <Button
          variant="default"
          loading={state.kind === 'selling'}
          onClick={() => {
            sale.apply({ kind: 'quoted', request, quote });
            sale.apply({ kind: 'sell-pressed', id: newId(), at: Date.now() });
          }}
        >
          Give them now
        </Button>
      </div>
    </>
  );
}
