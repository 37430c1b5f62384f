/** Sends messages of a span of days again, for example after the receiver was down. */
import { Checkbox, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type ReactNode, useState } from 'react';
import { api, call } from '../api/client.ts';
import type { Refusal } from '../api/refusal.ts';
import { useSession } from '../shell/session.ts';
import { dayIn, isDay, shiftDay, startOfDay } from '../wall-time.ts';
import { FormDialog } from './form-dialog.tsx';
import classes from './forms.module.css';

export function ReplayWebhookForm(o: {
  readonly webhookId: string;
  readonly onDone: () => void;
  readonly onClose: () => void;
}): ReactNode {
  const { time_zone: timeZone } = useSession().utility;
  const today = dayIn(timeZone, new Date());
  const [from, setFrom] = useState(today);
  const [to, setTo] = useState(today);
  const [onlyFailed, setOnlyFailed] = useState(true);
  const isSpan = isDay(from) && isDay(to) && from <= to;
  async function send(): Promise<Refusal | null> {
    const answer = await call(
      api.POST('/v1/webhooks/{id}/replays', {
        params: { path: { id: o.webhookId } },
        body: {
          from: startOfDay(from, timeZone),
          to: startOfDay(shiftDay(to, 1), timeZone),
          only_failed: onlyFailed,
        },
      }),
    );
    o.onDone();
    if (answer.kind === 'refusal') return answer.refusal;
    const { messages } = answer.value;
    notifications.show({
      message: `${messages} ${messages === 1 ? 'message is' : 'messages are'} sent again.`,
    });
    return null;
  }
  return (
    <FormDialog
      title="Send again"
      verb="Send again"
      ready={isSpan}
      send={send}
      onClose={o.onClose}
      repeatable={false}
    >
      <p className={classes['text']}>
        Each message keeps its id, so that the receiver knows those it has taken already.
      </p>
      <div className={classes['pair']}>
        <TextInput
          label="What happened from"
          type="date"
          required
          value={from}
          onChange={(event) => setFrom(event.currentTarget.value)}
        />
        <TextInput
          label="To the end of"
          type="date"
          required
          value={to}
          onChange={(event) => setTo(event.currentTarget.value)}
        />
      </div>
      <Checkbox
        label="Only what was given up"
        checked={onlyFailed}
        onChange={(event) => setOnlyFailed(event.currentTarget.checked)}
      />
    </FormDialog>
  );
}
