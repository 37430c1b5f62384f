/** The draft that is being written: kept in the browser, read into a record, and checked. */
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { createContext, useContext, useState } from 'react';
import { useSession } from '../../shell/session.ts';
import { instantOfWall } from './effective-from.ts';
import { faultWords } from './fault-words.ts';
import { forgetDraft, keepDraft, keptDraftName } from './kept-draft.ts';
import { type FieldFault, recordOfDraft } from './record-of-draft.ts';
import { newKey, type TariffDraft } from './tariff-draft.ts';
import { trialQuery } from './tariff-queries.ts';
import type { TariffRecord } from './tariff-record.ts';

export interface Editor {
  readonly draft: TariffDraft;
  readonly record: TariffRecord;
  /** The instant in UTC, or null while no day or time is typed. */
  readonly effectiveFrom: string | null;
  /** All faults: what cannot be read, and what the server found in the rest. */
  readonly faults: readonly FieldFault[];
  /** False while what is typed was not checked yet. */
  readonly isChecked: boolean;
  readonly change: (draft: TariffDraft) => void;
  /** What is wrong at a field or below it; empty fields only count once one wanted to save. */
  readonly faultAt: (path: string) => string | undefined;
  readonly nextKey: () => string;
  readonly showEmpty: () => void;
  readonly forget: () => void;
}

const PAUSE_MS = 300;

/** Whether a fault lies at a place of the record or within it. */
function isWithin(path: string, place: string): boolean {
  return path === place || path.startsWith(`${place}.`);
}

/** The name and the date, which are no part of the record. */
function headFaults(draft: TariffDraft, effectiveFrom: string | null): readonly FieldFault[] {
  const faults: FieldFault[] = [];
  if (draft.name.trim() === '') {
    faults.push({ path: 'name', message: 'Give the tariff a name.', isEmpty: true });
  }
  if (effectiveFrom === null) {
    const isEmpty = draft.fromDay === '';
    faults.push({ path: 'effective_from', message: 'Choose a day and a time.', isEmpty });
  }
  return faults;
}

export function useEditor(tariffId: string, begin: TariffDraft): Editor {
  const { user, utility } = useSession();
  const { currency, time_zone: timeZone } = utility;
  const [draft, setDraft] = useState(begin);
  const [isEmptyShown, setEmptyShown] = useState(false);
  const name = keptDraftName({ utilityId: utility.id, userId: user.id, tariffId });
  const { record, faults: typed } = recordOfDraft(draft, currency);
  const effectiveFrom = instantOfWall({ day: draft.fromDay, time: draft.fromTime }, timeZone);
  const own = [...headFaults(draft, effectiveFrom), ...typed];
  const trial = {
    ...{ record: { ...record }, tariff_id: tariffId },
    ...(effectiveFrom === null ? {} : { effective_from: effectiveFrom }),
  };
  const [paused] = useDebouncedValue(trial, PAUSE_MS);
  const { data, isPlaceholderData } = useQuery(trialQuery(paused));
  // What stands in for a field that cannot be read has no faults of its own.
  const found = (data?.faults ?? [])
    .filter(({ path }) => !own.some((fault) => isWithin(path, fault.path)))
    .map(({ path, code, message }) => ({
      ...{ path, isEmpty: false },
      message: faultWords(code, message),
    }));
  const faults = [...own, ...found];
  return {
    ...{ draft, record, effectiveFrom, faults },
    isChecked:
      data !== undefined && !isPlaceholderData && JSON.stringify(paused) === JSON.stringify(trial),
    change(next) {
      setDraft(next);
      keepDraft(window.localStorage, name, next);
    },
    faultAt(path) {
      const at = faults.filter(
        (fault) => isWithin(fault.path, path) && (!fault.isEmpty || isEmptyShown),
      );
      return at.length === 0 ? undefined : at.map(({ message }) => message).join(' ');
    },
    nextKey: () => newKey(draft),
    showEmpty: () => setEmptyShown(true),
    forget: () => forgetDraft(window.localStorage, name),
  };
}

export const EditorContext: React.Context<Editor | null> = createContext<Editor | null>(null);

/** The editor that a field is part of. */
export function useDraft(): Editor {
  const editor = useContext(EditorContext);
  if (editor === null) throw new Error('a field of a tariff stands outside an editor');
  return editor;
}
