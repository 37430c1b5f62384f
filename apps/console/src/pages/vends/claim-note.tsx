/** Which order has a sale for itself, how it stands, and where it is to be read or decided. */
import { Alert, Anchor, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { AfterSale } from '../../api/model.ts';
import { groupDigits } from '../../digits.ts';
import { formatMoney } from '../../money.ts';
import { useSession } from '../../shell/session.ts';
import { orderQuery, refundQuery, repairQuery } from '../orders/order-queries.ts';
import { maySeeApproval, moneyToName } from '../orders/order-words.ts';

type Claim = NonNullable<AfterSale['claim']>;

function ApprovalLink(o: {
  readonly id: string;
  readonly kind: 'refund' | 'repair' | 'reissue';
}): ReactNode {
  const session = useSession();
  if (!maySeeApproval(o.kind, session)) return null;
  return (
    <>
      <Anchor component={Link} fz="inherit" to={`/approvals?order=${o.id}`}>
        Open it under Approvals
      </Anchor>
      {' · '}
    </>
  );
}

function people(asked: string, decided: string | null): string {
  return decided === null ? `${asked} asked` : `${asked} asked, ${decided} decided`;
}

function RefundNote({ id }: { readonly id: string }): ReactNode {
  const { currency } = useSession().utility;
  const refund = useQuery(refundQuery(id));
  if (refund.data === undefined) return <Skeleton height={60} mb="sm" aria-busy="true" />;
  const { state, refund_minor: minor, unused_tenth_kwh: unused, money_to: to } = refund.data;
  const isPosted = state === 'posted';
  return (
    <Alert
      mb="sm"
      color={isPosted ? 'teal' : 'amber'}
      title={`${formatMoney(minor, currency)} ${isPosted ? 'given back' : 'to be given back'}`}
    >
      {unused === null ? 'The whole sale' : 'A part of the sale'}. Where to:{' '}
      {moneyToName(to).toLowerCase()}. {people(refund.data.requested_by, refund.data.decided_by)}.{' '}
      {!isPosted && 'It waits for a second person. '}
      {!isPosted && <ApprovalLink id={id} kind="refund" />}
      <Anchor component={Link} fz="inherit" to={`/orders?tab=refunds&order=${id}`}>
        Read the refund
      </Anchor>
    </Alert>
  );
}

function RepairNote({ id }: { readonly id: string }): ReactNode {
  const repair = useQuery(repairQuery(id));
  if (repair.data === undefined) return <Skeleton height={60} mb="sm" aria-busy="true" />;
  const { state, to_meter_number: to, new_vend_id: fresh } = repair.data;
  const isOver = state === 'executed';
  return (
    <Alert
      mb="sm"
      color={isOver ? 'teal' : 'amber'}
      title={
        isOver
          ? `Taken back and sold to meter ${groupDigits(to)}`
          : `To be taken back and sold to meter ${groupDigits(to)}`
      }
    >
      {people(repair.data.requested_by, repair.data.decided_by)}.{' '}
      {state === 'requested' && 'It waits for a second person. '}
      {state === 'approved' && 'Its money waits until the right meter can be sold to. '}
      {state === 'requested' && <ApprovalLink id={id} kind="repair" />}
      {fresh !== null && (
        <>
          <Anchor component={Link} fz="inherit" to={`/vends/${fresh}`}>
            The new sale
          </Anchor>
          {' · '}
        </>
      )}
      <Anchor component={Link} fz="inherit" to={`/orders?tab=repairs&order=${id}`}>
        Read the repair
      </Anchor>
    </Alert>
  );
}

function ReissueNote({ id }: { readonly id: string }): ReactNode {
  const order = useQuery(orderQuery(id));
  if (order.data === undefined) return <Skeleton height={60} mb="sm" aria-busy="true" />;
  const { state, requested_by: asked, decided_by: decided } = order.data;
  const isOver = state === 'executed';
  return (
    <Alert
      mb="sm"
      color={isOver ? 'teal' : 'amber'}
      title={isOver ? 'Its token was made anew' : 'Its token is to be made anew'}
    >
      {people(asked, decided)}. {state === 'requested' && 'It waits for a second person. '}
      {state === 'requested' && <ApprovalLink id={id} kind="reissue" />}
      <Anchor component={Link} fz="inherit" to={`/orders?order=${id}`}>
        Open the order
      </Anchor>
    </Alert>
  );
}

export function ClaimNote({ claim }: { readonly claim: Claim }): ReactNode {
  if (claim.deed === 'refund') return <RefundNote id={claim.id} />;
  if (claim.deed === 'repair') return <RepairNote id={claim.id} />;
  return <ReissueNote id={claim.id} />;
}
