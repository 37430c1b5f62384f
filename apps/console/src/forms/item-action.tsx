/** What is said of an item of the reconciliation, under an id made when the form was opened. */
import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type ReactNode, useState } from 'react';
import { api, call } from '../api/client.ts';
import type { Refusal } from '../api/refusal.ts';
import type { Item, ItemAction } from '../pages/reconciliation/reconciliation-queries.ts';
import { EXPLANATIONS } from '../pages/reconciliation/reconciliation-words.ts';
import { FormDialog } from './form-dialog.tsx';
import classes from './forms.module.css';
import { type ItemActionDraft, type ItemActionKind, itemActionOf } from './item-action-draft.ts';

const WORDS: Readonly<
  Record<
    ItemActionKind,
    { readonly title: string; readonly verb: string; readonly done: string; readonly text: string }
  >
> = {
  explain: {
    title: 'Explain this item',
    verb: 'Explain',
    done: 'The item is explained.',
    text: 'It is settled with the explanation and moves no money. You can open it again.',
  },
  wish: {
    title: 'Pass this item on',
    verb: 'Pass on',
    done: 'The item is passed on.',
    text: 'It stays open until somebody has given the money back or made the sale.',
  },
  reopen: {
    title: 'Open this item again',
    verb: 'Open again',
    done: 'The item is open again.',
    text: 'The explanation stays in its history.',
  },
  link: {
    title: 'Link the two sides',
    verb: 'Link',
    done: 'The two sides are linked.',
    text: 'Payment and sale become one item. A link cannot be undone.',
  },
};

interface FieldsProps {
  readonly kind: ItemActionKind;
  readonly draft: ItemActionDraft;
  readonly onChange: (draft: ItemActionDraft) => void;
}

function ExplanationField({ draft, onChange }: FieldsProps): ReactNode {
  return (
    <NativeSelect
      label="What it is"
      required
      data={[
        { value: '', label: 'Choose an explanation' },
        ...Object.entries(EXPLANATIONS).map(([value, label]) => ({ value, label })),
      ]}
      value={draft.explanation}
      onChange={({ currentTarget: { value } }) => onChange({ ...draft, explanation: value })}
    />
  );
}

function WishFields({ draft, onChange }: FieldsProps): ReactNode {
  return (
    <>
      <NativeSelect
        label="What should happen"
        data={[
          { value: 'refund', label: 'The money goes back' },
          { value: 'vend', label: 'The sale is made' },
        ]}
        value={draft.wish}
        onChange={({ currentTarget: { value } }) =>
          onChange({ ...draft, wish: value === 'vend' ? 'vend' : 'refund' })
        }
      />
      <TextInput
        label="Number of the case"
        description="Under which the others find it"
        required
        maxLength={100}
        value={draft.reference}
        onChange={({ currentTarget: { value } }) => onChange({ ...draft, reference: value })}
      />
    </>
  );
}

export function ItemActionForm(o: {
  readonly item: Item;
  readonly actionId: string;
  readonly kind: ItemActionKind;
  /** The other side, of a link. */
  readonly withItemId: string | null;
  /** False when the two sides of a link have different money: then the note must say why. */
  readonly sameMoney: boolean;
  readonly onDone: () => void;
  readonly onClose: () => void;
}): ReactNode {
  const { item, kind, withItemId } = o;
  const [draft, setDraft] = useState<ItemActionDraft>({
    ...{ explanation: '', wish: 'refund', reference: '', note: '' },
  });
  const words = WORDS[kind];
  const needsNote =
    kind === 'reopen' || draft.explanation === 'other' || (kind === 'link' && !o.sameMoney);
  const action: ItemAction | null = itemActionOf(kind, draft, { withItemId, needsNote });
  async function send(): Promise<Refusal | null> {
    if (action === null) return null;
    const answer = await call(
      api.PUT('/v1/reconciliation/items/{id}/actions/{action_id}', {
        params: { path: { id: item.id, action_id: o.actionId } },
        body: action,
      }),
    );
    o.onDone();
    if (answer.kind === 'refusal') return answer.refusal;
    notifications.show({ message: words.done });
    return null;
  }
  const fields = { kind, draft, onChange: setDraft };
  return (
    <FormDialog
      title={words.title}
      verb={words.verb}
      ready={action !== null}
      send={send}
      onClose={o.onClose}
    >
      <p className={classes['text']}>{words.text}</p>
      {kind === 'explain' && <ExplanationField {...fields} />}
      {kind === 'wish' && <WishFields {...fields} />}
      <Textarea
        label={needsNote ? 'Note' : 'Note (optional)'}
        required={needsNote}
        maxLength={500}
        autosize
        minRows={2}
        value={draft.note}
        onChange={({ currentTarget: { value } }) => setDraft({ ...draft, note: value })}
      />
    </FormDialog>
  );
}
