/** What a person may do with an item: explain it, pass it on, or open it again. */
import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { ItemActionForm } from '../../forms/item-action.tsx';
import { mayDo } from '../../shell/access.ts';
import { useSession } from '../../shell/session.ts';
import { useDialog } from '../../ui/open-dialog.ts';
import classes from './reconciliation.module.css';
import { type Item, useReconciliationChanged } from './reconciliation-queries.ts';
import { EXPLANATIONS } from './reconciliation-words.ts';

export function ItemActions({ item }: { readonly item: Item }): ReactNode {
  const session = useSession();
  const { dialog, open, close } = useDialog(['explain', 'wish', 'reopen']);
  const changed = useReconciliationChanged();
  if (!mayDo('settle-items', session)) return null;
  const isOpen = item.resolved_at === null;
  const isExplained = Object.keys(EXPLANATIONS).some((each) => each === item.resolution);
  return (
    <div className={classes['actions']}>
      {isOpen && <Button onClick={() => open('explain')}>Explain</Button>}
      {isOpen && (
        <Button variant="default" onClick={() => open('wish')}>
          Pass on
        </Button>
      )}
      {isExplained && (
        <Button variant="default" onClick={() => open('reopen')}>
          Open again
        </Button>
      )}
      {dialog !== null && (
        <ItemActionForm
          key={dialog.id}
          item={item}
          actionId={dialog.id}
          kind={dialog.name}
          withItemId={null}
          sameMoney
          onDone={changed}
          onClose={close}
        />
      )}
    </div>
  );
}
