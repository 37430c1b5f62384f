/** What can be done with a sale afterwards, as the server decides, and what was done. */
import { Alert, Anchor, Button, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { AfterSale, Vend } from '../../api/model.ts';
import { RefundForm } from '../../forms/refund.tsx';
import { ReissueForm } from '../../forms/reissue.tsx';
import { RepairForm } from '../../forms/repair.tsx';
import { SendAgainForm } from '../../forms/send-again.tsx';
import { type Deed, mayDo, mayUse } from '../../shell/access.ts';
import { useSession } from '../../shell/session.ts';
import { useDialog } from '../../ui/open-dialog.ts';
import { Panel } from '../../ui/panel.tsx';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { afterSaleQuery, useAfterSaleChanged } from '../orders/order-queries.ts';
import classes from './after-sale.module.css';
import { ClaimNote } from './claim-note.tsx';

const DIALOGS = ['send-again', 'refund', 'repair', 'reissue'] as const;
type DialogName = (typeof DIALOGS)[number];
type Step = keyof AfterSale['refusals'];

interface StepWords {
  readonly step: Step;
  readonly deed: Deed;
  readonly dialog: DialogName;
  readonly name: string;
  readonly text: string;
}

const STEPS: readonly StepWords[] = [
  {
    step: 'resend',
    deed: 'send-again',
    dialog: 'send-again',
    name: 'Send again',
    text: 'The customer lost the digits: the same ones once more.',
  },
  {
    step: 'refund',
    deed: 'ask-refunds',
    dialog: 'refund',
    name: 'Give money back',
    text: 'It is proved that the token, or a part of it, was not used.',
  },
  {
    step: 'repair',
    deed: 'ask-refunds',
    dialog: 'repair',
    name: 'Wrong meter',
    text: 'The same money buys for the right meter.',
  },
  {
    step: 'reissue',
    deed: 'move-credit',
    dialog: 'reissue',
    name: 'Make anew',
    text: 'The meter has forgotten whether it had this token.',
  },
];

/** Why a step cannot be taken now. */
function whyNot(refusal: string, sale: AfterSale): string {
  const { newer_tokens: newer, reissue_from_newer_tokens: needed } = sale;
  switch (refusal) {
    case 'reissue_not_needed':
      return `Not needed: the old digits still work. This meter was given ${newer} newer ${newer === 1 ? 'token' : 'tokens'} and remembers ${needed}. Print the receipt again.`;
    case 'vend_not_posted':
      return 'Not yet: the sale has no token.';
    case 'vend_not_refundable':
      return 'Only a finished sale can be given back.';
    case 'vend_not_reissuable':
      return 'There is no credit that a meter could be given again.';
    case 'vend_not_resendable':
      return 'Tokens of an engineer are not sent to customers.';
    default:
      return `${refusal.replaceAll('_', ' ')}.`;
  }
}

function StepRow(o: {
  readonly words: StepWords;
  /** Null without the permission to read it: then the server says at the deed. */
  readonly sale: AfterSale | null;
  readonly onOpen: () => void;
}): ReactNode {
  const { words, sale } = o;
  const refusal = sale === null ? null : sale.refusals[words.step];
  return (
    <li className={classes['step']}>
      <div>
        <p className={classes['name']}>{words.name}</p>
        <p className={classes['why']}>
          {refusal === null || sale === null ? words.text : whyNot(refusal, sale)}
        </p>
      </div>
      {refusal === null && (
        <Button variant="default" onClick={o.onOpen}>
          {words.name}
        </Button>
      )}
    </li>
  );
}

function Dialogs(o: {
  readonly vend: Vend;
  readonly dialog: { readonly name: DialogName; readonly id: string };
  readonly onClose: () => void;
}): ReactNode {
  const { vend, dialog, onClose } = o;
  const onDone = useAfterSaleChanged();
  switch (dialog.name) {
    case 'send-again':
      return <SendAgainForm key={dialog.id} vend={vend} resendId={dialog.id} onClose={onClose} />;
    case 'refund':
      return <RefundForm key={dialog.id} {...{ vend, onDone, onClose }} refundId={dialog.id} />;
    case 'repair':
      return <RepairForm key={dialog.id} {...{ vend, onDone, onClose }} repairId={dialog.id} />;
    case 'reissue':
      return <ReissueForm key={dialog.id} {...{ vend, onDone, onClose }} orderId={dialog.id} />;
  }
}

export function AfterSalePanel({ vend }: { readonly vend: Vend }): ReactNode {
  const session = useSession();
  const mayRead = mayUse('orders', session);
  const sale = useQuery({ ...afterSaleQuery(vend.id), enabled: mayRead });
  const { dialog, open, close } = useDialog(DIALOGS);
  const steps = STEPS.filter(({ deed }) => mayDo(deed, session));
  const offered = dialog !== null && steps.some((each) => each.dialog === dialog.name);
  if (vend.state !== 'posted' || (steps.length === 0 && !mayRead)) return null;
  const claim = sale.data?.claim ?? null;
  // What the claim shuts out is said once, not at every step.
  const shown = steps.filter(({ step }) => sale.data?.refusals[step] !== 'vend_claimed');
  return (
    <Panel
      heading="After the sale"
      aside={
        mayRead && (
          <Anchor component={Link} to="/orders?tab=refunds" size="sm">
            All refunds
          </Anchor>
        )
      }
    >
      {mayRead && sale.isPending && <Skeleton height={120} aria-busy="true" />}
      {sale.error !== null && sale.data === undefined && (
        <RefusalNote refusal={sale.error.refusal} onRetry={() => void sale.refetch()} />
      )}
      {claim !== null && <ClaimNote claim={claim} />}
      {claim !== null && shown.length < steps.length && (
        <p className={classes['why']}>
          A sale is given back, put right or made anew once, in one way.
        </p>
      )}
      {mayRead && sale.data !== undefined && claim === null && steps.length === 0 && (
        <Alert color="gray">Nothing was asked for after this sale.</Alert>
      )}
      {(!mayRead || sale.data !== undefined) && (
        <ul className={classes['steps']}>
          {shown.map((words) => (
            <StepRow
              key={words.step}
              words={words}
              sale={sale.data ?? null}
              onOpen={() => open(words.dialog)}
            />
          ))}
        </ul>
      )}
      {dialog !== null && offered && <Dialogs vend={vend} dialog={dialog} onClose={close} />}
    </Panel>
  );
}
