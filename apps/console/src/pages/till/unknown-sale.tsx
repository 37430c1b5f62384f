import { Anchor, Button, Group, Loader, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { formatMoney } from '../../money.ts';
import { ASKED_ENOUGH, type SaleEvent, type SaleState } from '../../sale/sale.ts';
import { useSession } from '../../shell/session.ts';
import { DigitGroups } from '../../ui/digit-groups.tsx';
import { Panel } from '../../ui/panel.tsx';
import { formatTimeOfDay } from '../../wall-time.ts';
import classes from './till.module.css';

/**
 * The third outcome: the sale was sent and no answer came. The same id is asked for until there is
 * one, so nothing can be sold twice, and the page says so calmly.
 */
export function UnknownSale(o: {
  readonly state: Extract<SaleState, { kind: 'unknown' }>;
  readonly apply: (event: SaleEvent) => void;
}): ReactNode {
  const { utility } = useSession();
  const { pending, asked, refusal } = o.state;
  const { request } = pending;
  const signedOut = refusal?.status === 401;
  return (
    <div className={classes['search']}>
      <Panel>
        <div className={classes['unknown']} role="status" data-testid="unknown-sale">
          <Loader type="dots" size="lg" aria-hidden />
          <Title order={2} fz="h1">
            We do not know yet
          </Title>
          <p className={classes['unknownText']}>
            <strong>Do not sell again: asking…</strong>{' '}
            {request.free_units === true
              ? 'The claim of free units'
              : `The sale of ${formatMoney(request.tendered_minor, utility.currency)}`}{' '}
            for meter{' '}
            <DigitGroups digits={request.meter_number} className={classes['inText'] ?? ''} /> begun
            at {formatTimeOfDay(new Date(pending.begunAt).toISOString(), utility.time_zone)} has no
            answer yet. It can only happen once, however often it is asked for.
          </p>
          <p className={classes['unknownWhy']}>
            {signedOut ? (
              <>
                Your sign-in has run out.{' '}
                <Anchor component={Link} to="/sign-in?to=/till">
                  Sign in again
                </Anchor>{' '}
                and the sale goes on here.
              </>
            ) : (
              <>
                Asked {asked} {asked === 1 ? 'time' : 'times'}.{' '}
                {refusal?.detail ?? 'The sale is reserved and is being finished.'}
              </>
            )}
          </p>
          <Group justify="center">
            <Button variant="default" onClick={() => o.apply({ kind: 'ask-pressed' })}>
              Ask now
            </Button>
            {asked >= ASKED_ENOUGH && (
              <Button
                variant="subtle"
                component={Link}
                to={`/vends/${pending.id}`}
                onClick={() => o.apply({ kind: 'set-aside' })}
              >
                Put it aside and look later
              </Button>
            )}
          </Group>
        </div>
      </Panel>
    </div>
  );
}
