/** An explained token: what it is, its bits, its fields, the way there, and what speaks against it. */
import { VisuallyHidden } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconAlertTriangle, IconCircleCheck, IconLock } from '@tabler/icons-react';
import type { OpenedToken, TokenExplanation } from '@wattvend/sts/explanation.js';
import { type ReactNode, useMemo } from 'react';
import { Panel } from '../../ui/panel.tsx';
import { BitDrawing } from './bit-drawing.tsx';
import { type DrawnField, drawnFields } from './drawn-bits.ts';
import { useFieldFocus } from './field-focus.ts';
import { ConfidenceMark, FieldTable } from './field-table.tsx';
import { PrivateNote } from './private-note.tsx';
import classes from './token-lab.module.css';
import { wordsOf } from './token-names.ts';
import { WayDrawing } from './way-drawing.tsx';

const NARROW = '(max-width: 800px)';

function useIsNarrow(): boolean {
  return useMediaQuery(NARROW, undefined, { getInitialValueInEffect: false }) === true;
}

function headingOf(opened: OpenedToken): string {
  if (opened.name === null) return wordsOf(opened.status);
  return opened.tokenClass === 0
    ? `Credit: ${wordsOf(opened.name).toLowerCase()}`
    : wordsOf(opened.name);
}

/** What the token is about, large: the amount of a credit, the tests of a display token. */
function Gist({ opened }: { readonly opened: OpenedToken }): ReactNode {
  const gist = opened.bits.find(({ member }) => member !== null && isGist(member));
  return gist === undefined ? null : <p className={classes['gist']}>{gist.value}</p>;
}

const NO_GIST: readonly string[] = ['random', 'tokenIdentifier', 'padding', 'manufacturerCode'];

function isGist(member: string): boolean {
  const isOfKeyChange = /^(new|key|supply|tariff|rollover|third)/.test(member);
  return !NO_GIST.includes(member) && !isOfKeyChange;
}

function Facts({ opened }: { readonly opened: OpenedToken }): ReactNode {
  return (
    <dl className={classes['facts']}>
      <div>
        <dt>Class and subclass</dt>
        <dd>
          {opened.tokenClass}/{opened.subclass}
        </dd>
      </div>
      <div>
        <dt>Opened by</dt>
        <dd>{opened.candidate ?? 'no key: it is in clear'}</dd>
      </div>
      <div>
        <dt>IEC 62055-41</dt>
        <dd>clause {opened.clause}</dd>
      </div>
      <div>
        <dt>Confidence</dt>
        <dd>
          <ConfidenceMark confidence={opened.confidence} />
        </dd>
      </div>
    </dl>
  );
}

function Verdict({ explanation }: { readonly explanation: TokenExplanation }): ReactNode {
  const { opened, refusals } = explanation;
  const hasTime = opened?.bits.some(({ member }) => member === 'tokenIdentifier') === true;
  if (refusals.length === 0) {
    return (
      <p className={classes['verdict']} data-good="true">
        <IconCircleCheck size={20} aria-hidden />
        <span>
          Nothing in the token itself speaks against it.{hasTime && ' A meter takes it once.'}
        </span>
      </p>
    );
  }
  return (
    <ul className={classes['verdicts']}>
      {refusals.map(({ result, sentence }) => (
        <li key={result + sentence} className={classes['verdict']} data-good="false">
          <IconAlertTriangle size={20} aria-hidden />
          <span>
            <strong>{result}</strong> {sentence}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Closed({ explanation }: { readonly explanation: TokenExplanation }): ReactNode {
  return (
    <Panel heading="Closed">
      <p className={classes['closed']}>
        <IconLock size={20} aria-hidden />
        <span>
          {explanation.summary} The class can be read without a key; the rest opens with the key of
          its meter only, and that key never leaves the security module.
        </span>
      </p>
      <table className={classes['tried']}>
        <caption>The keys tried, and the checksum under each</caption>
        <thead>
          <tr>
            <th scope="col">Key</th>
            <th scope="col">Found</th>
            <th scope="col">Should be</th>
          </tr>
        </thead>
        <tbody>
          {explanation.candidates.map((one) => (
            <tr key={one.name}>
              <th scope="row">{one.name}</th>
              <td>{one.checksumFound ?? 'hidden'}</td>
              <td>{one.checksumExpected ?? 'hidden'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}

function Opened(o: {
  readonly opened: OpenedToken;
  readonly explanation: TokenExplanation;
  readonly fields: readonly DrawnField[];
  readonly isNarrow: boolean;
}): ReactNode {
  const { explanation, fields, opened } = o;
  const focus = useFieldFocus();
  const opening = explanation.candidates.find(({ name }) => name === opened.candidate);
  const isPrivate = opening?.isStandard === false;
  return (
    <Panel heading={headingOf(opened)} aside={<Facts opened={opened} />}>
      <Gist opened={opened} />
      {isPrivate && <PrivateNote />}
      <p className={classes['purpose']}>{opened.purpose}</p>
      <BitDrawing fields={fields} focus={focus} isNarrow={o.isNarrow} />
      <Verdict explanation={explanation} />
      <FieldTable bits={opened.bits} fields={fields} focus={focus} />
    </Panel>
  );
}

export function TokenView({ explanation }: { readonly explanation: TokenExplanation }): ReactNode {
  const isNarrow = useIsNarrow();
  const { number66, opened } = explanation;
  const fields = useMemo(() => (opened === null ? [] : drawnFields(opened.bits)), [opened]);
  if (number66 === null) return null;
  return (
    <div className={classes['view']} data-testid="token-view">
      <VisuallyHidden role="status">{explanation.summary}</VisuallyHidden>
      {opened === null ? (
        <Closed explanation={explanation} />
      ) : (
        <Opened opened={opened} explanation={explanation} fields={fields} isNarrow={isNarrow} />
      )}
      <Panel heading="From digits to fields">
        <WayDrawing number66={number66} opened={opened} fields={fields} isNarrow={isNarrow} />
      </Panel>
    </div>
  );
}
