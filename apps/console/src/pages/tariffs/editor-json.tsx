/** The tariff as data, to be taken to another place or brought from one. */
import { Button, Textarea } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { api, call } from '../../api/client.ts';
import { useSession } from '../../shell/session.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Panel } from '../../ui/panel.tsx';
import { draftOfRecord } from './draft-of-record.ts';
import { readRecord } from './tariff-record.ts';
import classes from './tariffs.module.css';
import { useDraft } from './use-editor.ts';

/** An object in JSON, or what is wrong with the text. */
function parseObject(text: string): Readonly<Record<string, unknown>> | string {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Readonly<Record<string, unknown>>)
      : 'This is JSON, but no tariff: it begins with { and ends with }.';
  } catch (error) {
    return `This is no JSON: ${error instanceof Error ? error.message : 'it cannot be read'}.`;
  }
}

// The faults of the form: with these the record cannot be shown in fields.
const FORM_FAULTS: ReadonlySet<string> = new Set([
  'missing',
  'unknown_field',
  'not_an_object',
  'not_a_list',
  'not_text',
  'not_a_whole_number',
  'not_a_decimal',
  'not_true_or_false',
  'not_one_of',
  'out_of_range',
]);

/** Takes over what was pasted once the server has found it to have the form of a tariff. */
function useTakeOver(onTaken: () => void) {
  const { draft, change } = useDraft();
  const { currency } = useSession().utility;
  const [faults, setFaults] = useState<readonly string[]>([]);
  async function takeOver(text: string): Promise<void> {
    const object = parseObject(text);
    if (typeof object === 'string') return setFaults([object]);
    const answer = await call(api.POST('/v1/tariffs/trial', { body: { record: object } }));
    if (answer.kind === 'refusal') return setFaults([answer.refusal.detail]);
    const wrong = answer.value.faults.filter(({ code }) => FORM_FAULTS.has(code));
    setFaults(wrong.map(({ path, message }) => `${path === '' ? 'The whole' : path} ${message}.`));
    if (wrong.length > 0) return;
    const { name, fromDay, fromTime } = draft;
    change(draftOfRecord(readRecord(object), { name, fromDay, fromTime }, currency));
    onTaken();
  }
  return { faults, takeOver };
}

export function JsonEditor(): ReactNode {
  const { record } = useDraft();
  const [pasted, setPasted] = useState('');
  const { faults, takeOver } = useTakeOver(() => setPasted(''));
  const text = JSON.stringify(record, null, 2);
  return (
    <Panel heading="Advanced: the tariff as data">
      <details>
        <summary>Show the JSON, copy it, or paste another one</summary>
        <div className={classes['fields']}>
          <Textarea
            label="This tariff"
            readOnly
            autosize
            minRows={6}
            maxRows={18}
            value={text}
            classNames={{ input: classes['json'] ?? '' }}
          />
          <div className={classes['actions']}>
            <CopyButton text={text} label="Copy the JSON" />
          </div>
          <Textarea
            label="Paste a tariff"
            description="It takes the place of everything above but the name and the date."
            autosize
            minRows={4}
            maxRows={18}
            value={pasted}
            error={faults.length === 0 ? undefined : faults.join(' ')}
            classNames={{ input: classes['json'] ?? '' }}
            onChange={(event) => setPasted(event.currentTarget.value)}
          />
          <div className={classes['actions']}>
            <Button
              variant="default"
              disabled={pasted.trim() === ''}
              onClick={() => void takeOver(pasted)}
            >
              Take it over
            </Button>
          </div>
        </div>
      </details>
    </Panel>
  );
}
