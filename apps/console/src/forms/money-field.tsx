/** One amount of money, as a person types it. */
import { TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { explainMoneyFault, type ParsedMoney, parseMoney, parseMoneyOrZero } from '../money.ts';
import { useSession } from '../shell/session.ts';

/** What was typed as whole minor units in decimal; null while it is no amount. */
export function minorOf(parsed: ParsedMoney): string | null {
  return parsed.kind === 'money' ? String(parsed.minor) : null;
}

/** Reads amounts of the utility's currency: above zero, or zero as well. */
export function useMoneyReader(): {
  readonly above: (typed: string) => ParsedMoney;
  readonly orZero: (typed: string) => ParsedMoney;
} {
  const { decimal_places: places } = useSession().utility.currency;
  return {
    above: (typed) => parseMoney(typed, places),
    orZero: (typed) => parseMoneyOrZero(typed, places),
  };
}

export function MoneyField(o: {
  readonly label: string;
  readonly description?: string;
  readonly typed: string;
  readonly parsed: ParsedMoney;
  readonly optional?: boolean;
  readonly autoFocus?: boolean;
  readonly onTyped: (typed: string) => void;
}): ReactNode {
  const { currency } = useSession().utility;
  const { parsed } = o;
  const fault =
    parsed.kind === 'fault' ? explainMoneyFault(parsed.fault, currency.decimal_places) : null;
  return (
    <TextInput
      label={`${o.label} in ${currency.symbol}${o.optional === true ? ' (optional)' : ''}`}
      description={o.description}
      inputMode="decimal"
      autoComplete="off"
      required={o.optional !== true}
      data-autofocus={o.autoFocus === true ? true : undefined}
      value={o.typed}
      error={fault}
      onChange={(event) => o.onTyped(event.currentTarget.value)}
    />
  );
}
