/**
 * Which key is used: a sample, or one of the person's own. A key that was typed lives in the memory
 * of this page only: it is in no address, no storage and no request, and goes when the page goes.
 */
import { useCallback, useEffect, useState } from 'react';
import {
  EMPTY_KEY_DRAFT,
  type KeyDraft,
  type LabKey,
  type ReadKey,
  readKeyDraft,
} from './key-draft.ts';
import { SAMPLE_KEYS, sampleKey } from './samples.ts';

export const OWN_KEY = 'own';

/** The new decoder key of a key change, by the length of the present one; null: not chosen yet. */
export type NewKeys = Readonly<Record<64 | 128, string | null>>;

export interface OwnKey {
  readonly draft: KeyDraft;
  readonly newKeys: NewKeys;
  readonly set: (change: Partial<KeyDraft>) => void;
  readonly setNewKey: (keyBits: 64 | 128, hexadecimal: string) => void;
  readonly clear: () => void;
}

const NO_NEW_KEYS: NewKeys = { 64: null, 128: null };

export function useOwnKey(): OwnKey {
  const [draft, setDraft] = useState(EMPTY_KEY_DRAFT);
  const [newKeys, setNewKeys] = useState(NO_NEW_KEYS);
  const clear = useCallback((): void => {
    setDraft(EMPTY_KEY_DRAFT);
    setNewKeys(NO_NEW_KEYS);
  }, []);
  useEffect(() => {
    // A page that is left may be kept alive by the browser and come back as it was.
    window.addEventListener('pagehide', clear);
    return () => window.removeEventListener('pagehide', clear);
  }, [clear]);
  return {
    draft,
    newKeys,
    set: (change) => setDraft((before) => ({ ...before, ...change })),
    setNewKey: (keyBits, text) => setNewKeys((before) => ({ ...before, [keyBits]: text })),
    clear,
  };
}

/** The key a choice stands for. A sample is always whole; one's own may still have faults. */
export function readChosenKey(choice: string, own: KeyDraft): ReadKey {
  if (choice === OWN_KEY) return readKeyDraft('your own key', own);
  const sample = SAMPLE_KEYS.find(({ id }) => id === choice);
  if (sample === undefined) throw new Error(`there is no sample key ${choice}`);
  return { kind: 'key', key: sampleKey(sample) };
}

/** All sample keys, for a token of which the key is not known. */
export function allSampleKeys(): readonly LabKey[] {
  return SAMPLE_KEYS.map(sampleKey);
}
