/** Puts the statements of a source beside what was sold in a span of days. */
import { TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type ReactNode, useState } from 'react';
import type { Refusal } from '../api/refusal.ts';
import {
  type PaymentSource,
  type Statement,
  sendRun,
  useReconciliationChanged,
} from '../pages/reconciliation/reconciliation-queries.ts';
import { runWords } from '../pages/reconciliation/run-words.ts';
import { useSession } from '../shell/session.ts';
import { dayIn, isDay, shiftDay, startOfDay } from '../wall-time.ts';
import { FormDialog } from './form-dialog.tsx';
import classes from './forms.module.css';

const DAYS_BACK = 7;

/** The run's id was made when the form was opened. */
export function ReconcileForm(o: {
  readonly source: PaymentSource;
  /** Whose days are offered; without one, the last week. */
  readonly statement: Statement | null;
  readonly runId: string;
  readonly onClose: () => void;
}): ReactNode {
  const { source } = o;
  const { time_zone: timeZone } = useSession().utility;
  const changed = useReconciliationChanged();
  const today = dayIn(timeZone, new Date());
  const totals = o.statement?.totals;
  const [from, setFrom] = useState(totals?.from ?? shiftDay(today, -DAYS_BACK));
  const [to, setTo] = useState(totals?.to ?? today);
  const isSpan = isDay(from) && isDay(to) && from <= to;
  async function send(): Promise<Refusal | null> {
    const answer = await sendRun(o.runId, {
      source_id: source.id,
      from: startOfDay(from, timeZone),
      to: startOfDay(shiftDay(to, 1), timeZone),
    });
    changed();
    if (answer.kind === 'refusal') return answer.refusal;
    notifications.show({ message: `Reconciled: ${runWords(answer.value)}.` });
    return null;
  }
  return (
    <FormDialog
      title={`Reconcile ${source.name}`}
      verb="Reconcile"
      ready={isSpan}
      send={send}
      onClose={o.onClose}
    >
      <p className={classes['text']}>
        Every line of its statements without a partner is put beside the sales and deposits of these
        days. Money is not moved. Run it again whenever later statements or sales have come.
      </p>
      <div className={classes['pair']}>
        <TextInput
          label="First day"
          type="date"
          required
          value={from}
          onChange={(event) => setFrom(event.currentTarget.value)}
        />
        <TextInput
          label="Last day"
          type="date"
          required
          value={to}
          error={isDay(from) && isDay(to) && from > to ? 'It is before the first day.' : null}
          onChange={(event) => setTo(event.currentTarget.value)}
        />
      </div>
    </FormDialog>
  );
}
