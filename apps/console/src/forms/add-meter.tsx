/** Enrols a meter that hangs on a wall already: what its plate says, and who pays for it. */
import { Button, Modal, NativeSelect, Stack, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { api, call } from '../api/client.ts';
import type { Meter, NewMeter } from '../api/model.ts';
import { customersQuery, tariffsInForceQuery } from '../api/queries.ts';
import type { Refusal } from '../api/refusal.ts';
import { groupDigits, plainDigits } from '../digits.ts';
import { explainMeterNumber } from '../meter-number.ts';
import { RefusalNote } from '../ui/refusal-note.tsx';
import classes from './forms.module.css';
import { type MeterDraft, newMeterOf } from './meter-draft.ts';

const EMPTY: MeterDraft = {
  meterNumber: '',
  supplyGroupCode: '',
  tariffIndex: '01',
  keyRevisionNumber: '1',
  cipher: '11-04',
  tariffId: '',
  address: '',
  customerId: '',
};

const CIPHERS = [
  { value: '11-04', label: 'EA 11 (MISTY1), DKGA 04' },
  { value: '07-04', label: 'EA 07 (STA), DKGA 04' },
  { value: '07-02', label: 'EA 07 (STA), DKGA 02' },
];

interface Drafting {
  readonly draft: MeterDraft;
  readonly set: (change: Partial<MeterDraft>) => void;
}

function errorAt(refusal: Refusal | null, field: keyof NewMeter): string | null {
  return refusal?.errors.find((error) => error.path.includes(field))?.message ?? null;
}

function PlateFields(o: Drafting & { readonly refusal: Refusal | null }): ReactNode {
  const { draft, set, refusal } = o;
  return (
    <>
      <TextInput
        label="Meter number"
        description="11 or 13 digits, as printed on the meter"
        inputMode="numeric"
        required
        data-autofocus
        value={draft.meterNumber}
        error={explainMeterNumber(draft.meterNumber) ?? errorAt(refusal, 'meter_number')}
        onChange={(event) => set({ meterNumber: event.currentTarget.value })}
      />
      <div className={classes['three']}>
        <TextInput
          label="Supply group"
          placeholder="6 digits"
          inputMode="numeric"
          required
          maxLength={6}
          pattern="[0-9]{6}"
          value={draft.supplyGroupCode}
          error={errorAt(refusal, 'supply_group_code')}
          onChange={(event) => set({ supplyGroupCode: plainDigits(event.currentTarget.value) })}
        />
        <TextInput
          label="Tariff index"
          inputMode="numeric"
          required
          maxLength={2}
          pattern="[0-9]{2}"
          value={draft.tariffIndex}
          error={errorAt(refusal, 'tariff_index')}
          onChange={(event) => set({ tariffIndex: plainDigits(event.currentTarget.value) })}
        />
        <TextInput
          label="Key revision"
          inputMode="numeric"
          required
          maxLength={1}
          pattern="[1-9]"
          value={draft.keyRevisionNumber}
          error={errorAt(refusal, 'key_revision_number')}
          onChange={(event) => set({ keyRevisionNumber: plainDigits(event.currentTarget.value) })}
        />
      </div>
      <NativeSelect
        label="Encryption"
        data={CIPHERS}
        value={draft.cipher}
        onChange={(event) => set({ cipher: event.currentTarget.value })}
      />
    </>
  );
}

function PayerFields(o: Drafting & { readonly refusal: Refusal | null }): ReactNode {
  const { draft, set, refusal } = o;
  const tariffs = useQuery(tariffsInForceQuery);
  const customers = useQuery(customersQuery(''));
  return (
    <>
      <NativeSelect
        label="Tariff"
        required
        value={draft.tariffId}
        error={errorAt(refusal, 'tariff_id')}
        onChange={(event) => set({ tariffId: event.currentTarget.value })}
        data={[
          { value: '', label: tariffs.isPending ? 'Loading…' : 'Choose a tariff' },
          ...(tariffs.data ?? []).map((one) => ({ value: one.id, label: one.name })),
        ]}
      />
      <TextInput
        label="Address"
        required
        value={draft.address}
        error={errorAt(refusal, 'address')}
        onChange={(event) => set({ address: event.currentTarget.value })}
      />
      <NativeSelect
        label="Customer (may be left out)"
        value={draft.customerId}
        error={errorAt(refusal, 'customer_id')}
        onChange={(event) => set({ customerId: event.currentTarget.value })}
        data={[
          { value: '', label: 'No customer yet' },
          ...(customers.data?.customers ?? []).map((one) => ({ value: one.id, label: one.name })),
        ]}
      />
    </>
  );
}

function Fields(o: { readonly onAdded: (meter: Meter) => void }): ReactNode {
  const queries = useQueryClient();
  const [draft, setDraft] = useState(EMPTY);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [busy, setBusy] = useState(false);
  const set = (change: Partial<MeterDraft>): void => setDraft({ ...draft, ...change });
  const body = newMeterOf(draft);
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (body === null) return;
    setBusy(true);
    const answer = await call(api.POST('/v1/meters', { body }));
    setBusy(false);
    if (answer.kind === 'refusal') return setRefusal(answer.refusal);
    void queries.invalidateQueries({ queryKey: ['meters'] });
    const number = groupDigits(answer.value.meter_number);
    notifications.show({ message: `Meter ${number} is added.` });
    o.onAdded(answer.value);
  }
  return (
    <form onSubmit={(event) => void submit(event)}>
      <Stack>
        {refusal !== null && <RefusalNote refusal={refusal} />}
        <PlateFields draft={draft} set={set} refusal={refusal} />
        <PayerFields draft={draft} set={set} refusal={refusal} />
        <Button type="submit" loading={busy} disabled={body === null}>
          Add the meter
        </Button>
      </Stack>
    </form>
  );
}

export function AddMeterForm(o: {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly onAdded: (meter: Meter) => void;
}): ReactNode {
  return (
    <Modal opened={o.opened} onClose={o.onClose} title="Add a meter" centered>
      <Fields onAdded={o.onAdded} />
    </Modal>
  );
}
