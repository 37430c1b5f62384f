/** What is done with a meter: hung up, replaced, blocked, taken down, scrapped. */
import { NativeSelect, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { api, call, fetched } from '../api/client.ts';
import type { MeterCard, MeterOperation } from '../api/model.ts';
import type { Refusal } from '../api/refusal.ts';
import { groupDigits } from '../digits.ts';
import { formatTenthKwh } from '../energy.ts';
import { OPERATIONS, type OperationKind } from '../meter-life.ts';
import { FormDialog } from './form-dialog.tsx';
import classes from './forms.module.css';

const PLACES_SHOWN = 100;

interface Draft {
  readonly place: string;
  readonly newMeter: string;
  readonly reason: string;
  readonly reading: string;
  readonly credit: string;
  readonly newReading: string;
}

/** A register's kWh with up to three decimals, in whole Wh; null for nothing, undefined for nonsense. */
export function wattHoursOf(typed: string): number | null | undefined {
  const text = typed.trim().replace(',', '.');
  if (text === '') return null;
  const found = /^(\d{1,9})(?:\.(\d{1,3}))?$/.exec(text);
  if (found === null) return undefined;
  return Number(found[1]) * 1000 + Number((found[2] ?? '').padEnd(3, '0'));
}

/** The operation as the API takes it; null while something is missing or is no number. */
export function operationOf(kind: OperationKind, draft: Draft): MeterOperation | null {
  const reading = wattHoursOf(draft.reading);
  const credit = wattHoursOf(draft.credit);
  const fresh = wattHoursOf(draft.newReading);
  const reason = draft.reason.trim();
  if (reading === undefined || credit === undefined || fresh === undefined) return null;
  if (kind === 'install') {
    return draft.place === '' ? null : { kind, service_point_id: draft.place, reading_wh: reading };
  }
  if (reason === '') return null;
  if (kind === 'remove') return { kind, reason, reading_wh: reading, credit_left_wh: credit };
  if (kind !== 'replace') return { kind, reason };
  const digits = draft.newMeter.replaceAll(/\s/g, '');
  if (!/^\d{11}(\d{2})?$/.test(digits)) return null;
  return {
    kind,
    reason,
    new_meter_number: digits,
    removed_reading_wh: reading,
    credit_left_wh: credit,
    installed_reading_wh: fresh,
  };
}

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
  readonly draft: Draft;
  readonly onChange: (draft: Draft) => void;
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
  const [draft, setDraft] = useState<Draft>({
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
          : `${formatTenthKwh(transfer.energy_tenth_kwh)} kWh wait for a second person, who moves them ` +
            'to the new meter.',
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
