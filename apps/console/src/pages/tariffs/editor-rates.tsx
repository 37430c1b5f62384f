/** Taxes and levies in per cent, each with what it is taken on, and fees by channel. */
import { Button, Checkbox } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Panel } from '../../ui/panel.tsx';
import { AccountField, Card, MoneyField, RateField, TextField, useList } from './editor-fields.tsx';
import {
  type FeeDraft,
  NEW_FEE,
  NEW_RATE,
  type RateDraft,
  type TariffDraft,
} from './tariff-draft.ts';
import classes from './tariffs.module.css';
import { useDraft } from './use-editor.ts';

/** What a rate may stand on: everything that takes money, and the rates above it. */
function basesFor(
  { energy, perKwh, fixed, fees, rates }: TariffDraft,
  at: number,
): readonly { readonly key: string; readonly name: string }[] {
  return [energy, ...perKwh, ...fixed, ...fees, ...rates.slice(0, at)];
}

function Rate(o: {
  readonly draft: RateDraft;
  readonly at: number;
  readonly path: string;
  readonly onChange: (draft: RateDraft) => void;
  readonly onLeaveOut: () => void;
  readonly onMoveUp: (() => void) | undefined;
}): ReactNode {
  const { draft, path, onChange } = o;
  const whole = useDraft();
  const bases = basesFor(whole.draft, o.at);
  // What is ticked but stands below by now, or nowhere, is shown too, so that it can be unticked.
  const lost = draft.of
    .filter((key) => !bases.some((base) => base.key === key))
    .map((key) => whole.draft.rates.find((rate) => rate.key === key) ?? { key, name: key });
  const name = draft.name === '' ? 'New tax or levy' : draft.name;
  return (
    <Card name={name} onLeaveOut={o.onLeaveOut} onMoveUp={o.onMoveUp}>
      <div className={classes['pair']}>
        <TextField
          label="Name on the receipt"
          path={`${path}.name`}
          placeholder="VAT"
          value={draft.name}
          onTyped={(next) => onChange({ ...draft, name: next })}
        />
        <RateField
          label="Rate"
          path={`${path}.rate_basis_points`}
          value={draft.rate}
          onTyped={(rate) => onChange({ ...draft, rate })}
        />
        <AccountField
          path={`${path}.account`}
          value={draft.account}
          onChange={(account) => onChange({ ...draft, account })}
        />
      </div>
      <Checkbox.Group
        label="Taken on"
        error={whole.faultAt(`${path}.of`)}
        value={[...draft.of]}
        onChange={(of: string[]) => onChange({ ...draft, of })}
      >
        {[...bases, ...lost].map((base) => (
          <Checkbox
            key={base.key}
            value={base.key}
            label={base.name === '' ? 'without a name yet' : base.name}
            mt={6}
          />
        ))}
      </Checkbox.Group>
      <Checkbox
        label="A customer can be exempt from it"
        checked={draft.exemptible}
        onChange={(event) => onChange({ ...draft, exemptible: event.currentTarget.checked })}
      />
    </Card>
  );
}

export function RatesEditor(): ReactNode {
  const { list, pathOf, add, set, leaveOut, moveUp } = useList('rates');
  return (
    <Panel
      heading="Taxes and levies in per cent"
      aside={
        <Button
          variant="light"
          leftSection={<IconPlus size={18} aria-hidden />}
          onClick={() => add(NEW_RATE)}
        >
          Add a tax or levy
        </Button>
      }
    >
      <div className={classes['fields']}>
        {list.length === 0 && <p className={classes['soft']}>No tax is taken.</p>}
        {list.map((draft, at) => (
          <Rate
            key={draft.key}
            draft={draft}
            at={at}
            path={pathOf(at)}
            onChange={(next) => set(at, next)}
            onLeaveOut={() => leaveOut(at)}
            onMoveUp={at === 0 ? undefined : () => moveUp(at)}
          />
        ))}
      </div>
    </Panel>
  );
}

function Fee(o: {
  readonly draft: FeeDraft;
  readonly path: string;
  readonly onChange: (draft: FeeDraft) => void;
  readonly onLeaveOut: () => void;
}): ReactNode {
  const { draft, path, onChange } = o;
  return (
    <Card name={draft.name === '' ? 'New fee' : draft.name} onLeaveOut={o.onLeaveOut}>
      <div className={classes['pair']}>
        <TextField
          label="Name on the receipt"
          path={`${path}.name`}
          value={draft.name}
          onTyped={(name) => onChange({ ...draft, name })}
        />
        <TextField
          label="Channel"
          optional
          placeholder="mobile"
          description="Empty: every channel that no other fee names"
          path={`${path}.channel`}
          value={draft.channel}
          onTyped={(channel) => onChange({ ...draft, channel })}
        />
        <RateField
          label="Rate of what is paid"
          optional
          path={`${path}.rate_basis_points`}
          value={draft.rate}
          onTyped={(rate) => onChange({ ...draft, rate })}
        />
        <MoneyField
          label="At least"
          path={`${path}.least_minor`}
          value={draft.least}
          onTyped={(least) => onChange({ ...draft, least })}
        />
        <MoneyField
          label="At most"
          optional
          path={`${path}.most_minor`}
          value={draft.most}
          onTyped={(most) => onChange({ ...draft, most })}
        />
        <AccountField
          path={`${path}.account`}
          value={draft.account}
          onChange={(account) => onChange({ ...draft, account })}
        />
      </div>
    </Card>
  );
}

export function FeesEditor(): ReactNode {
  const { list, pathOf, add, set, leaveOut } = useList('fees');
  return (
    <Panel
      heading="Fees by channel"
      aside={
        <Button
          variant="light"
          leftSection={<IconPlus size={18} aria-hidden />}
          onClick={() => add(NEW_FEE)}
        >
          Add a fee
        </Button>
      }
    >
      <div className={classes['fields']}>
        {list.length === 0 && (
          <p className={classes['soft']}>No channel costs the customer more.</p>
        )}
        {list.map((draft, at) => (
          <Fee
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
