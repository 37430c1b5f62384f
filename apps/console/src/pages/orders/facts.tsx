/** Names and values one below the other, and the way to the approvals' page. */
import { Anchor, Badge } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useSession } from '../../shell/session.ts';
import { maySeeApproval } from './order-words.ts';
import classes from './orders.module.css';

export interface Fact {
  readonly name: string;
  /** Left out when null. */
  readonly value: ReactNode;
}

export function Facts({ facts }: { readonly facts: readonly Fact[] }): ReactNode {
  return (
    <dl className={classes['facts']}>
      {facts
        .filter(({ value }) => value !== null)
        .map(({ name, value }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}

/** The state in a list; what waits for a second person leads to where that person decides. */
export function StateCell(o: {
  readonly id: string;
  readonly kind: Parameters<typeof maySeeApproval>[0];
  readonly isOpen: boolean;
  readonly words: { readonly name: string; readonly color: string };
  readonly decidedBy: string | null;
}): ReactNode {
  const session = useSession();
  return (
    <span>
      <Badge variant="light" color={o.words.color}>
        {o.words.name}
      </Badge>
      {o.isOpen && (
        <small className={classes['note']}>
          needs a second person
          {maySeeApproval(o.kind, session) && (
            <>
              {': '}
              <Anchor component={Link} to={`/approvals?order=${o.id}`} fz="inherit">
                Approvals
              </Anchor>
            </>
          )}
        </small>
      )}
      {o.decidedBy !== null && <small className={classes['note']}>decided by {o.decidedBy}</small>}
    </span>
  );
}

/** Says that another person is needed, and leads there whoever sees such orders. */
export function SecondPerson(o: {
  readonly id: string;
  readonly kind: Parameters<typeof maySeeApproval>[0];
}): ReactNode {
  const session = useSession();
  return (
    <p className={classes['text']}>
      It waits for a second person.{' '}
      {maySeeApproval(o.kind, session) && (
        <Anchor component={Link} to={`/approvals?order=${o.id}`}>
          Open it under Approvals
        </Anchor>
      )}
    </p>
  );
}
