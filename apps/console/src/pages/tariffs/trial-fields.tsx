/** The customer and the purchase that a tariff is tried out with. */
import { Checkbox, NativeSelect, SegmentedControl, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useSession } from '../../shell/session.ts';
import type { TariffRecord } from './tariff-record.ts';
import classes from './tariffs.module.css';
import type { TrialFaults, TrialForm } from './trial-form.ts';

interface Fields {
  readonly form: TrialForm;
  readonly faults: TrialFaults;
  readonly onChange: (form: TrialForm) => void;
}

function Amount({ form, faults, onChange }: Fields): ReactNode {
  const { symbol } = useSession().utility.currency;
  const isMoney = form.way === 'money';
  return (
    <>
      <SegmentedControl
        aria-label="Which way"
        fullWidth
        data={[
          { value: 'money', label: 'Money to units' },
          { value: 'energy', label: 'Units to money' },
        ]}
        value={form.way}
        onChange={(way) => onChange({ ...form, way: way === 'energy' ? 'energy' : 'money' })}
      />
      <TextInput
        label={isMoney ? `What does this buy, in ${symbol}` : 'What do these cost, in kWh'}
        inputMode="decimal"
        autoComplete="off"
        value={isMoney ? form.money : form.energy}
        error={isMoney ? faults.money : faults.energy}
        onChange={({ currentTarget: { value } }) =>
          onChange(isMoney ? { ...form, money: value } : { ...form, energy: value })
        }
      />
    </>
  );
}

function Picked(o: {
  readonly label: string;
  readonly all: readonly { readonly id: string; readonly name: string }[];
  readonly picked: readonly string[];
  readonly onChange: (picked: readonly string[]) => void;
}): ReactNode {
  if (o.all.length === 0) return null;
  return (
    <Checkbox.Group
      label={o.label}
      value={[...o.picked]}
      onChange={(picked: string[]) => o.onChange(picked)}
    >
      {o.all.map(({ id, name }) => (
        <Checkbox key={id} value={id} label={name} mt={6} />
      ))}
    </Checkbox.Group>
  );
}

/** Only what the tariff looks at is asked. */
function Charges(o: Fields & { readonly record: TariffRecord }): ReactNode {
  const { form, faults, onChange, record } = o;
  const owes = form.charges === 'due' && record.fixed.some(({ catch_up_max: most }) => most > 1);
  if (record.fixed.length === 0) return null;
  return (
    <>
      <NativeSelect
        label="Fixed charges of this month"
        data={[
          { value: 'due', label: 'Still to pay' },
          { value: 'paid', label: 'Paid already' },
        ]}
        value={form.charges}
        onChange={({ currentTarget: { value } }) =>
          onChange({ ...form, charges: value === 'paid' ? 'paid' : 'due' })
        }
      />
      {owes && (
        <TextInput
          label="Months missed before"
          inputMode="numeric"
          value={form.monthsOwed}
          error={faults.monthsOwed}
          onChange={(event) => onChange({ ...form, monthsOwed: event.currentTarget.value })}
        />
      )}
    </>
  );
}

function Customer(o: Fields & { readonly record: TariffRecord }): ReactNode {
  const { form, faults, onChange, record } = o;
  const { symbol } = useSession().utility.currency;
  const { energy, per_kwh: perKwh, limits } = record;
  const isAverage = energy.kind === 'bands' && energy.measure.kind === 'average-of-months';
  const published = perKwh.filter(({ value }) => value.kind === 'published');
  const text = (label: string, name: 'monthToDate' | 'paidToDate' | 'average' | 'channel') => (
    <TextInput
      label={label}
      inputMode={name === 'channel' ? 'text' : 'decimal'}
      autoComplete="off"
      value={form[name]}
      error={faults[name]}
      onChange={(event) => onChange({ ...form, [name]: event.currentTarget.value })}
    />
  );
  return (
    <div className={classes['pair']}>
      {energy.kind !== 'in-meter' && text('Bought this month so far, in kWh', 'monthToDate')}
      {limits.most_tendered_per_month_minor !== null &&
        text(`Paid this month so far, in ${symbol}`, 'paidToDate')}
      {isAverage && text('In each month before, in kWh', 'average')}
      <Charges {...o} />
      {record.fees.length > 0 && text('Channel', 'channel')}
      {published.map(({ id, name }) => (
        <TextInput
          key={id}
          label={`${name}, if it were`}
          placeholder="as published"
          autoComplete="off"
          value={form.assumed[id] ?? ''}
          error={faults[`assumed.${id}`]}
          onChange={({ currentTarget: { value } }) =>
            onChange({ ...form, assumed: { ...form.assumed, [id]: value } })
          }
        />
      ))}
    </div>
  );
}

function Rights(o: Fields & { readonly record: TariffRecord }): ReactNode {
  const { form, onChange, record } = o;
  return (
    <>
      <Picked
        label="Exempt from"
        all={record.rates.filter(({ exemptible }) => exemptible)}
        picked={form.exempt}
        onChange={(exempt) => onChange({ ...form, exempt })}
      />
      <Picked
        label="Listed for"
        all={record.free.filter(({ entitled }) => entitled === 'listed')}
        picked={form.entitled}
        onChange={(entitled) => onChange({ ...form, entitled })}
      />
    </>
  );
}

export function TrialFields(o: Fields & { readonly record: TariffRecord }): ReactNode {
  return (
    <div className={classes['fields']}>
      <Amount {...o} />
      <Customer {...o} />
      <Rights {...o} />
    </div>
  );
}
