/** Takes a token apart while it is typed. */
import { Button, TextInput } from '@mantine/core';
import { explainToken } from '@wattvend/sts/explain-token.js';
import type { TokenExplanation } from '@wattvend/sts/explanation.js';
import { type ReactNode, useMemo, useState } from 'react';
import { groupDigits } from '../../digits.ts';
import { Panel } from '../../ui/panel.tsx';
import { ALL_KEYS, ChosenOwnKey, KeyChoice } from './key-choice.tsx';
import type { LabKey } from './key-draft.ts';
import { SAMPLE_TOKENS } from './samples.ts';
import classes from './token-lab.module.css';
import { TokenView } from './token-view.tsx';
import { readTypedDigits, type TypedDigits } from './typed-digits.ts';
import { allSampleKeys, OWN_KEY, type OwnKey, readChosenKey } from './use-lab-keys.ts';

/** What is being taken apart. It is no part of the address: a token is worth money. */
export interface Apart {
  readonly typed: string;
  readonly choice: string;
}

export const NOTHING_APART: Apart = { typed: '', choice: ALL_KEYS };

function Examples({ onChoose }: { readonly onChoose: (apart: Apart) => void }): ReactNode {
  return (
    <div className={classes['examples']}>
      <span>Try one:</span>
      {SAMPLE_TOKENS.map(({ digits, key, name }) => (
        <Button
          key={digits}
          size="compact-sm"
          variant="default"
          onClick={() => onChoose({ typed: groupDigits(digits), choice: key })}
        >
          {name}
        </Button>
      ))}
    </div>
  );
}

function chosenKeys(choice: string, own: OwnKey): readonly LabKey[] | null {
  if (choice === ALL_KEYS) return allSampleKeys();
  const read = readChosenKey(choice, own.draft);
  return read.kind === 'key' ? [read.key] : null;
}

function hidesKeyParts(explanation: TokenExplanation): boolean {
  return explanation.opened?.bits.some(({ hexadecimal }) => hexadecimal === null) === true;
}

function explain(
  typed: TypedDigits,
  keys: readonly LabKey[] | null,
  revealKeySections: boolean,
): TokenExplanation | null {
  if (typed.kind !== 'digits' || keys === null) return null;
  const candidates = keys.map(({ candidate }) => candidate);
  return explainToken(typed.digits, candidates, { revealKeySections });
}

/** The parts of a new key are shown at once under a sample key, and when asked for under another. */
function Answer(o: {
  readonly typed: TypedDigits;
  readonly keys: readonly LabKey[] | null;
  readonly isOwn: boolean;
}): ReactNode {
  const { isOwn, keys, typed } = o;
  const [reveals, setReveals] = useState(false);
  const explanation = useMemo(
    () => explain(typed, keys, !isOwn || reveals),
    [typed, keys, isOwn, reveals],
  );
  if (explanation === null) return null;
  return (
    <>
      {isOwn && (reveals || hidesKeyParts(explanation)) && (
        <label className={classes['check']}>
          <input
            type="checkbox"
            checked={reveals}
            onChange={(event) => setReveals(event.currentTarget.checked)}
          />
          Show the parts of the new key
        </label>
      )}
      <TokenView explanation={explanation} />
    </>
  );
}

function TypedNote({ typed }: { readonly typed: TypedDigits }): ReactNode {
  if (typed.kind === 'empty') return 'Twenty digits; blanks and hyphens do not matter.';
  return typed.kind === 'incomplete' ? typed.sentence : 'Twenty digits.';
}

export function TakeApart(o: {
  readonly apart: Apart;
  readonly onChange: (apart: Apart) => void;
  readonly own: OwnKey;
}): ReactNode {
  const { apart, own } = o;
  const typed = useMemo(() => readTypedDigits(apart.typed), [apart.typed]);
  const keys = useMemo(() => chosenKeys(apart.choice, own), [apart.choice, own]);
  return (
    <div className={classes['view']}>
      <Panel>
        <div className={classes['asking']}>
          <div>
            <TextInput
              label="Token"
              description={<TypedNote typed={typed} />}
              placeholder="0000 0000 0000 0000 0000"
              inputMode="numeric"
              size="md"
              classNames={{ input: classes['digitsInput'] ?? '' }}
              autoComplete="off"
              spellCheck={false}
              value={apart.typed}
              error={typed.kind === 'fault' ? typed.sentence : null}
              onChange={(event) => o.onChange({ ...apart, typed: event.currentTarget.value })}
            />
            <Examples onChoose={o.onChange} />
          </div>
          <KeyChoice
            label="Key"
            hasAll
            value={apart.choice}
            onChange={(choice) => o.onChange({ ...apart, choice })}
          />
        </div>
        <ChosenOwnKey choice={apart.choice} own={own} />
      </Panel>
      <Answer typed={typed} keys={keys} isOwn={apart.choice === OWN_KEY} />
    </div>
  );
}
