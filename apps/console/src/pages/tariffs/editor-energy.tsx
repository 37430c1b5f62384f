/** The price of energy: one price, rising steps, or bands. */
import { ActionIcon, Button, SegmentedControl } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Panel } from '../../ui/panel.tsx';
import { AccountField, Choice, PriceField, TextField } from './editor-fields.tsx';
import type { EnergyDraft, EnergyKind, StepDraft } from './tariff-draft.ts';
import classes from './tariffs.module.css';
import { useDraft } from './use-editor.ts';

const KINDS: Readonly<Record<Exclude<EnergyKind, 'in-meter'>, string>> = {
  flat: 'One price',
  steps: 'Steps',
  bands: 'Bands',
};

const HELP: Readonly<Record<EnergyKind, string>> = {
  flat: 'Every kWh costs the same.',
  steps:
    'Each kWh has the price of the step it falls in; a calendar month begins again at the first.',
  bands: 'All of a purchase has one price: that of the band the customer is in.',
  'in-meter':
    'The meter keeps an account in money and its own prices by time. They are changed in the advanced view.',
};

function Step(o: {
  readonly step: StepDraft;
  readonly at: number;
  readonly path: string;
  readonly isOnly: boolean;
  readonly onChange: (step: StepDraft) => void;
  readonly onLeaveOut: () => void;
}): ReactNode {
  const { step, at } = o;
  const isBegin = at === 0 && step.above === '0';
  return (
    <fieldset className={classes['stepLine']} aria-label={`Step ${at + 1}`}>
      {isBegin ? (
        <p className={classes['stepBegin']}>From the first kWh</p>
      ) : (
        <TextField
          label="Above, in kWh a month"
          path={`${o.path}.above_tenth_kwh`}
          value={step.above}
          onTyped={(above) => o.onChange({ ...step, above })}
        />
      )}
      <PriceField
        label="Price of a kWh before taxes"
        path={`${o.path}.price_e4_minor`}
        value={step.price}
        onTyped={(price) => o.onChange({ ...step, price })}
      />
      {!o.isOnly && (
        <ActionIcon
          variant="default"
          size={36}
          aria-label={`Take out step ${at + 1}`}
          onClick={o.onLeaveOut}
        >
          <IconX size={18} aria-hidden />
        </ActionIcon>
      )}
    </fieldset>
  );
}

function Steps(o: {
  readonly energy: EnergyDraft;
  readonly onChange: (energy: EnergyDraft) => void;
}): ReactNode {
  const { energy, onChange } = o;
  const { nextKey } = useDraft();
  const { steps } = energy;
  const put = (next: readonly StepDraft[]) => onChange({ ...energy, steps: next });
  return (
    <>
      {steps.map((step, at) => (
        <Step
          key={step.key}
          step={step}
          at={at}
          path={`energy.${energy.kind}.${at}`}
          isOnly={steps.length === 1}
          onChange={(next) => put(steps.map((each, place) => (place === at ? next : each)))}
          onLeaveOut={() => {
            const [first, ...rest] = steps.filter((_, place) => place !== at);
            // Whatever is first begins at the first kWh.
            put(
              first === undefined
                ? steps
                : [{ ...first, above: at === 0 ? '0' : first.above }, ...rest],
            );
          }}
        />
      ))}
      <Button
        variant="default"
        leftSection={<IconPlus size={18} aria-hidden />}
        onClick={() => put([...steps, { key: nextKey(), above: '', price: '' }])}
      >
        {energy.kind === 'steps' ? 'Another step' : 'Another band'}
      </Button>
    </>
  );
}

function Bands(o: {
  readonly energy: EnergyDraft;
  readonly onChange: (energy: EnergyDraft) => void;
}): ReactNode {
  const { energy, onChange } = o;
  return (
    <div className={classes['pair']}>
      <Choice
        label="Which band is decided by"
        value={energy.measure}
        choices={{
          'this-month': 'The energy of this month with this purchase',
          'average-of-months': 'The average of the months before',
        }}
        onChange={(measure) => onChange({ ...energy, measure })}
      />
      {energy.measure === 'average-of-months' && (
        <TextField
          label="How many months"
          path="energy.measure.months"
          value={energy.months}
          onTyped={(months) => onChange({ ...energy, months })}
        />
      )}
    </div>
  );
}

export function EnergyEditor(): ReactNode {
  const { draft, change } = useDraft();
  const { energy } = draft;
  const onChange = (next: EnergyDraft) => change({ ...draft, energy: next });
  return (
    <Panel heading="Price of energy">
      <div className={classes['fields']}>
        {energy.kind !== 'in-meter' && (
          <SegmentedControl
            aria-label="Kind of price"
            data={Object.entries(KINDS).map(([value, label]) => ({ value, label }))}
            value={energy.kind}
            onChange={(kind) => onChange({ ...energy, kind: kind as keyof typeof KINDS })}
          />
        )}
        <p className={classes['soft']}>{HELP[energy.kind]}</p>
        {energy.kind === 'flat' && (
          <PriceField
            label="Price of a kWh before taxes"
            path="energy.price_e4_minor"
            value={energy.price}
            onTyped={(price) => onChange({ ...energy, price })}
          />
        )}
        {energy.kind === 'bands' && <Bands energy={energy} onChange={onChange} />}
        {(energy.kind === 'steps' || energy.kind === 'bands') && (
          <Steps energy={energy} onChange={onChange} />
        )}
        <div className={classes['pair']}>
          <TextField
            label="Name on the receipt"
            path="energy.name"
            value={energy.name}
            onTyped={(name) => onChange({ ...energy, name })}
          />
          <AccountField
            path="energy.account"
            value={energy.account}
            onChange={(account) => onChange({ ...energy, account })}
          />
        </div>
      </div>
    </Panel>
  );
}
