/** How much one operator of a vendor may sell. What is left empty is not limited. */
import { TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type ReactNode, useState } from 'react';
import { api, call } from '../api/client.ts';
import type { Operator, Vendor } from '../api/model.ts';
import type { Refusal } from '../api/refusal.ts';
import { typedMoney } from '../money.ts';
import { useSession } from '../shell/session.ts';
import { FormDialog } from './form-dialog.tsx';
import { MoneyField, minorOf, useMoneyReader } from './money-field.tsx';

export function OperatorLimitsForm(o: {
  readonly vendor: Vendor;
  readonly operator: Operator;
  readonly onDone: () => void;
  readonly onClose: () => void;
}): ReactNode {
  const { vendor, operator } = o;
  const { decimal_places: places } = useSession().utility.currency;
  const { above } = useMoneyReader();
  const typedOf = (minor: string | null): string =>
    minor === null ? '' : typedMoney(BigInt(minor), places);
  const [most, setMost] = useState(typedOf(operator.limits.most_tendered_minor));
  const [perDay, setPerDay] = useState(typedOf(operator.limits.most_per_day_minor));
  const [vends, setVends] = useState(String(operator.limits.most_vends_per_day ?? ''));
  const isRead = (typed: string): boolean => typed.trim() === '' || minorOf(above(typed)) !== null;
  const isCount = vends.trim() === '' || /^[1-9]\d{0,5}$/.test(vends.trim());
  async function send(): Promise<Refusal | null> {
    const answer = await call(
      api.PUT('/v1/vendors/{id}/operators/{user_id}/limits', {
        params: { path: { id: vendor.id, user_id: operator.id } },
        body: {
          most_tendered_minor: minorOf(above(most)),
          most_per_day_minor: minorOf(above(perDay)),
          most_vends_per_day: vends.trim() === '' ? null : Number(vends),
        },
      }),
    );
    o.onDone();
    if (answer.kind === 'refusal') return answer.refusal;
    notifications.show({ message: `The limits of ${operator.display_name} are set.` });
    return null;
  }
  return (
    <FormDialog
      title={`Limits of ${operator.display_name}`}
      verb="Set the limits"
      ready={isRead(most) && isRead(perDay) && isCount}
      send={send}
      onClose={o.onClose}
    >
      <MoneyField
        label="Most of one sale"
        description="Empty: no limit"
        autoFocus
        optional
        typed={most}
        parsed={above(most)}
        onTyped={setMost}
      />
      <MoneyField
        label="Most of one day"
        description="Empty: no limit"
        optional
        typed={perDay}
        parsed={above(perDay)}
        onTyped={setPerDay}
      />
      <TextInput
        label="Most sales of one day"
        description="Empty: no limit"
        inputMode="numeric"
        value={vends}
        error={isCount ? null : 'Write a whole number above zero.'}
        onChange={(event) => setVends(event.currentTarget.value)}
      />
    </FormDialog>
  );
}
