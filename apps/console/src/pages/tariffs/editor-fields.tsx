/** The fields a tariff is written in. Each shows what is wrong with it, and what was understood. */
import { ActionIcon, NativeSelect, TextInput } from '@mantine/core';
import { IconArrowUp, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useSession } from '../../shell/session.ts';
import { LISTS, type ListName, type TariffDraft } from './tariff-draft.ts';
import classes from './tariffs.module.css';
import { formatPrice, parsePrice } from './typed-amounts.ts';
import { useDraft } from './use-editor.ts';

interface Field {
  readonly label: string;
  readonly path: string;
  readonly value: string;
  readonly onTyped: (typed: string) => void;
  readonly description?: string;
  readonly placeholder?: string;
  readonly optional?: boolean;
  readonly type?: string;
}

export function TextField(o: Field): ReactNode {
  const { faultAt } = useDraft();
  return (
    <TextInput
      label={o.optional === true ? `${o.label} (optional)` : o.label}
      type={o.type ?? 'text'}
      description={o.description}
      placeholder={o.placeholder}
      autoComplete="off"
      value={o.value}
      error={faultAt(o.path)}
      inputWrapperOrder={['label', 'input', 'error', 'description']}
      onChange={(event) => o.onTyped(event.currentTarget.value)}
    />
  );
}

/** A price of a kWh; below it stands what it is, with its unit. */
export function PriceField(o: Field): ReactNode {
  const { currency } = useSession().utility;
  const parsed = parsePrice(o.value, currency);
  return (
    <TextField
      {...o}
      placeholder={`2.50 ${currency.symbol} per kWh`}
      description={
        parsed.kind === 'value'
          ? formatPrice(parsed.value, currency)
          : `In ${currency.symbol} per kWh`
      }
    />
  );
}

export function RateField(o: Field): ReactNode {
  return (
    <TextField {...o} placeholder="15 %" description={o.description ?? 'With its unit: 15 %'} />
  );
}

export function MoneyField(o: Field): ReactNode {
  const { currency } = useSession().utility;
  return <TextField {...o} label={`${o.label}, in ${currency.symbol}`} />;
}

export function Choice<Value extends string>(o: {
  readonly label: string;
  readonly value: Value;
  readonly choices: Readonly<Record<Value, string>>;
  readonly path?: string;
  readonly description?: string;
  readonly onChange: (value: Value) => void;
}): ReactNode {
  const { faultAt } = useDraft();
  const values = Object.keys(o.choices) as Value[];
  return (
    <NativeSelect
      label={o.label}
      description={o.description}
      data={values.map((value) => ({ value, label: o.choices[value] }))}
      value={o.value}
      error={o.path === undefined ? undefined : faultAt(o.path)}
      onChange={({ currentTarget }) => {
        const chosen = values.find((value) => value === currentTarget.value);
        if (chosen !== undefined) o.onChange(chosen);
      }}
    />
  );
}

// Of the chart of accounts, those that a sale can pay into.
const ACCOUNTS: Readonly<Record<string, string>> = {
  energy_sales: 'Energy sales',
  fixed_charges: 'Fixed charges',
  connection_fees: 'Connection fees',
  convenience_fees: 'Convenience fees',
  penalties: 'Penalties',
  vat_payable: 'VAT payable',
  taxes_payable: 'Other taxes payable',
  levies_payable: 'Levies payable',
};

export function AccountField(o: {
  readonly path: string;
  readonly value: string;
  readonly onChange: (account: string) => void;
}): ReactNode {
  const { value } = o;
  return (
    <Choice
      label="The money goes to"
      path={o.path}
      value={value}
      choices={{ ...ACCOUNTS, ...(value in ACCOUNTS ? {} : { [value]: value }) }}
      onChange={o.onChange}
    />
  );
}

/** A component with its fields, and the ways to move it up and to take it out. */
export function Card(o: {
  readonly name: string;
  readonly onLeaveOut: () => void;
  readonly onMoveUp?: (() => void) | undefined;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <fieldset className={classes['card']} aria-label={o.name}>
      <div className={classes['cardHead']}>
        <strong>{o.name}</strong>
        <div className={classes['actions']}>
          {o.onMoveUp !== undefined && (
            <ActionIcon
              variant="default"
              size={36}
              aria-label={`Move ${o.name} up`}
              onClick={o.onMoveUp}
            >
              <IconArrowUp size={18} aria-hidden />
            </ActionIcon>
          )}
          <ActionIcon
            variant="default"
            size={36}
            aria-label={`Take out ${o.name}`}
            onClick={o.onLeaveOut}
          >
            <IconX size={18} aria-hidden />
          </ActionIcon>
        </div>
      </div>
      {o.children}
    </fieldset>
  );
}

type Member<Name extends ListName> = TariffDraft[Name][number];

export interface ListEditor<Name extends ListName> {
  readonly list: readonly Member<Name>[];
  /** The place of a member in the record. */
  readonly pathOf: (at: number) => string;
  readonly add: (member: Omit<Member<Name>, 'key'>) => void;
  readonly set: (at: number, member: Member<Name>) => void;
  readonly leaveOut: (at: number) => void;
  readonly moveUp: (at: number) => void;
}

/** One of the lists of a draft. Nothing stands on what was taken out any more. */
export function useList<Name extends ListName>(name: Name): ListEditor<Name> {
  const { draft, change, nextKey } = useDraft();
  const list: readonly Member<Name>[] = draft[name];
  const put = (next: readonly Member<Name>[]) => change({ ...draft, [name]: next });
  return {
    list,
    pathOf: (at) => `${LISTS[name]}.${at}`,
    add: (member) => put([...list, { ...member, key: nextKey() } as Member<Name>]),
    set: (at, member) => put(list.map((each, place) => (place === at ? member : each))),
    leaveOut(at) {
      const gone = list[at]?.key;
      const next: TariffDraft = { ...draft, [name]: list.filter((_, place) => place !== at) };
      const rates = next.rates.map((rate) => ({
        ...rate,
        of: rate.of.filter((key) => key !== gone),
      }));
      change({ ...next, rates });
    },
    moveUp(at) {
      const [above, moved] = [list[at - 1], list[at]];
      if (above === undefined || moved === undefined) return;
      put(list.map((each, place) => (place === at - 1 ? moved : place === at ? above : each)));
    },
  };
}
