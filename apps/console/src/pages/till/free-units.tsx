/** Free units that are due without a purchase: given at a press, and only then spoken of. */
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Meter } from '../../api/model.ts';
import { freeUnitsQuery, tariffsQuery } from '../../api/queries.ts';
import { formatTenthKwh } from '../../energy.ts';
import type { SaleRequest } from '../../sale/sale.ts';
import { newId } from '../../ui/new-id.ts';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { readRecord } from '../tariffs/tariff-record.ts';
import classes from './till.module.css';
import type { Sale } from './use-sale.ts';

const TARIFFS_FRESH_FOR = 300_000;

/** Whether the tariff lets free units be claimed alone: most do not, and then nobody asks. */
function useGivesFreeUnits(meter: Meter): boolean {
  const tariffs = useQuery({ ...tariffsQuery, staleTime: TARIFFS_FRESH_FOR });
  const version = tariffs.data?.tariffs.find(
    ({ id, in_force: isInForce }) => id === meter.tariff.id && isInForce,
  );
  return (
    version !== undefined &&
    readRecord(version.record).free.some(({ claim }) => claim !== 'with-purchase')
  );
}

export function FreeUnits(o: { readonly meter: Meter; readonly sale: Sale }): ReactNode {
  const { meter, sale } = o;
  const isAsked = useGivesFreeUnits(meter) && meter.status === 'active';
  const asked = freeUnitsQuery(meter.meter_number);
  const due = useQuery({ ...asked, enabled: isAsked, retry: false });
  const { state } = sale;
  const refusal =
    state.kind === 'refused' && state.request.free_units === true ? state.refusal : null;
  const quote = due.data;
  // A refusal says that none are due now, which is no news.
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
          <strong>{formatTenthKwh(quote.free_tenth_kwh)} kWh</strong> of free units are due, without
          a purchase.
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
