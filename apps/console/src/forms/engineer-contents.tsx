/** What an engineer's tokens are to do, one line for each, in the order they are keyed in. */
import { Button, CloseButton, NativeSelect, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { POWER, readQuantity } from '../typed-quantity.ts';
import classes from './forms.module.css';
import {
  ALL_REGISTERS,
  CONTENTS_MOST,
  type ContentDraft,
  EMPTY_CONTENT,
  isPowerContent,
} from './order-draft.ts';

const DEEDS: readonly { readonly value: ContentDraft['kind']; readonly label: string }[] = [
  { value: 'clear-tamper-condition', label: 'Clear tamper' },
  { value: 'clear-credit', label: 'Clear credit' },
  { value: 'set-maximum-power-limit', label: 'Set the maximum power limit' },
  { value: 'set-maximum-phase-power-unbalance-limit', label: 'Set the phase unbalance limit' },
];

const REGISTERS = [
  { value: String(ALL_REGISTERS), label: 'All credit' },
  { value: '0', label: 'Electricity' },
];

function Value(o: {
  readonly content: ContentDraft;
  readonly onChange: (content: ContentDraft) => void;
}): ReactNode {
  const { content, onChange } = o;
  if (content.kind === 'clear-credit') {
    return (
      <NativeSelect
        label="Which credit"
        data={REGISTERS}
        value={String(content.register)}
        onChange={(event) => onChange({ ...content, register: Number(event.currentTarget.value) })}
      />
    );
  }
  if (!isPowerContent(content.kind)) return <span />;
  const power = readQuantity(content.power, POWER);
  return (
    <TextInput
      label="Power, with its unit"
      placeholder={POWER.example}
      required
      autoComplete="off"
      value={content.power}
      error={power.kind === 'fault' ? power.text : null}
      onChange={(event) => onChange({ ...content, power: event.currentTarget.value })}
    />
  );
}

export function EngineerContents(o: {
  readonly contents: readonly ContentDraft[];
  readonly onChange: (contents: readonly ContentDraft[]) => void;
}): ReactNode {
  const { contents, onChange } = o;
  return (
    <>
      {contents.map((content, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines are told apart by their place alone
        <div className={classes['contentLine']} key={at}>
          <NativeSelect
            label={contents.length === 1 ? 'Token' : `Token ${at + 1}`}
            data={[...DEEDS]}
            value={content.kind}
            onChange={({ currentTarget }) => {
              const deed = DEEDS.find(({ value }) => value === currentTarget.value);
              if (deed !== undefined) onChange(contents.with(at, { ...content, kind: deed.value }));
            }}
          />
          <Value content={content} onChange={(next) => onChange(contents.with(at, next))} />
          {contents.length > 1 && (
            <CloseButton
              size="lg"
              aria-label={`Leave out token ${at + 1}`}
              onClick={() => onChange(contents.toSpliced(at, 1))}
            />
          )}
        </div>
      ))}
      {contents.length < CONTENTS_MOST && (
        <Button
          variant="subtle"
          size="compact-sm"
          style={{ alignSelf: 'flex-start' }}
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => onChange([...contents, EMPTY_CONTENT])}
        >
          Another token
        </Button>
      )}
    </>
  );
}
