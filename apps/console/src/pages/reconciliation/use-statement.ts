/** One statement from the choice to the end: read as a trial first, then imported as a whole. */
import { useState } from 'react';
import type { Refusal } from '../../api/refusal.ts';
import { newId } from '../../ui/new-id.ts';
import {
  type CheckedStatement,
  type Statement,
  type StatementToBring,
  sendStatement,
  useReconciliationChanged,
} from './reconciliation-queries.ts';

export type StatementStage =
  | { readonly kind: 'none' }
  | { readonly kind: 'working'; readonly sent: StatementToBring; readonly isTrial: boolean }
  | {
      readonly kind: 'checked';
      readonly sent: StatementToBring;
      readonly checked: CheckedStatement;
    }
  | { readonly kind: 'imported'; readonly sent: StatementToBring; readonly statement: Statement }
  | {
      readonly kind: 'refused';
      readonly sent: StatementToBring;
      readonly isTrial: boolean;
      readonly refusal: Refusal;
    };

export interface StatementInHand {
  readonly stage: StatementStage;
  /** Reads a file as a trial; whatever was there before is forgotten. */
  choose(sourceId: string, file: File): void;
  /** Imports what the trial found right. */
  carryOut(): void;
  /** Asks again after a refusal; the same id makes it safe. */
  again(): void;
  clear(): void;
}

export function useStatement(): StatementInHand {
  const [stage, setStage] = useState<StatementStage>({ kind: 'none' });
  const changed = useReconciliationChanged();

  function send(sent: StatementToBring, isTrial: boolean): void {
    setStage({ kind: 'working', sent, isTrial });
    void sendStatement(sent, isTrial).then((answer) => {
      if (answer.kind === 'refusal') {
        setStage({ kind: 'refused', sent, isTrial, refusal: answer.refusal });
      } else if ('faults' in answer.value) {
        setStage({ kind: 'checked', sent, checked: answer.value });
      } else {
        setStage({ kind: 'imported', sent, statement: answer.value });
        changed();
      }
    });
  }

  return {
    stage,
    choose: (sourceId, file) => send({ id: newId(), sourceId, file }, true),
    carryOut() {
      if (stage.kind === 'checked') send(stage.sent, false);
    },
    again() {
      if (stage.kind === 'refused') send(stage.sent, stage.isTrial);
    },
    clear: () => setStage({ kind: 'none' }),
  };
}
