/** Rates, a fixed sum and bounds of a commission. */
import { ActionIcon, Button, NativeSelect, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { CommissionDraft, StepDraft } from './commission-draft.ts';
import classes from './forms.module.css';
import { MoneyField, useMoneyReader } from './money-field.tsx';

function Step(o: {
  readonly step: StepDraft;
  readonly onChange: (step: StepDraft) => void;
  readonly onLeaveOut: () => void;
}): ReactNode {
  const { step } = o;
  const { orZero } = useMoneyReader();
  return (
    <div className={classes['stepLine']}>
      <MoneyField
        label="Sales of the month above"
        typed={step.above}
        parsed={orZero(step.above)}
        onTyped={(above) => o.onChange({ ...step, above })}
      />
      <TextInput
        label="Rate from there"
        placeholder="2 %"
        required
        maxLength={40}
        value={step.rate}
        onChange={(event) => o.onChange({ ...step, rate: event.currentTarget.value })}
      />
      <ActionIcon
        variant="default"
        size={36}
        aria-label="Leave out this rate"
        onClick={o.onLeaveOut}
      >
        <IconX size={18} aria-hidden />
      </ActionIcon>
    </div>
  );
}

function Bounds(o: {
  readonly draft: CommissionDraft;
  readonly onChange: (draft: CommissionDraft) => void;
}): ReactNode {
  const { draft, onChange } = o;
  const { orZero } = useMoneyReader();
  return (
    <div className={classes['pair']}>
      <MoneyField
        label="For each sale"
        optional
        typed={draft.fixed}
        parsed={orZero(draft.fixed)}
        onTyped={(fixed) => onChange({ ...draft, fixed })}
      />
      <MoneyField
        label="At least, a sale"
        optional
        typed={draft.least}
        parsed={orZero(draft.least)}
        onTyped={(least) => onChange({ ...draft, least })}
      />
      <MoneyField
        label="At most, a sale"
        optional
        typed={draft.most}
        parsed={orZero(draft.most)}
        onTyped={(most) => onChange({ ...draft, most })}
      />
    </div>
  );
}

export function CommissionFields(o: {
  readonly draft: CommissionDraft;
  readonly onChange: (draft: CommissionDraft) => void;
}): ReactNode {
  const { draft, onChange } = o;
  const { steps } = draft;
  const line = 1 + Math.max(0, ...steps.map((step) => step.line));
  return (
    <>
      <div className={classes['pair']}>
        <TextInput
          label="Rate, with its unit"
          description="“2.5 %” or “250 basis points”"
          data-autofocus
          maxLength={40}
          value={draft.rate}
          onChange={(event) => onChange({ ...draft, rate: event.currentTarget.value })}
        />
        <NativeSelect
          label="Of"
          description="What the rate is taken of"
          data={[
            { value: 'tendered', label: 'What the customer pays' },
            { value: 'energy_charge', label: 'The charge for energy' },
          ]}
          value={draft.base}
          onChange={({ currentTarget }) => {
            const base = currentTarget.value === 'energy_charge' ? 'energy_charge' : 'tendered';
            onChange({ ...draft, base });
          }}
        />
      </div>
      {steps.map((step) => (
        <Step
          key={step.line}
          step={step}
          onChange={(next) =>
            onChange({
              ...draft,
              steps: steps.map((each) => (each.line === step.line ? next : each)),
            })
          }
          onLeaveOut={() =>
            onChange({ ...draft, steps: steps.filter((each) => each.line !== step.line) })
          }
        />
      ))}
      <Button
        variant="default"
        leftSection={<IconPlus size={18} aria-hidden />}
        onClick={() => onChange({ ...draft, steps: [...steps, { line, above: '', rate: '' }] })}
      >
        Another rate above a volume
      </Button>
      <Bounds draft={draft} onChange={onChange} />
    </>
  );
}
