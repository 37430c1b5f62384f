/** A key of one's own: a decoder key, or a test vending key with the data of a meter. */
import { Alert, Button, NativeSelect, SegmentedControl, TextInput } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { Dkga, EncryptionAlgorithm } from '@wattvend/sts/decoder-key.js';
import {
  ENCRYPTION_ALGORITHM_CODES,
  ENCRYPTION_ALGORITHMS,
} from '@wattvend/sts/encryption-algorithms.js';
import type { KeyType } from '@wattvend/sts/supply-group.js';
import type { BaseDate } from '@wattvend/sts/token-identifier.js';
import type { ReactNode } from 'react';
import { type KeyDraft, needsMeterNumber, readKeyDraft } from './key-draft.ts';
import { PrivateNote } from './private-note.tsx';
import type { Faults } from './refused.ts';
import classes from './token-lab.module.css';
import type { OwnKey } from './use-lab-keys.ts';

const ALGORITHMS = ENCRYPTION_ALGORITHM_CODES.map((code) => {
  const { name, standard } = ENCRYPTION_ALGORITHMS[code];
  return { value: code, label: `EA ${code}, ${name}${standard ? '' : ' (not IEC 62055-41)'}` };
});

const DKGAS: readonly Dkga[] = ['01', '02', '03', '04'];

const KEY_TYPES = [
  { value: '0', label: '0, initialisation (DITK)' },
  { value: '1', label: '1, default (DDTK)' },
  { value: '2', label: '2, unique (DUTK)' },
  { value: '3', label: '3, common (DCTK)' },
];

const BASE_DATES = ['1993', '2014', '2035'];

const KEY_INPUT = { classNames: { input: 'wv-mono' } };

interface Filling {
  readonly own: OwnKey;
  readonly faults: Faults;
}

type TextField = {
  [Name in keyof KeyDraft]: string extends KeyDraft[Name] ? Name : never;
}[keyof KeyDraft];

function Text(
  o: Filling & {
    readonly field: TextField;
    readonly label: string;
    readonly description?: string;
    readonly isKey?: boolean;
  },
): ReactNode {
  const { field, own } = o;
  return (
    <TextInput
      label={o.label}
      description={o.description}
      value={own.draft[field]}
      // What is empty is not yet wrong.
      error={o.faults[field] === '' ? null : o.faults[field]}
      onChange={(event) => own.set({ [field]: event.currentTarget.value })}
      autoComplete="off"
      autoCorrect="off"
      autoCapitalize="off"
      spellCheck={false}
      // Managers of passwords offer to keep what looks like a secret.
      data-1p-ignore
      data-lpignore="true"
      data-bwignore
      {...(o.isKey === true ? KEY_INPUT : { inputMode: 'numeric' as const })}
    />
  );
}

function VendingKeyFields(o: Filling): ReactNode {
  const { draft, set } = o.own;
  return (
    <>
      <Text {...o} field="vendingKey" label="Test vending key, hexadecimal" isKey />
      <div className={classes['fields']}>
        <NativeSelect
          label="DKGA"
          value={draft.dkga}
          error={o.faults['dkga']}
          data={[...DKGAS]}
          onChange={(event) => set({ dkga: event.currentTarget.value as Dkga })}
        />
        <NativeSelect
          label="Key type (KT)"
          value={String(draft.keyType)}
          error={o.faults['keyType']}
          data={KEY_TYPES}
          onChange={(event) => set({ keyType: Number(event.currentTarget.value) as KeyType })}
        />
        <Text {...o} field="supplyGroupCode" label="Supply group (SGC)" />
        <Text {...o} field="tariffIndex" label="Tariff index (TI)" />
        <Text {...o} field="keyRevisionNumber" label="Key revision (KRN)" />
      </div>
    </>
  );
}

function CipherFields(o: Filling): ReactNode {
  const { draft, set } = o.own;
  return (
    <div className={classes['fields']}>
      <NativeSelect
        label="Encryption algorithm"
        value={draft.encryptionAlgorithm}
        data={ALGORITHMS}
        onChange={(event) =>
          set({ encryptionAlgorithm: event.currentTarget.value as EncryptionAlgorithm })
        }
      />
      {draft.encryptionAlgorithm === '07' && (
        <NativeSelect
          label="Tables"
          value={draft.tables}
          data={[
            { value: 'service', label: 'of meters in service' },
            { value: 'sample', label: 'of the worked example' },
          ]}
          onChange={(event) =>
            set({ tables: event.currentTarget.value === 'sample' ? 'sample' : 'service' })
          }
        />
      )}
      <NativeSelect
        label="Base date"
        value={String(draft.baseDate)}
        data={BASE_DATES}
        onChange={(event) => set({ baseDate: Number(event.currentTarget.value) as BaseDate })}
      />
      <Text {...o} field="keyExpiryNumber" label="KEN (may be left out)" />
      {needsMeterNumber(draft) && (
        <Text {...o} field="meterNumber" label="Meter number" description="11, 13 or 18 digits" />
      )}
    </div>
  );
}

export function OwnKeyForm({ own }: { readonly own: OwnKey }): ReactNode {
  const { draft, set } = own;
  const read = readKeyDraft('', draft);
  const faults = read.kind === 'faults' ? read.faults : {};
  const filling = { own, faults };
  return (
    <div className={classes['ownKey']} data-testid="own-key">
      <Alert
        color="red"
        variant="light"
        icon={<IconAlertTriangle aria-hidden />}
        title="Never type a real key here"
      >
        For test keys only. What you type stays in the memory of this page: it is not sent, not
        stored and not written down, and it is gone when you leave. A real key belongs in a security
        module and nowhere else.
      </Alert>
      <SegmentedControl
        aria-label="Kind of key"
        value={draft.from}
        onChange={(from) => set({ from: from === 'vending-key' ? 'vending-key' : 'decoder-key' })}
        data={[
          { value: 'decoder-key', label: 'Decoder key' },
          { value: 'vending-key', label: 'Test vending key' },
        ]}
      />
      {draft.from === 'decoder-key' ? (
        <Text
          {...filling}
          field="decoderKey"
          label="Decoder key, hexadecimal"
          description="16 digits, or 32 for EA 11, 61 and 62"
          isKey
        />
      ) : (
        <VendingKeyFields {...filling} />
      )}
      <CipherFields {...filling} />
      {!ENCRYPTION_ALGORITHMS[draft.encryptionAlgorithm].standard && <PrivateNote />}
      {faults[''] !== undefined && <p role="alert">{faults['']}</p>}
      <Button variant="default" size="xs" onClick={own.clear} className={classes['forget'] ?? ''}>
        Forget this key now
      </Button>
    </div>
  );
}
