/** What is alike on the other side. The server pairs only what is certain: a person decides the rest. */
import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { groupDigits } from '../../digits.ts';
import { ItemActionForm } from '../../forms/item-action.tsx';
import { formatMoney } from '../../money.ts';
import { mayDo } from '../../shell/access.ts';
import { useSession } from '../../shell/session.ts';
import { useDialog } from '../../ui/open-dialog.ts';
import { Panel } from '../../ui/panel.tsx';
import { formatInstant } from '../../wall-time.ts';
import classes from './reconciliation.module.css';
import { type Evidence, type Item, useReconciliationChanged } from './reconciliation-queries.ts';

type Suggestion = Evidence['suggestions'][number];

const KINDS = { line: 'Line of a statement', vend: 'Sale', deposit: 'Deposit' } as const;

function Row(o: {
  readonly suggestion: Suggestion;
  readonly onLink: ((itemId: string) => void) | null;
}): ReactNode {
  const { suggestion, onLink } = o;
  const { currency, time_zone: timeZone } = useSession().utility;
  const { item_id: itemId, meter_number: meter, reference } = suggestion;
  const named = meter === null ? (reference ?? '') : `meter ${groupDigits(meter)}`;
  return (
    <li className={classes['suggestion']}>
      <span>
        <strong>{KINDS[suggestion.kind]}</strong> {named}
        <small className={classes['note']}>
          {formatMoney(suggestion.suggested_minor, currency)},{' '}
          {formatInstant(suggestion.at, timeZone)}
          {!suggestion.has_token && suggestion.kind === 'vend' && ', without a token so far'}
        </small>
      </span>
      {itemId !== null && onLink !== null && (
        <Button
          size="xs"
          variant="default"
          onClick={() => onLink(itemId)}
          aria-label={`Link with ${KINDS[suggestion.kind].toLowerCase()} ${named}`}
        >
          Link
        </Button>
      )}
    </li>
  );
}

export function Suggestions(o: {
  readonly item: Item;
  readonly suggestions: readonly Suggestion[];
}): ReactNode {
  const session = useSession();
  const { dialog, open, close } = useDialog(['link']);
  const changed = useReconciliationChanged();
  const mayLink = mayDo('settle-items', session);
  if (o.suggestions.length === 0) return null;
  const chosen = o.suggestions.find(({ item_id: id }) => id !== null && id === dialog?.of);
  return (
    <Panel heading="It might belong to">
      <ul className={classes['suggestions']}>
        {o.suggestions.map((each) => (
          <Row
            key={`${each.kind} ${each.id}`}
            suggestion={each}
            onLink={mayLink ? (itemId) => open('link', itemId) : null}
          />
        ))}
      </ul>
      {dialog !== null && chosen !== undefined && (
        <ItemActionForm
          key={dialog.id}
          item={o.item}
          actionId={dialog.id}
          kind="link"
          withItemId={dialog.of}
          sameMoney={chosen.suggested_minor === o.item.item_minor}
          onDone={changed}
          onClose={close}
        />
      )}
    </Panel>
  );
}
