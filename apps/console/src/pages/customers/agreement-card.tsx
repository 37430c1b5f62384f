/** One agreement of a customer: the place, the meter that hangs there, the tariff and the debts. */
import { Anchor, Badge, Button, Group } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import { api, call } from '../../api/client.ts';
import type { Agreement } from '../../api/model.ts';
import type { Refusal } from '../../api/refusal.ts';
import { groupDigits } from '../../digits.ts';
import { ChangeTariffForm } from '../../forms/agreement.tsx';
import { Confirm } from '../../forms/confirm.tsx';
import { mayDo, mayUse } from '../../shell/access.ts';
import { useSession } from '../../shell/session.ts';
import { Panel } from '../../ui/panel.tsx';
import { formatInstant } from '../../wall-time.ts';
import { revisionOfAgreement, useSupplyChanged } from './customer-queries.ts';
import classes from './customers.module.css';
import { DebtsPanel } from './debts-panel.tsx';

function MeterOf({ agreement }: { readonly agreement: Agreement }): ReactNode {
  const session = useSession();
  const { meter_number: number } = agreement;
  if (number === null) {
    return agreement.ended_at === null ? (
      <>
        none yet.{' '}
        {mayUse('meters', session) && (
          <Anchor component={Link} to="/meters">
            Install one from the store
          </Anchor>
        )}
      </>
    ) : (
      'none'
    );
  }
  const digits = <span className="wv-mono">{groupDigits(number)}</span>;
  if (!mayUse('meters', session)) return digits;
  return (
    <Anchor component={Link} to={`/meters/${number}`}>
      {digits}
    </Anchor>
  );
}

export function AgreementCard({ agreement }: { readonly agreement: Agreement }): ReactNode {
  const session = useSession();
  const changed = useSupplyChanged();
  const [doing, setDoing] = useState<'tariff' | 'end' | null>(null);
  const { time_zone: zone } = session.utility;
  const isRunning = agreement.ended_at === null;
  const { service_point: point, meter_number: number } = agreement;
  const readRevision = (): Promise<string> => revisionOfAgreement(agreement.id);
  async function end(): Promise<Refusal | null> {
    const answer = await call(
      api.POST('/v1/agreements/{id}/end', {
        params: { path: { id: agreement.id } },
        headers: { 'if-match': await readRevision() },
      }),
    );
    changed();
    return answer.kind === 'refusal' ? answer.refusal : null;
  }
  return (
    <Panel
      heading={`Account ${agreement.account_number}`}
      aside={
        isRunning ? null : (
          <Badge variant="light" color="gray">
            ended
          </Badge>
        )
      }
    >
      <dl className={classes['facts']}>
        <dt>Place</dt>
        <dd>
          {point.address} ({point.code})
        </dd>
        <dt>Meter</dt>
        <dd>
          <MeterOf agreement={agreement} />
        </dd>
        <dt>Tariff</dt>
        <dd>{agreement.tariff.name}</dd>
        <dt>Since</dt>
        <dd>
          {formatInstant(agreement.began_at, zone)}
          {agreement.ended_at !== null && `, until ${formatInstant(agreement.ended_at, zone)}`}
        </dd>
      </dl>
      <Group gap="xs">
        {isRunning && number !== null && mayUse('till', session) && (
          <Button component={Link} to={`/till?meter=${number}`} size="compact-sm" variant="light">
            Sell
          </Button>
        )}
        {isRunning && mayDo('write-customers', session) && (
          <>
            <Button size="compact-sm" variant="default" onClick={() => setDoing('tariff')}>
              Another tariff
            </Button>
            <Button size="compact-sm" variant="default" onClick={() => setDoing('end')}>
              End the agreement
            </Button>
          </>
        )}
      </Group>
      <DebtsPanel agreementId={agreement.id} />
      {doing === 'tariff' && (
        <ChangeTariffForm
          agreement={agreement}
          readRevision={readRevision}
          onDone={changed}
          onClose={() => setDoing(null)}
        />
      )}
      {doing === 'end' && (
        <Confirm
          title={`End account ${agreement.account_number}`}
          text="Nothing is sold under it any more. What was sold and is owed stays written down. It cannot begin again; a new agreement can."
          verb="End it"
          act={end}
          onClose={() => setDoing(null)}
        />
      )}
    </Panel>
  );
}
