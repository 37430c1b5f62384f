/** A customer: what is written about a person or a firm, the first time and later. */
import { Textarea, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type ReactNode, useState } from 'react';
import { api, call } from '../api/client.ts';
import type { Customer } from '../api/model.ts';
import type { Refusal } from '../api/refusal.ts';
import { FormDialog } from './form-dialog.tsx';
import classes from './forms.module.css';

interface Draft {
  readonly name: string;
  readonly phone: string;
  readonly language: string;
  readonly notes: string;
}

function Fields(o: {
  readonly draft: Draft;
  readonly onChange: (draft: Draft) => void;
}): ReactNode {
  const { draft, onChange } = o;
  return (
    <>
      <TextInput
        label="Name"
        required
        data-autofocus
        maxLength={200}
        value={draft.name}
        onChange={(event) => onChange({ ...draft, name: event.currentTarget.value })}
      />
      <div className={classes['pair']}>
        <TextInput
          label="Telephone (optional)"
          type="tel"
          maxLength={40}
          value={draft.phone}
          onChange={(event) => onChange({ ...draft, phone: event.currentTarget.value })}
        />
        <TextInput
          label="Language (optional)"
          placeholder="sw"
          maxLength={35}
          value={draft.language}
          onChange={(event) => onChange({ ...draft, language: event.currentTarget.value })}
        />
      </div>
      <Textarea
        label="Notes (optional)"
        autosize
        maxLength={500}
        value={draft.notes}
        onChange={(event) => onChange({ ...draft, notes: event.currentTarget.value })}
      />
    </>
  );
}

function contentOf({ name, phone, language, notes }: Draft) {
  const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());
  return {
    name: name.trim(),
    phone: orNull(phone),
    language: orNull(language),
    notes: notes.trim(),
  };
}

/** The id was made when the form was opened. */
export function AddCustomerForm(o: {
  readonly customerId: string;
  readonly onDone: (customer: Customer | null) => void;
  readonly onClose: () => void;
}): ReactNode {
  const [draft, setDraft] = useState<Draft>({ name: '', phone: '', language: '', notes: '' });
  async function send(): Promise<Refusal | null> {
    const answer = await call(
      api.PUT('/v1/customers/{id}', {
        params: { path: { id: o.customerId } },
        body: contentOf(draft),
      }),
    );
    o.onDone(answer.kind === 'answer' ? answer.value : null);
    return answer.kind === 'refusal' ? answer.refusal : null;
  }
  return (
    <FormDialog
      title="Add a customer"
      verb="Add the customer"
      ready={draft.name.trim() !== ''}
      send={send}
      onClose={o.onClose}
    >
      <Fields draft={draft} onChange={setDraft} />
    </FormDialog>
  );
}

export function ChangeCustomerForm(o: {
  readonly customer: Customer;
  readonly revision: string;
  readonly onDone: () => void;
  readonly onClose: () => void;
}): ReactNode {
  const { customer } = o;
  const [draft, setDraft] = useState<Draft>({
    name: customer.name,
    phone: customer.phone ?? '',
    language: customer.language ?? '',
    notes: customer.notes,
  });
  async function send(): Promise<Refusal | null> {
    const answer = await call(
      api.PATCH('/v1/customers/{id}', {
        params: { path: { id: customer.id } },
        headers: { 'if-match': o.revision },
        body: contentOf(draft),
      }),
    );
    o.onDone();
    if (answer.kind === 'refusal') return answer.refusal;
    notifications.show({ message: `${answer.value.name} is changed.` });
    return null;
  }
  return (
    <FormDialog
      title={`Change ${customer.name}`}
      verb="Save"
      ready={draft.name.trim() !== ''}
      send={send}
      onClose={o.onClose}
      repeatable={false}
    >
      <Fields draft={draft} onChange={setDraft} />
    </FormDialog>
  );
}
