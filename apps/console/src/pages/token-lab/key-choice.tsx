/** Chooses a key: the samples, and for those who may, a key of one's own. */
import { NativeSelect } from '@mantine/core';
import type { ReactNode } from 'react';
import { mayDo } from '../../shell/access.ts';
import { useSession } from '../../shell/session.ts';
import { OwnKeyForm } from './own-key-form.tsx';
import { PrivateNote } from './private-note.tsx';
import { SAMPLE_KEYS, sampleKeyText } from './samples.ts';
import classes from './token-lab.module.css';
import { OWN_KEY, type OwnKey } from './use-lab-keys.ts';

export const ALL_KEYS = 'all';

function SampleNote({ choice }: { readonly choice: string }): ReactNode {
  const sample = SAMPLE_KEYS.find(({ id }) => id === choice);
  if (sample === undefined) return null;
  return (
    <>
      <p className={classes['keyNote']}>
        {sample.source} Base date {sample.draft.baseDate}. <code>{sampleKeyText(sample)}</code>
      </p>
      {!sample.isStandard && <PrivateNote />}
    </>
  );
}

export function KeyChoice(o: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Whether all samples may be tried at once, which makes sense for reading only. */
  readonly hasAll: boolean;
}): ReactNode {
  const mayOwn = mayDo('own-keys', useSession());
  const optionsOf = (isStandard: boolean) =>
    SAMPLE_KEYS.filter((sample) => sample.isStandard === isStandard).map(({ id, name }) => ({
      value: id,
      label: name,
    }));
  const all = { value: ALL_KEYS, label: 'Try every sample key' };
  return (
    <div className={classes['keyChoice']}>
      <NativeSelect
        size="md"
        label={o.label}
        value={o.value}
        onChange={(event) => o.onChange(event.currentTarget.value)}
        data={[
          ...(o.hasAll ? [all] : []),
          { group: 'Sample keys', items: optionsOf(true) },
          { group: 'Sample keys, not part of IEC 62055-41', items: optionsOf(false) },
          ...(mayOwn
            ? [{ group: 'For operators', items: [{ value: OWN_KEY, label: 'A key of my own' }] }]
            : []),
        ]}
      />
      <SampleNote choice={o.value} />
    </div>
  );
}

/** The form of a key of one's own, where that is what was chosen and the role allows it. */
export function ChosenOwnKey(o: { readonly choice: string; readonly own: OwnKey }): ReactNode {
  const mayOwn = mayDo('own-keys', useSession());
  return o.choice === OWN_KEY && mayOwn ? <OwnKeyForm own={o.own} /> : null;
}
