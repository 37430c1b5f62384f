/** The fields of a token to be built: one for each member the row of the table has. */
import { ActionIcon, NativeSelect, TextInput } from '@mantine/core';
import { IconDice5 } from '@tabler/icons-react';
import type { TokenField, TokenLayout } from '@wattvend/sts/layouts.js';
import { CREDIT_REGISTERS } from '@wattvend/sts/management.js';
import { CONTROL_BITS, METER_TESTS } from '@wattvend/sts/test-display.js';
import type { BaseDate } from '@wattvend/sts/token-identifier.js';
import type { ReactNode } from 'react';
import type { Faults } from './refused.ts';
import { membersOf, readTokenIdentifier, type TokenDraft, UNITS } from './token-draft.ts';
import classes from './token-lab.module.css';
import { wordsOf } from './token-names.ts';

export interface Building {
  readonly row: TokenLayout;
  readonly draft: TokenDraft;
  readonly set: (change: Partial<TokenDraft>) => void;
  readonly faults: Faults;
  readonly baseDate: BaseDate;
}

const RANDOM_VALUES = 16;

/** Four bits of real chance: a random number that could be guessed would be none. */
export function freshRandom(): string {
  const [octet = 0] = crypto.getRandomValues(new Uint8Array(1));
  return String(octet % RANDOM_VALUES);
}

// What is empty is not yet wrong.
function errorAt(faults: Faults, member: string): string | null {
  const sentence = faults[member];
  return sentence === undefined || sentence === '' ? null : sentence;
}

function setValue(o: Building, member: string, value: string): void {
  o.set({ values: { ...o.draft.values, [member]: value } });
}

function ValueField(o: Building & { readonly field: TokenField }): ReactNode {
  const { faults, field } = o;
  const unit = UNITS[field.holds];
  return (
    <TextInput
      label={`${wordsOf(field.name)}${unit === undefined ? '' : `, ${unit.name}`}`}
      description={descriptionOf(field)}
      inputMode={unit === undefined ? 'numeric' : 'decimal'}
      autoComplete="off"
      value={o.draft.values[field.name] ?? ''}
      error={errorAt(faults, field.name)}
      onChange={(event) => setValue(o, field.name, event.currentTarget.value)}
    />
  );
}

function descriptionOf({ holds, name, width }: TokenField): string {
  if (holds === 'currency') return 'Five decimals at most; less than zero takes money away';
  if (name === 'manufacturerCode') {
    return `${width === 8 ? 'Two' : 'Four'} digits; 0 addresses every maker`;
  }
  const unit = UNITS[holds];
  if (unit === undefined) return `0 to ${2 ** width - 1}`;
  return unit.places === 0 ? 'Whole watts' : 'One decimal at most';
}

function RandomField(o: Building): ReactNode {
  return (
    <TextInput
      label="Random number (RND)"
      description="0 to 15, new for every token"
      inputMode="numeric"
      value={o.draft.values['random'] ?? ''}
      error={errorAt(o.faults, 'random')}
      onChange={(event) => setValue(o, 'random', event.currentTarget.value)}
      rightSection={
        <ActionIcon
          variant="subtle"
          aria-label="New random number"
          title="New random number"
          onClick={() => setValue(o, 'random', freshRandom())}
        >
          <IconDice5 size={18} aria-hidden />
        </ActionIcon>
      }
    />
  );
}

function TimeField(o: Building): ReactNode {
  const identified = readTokenIdentifier(o.draft, o.baseDate);
  const minute =
    identified.kind === 'value'
      ? `TID ${identified.value}, minutes since ${o.baseDate}-01-01 00:00 UTC`
      : `Counted from ${o.baseDate}-01-01 00:00 UTC`;
  return (
    <div className={classes['wide']}>
      <TextInput
        type="datetime-local"
        label="Time (UTC)"
        description={minute}
        value={o.draft.time}
        error={errorAt(o.faults, 'tokenIdentifier')}
        onChange={(event) => o.set({ time: event.currentTarget.value })}
      />
      <label className={classes['check']}>
        <input
          type="checkbox"
          checked={o.draft.isSpecial}
          onChange={(event) => o.set({ isSpecial: event.currentTarget.checked })}
        />
        <span>
          Special token: takes 00:01 of this day
          <small>
            The minute 00:01 of a day is kept for tokens of which a meter takes one a day, such as a
            free allowance. An ordinary token never has it.
          </small>
        </span>
      </label>
    </div>
  );
}

function RegisterField(o: Building): ReactNode {
  return (
    <NativeSelect
      label="Register"
      value={o.draft.values['register'] ?? ''}
      error={errorAt(o.faults, 'register')}
      onChange={(event) => setValue(o, 'register', event.currentTarget.value)}
      data={CREDIT_REGISTERS.map(({ name, register }) => ({
        value: String(register),
        label: `${register}, ${wordsOf(name).toLowerCase()}`,
      }))}
    />
  );
}

function TestsField(o: Building): ReactNode {
  const { draft, row } = o;
  const bits = CONTROL_BITS[row.subclass === 0 ? 0 : 1];
  const toggle = (number: number, isOn: boolean): void =>
    o.set({
      tests: isOn ? [...draft.tests, number] : draft.tests.filter((test) => test !== number),
    });
  const error = errorAt(o.faults, 'control');
  return (
    <fieldset className={classes['tests']}>
      <legend>Tests: one bit each, {bits} in all</legend>
      {METER_TESTS.map(({ number, purpose }) => (
        <label key={number} className={classes['check']}>
          <input
            type="checkbox"
            checked={draft.tests.includes(number)}
            onChange={(event) => toggle(number, event.currentTarget.checked)}
          />
          <span>
            <b>{number}</b> {purpose}
          </span>
        </label>
      ))}
      {error !== null && <p className={classes['error']}>{error}</p>}
    </fieldset>
  );
}

function Field(o: Building & { readonly field: TokenField }): ReactNode {
  const { field } = o;
  if (field.holds === 'tokenIdentifier') return <TimeField {...o} />;
  if (field.name === 'random') return <RandomField {...o} />;
  if (field.name === 'register') return <RegisterField {...o} />;
  if (field.name === 'control') return <TestsField {...o} />;
  return <ValueField {...o} />;
}

/** The amount comes first: it is what a person has in mind. */
function inOrder(fields: readonly TokenField[]): readonly TokenField[] {
  const isLater = ({ holds, name }: TokenField): boolean =>
    holds === 'tokenIdentifier' || name === 'random';
  return [...fields.filter((field) => !isLater(field)), ...fields.filter(isLater)];
}

export function BuildFields(o: Building): ReactNode {
  return (
    <div className={classes['fields']}>
      {inOrder(membersOf(o.row)).map((field) => (
        <Field key={field.name} {...o} field={field} />
      ))}
    </div>
  );
}
