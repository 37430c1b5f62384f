/** A cashier's own shift: opened before the first sale, counted after the last. */
import { Button, Modal, Stack } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { api, call } from '../../api/client.ts';
import type { Shift } from '../../api/model.ts';
import { ownShiftQuery } from '../../api/queries.ts';
import { CountShiftForm } from '../../forms/count-shift.tsx';
import { OpenShiftForm } from '../../forms/open-shift.tsx';
import { methodName } from '../../forms/payment-methods.ts';
import { formatMoney } from '../../money.ts';
import { mayDo } from '../../shell/access.ts';
import { useSession } from '../../shell/session.ts';
import { useDialog } from '../../ui/open-dialog.ts';
import { formatInstant } from '../../wall-time.ts';
import { differenceWords } from '../vendors/till-difference.ts';
import classes from './own-shift.module.css';

/** What the count found, method by method. It is told once, after the count. */
function Counted(o: { readonly shift: Shift; readonly onClose: () => void }): ReactNode {
  const { currency } = useSession().utility;
  const { closed } = o.shift;
  if (closed === null) return null;
  const { words, isShort } = differenceWords(closed.difference_minor, currency);
  return (
    <Modal opened onClose={o.onClose} title="Your shift is closed" centered>
      <Stack>
        <p className={classes['text']}>
          {formatMoney(closed.sold_minor, currency)} was taken, {closed.vends}{' '}
          {closed.vends === 1 ? 'sale' : 'sales'}:{' '}
          <strong className={isShort ? classes['bad'] : undefined}>{words}</strong>.
        </p>
        <ul className={classes['counts']}>
          {closed.counts.map((each) => (
            <li key={each.payment_method}>
              <span>{methodName(each.payment_method)}</span>
              <span>
                {formatMoney(each.counted_minor, currency)} of{' '}
                {formatMoney(each.expected_minor, currency)}
              </span>
            </li>
          ))}
        </ul>
        <Button onClick={o.onClose} data-autofocus>
          Done
        </Button>
      </Stack>
    </Modal>
  );
}

const DIALOGS = ['open-shift', 'count-shift'] as const;

function Bar(o: {
  readonly shift: Shift | null;
  readonly onDialog: (dialog: (typeof DIALOGS)[number]) => void;
}): ReactNode {
  const { currency, time_zone: timeZone } = useSession().utility;
  const { shift } = o;
  return (
    <div className={classes['bar']}>
      {shift === null ? (
        <>
          <span>No shift is open.</span>
          <Button size="xs" variant="light" onClick={() => o.onDialog('open-shift')}>
            Open your shift
          </Button>
        </>
      ) : (
        <>
          <span>
            Your shift is open since {formatInstant(shift.opened_at, timeZone)}, with{' '}
            {formatMoney(shift.cash_float_minor, currency)} of change.
          </span>
          <Button size="xs" variant="default" onClick={() => o.onDialog('count-shift')}>
            Count and close
          </Button>
        </>
      )}
    </div>
  );
}

function Whole(): ReactNode {
  const queries = useQueryClient();
  const current = useQuery(ownShiftQuery);
  const { dialog, open, close } = useDialog(DIALOGS);
  const [counted, setCounted] = useState<Shift | null>(null);
  const shift = current.data?.shift ?? null;
  const refresh = (): void => {
    void queries.invalidateQueries({ queryKey: ownShiftQuery.queryKey });
    void queries.invalidateQueries({ queryKey: ['vendor'] });
  };
  // The till sells without knowing; what is the matter with the server is said above every page.
  if (current.data === undefined) return null;
  return (
    <>
      <Bar shift={shift} onDialog={open} />
      {dialog?.name === 'open-shift' && <OpenShiftForm onDone={refresh} onClose={close} />}
      {dialog?.name === 'count-shift' && shift !== null && (
        <CountShiftForm
          shift={shift}
          title="Count your till"
          count={(count) => {
            const params = { path: { id: shift.id } };
            return call(
              api.PUT('/v1/shifts/{id}/count', { params, body: { counted: { ...count } } }),
            );
          }}
          onCounted={(closed) => {
            setCounted(closed);
            refresh();
          }}
          onClose={close}
        />
      )}
      {counted !== null && <Counted shift={counted} onClose={() => setCounted(null)} />}
    </>
  );
}

export function OwnShift(): ReactNode {
  return mayDo('own-shift', useSession()) ? <Whole /> : null;
}
