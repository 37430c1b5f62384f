/** One file from the choice to the end: tried first, told what is wrong, then made as a whole. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Answer } from '../../api/client.ts';
import type { Refusal } from '../../api/refusal.ts';
import { newId } from '../../ui/new-id.ts';
import {
  type FileKind,
  type FileToImport,
  type ImportAnswer,
  readProgress,
  sendFile,
} from './import-queries.ts';

const ASK_EVERY_MS = 400;

export type ImportStage =
  | { readonly kind: 'none' }
  | { readonly kind: 'working'; readonly sent: FileToImport; readonly isTrial: boolean }
  | { readonly kind: 'told'; readonly sent: FileToImport; readonly answer: ImportAnswer }
  | {
      readonly kind: 'refused';
      readonly sent: FileToImport;
      readonly isTrial: boolean;
      readonly refusal: Refusal;
    };

export interface ImportInHand {
  readonly stage: ImportStage;
  /** What the server has read, checked or written so far. */
  readonly progress: ImportAnswer | null;
  /** Tries a file; whatever was there before is forgotten. */
  choose(kind: FileKind, file: File): void;
  /** Makes what the trial run found right. */
  carryOut(): void;
  /** Asks again after a refusal; the same id makes it safe. */
  again(): void;
  clear(): void;
}

export function useImport(): ImportInHand {
  const [stage, setStage] = useState<ImportStage>({ kind: 'none' });
  const queries = useQueryClient();
  const workingOn = stage.kind === 'working' ? stage.sent.id : null;
  const progress = useQuery({
    queryKey: ['import', workingOn],
    queryFn: () => readProgress(workingOn ?? ''),
    enabled: workingOn !== null,
    refetchInterval: ASK_EVERY_MS,
    gcTime: 0,
  });

  function settle(sent: FileToImport, isTrial: boolean, answer: Answer<ImportAnswer>): void {
    setStage(
      answer.kind === 'answer'
        ? { kind: 'told', sent, answer: answer.value }
        : { kind: 'refused', sent, isTrial, refusal: answer.refusal },
    );
    // Lists of customers, places and meters are all older than this.
    if (!isTrial) void queries.invalidateQueries();
  }

  function send(sent: FileToImport, isTrial: boolean): void {
    setStage({ kind: 'working', sent, isTrial });
    void sendFile(sent, isTrial).then((answer) => settle(sent, isTrial, answer));
  }

  return {
    stage,
    progress: progress.data ?? null,
    choose: (kind, file) => send({ id: newId(), kind, file }, true),
    carryOut() {
      if (stage.kind === 'told') send(stage.sent, false);
    },
    again() {
      if (stage.kind === 'refused') send(stage.sent, stage.isTrial);
    },
    clear: () => setStage({ kind: 'none' }),
  };
}
