/** The beginning of a shift: the change that is in the till. */
import { notifications } from '@mantine/notifications';
import { type ReactNode, useState } from 'react';
import { api, call } from '../api/client.ts';
import type { Refusal } from '../api/refusal.ts';
import { newId } from '../ui/new-id.ts';
import { FormDialog } from './form-dialog.tsx';
import { MoneyField, minorOf, useMoneyReader } from './money-field.tsx';

export function OpenShiftForm(o: {
  readonly onDone: () => void;
  readonly onClose: () => void;
}): ReactNode {
  const { orZero } = useMoneyReader();
  // One person has one open shift, so a reload between two tries cannot open two.
  const [shiftId] = useState(newId);
  const [typed, setTyped] = useState('');
  const minor = minorOf(orZero(typed));
  async function send(): Promise<Refusal | null> {
    if (minor === null) return null;
    const params = { path: { id: shiftId } };
    const body = { cash_float_minor: minor };
    const answer = await call(api.PUT('/v1/shifts/{id}', { params, body }));
    o.onDone();
    if (answer.kind === 'refusal') return answer.refusal;
    notifications.show({ message: 'Your shift is open.' });
    return null;
  }
  return (
    <FormDialog
      title="Open your shift"
      verb="Open the shift"
      ready={minor !== null}
      send={send}
      onClose={o.onClose}
    >
      <MoneyField
        label="Change in the till"
        description="What is in it before the first sale; 0 if nothing"
        autoFocus
        typed={typed}
        parsed={orZero(typed)}
        onTyped={setTyped}
      />
    </FormDialog>
  );
}
