/** One customer with the agreements. /customers/:id, /customers/:id?do=change */
import { Button, Group, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { BeginAgreementForm } from '../../forms/agreement.tsx';
import { ChangeCustomerForm } from '../../forms/customer.tsx';
import { mayDo } from '../../shell/access.ts';
import { useSession } from '../../shell/session.ts';
import { ListState } from '../../ui/list-state.tsx';
import { newId } from '../../ui/new-id.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { Panel } from '../../ui/panel.tsx';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { formatInstant } from '../../wall-time.ts';
import { AgreementCard } from './agreement-card.tsx';
import {
  agreementsQuery,
  type CustomerAsRead,
  changesQuery,
  customerQuery,
  useSupplyChanged,
} from './customer-queries.ts';
import classes from './customers.module.css';

function About({ customer }: CustomerAsRead): ReactNode {
  const { time_zone: zone } = useSession().utility;
  return (
    <Panel>
      <dl className={classes['facts']}>
        <dt>Telephone</dt>
        <dd>{customer.phone ?? 'none'}</dd>
        <dt>Language</dt>
        <dd>{customer.language ?? 'not said'}</dd>
        <dt>Since</dt>
        <dd>{formatInstant(customer.registered_at, zone)}</dd>
        {customer.notes !== '' && (
          <>
            <dt>Notes</dt>
            <dd className={classes['notes']}>{customer.notes}</dd>
          </>
        )}
      </dl>
    </Panel>
  );
}

function Changes({ id }: { readonly id: string }): ReactNode {
  const { time_zone: zone } = useSession().utility;
  const changes = useQuery(changesQuery(id));
  const list = changes.data?.changes ?? [];
  if (list.length === 0) return null;
  return (
    <Panel heading="What was changed">
      <ul className={classes['timeline']}>
        {list.map((change) => (
          <li key={`${change.at} ${change.by}`}>
            <small>
              {formatInstant(change.at, zone)}, {change.by}
            </small>
            <br />
            {change.before === null ? 'Erased' : change.fields.join(', ')}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Whole({ asRead }: { readonly asRead: CustomerAsRead }): ReactNode {
  const session = useSession();
  const changed = useSupplyChanged();
  const [params, setParams] = useSearchParams();
  const { customer, revision } = asRead;
  const agreements = useQuery(agreementsQuery(customer.id));
  const list = agreements.data?.agreements ?? [];
  const mayWrite = mayDo('write-customers', session) && customer.erased_at === null;
  const doing = params.get('do');
  const close = (): void => setParams({}, { replace: true });
  return (
    <>
      <PageHead
        title={customer.erased_at === null ? customer.name : 'Erased customer'}
        actions={
          mayWrite && (
            <Group gap="sm">
              <Button variant="default" onClick={() => setParams({ do: 'change' })}>
                Change
              </Button>
              <Button onClick={() => setParams({ do: 'agreement', id: newId(), place: newId() })}>
                New agreement
              </Button>
            </Group>
          )
        }
      />
      <div className={classes['page']}>
        <About {...asRead} />
        <ListState
          list={agreements}
          isEmpty={list.length === 0}
          heading="There is no agreement"
          text="An agreement says where and under which tariff this customer is supplied."
        />
        {list.map((agreement) => (
          <AgreementCard key={agreement.id} agreement={agreement} />
        ))}
        <Changes id={customer.id} />
      </div>
      {mayWrite && doing === 'change' && (
        <ChangeCustomerForm {...{ customer, revision }} onDone={changed} onClose={close} />
      )}
      {mayWrite && doing === 'agreement' && (
        <BeginAgreementForm
          customer={customer}
          agreementId={params.get('id') ?? ''}
          servicePointId={params.get('place') ?? ''}
          onDone={changed}
          onClose={close}
        />
      )}
    </>
  );
}

export function CustomerPage(): ReactNode {
  const { id = '' } = useParams();
  const customer = useQuery(customerQuery(id));
  if (customer.data !== undefined) return <Whole asRead={customer.data} />;
  if (customer.isPending) return <Skeleton height={220} radius="lg" aria-busy="true" />;
  return (
    <>
      <PageHead title="Customer" />
      <RefusalNote refusal={customer.error.refusal} onRetry={() => void customer.refetch()} />
    </>
  );
}
