/** The fields of a key change: the new key and what goes with it. */
import { NativeSelect, TextInput } from '@mantine/core';
import type { KeyType } from '@wattvend/sts/supply-group.js';
import type { ReactNode } from 'react';
import type { KeyChangeDraft } from './key-change-draft.ts';
import type { Faults } from './refused.ts';
import { newKeySamples } from './samples.ts';
import classes from './token-lab.module.css';

const OWN = 'own';

const KEY_TYPES = [
  { value: '1', label: '1, default (DDTK)' },
  { value: '2', label: '2, unique (DUTK)' },
  { value: '3', label: '3, common (DCTK)' },
];

interface Changing {
  readonly draft: KeyChangeDraft;
  readonly set: (change: Partial<KeyChangeDraft>) => void;
  readonly faults: Faults;
}

function errorAt(faults: Faults, field: string): string | null {
  const sentence = faults[field];
  return sentence === undefined || sentence === '' ? null : sentence;
}

function NewKey(o: Changing & { readonly keyBits: 64 | 128; readonly mayOwn: boolean }): ReactNode {
  const { draft, keyBits, set } = o;
  const samples = newKeySamples(keyBits);
  const isSample = samples.some(({ value }) => value === draft.decoderKey);
  return (
    <>
      <NativeSelect
        label="New decoder key"
        description="Sample keys: published or invented"
        value={isSample ? draft.decoderKey : OWN}
        error={isSample ? errorAt(o.faults, 'decoderKey') : null}
        onChange={(event) => {
          const { value } = event.currentTarget;
          set({ decoderKey: value === OWN ? '' : value });
        }}
        data={[...samples, ...(o.mayOwn ? [{ value: OWN, label: 'A key of my own' }] : [])]}
      />
      {!isSample && o.mayOwn && (
        <TextInput
          classNames={{ input: 'wv-mono' }}
          label="New decoder key, hexadecimal"
          description="A test key; never a real one"
          value={draft.decoderKey}
          error={errorAt(o.faults, 'decoderKey')}
          onChange={(event) => set({ decoderKey: event.currentTarget.value })}
          autoComplete="off"
          spellCheck={false}
        />
      )}
    </>
  );
}

function NumberField(
  o: Changing & {
    readonly field: 'keyRevisionNumber' | 'tariffIndex' | 'keyExpiryNumber' | 'supplyGroupCode';
    readonly label: string;
    readonly description: string;
  },
): ReactNode {
  return (
    <TextInput
      label={o.label}
      description={o.description}
      inputMode="numeric"
      autoComplete="off"
      value={o.draft[o.field]}
      error={errorAt(o.faults, o.field)}
      onChange={(event) => o.set({ [o.field]: event.currentTarget.value })}
    />
  );
}

export function KeyChangeFields(
  o: Changing & { readonly keyBits: 64 | 128; readonly mayOwn: boolean },
): ReactNode {
  const { draft, set } = o;
  const codeNote = o.keyBits === 64 ? 'Empty: the set of two tokens' : 'Always goes with the key';
  return (
    <div className={classes['fields']}>
      <NewKey {...o} />
      <NumberField
        {...o}
        field="keyRevisionNumber"
        label="Key revision (KRN)"
        description="1 to 9"
      />
      <NativeSelect
        label="Key type (KT)"
        description="Of the new key"
        value={String(draft.keyType)}
        data={KEY_TYPES}
        onChange={(event) => set({ keyType: Number(event.currentTarget.value) as KeyType })}
      />
      <NumberField {...o} field="tariffIndex" label="Tariff index (TI)" description="00 to 99" />
      <NumberField {...o} field="keyExpiryNumber" label="Key expiry (KEN)" description="0 to 255" />
      <NumberField
        {...o}
        field="supplyGroupCode"
        label="Supply group (SGC)"
        description={codeNote}
      />
      <label className={`${classes['check'] ?? ''} ${classes['wide'] ?? ''}`}>
        <input
          type="checkbox"
          checked={draft.rollover}
          onChange={(event) => set({ rollover: event.currentTarget.checked })}
        />
        <span>
          Another base date (RO)
          <small>The meter then forgets every minute it has taken.</small>
        </span>
      </label>
    </div>
  );
}
