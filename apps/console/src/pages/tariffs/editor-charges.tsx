/** What is owed by the kWh, and by the month or the day. */
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Panel } from '../../ui/panel.tsx';
import {
  AccountField,
  Card,
  Choice,
  MoneyField,
  PriceField,
  RateField,
  TextField,
  useList,
} from './editor-fields.tsx';
import { type FixedDraft, NEW_FIXED, NEW_PER_KWH, type PerKwhDraft } from './tariff-draft.ts';
import classes from './tariffs.module.css';

interface CardOf<Draft> {
  readonly draft: Draft;
  readonly path: string;
  readonly onChange: (draft: Draft) => void;
  readonly onLeaveOut: () => void;
}

function PerKwh(o: CardOf<PerKwhDraft>): ReactNode {
  const { draft, path, onChange } = o;
  return (
    <Card
      name={draft.name === '' ? 'New charge on each kWh' : draft.name}
      onLeaveOut={o.onLeaveOut}
    >
      <div className={classes['pair']}>
        <TextField
          label="Name on the receipt"
          path={`${path}.name`}
          placeholder="Rural levy"
          value={draft.name}
          onTyped={(name) => onChange({ ...draft, name })}
        />
        <Choice
          label="Its price is"
          value={draft.kind}
          choices={{ fixed: 'Written here', published: 'Published by the month' }}
          onChange={(kind) => onChange({ ...draft, kind })}
        />
        {draft.kind === 'fixed' && (
          <PriceField
            label="Price of a kWh"
            path={`${path}.value.price_e4_minor`}
            value={draft.price}
            onTyped={(price) => onChange({ ...draft, price })}
          />
        )}
        <AccountField
          path={`${path}.account`}
          value={draft.account}
          onChange={(account) => onChange({ ...draft, account })}
        />
      </div>
      {draft.kind === 'published' && (
        <p className={classes['soft']}>
          Two persons publish it under “Monthly values”. Without a value purchases are refused, so
          publish the first one before this version holds.
        </p>
      )}
    </Card>
  );
}

export function PerKwhEditor(): ReactNode {
  const { list, pathOf, add, set, leaveOut } = useList('perKwh');
  return (
    <Panel
      heading="On each kWh"
      aside={
        <Button
          variant="light"
          leftSection={<IconPlus size={18} aria-hidden />}
          onClick={() => add(NEW_PER_KWH)}
        >
          Add a levy on each kWh
        </Button>
      }
    >
      <div className={classes['fields']}>
        {list.length === 0 && <p className={classes['soft']}>Nothing goes with a kWh.</p>}
        {list.map((draft, at) => (
          <PerKwh
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

function Owed(o: Omit<CardOf<FixedDraft>, 'onLeaveOut'>): ReactNode {
  const { draft, path, onChange } = o;
  return (
    <div className={classes['pair']}>
      <TextField
        label={`At most so many ${draft.per}s at once`}
        description="1 forgets what was missed"
        path={`${path}.catch_up_max`}
        value={draft.catchUpMax}
        onTyped={(catchUpMax) => onChange({ ...draft, catchUpMax })}
      />
      <Choice
        label={`A customer's first ${draft.per}`}
        path={`${path}.first_period`}
        value={draft.firstPeriod}
        choices={{
          whole: 'Owed in full',
          'pro-rata': 'Owed by the days left of it',
          none: 'Free',
        }}
        onChange={(firstPeriod) => onChange({ ...draft, firstPeriod })}
      />
      <Choice
        label="If a purchase does not cover it"
        value={draft.tooSmall}
        choices={{ refuse: 'Refuse the purchase', 'take-part': 'Take a part of the money' }}
        onChange={(tooSmall) => onChange({ ...draft, tooSmall })}
      />
      {draft.tooSmall === 'take-part' && (
        <RateField
          label="The part that it takes"
          description="Of the money; with its unit: 50 %"
          path={`${path}.if_too_small.part_share_basis_points`}
          value={draft.partShare}
          onTyped={(partShare) => onChange({ ...draft, partShare })}
        />
      )}
      <TextField
        label="Owed from"
        optional
        type="date"
        path={`${path}.from`}
        value={draft.from}
        onTyped={(from) => onChange({ ...draft, from })}
      />
    </div>
  );
}

function Fixed(o: CardOf<FixedDraft>): ReactNode {
  const { draft, path, onChange } = o;
  return (
    <Card name={draft.name === '' ? 'New fixed charge' : draft.name} onLeaveOut={o.onLeaveOut}>
      <div className={classes['pair']}>
        <TextField
          label="Name on the receipt"
          path={`${path}.name`}
          value={draft.name}
          onTyped={(name) => onChange({ ...draft, name })}
        />
        <MoneyField
          label="Amount"
          path={`${path}.money_minor`}
          value={draft.money}
          onTyped={(money) => onChange({ ...draft, money })}
        />
        <Choice
          label="For each"
          value={draft.per}
          choices={{ month: 'Month', day: 'Day' }}
          onChange={(per) => onChange({ ...draft, per })}
        />
        <AccountField
          path={`${path}.account`}
          value={draft.account}
          onChange={(account) => onChange({ ...draft, account })}
        />
      </div>
      <Owed draft={draft} path={path} onChange={onChange} />
    </Card>
  );
}

export function FixedEditor(): ReactNode {
  const { list, pathOf, add, set, leaveOut } = useList('fixed');
  return (
    <Panel
      heading="Fixed charges"
      aside={
        <Button
          variant="light"
          leftSection={<IconPlus size={18} aria-hidden />}
          onClick={() => add(NEW_FIXED)}
        >
          Add a fixed charge
        </Button>
      }
    >
      <div className={classes['fields']}>
        {list.length === 0 && <p className={classes['soft']}>Nothing is owed by the month.</p>}
        {list.map((draft, at) => (
          <Fixed
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
