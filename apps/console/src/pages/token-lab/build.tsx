/** Builds tokens from fields: any defined token of the table, or the set of a key change. */
import { NativeSelect } from '@mantine/core';
import { IconArrowUpRight } from '@tabler/icons-react';
import { explainToken } from '@wattvend/sts/explain-token.js';
import type { NumericToken } from '@wattvend/sts/token.js';
import { type ReactNode, useMemo } from 'react';
import { mayDo } from '../../shell/access.ts';
import { useSession } from '../../shell/session.ts';
import { Panel } from '../../ui/panel.tsx';
import { BuildFields, freshRandom } from './build-fields.tsx';
import { BuiltTokens } from './built-tokens.tsx';
import { buildKeyChange, FIRST_KEY_CHANGE, type KeyChangeDraft } from './key-change-draft.ts';
import { KeyChangeFields } from './key-change-fields.tsx';
import { ChosenOwnKey, KeyChoice } from './key-choice.tsx';
import type { LabKey } from './key-draft.ts';
import { firstNewKey } from './samples.ts';
import { buildToken, type TokenBuild, type TokenDraft } from './token-draft.ts';
import classes from './token-lab.module.css';
import { KEY_CHANGE, rowOfChoice, tokenChoices } from './token-names.ts';
import { TokenView } from './token-view.tsx';
import { OWN_KEY, type OwnKey, readChosenKey } from './use-lab-keys.ts';

const CHOICES = tokenChoices();

/** All that is being built; it is kept while the other half of the lab is looked at. */
export interface Build {
  readonly token: string;
  readonly choice: string;
  readonly draft: TokenDraft;
  readonly change: KeyChangeDraft;
}

/** The first thing on the page is a whole token: ten kilowatt-hours, now. */
export function firstBuild(now: Date): Build {
  return {
    token: '0',
    choice: 'misty1',
    draft: {
      values: { energy: '10.0', random: freshRandom(), manufacturerCode: '0', register: '0' },
      tests: [3],
      time: now.toISOString().slice(0, 16),
      isSpecial: false,
    },
    change: FIRST_KEY_CHANGE,
  };
}

interface Half {
  readonly build: Build;
  readonly onChange: (build: Build) => void;
  readonly onTakeApart: (digits: NumericToken, choice: string) => void;
}

function RoundedNote({ built }: { readonly built: TokenBuild }): ReactNode {
  if (built.kind === 'faults' || built.rounded === null) return null;
  const { asked, carried } = built.rounded;
  return (
    <p className={classes['rounded']} role="note">
      <IconArrowUpRight size={18} aria-hidden />
      <span>
        The token carries <strong>{carried}</strong>: its field cannot hold {asked}, and is rounded
        in the customer’s favour.
      </span>
    </p>
  );
}

function NotYet(): ReactNode {
  return (
    <p className={classes['keyNote']}>The token appears here when every field is filled in.</p>
  );
}

function OneToken(o: Half & { readonly labKey: LabKey }): ReactNode {
  const { build, labKey } = o;
  const row = rowOfChoice(build.token);
  const { draft } = build;
  const built = useMemo(() => buildToken(row, draft, labKey), [row, draft, labKey]);
  const explanation = useMemo(
    () => (built.kind === 'built' ? explainToken(built.digits, [labKey.candidate]) : null),
    [built, labKey],
  );
  const faults = built.kind === 'faults' ? built.faults : {};
  const { baseDate } = labKey.candidate;
  const set = (change: Partial<TokenDraft>): void =>
    o.onChange({ ...build, draft: { ...draft, ...change } });
  return (
    <>
      <Panel>
        <p className={classes['purpose']}>{row.purpose}</p>
        <BuildFields row={row} draft={draft} set={set} faults={faults} baseDate={baseDate} />
        {faults[''] !== undefined && (
          <p className={classes['error']} role="alert">
            {faults['']}
          </p>
        )}
        {built.kind === 'built' ? (
          <BuiltTokens
            tokens={[built.digits]}
            onTakeApart={(digits) => o.onTakeApart(digits, build.choice)}
          >
            <RoundedNote built={built} />
          </BuiltTokens>
        ) : (
          <NotYet />
        )}
      </Panel>
      {explanation !== null && <TokenView explanation={explanation} />}
    </>
  );
}

function WholeKeyChange(o: Half & { readonly labKey: LabKey; readonly own: OwnKey }): ReactNode {
  const { build, labKey, own } = o;
  const mayOwn = mayDo('own-keys', useSession());
  const { keyBits } = labKey.candidate.cipher;
  const decoderKey = own.newKeys[keyBits] ?? firstNewKey(labKey);
  const draft = { ...build.change, decoderKey };
  const built = buildKeyChange(draft, labKey);
  const faults = built.kind === 'faults' ? built.faults : {};
  const set = (change: Partial<KeyChangeDraft>): void => {
    const { decoderKey: newKey, ...rest } = change;
    if (newKey !== undefined) own.setNewKey(keyBits, newKey);
    else o.onChange({ ...build, change: { ...build.change, ...rest } });
  };
  return (
    <Panel>
      <p className={classes['purpose']}>
        Gives a meter a new decoder key, encrypted under the one it has. The tokens may be keyed in
        in any order; the new key counts when the meter has all of them.
      </p>
      <KeyChangeFields draft={draft} set={set} faults={faults} keyBits={keyBits} mayOwn={mayOwn} />
      {built.kind === 'built' ? (
        <BuiltTokens
          tokens={built.tokens}
          onTakeApart={(digits) => o.onTakeApart(digits, build.choice)}
        />
      ) : (
        <NotYet />
      )}
    </Panel>
  );
}

export function BuildToken(o: Half & { readonly own: OwnKey }): ReactNode {
  const { build, own } = o;
  const read = readChosenKey(build.choice, own.draft);
  const isSet = build.token === KEY_CHANGE;
  return (
    <div className={classes['view']}>
      <Panel>
        <div className={classes['asking']}>
          <NativeSelect
            label="Token"
            size="md"
            value={build.token}
            data={CHOICES.map(({ group, items }) => ({ group, items: [...items] }))}
            onChange={(event) => o.onChange({ ...build, token: event.currentTarget.value })}
          />
          <KeyChoice
            label={isSet ? 'Key the meter has now' : 'Key'}
            hasAll={false}
            value={build.choice}
            onChange={(choice) => o.onChange({ ...build, choice })}
          />
        </div>
        <ChosenOwnKey choice={build.choice} own={own} />
        {read.kind === 'faults' && build.choice === OWN_KEY && (
          <p className={classes['keyNote']}>Fill in the key first.</p>
        )}
      </Panel>
      {read.kind === 'key' &&
        (isSet ? (
          <WholeKeyChange {...o} labKey={read.key} />
        ) : (
          <OneToken {...o} labKey={read.key} />
        ))}
    </div>
  );
}
