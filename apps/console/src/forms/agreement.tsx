/** An agreement that begins, and the tariff it is under. */
import { NativeSelect, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { api, call } from '../api/client.ts';
import type { Agreement, Customer } from '../api/model.ts';
import { tariffsInForceQuery } from '../api/queries.ts';
import type { Refusal } from '../api/refusal.ts';
import { FormDialog } from './form-dialog.tsx';
import classes from './forms.module.css';

function TariffSelect(o: {
  readonly chosen: string;
  readonly onChosen: (tariffId: string) => void;
}): ReactNode {
  const tariffs = useQuery(tariffsInForceQuery);
  const offered = tariffs.data ?? [];
  return (
    <NativeSelect
      label="Tariff"
      required
      data={[
        { value: '', label: tariffs.isPending ? 'Loading …' : 'Choose a tariff' },
        ...offered.map(({ id, name }) => ({ value: id, label: name })),
      ]}
      value={o.chosen}
      error={tariffs.isSuccess && offered.length === 0 ? 'No tariff is in force yet.' : null}
      onChange={(event) => o.onChosen(event.currentTarget.value)}
    />
  );
}

interface Draft {
  readonly accountNumber: string;
  readonly code: string;
  readonly address: string;
  readonly area: string;
  readonly tariffId: string;
}

/**
 * A place and the agreement about it, made one after the other. Both ids were made when the form was
 * opened, so that a second try makes neither of them twice.
 */
export function BeginAgreementForm(o: {
  readonly customer: Customer;
  readonly agreementId: string;
  readonly servicePointId: string;
  readonly onDone: () => void;
  readonly onClose: () => void;
}): ReactNode {
  const [draft, setDraft] = useState<Draft>({
    ...{ accountNumber: '', code: '', address: '', area: '', tariffId: '' },
  });
  const field = (name: keyof Draft, label: string, more: object = {}): ReactNode => (
    <TextInput
      label={label}
      value={draft[name]}
      onChange={(event) => setDraft({ ...draft, [name]: event.currentTarget.value })}
      {...more}
    />
  );
  async function send(): Promise<Refusal | null> {
    const place = await call(
      api.PUT('/v1/service-points/{id}', {
        params: { path: { id: o.servicePointId } },
        body: {
          code: draft.code.trim(),
          address: draft.address.trim(),
          area: draft.area.trim(),
        },
      }),
    );
    if (place.kind === 'refusal') return place.refusal;
    const answer = await call(
      api.PUT('/v1/agreements/{id}', {
        params: { path: { id: o.agreementId } },
        body: {
          account_number: draft.accountNumber.trim(),
          customer_id: o.customer.id,
          service_point_id: o.servicePointId,
          tariff_id: draft.tariffId,
        },
      }),
    );
    o.onDone();
    if (answer.kind === 'refusal') return answer.refusal;
    notifications.show({ message: `Account ${answer.value.account_number} has begun.` });
    return null;
  }
  const isWhole = [draft.accountNumber, draft.code, draft.address, draft.tariffId].every(
    (text) => text.trim() !== '',
  );
  return (
    <FormDialog
      title={`Agreement with ${o.customer.name}`}
      verb="Begin the agreement"
      ready={isWhole}
      send={send}
      onClose={o.onClose}
    >
      {field('accountNumber', 'Account number', {
        required: true,
        maxLength: 40,
        'data-autofocus': true,
      })}
      {field('address', 'Address of the place', { required: true, maxLength: 200 })}
      <div className={classes['pair']}>
        {field('code', 'Code of the place', { required: true, maxLength: 40 })}
        {field('area', 'Area (optional)', { maxLength: 100 })}
      </div>
      <TariffSelect
        chosen={draft.tariffId}
        onChosen={(tariffId) => setDraft({ ...draft, tariffId })}
      />
    </FormDialog>
  );
}

export function ChangeTariffForm(o: {
  readonly agreement: Agreement;
  readonly readRevision: () => Promise<string>;
  readonly onDone: () => void;
  readonly onClose: () => void;
}): ReactNode {
  const { agreement } = o;
  const [tariffId, setTariffId] = useState(agreement.tariff.id);
  async function send(): Promise<Refusal | null> {
    const revision = await o.readRevision();
    const answer = await call(
      api.PATCH('/v1/agreements/{id}', {
        params: { path: { id: agreement.id } },
        headers: { 'if-match': revision },
        body: { tariff_id: tariffId },
      }),
    );
    o.onDone();
    if (answer.kind === 'refusal') return answer.refusal;
    notifications.show({ message: `Sold under ${answer.value.tariff.name} from now on.` });
    return null;
  }
  return (
    <FormDialog
      title={`Tariff of account ${agreement.account_number}`}
      verb="Change the tariff"
      ready={tariffId !== '' && tariffId !== agreement.tariff.id}
      send={send}
      onClose={o.onClose}
      repeatable={false}
    >
      <p className={classes['text']}>
        It counts from this moment. The tariff index in the meter's key stays as it is.
      </p>
      <TariffSelect chosen={tariffId} onChosen={setTariffId} />
    </FormDialog>
  );
}
