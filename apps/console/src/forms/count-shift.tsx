/** The end of a shift: what is in the till, by method of payment. */
import { ActionIcon, Button, NativeSelect } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import type { Answer } from '../api/client.ts';
import type { Shift } from '../api/model.ts';
import type { Refusal } from '../api/refusal.ts';
import { formatMoney } from '../money.ts';
import { useSession } from '../shell/session.ts';
import { FormDialog } from './form-dialog.tsx';
import classes from './forms.module.css';
import { MoneyField, minorOf, useMoneyReader } from './money-field.tsx';
import { methodName, PAYMENT_METHODS } from './payment-methods.ts';

interface Line {
  readonly method: string;
  readonly typed: string;
}

function AddMethod(o: {
  readonly left: readonly string[];
  readonly onAdd: (method: string) => void;
}): ReactNode {
  const [method, setMethod] = useState('');
  const chosen = o.left.find((each) => each === method) ?? o.left[0];
  if (chosen === undefined) return null;
  return (
    <div className={classes['stepLine']}>
      <NativeSelect
        label="Paid in another way"
        data={o.left.map((each) => ({ value: each, label: methodName(each) }))}
        value={chosen}
        onChange={(event) => setMethod(event.currentTarget.value)}
      />
      <Button variant="default" onClick={() => o.onAdd(chosen)}>
        Add to the count
      </Button>
    </div>
  );
}

export function CountShiftForm(o: {
  readonly shift: Shift;
  readonly title: string;
  readonly count: (counted: Readonly<Record<string, string>>) => Promise<Answer<Shift>>;
  readonly onCounted: (shift: Shift) => void;
  readonly onClose: () => void;
}): ReactNode {
  const { currency } = useSession().utility;
  const { orZero } = useMoneyReader();
  const [lines, setLines] = useState<readonly Line[]>([{ method: 'cash', typed: '' }]);
  const counted = lines.map(({ method, typed }) => [method, minorOf(orZero(typed))] as const);
  const whole = counted.flatMap(([method, minor]) =>
    minor === null ? [] : [[method, minor] as const],
  );
  async function send(): Promise<Refusal | null> {
    const answer = await o.count(Object.fromEntries(whole));
    if (answer.kind === 'refusal') return answer.refusal;
    o.onCounted(answer.value);
    return null;
  }
  const change = formatMoney(o.shift.cash_float_minor, currency);
  return (
    <FormDialog
      title={o.title}
      verb="Close the shift"
      ready={whole.length === lines.length}
      send={send}
      onClose={o.onClose}
    >
      <p className={classes['text']}>
        Count all notes and coins, with the change of {change} from the beginning. What should be
        there is told afterwards.
      </p>
      {lines.map(({ method, typed }, at) => (
        <div key={method} className={classes['countLine']}>
          <MoneyField
            label={methodName(method)}
            autoFocus={at === 0}
            typed={typed}
            parsed={orZero(typed)}
            onTyped={(next) =>
              setLines(
                lines.map((each) => (each.method === method ? { method, typed: next } : each)),
              )
            }
          />
          {method !== 'cash' && (
            <ActionIcon
              variant="default"
              size={36}
              aria-label={`Leave out ${methodName(method)}`}
              onClick={() => setLines(lines.filter((each) => each.method !== method))}
            >
              <IconX size={18} aria-hidden />
            </ActionIcon>
          )}
        </div>
      ))}
      <AddMethod
        left={PAYMENT_METHODS.filter((each) => lines.every(({ method }) => method !== each))}
        onAdd={(method) => setLines([...lines, { method, typed: '' }])}
      />
    </FormDialog>
  );
}
