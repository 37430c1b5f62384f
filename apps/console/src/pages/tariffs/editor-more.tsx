/** Units for nothing, the bounds of a purchase, and the rounding. */
import { Button, Checkbox } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Panel } from '../../ui/panel.tsx';
import { Card, Choice, MoneyField, TextField, useList } from './editor-fields.tsx';
import { type FreeDraft, type LimitsDraft, NEW_FREE } from './tariff-draft.ts';
import classes from './tariffs.module.css';
import { useDraft } from './use-editor.ts';

interface FreeCard {
  readonly draft: FreeDraft;
  readonly path: string;
  readonly onChange: (draft: FreeDraft) => void;
}

function Claim({ draft, path, onChange }: FreeCard): ReactNode {
  return (
    <div className={classes['pair']}>
      <Choice
        label="How they are claimed"
        value={draft.claim}
        choices={{
          either: 'With or without a purchase',
          'with-purchase': 'With a purchase only',
          alone: 'Without a purchase only',
        }}
        onChange={(claim) => onChange({ ...draft, claim })}
      />
      <Choice
        label="For whom"
        value={draft.entitled}
        choices={{ listed: 'Customers who are listed', all: 'Every customer' }}
        onChange={(entitled) => onChange({ ...draft, entitled })}
      />
      <TextField
        label="From day of the month"
        optional
        path={`${path}.window`}
        value={draft.fromDay}
        onTyped={(fromDay) => onChange({ ...draft, fromDay })}
      />
      <TextField
        label="To day of the month"
        optional
        path={`${path}.window`}
        value={draft.toDay}
        onTyped={(toDay) => onChange({ ...draft, toDay })}
      />
    </div>
  );
}

function Free(o: FreeCard & { readonly onLeaveOut: () => void }): ReactNode {
  const { draft, path, onChange } = o;
  return (
    <Card name={draft.name === '' ? 'New free units' : draft.name} onLeaveOut={o.onLeaveOut}>
      <div className={classes['pair']}>
        <TextField
          label="Name on the receipt"
          path={`${path}.name`}
          value={draft.name}
          onTyped={(name) => onChange({ ...draft, name })}
        />
        <TextField
          label="Energy, in kWh"
          path={`${path}.energy_tenth_kwh`}
          value={draft.energy}
          onTyped={(energy) => onChange({ ...draft, energy })}
        />
        <Choice
          label="For each"
          value={draft.per}
          choices={{ month: 'Month', day: 'Day' }}
          onChange={(per) => onChange({ ...draft, per })}
        />
        <TextField
          label={`Kept for so many ${draft.per}s`}
          description="1 keeps nothing"
          path={`${path}.stack_max`}
          value={draft.stackMax}
          onTyped={(stackMax) => onChange({ ...draft, stackMax })}
        />
      </div>
      <Claim draft={draft} path={path} onChange={onChange} />
      <Checkbox
        label="They count for steps, bands and the limit of a month"
        checked={draft.countsForSteps}
        onChange={(event) => onChange({ ...draft, countsForSteps: event.currentTarget.checked })}
      />
    </Card>
  );
}

export function FreeEditor(): ReactNode {
  const { list, pathOf, add, set, leaveOut } = useList('free');
  return (
    <Panel
      heading="Free units"
      aside={
        <Button
          variant="light"
          leftSection={<IconPlus size={18} aria-hidden />}
          onClick={() => add(NEW_FREE)}
        >
          Add free units
        </Button>
      }
    >
      <div className={classes['fields']}>
        {list.length === 0 && <p className={classes['soft']}>Nothing is given for nothing.</p>}
        {list.map((draft, at) => (
          <Free
            key={draft.key}
            draft={draft}
            path={pathOf(at)}
            onChange={(next) => set(at, next)}
            onLeaveOut={() => leaveOut(at)}
          />
        ))}
      </div>
    </Panel>
  );
}

export function LimitsEditor(): ReactNode {
  const { draft, change } = useDraft();
  const { limits } = draft;
  const onChange = (next: Partial<LimitsDraft>) =>
    change({ ...draft, limits: { ...limits, ...next } });
  return (
    <Panel heading="Limits and rounding">
      <div className={classes['pair']}>
        <MoneyField
          label="At least, a purchase"
          optional
          path="limits.least_tendered_minor"
          value={limits.leastTendered}
          onTyped={(leastTendered) => onChange({ leastTendered })}
        />
        <MoneyField
          label="At most, a purchase"
          optional
          path="limits.most_tendered_minor"
          value={limits.mostTendered}
          onTyped={(mostTendered) => onChange({ mostTendered })}
        />
        <MoneyField
          label="At most, a month"
          optional
          path="limits.most_tendered_per_month_minor"
          value={limits.mostTenderedPerMonth}
          onTyped={(mostTenderedPerMonth) => onChange({ mostTenderedPerMonth })}
        />
        <TextField
          label="At most, a month, in kWh"
          optional
          path="limits.most_energy_per_month_tenth_kwh"
          value={limits.mostEnergyPerMonth}
          onTyped={(mostEnergyPerMonth) => onChange({ mostEnergyPerMonth })}
        />
        <Choice
          label="What rounding up to a tenth of a kWh gives"
          value={draft.rounding}
          choices={{ given: 'The customer keeps it', carried: 'The next purchase gives less' }}
          onChange={(rounding) => change({ ...draft, rounding })}
        />
      </div>
    </Panel>
  );
}
