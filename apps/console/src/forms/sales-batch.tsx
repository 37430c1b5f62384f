/** Closes a sales batch: counted shifts whose money is brought to the bank together. */
import { Checkbox } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type ReactNode, useState } from 'react';
import { api, call } from '../api/client.ts';
import type { Shift, Vendor } from '../api/model.ts';
import type { Refusal } from '../api/refusal.ts';
import { formatMoney } from '../money.ts';
import { useSession } from '../shell/session.ts';
import { formatInstant } from '../wall-time.ts';
import { FormDialog } from './form-dialog.tsx';
import classes from './forms.module.css';

export function SalesBatchForm(o: {
  readonly vendor: Vendor;
  /** Closed, and in no batch yet. */
  readonly shifts: readonly Shift[];
  readonly batchId: string;
  readonly onDone: () => void;
  readonly onClose: () => void;
}): ReactNode {
  const { vendor, shifts } = o;
  const { currency, time_zone: timeZone } = useSession().utility;
  const [left, setLeft] = useState<readonly string[]>([]);
  const chosen = shifts.filter(({ id }) => !left.includes(id));
  async function send(): Promise<Refusal | null> {
    const answer = await call(
      api.PUT('/v1/vendors/{id}/sales-batches/{batch_id}', {
        params: { path: { id: vendor.id, batch_id: o.batchId } },
        body: { shift_ids: chosen.map(({ id }) => id) },
      }),
    );
    o.onDone();
    if (answer.kind === 'refusal') return answer.refusal;
    notifications.show({ message: `Sales batch ${answer.value.number} is closed.` });
    return null;
  }
  return (
    <FormDialog
      title={`Sales batch of ${vendor.name}`}
      verb={`Close the batch (${chosen.length})`}
      ready={chosen.length > 0}
      send={send}
      onClose={o.onClose}
    >
      {shifts.length === 0 && <p className={classes['text']}>Every counted shift is in a batch.</p>}
      {shifts.map((shift) => (
        <Checkbox
          key={shift.id}
          label={`${shift.operator.sign_in_name}, ${formatInstant(shift.opened_at, timeZone)}`}
          description={`sold ${formatMoney(shift.closed?.sold_minor ?? '0', currency)}`}
          checked={!left.includes(shift.id)}
          onChange={({ currentTarget: { checked } }) =>
            setLeft(checked ? left.filter((id) => id !== shift.id) : [...left, shift.id])
          }
        />
      ))}
    </FormDialog>
  );
}
