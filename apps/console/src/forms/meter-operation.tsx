/** What is done with a meter: hung up, replaced, blocked, taken down, scrapped. */
import { NativeSelect, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { api, call, fetched } from '../api/client.ts';
import type { MeterCard } from '../api/model.ts';
import type { Refusal } from '../api/refusal.ts';
import { groupDigits } from '../digits.ts';
import { formatTenthKwh } from '../energy.ts';
import { OPERATIONS, type OperationKind } from '../meter-life.ts';
import { FormDialog } from './form-dialog.tsx';
import classes from './forms.module.css';
import { type MeterOperationDraft, operationOf, wattHoursOf } from './meter-operation-draft.ts';

const PLACES_SHOWN = 100;

/** The places where no meter hangs. */
function PlaceSelect(o: {
  readonly chosen: string;
  readonly onChosen: (id: string) => void;
}): ReactNode {
  const [query, setQuery] = useState('');
  const places = useQuery({
    queryKey: ['customers', 'places', query],
    queryFn: () => {
      const asked = query.trim() === '' ? {} : { query: query.trim() };
      return fetched(
        api.GET('/v1/service-points', { params: { query: { limit: PLACES_SHOWN, ...asked } } }),
      );
    },
  });
  const free = (places.data?.service_points ?? []).filter((each) => each.meter_number === null);
  return (
    <>
      <TextInput
        label="Find the place"
        description="Code or address"
        value={query}
        onChange={(event) => setQuery(event.currentTarget.value)}
      />
      <NativeSelect
        label="Place without a meter"
        required
        data={[
          { value: '', label: free.length === 0 ? 'None is found' : 'Choose a place' },
          ...free.map(({ id, code, address }) => ({ value: id, label: `${code}, ${address}` })),
        ]}
        value={o.chosen}
        onChange={(event) => o.onChosen(event.currentTarget.value)}
      />
    </>
  );
}

function Registers(o: {
  readonly kind: OperationKind;
  readonly draft: MeterOperationDraft;
  readonly onChange: (draft: MeterOperationDraft) => void;
}): ReactNode {
  const { kind, draft, onChange } = o;
  const field = (name: 'reading' | 'credit' | 'newReading', label: string): ReactNode => (
    <TextInput
      label={`${label} in kWh (optional)`}
      inputMode="decimal"
      value={draft[name]}
      error={wattHoursOf(draft[name]) === undefined ? 'Digits, with at most three decimals.' : null}
      onChange={(event) => onChange({ ...draft, [name]: event.currentTarget.value })}
    />
  );
  if (kind === 'install') return field('reading', 'Total register');
  return (
    <>
      <div className={classes['pair']}>
        {field('reading', 'Total register of the old meter')}
        {field('credit', 'Credit left in it')}
      </div>
      {kind === 'replace' && field('newReading', 'Total register of the new meter')}
    </>
  );
}

/** The operation's id was made when the form was opened. */
export function MeterOperationForm(o: {
  readonly meter: MeterCard;
  readonly kind: OperationKind;
  readonly operationId: string;
  readonly onDone: () => void;
  readonly onClose: () => void;
}): ReactNode {
  const { meter, kind } = o;
  const [draft, setDraft] = useState<MeterOperationDraft>({
    ...{ place: '', newMeter: '', reason: '', reading: '', credit: '', newReading: '' },
  });
  const operation = operationOf(kind, draft);
  const hasRegisters = kind === 'install' || kind === 'remove' || kind === 'replace';
  async function send(): Promise<Refusal | null> {
    if (operation === null) return null;
    const answer = await call(
      api.PUT('/v1/meters/{meter_number}/operations/{id}', {
        params: { path: { meter_number: meter.meter_number, id: o.operationId } },
        body: operation,
      }),
    );
    o.onDone();
    if (answer.kind === 'refusal') return answer.refusal;
    const { transfer } = answer.value;
    notifications.show({
      message:
        transfer === null
          ? `${OPERATIONS[kind].label}: done.`
          : `${formatTenthKwh(transfer.energy_tenth_kwh)} kWh were left in it. Order them for the new ` +
            'meter under After sale; a second person decides.',
    });
    return null;
  }
  return (
    <FormDialog
      title={`${OPERATIONS[kind].label}: meter ${groupDigits(meter.meter_number)}`}
      verb={OPERATIONS[kind].label}
      ready={operation !== null}
      send={send}
      onClose={o.onClose}
    >
      {kind === 'install' && (
        <PlaceSelect chosen={draft.place} onChosen={(place) => setDraft({ ...draft, place })} />
      )}
      {kind === 'replace' && (
        <TextInput
          label="Number of the new meter"
          description="It must be in the store"
          required
          data-autofocus
          inputMode="numeric"
          value={draft.newMeter}
          onChange={(event) => setDraft({ ...draft, newMeter: event.currentTarget.value })}
        />
      )}
      {kind !== 'install' && (
        <TextInput
          label="Reason"
          required
          maxLength={200}
          value={draft.reason}
          onChange={(event) => setDraft({ ...draft, reason: event.currentTarget.value })}
        />
      )}
      {hasRegisters && <Registers kind={kind} draft={draft} onChange={setDraft} />}
    </FormDialog>
  );
}
