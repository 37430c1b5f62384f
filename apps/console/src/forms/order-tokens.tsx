/** Asks a second person for tokens that nobody pays: free, for an engineer, or of a replaced meter. */
import { Button, NativeSelect, Radio, Skeleton, Stack, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { api, call } from '../api/client.ts';
import type { Refusal } from '../api/refusal.ts';
import { groupDigits } from '../digits.ts';
import { formatTenthKwh } from '../energy.ts';
import { creditLeftQuery } from '../pages/orders/order-queries.ts';
import { orderKindName, reasonName } from '../pages/orders/order-words.ts';
import { mayDo } from '../shell/access.ts';
import { useSession } from '../shell/session.ts';
import { ENERGY, readQuantity } from '../typed-quantity.ts';
import { RefusalNote } from '../ui/refusal-note.tsx';
import { EngineerContents } from './engineer-contents.tsx';
import { FormDialog } from './form-dialog.tsx';
import classes from './forms.module.css';
import { MeterChoice } from './meter-choice.tsx';
import {
  type DraftKind,
  ENGINEER_REASONS,
  emptyOrder,
  FREE_REASONS,
  type OrderDraft,
  orderOfDraft,
} from './order-draft.ts';

interface Part {
  readonly draft: OrderDraft;
  readonly onChange: (draft: OrderDraft) => void;
}

function ReasonSelect<Code extends string>(o: {
  readonly codes: readonly Code[];
  readonly value: Code;
  readonly onChosen: (code: Code) => void;
}): ReactNode {
  return (
    <NativeSelect
      label="Reason"
      data={o.codes.map((value) => ({ value, label: reasonName(value) }))}
      value={o.value}
      onChange={({ currentTarget }) => {
        const chosen = o.codes.find((code) => code === currentTarget.value);
        if (chosen !== undefined) o.onChosen(chosen);
      }}
    />
  );
}

function FreeUnits({ draft, onChange }: Part): ReactNode {
  const energy = readQuantity(draft.energy, ENERGY);
  return (
    <div className={classes['pair']}>
      <TextInput
        label="Energy, with its unit"
        placeholder={ENERGY.example}
        required
        autoComplete="off"
        value={draft.energy}
        error={energy.kind === 'fault' ? energy.text : null}
        onChange={(event) => onChange({ ...draft, energy: event.currentTarget.value })}
      />
      <ReasonSelect
        codes={FREE_REASONS}
        value={draft.freeReason}
        onChosen={(freeReason) => onChange({ ...draft, freeReason })}
      />
    </div>
  );
}

/** A replacement leaves its credit to the new meter, so that meter's history names it. */
function CreditLeft(o: Part & { readonly meterNumber: string }): ReactNode {
  const { draft, onChange, meterNumber } = o;
  const left = useQuery(creditLeftQuery(meterNumber));
  if (left.isPending) return <Skeleton height={40} aria-busy="true" />;
  if (left.data === undefined) return <RefusalNote refusal={left.error.refusal} />;
  if (left.data.length === 0) {
    return (
      <p className={classes['text']}>
        No credit was left for this meter. Choose the new meter of a replacement that read what the
        old one still had.
      </p>
    );
  }
  return (
    <Radio.Group
      label="Credit that was left"
      required
      value={draft.replacementId}
      onChange={(replacementId) => onChange({ ...draft, replacementId })}
    >
      <Stack gap="xs" mt="xs">
        {left.data.map(({ details }) => {
          const id = String(details['order_id']);
          const energy = formatTenthKwh(Number(details['energy_tenth_kwh']));
          const from = groupDigits(String(details['from_meter_number']));
          return <Radio key={id} value={id} label={`${energy} kWh of meter ${from}`} />;
        })}
      </Stack>
    </Radio.Group>
  );
}

function WhatIsWanted({ draft, onChange }: Part): ReactNode {
  const { kind, meterNumber } = draft;
  if (kind === 'free_issue') return <FreeUnits draft={draft} onChange={onChange} />;
  if (kind === 'transfer') {
    if (meterNumber === null) return null;
    return <CreditLeft draft={draft} onChange={onChange} meterNumber={meterNumber} />;
  }
  return (
    <>
      <EngineerContents
        contents={draft.contents}
        onChange={(contents) => onChange({ ...draft, contents })}
      />
      <ReasonSelect
        codes={ENGINEER_REASONS}
        value={draft.engineerReason}
        onChosen={(engineerReason) => onChange({ ...draft, engineerReason })}
      />
    </>
  );
}

/** The kinds somebody may ask for here; tokens made anew are asked for at their sale. */
export function useOrderKinds(): readonly DraftKind[] {
  const session = useSession();
  return [
    ...(mayDo('give-units', session) ? (['free_issue'] as const) : []),
    ...(mayDo('order-engineering', session) ? (['engineering'] as const) : []),
    ...(mayDo('move-credit', session) ? (['transfer'] as const) : []),
  ];
}

function KindChoice(o: {
  readonly kinds: readonly DraftKind[];
  readonly kind: DraftKind;
  readonly onChosen: (kind: DraftKind) => void;
}): ReactNode {
  return (
    <fieldset className={classes['kinds']} aria-label="What is wanted">
      {o.kinds.map((kind) => (
        <Button
          key={kind}
          variant={kind === o.kind ? 'light' : 'default'}
          aria-pressed={kind === o.kind}
          onClick={() => o.onChosen(kind)}
        >
          {orderKindName(kind)}
        </Button>
      ))}
    </fieldset>
  );
}

export function OrderTokensForm(o: {
  readonly orderId: string;
  readonly kinds: readonly [DraftKind, ...DraftKind[]];
  readonly meterNumber: string | null;
  readonly onDone: () => void;
  readonly onClose: () => void;
}): ReactNode {
  const [draft, setDraft] = useState<OrderDraft>(() => ({
    ...emptyOrder(o.kinds[0]),
    meterNumber: o.meterNumber,
  }));
  const order = orderOfDraft(draft);
  async function send(): Promise<Refusal | null> {
    if (order === null) return null;
    const params = { path: { id: o.orderId } };
    const answer = await call(api.PUT('/v1/orders/{id}', { params, body: order }));
    o.onDone();
    if (answer.kind === 'refusal') return answer.refusal;
    notifications.show({ message: 'A second person is asked for the tokens.' });
    return null;
  }
  return (
    <FormDialog
      title="New order for tokens"
      verb="Ask a second person"
      ready={order !== null}
      send={send}
      onClose={o.onClose}
      size="lg"
    >
      <KindChoice
        kinds={o.kinds}
        kind={draft.kind}
        onChosen={(kind) => setDraft({ ...draft, kind, replacementId: null })}
      />
      <MeterChoice
        label={draft.kind === 'transfer' ? 'The new meter' : 'Meter'}
        chosen={draft.meterNumber}
        onChosen={(meterNumber) => setDraft({ ...draft, meterNumber, replacementId: null })}
      />
      <WhatIsWanted draft={draft} onChange={setDraft} />
      <TextInput
        label="Why, for whoever decides"
        required
        maxLength={500}
        value={draft.reason}
        onChange={(event) => setDraft({ ...draft, reason: event.currentTarget.value })}
      />
      <TextInput
        label="Number of the document (optional)"
        maxLength={200}
        value={draft.document}
        onChange={(event) => setDraft({ ...draft, document: event.currentTarget.value })}
      />
    </FormDialog>
  );
}
