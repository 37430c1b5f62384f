/** How the files of a source are read, and the first lines of an example read by these settings. */
import { Button, FileButton, NativeSelect, SegmentedControl, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { Panel } from '../../ui/panel.tsx';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { CsvFields } from './csv-fields.tsx';
import { FaultLines, SampleLines, TotalsLine } from './read-lines.tsx';
import { offerFor } from './read-sample.ts';
import classes from './reconciliation.module.css';
import { sampleQuery } from './reconciliation-queries.ts';
import { type CamtReference, formatOf, isReadable, type SourceDraft } from './source-draft.ts';

interface Fields {
  readonly draft: SourceDraft;
  readonly onChange: (draft: SourceDraft) => void;
}

// The server reads the beginning of a file only.
const SAMPLE_SIGNS = 48_000;
const TYPING_MS = 400;

const REFERENCES: Readonly<Record<CamtReference, string>> = {
  end_to_end_id: 'the payer’s own (EndToEndId)',
  transaction_id: 'of the transaction (TxId)',
  servicer_reference: 'of the bank (AcctSvcrRef)',
  entry_reference: 'of the entry (NtryRef)',
};

interface Sample {
  readonly name: string;
  readonly text: string;
  readonly header: readonly string[];
}

/** Whole lines of a CSV file; an XML file must be whole, since half of one cannot be read. */
async function readSample(file: File, encoding: string): Promise<string> {
  const text = new TextDecoder(encoding).decode(await file.slice(0, SAMPLE_SIGNS).arrayBuffer());
  if (file.size <= SAMPLE_SIGNS || file.name.toLowerCase().endsWith('.xml')) return text;
  return text.slice(0, text.lastIndexOf('\n') + 1);
}

function CamtFields({ draft, onChange }: Fields): ReactNode {
  const references = Object.keys(REFERENCES) as CamtReference[];
  return (
    <div className={classes['fields']}>
      <NativeSelect
        label="Number of the payment"
        data={references.map((value) => ({ value, label: REFERENCES[value] }))}
        value={draft.camtReference}
        onChange={({ currentTarget: { value } }) =>
          onChange({
            ...draft,
            camtReference: references.find((each) => each === value) ?? draft.camtReference,
          })
        }
      />
      <TextInput
        label="Number of the account (optional)"
        description="IBAN or other; a statement of another account is refused"
        maxLength={50}
        value={draft.camtAccount}
        onChange={(event) => onChange({ ...draft, camtAccount: event.currentTarget.value })}
      />
    </div>
  );
}

function AsRead({ draft, sample }: { readonly draft: SourceDraft; readonly sample: Sample }) {
  const [settled] = useDebouncedValue(draft, TYPING_MS);
  const canRead = isReadable(settled) && settled.timeZone.trim() !== '';
  const answer = useQuery({
    ...sampleQuery(formatOf(settled), settled.timeZone.trim(), sample.text),
    enabled: canRead,
    placeholderData: (before) => before,
  });
  if (!canRead) {
    return (
      <p className={classes['line']}>
        Say in which columns date and money stand; then the first lines are shown as they are read.
      </p>
    );
  }
  if (answer.error !== null) return <RefusalNote refusal={answer.error.refusal} />;
  if (answer.data === undefined) return <p className={classes['line']}>Reading …</p>;
  const { fault_count: faults } = answer.data;
  return (
    <div role="status" className={classes['stage']}>
      <TotalsLine totals={answer.data.totals} />
      {faults > 0 && (
        <>
          <p className={classes['line']}>
            <strong>{faults}</strong> {faults === 1 ? 'thing' : 'things'} in {sample.name} cannot be
            read by these settings:
          </p>
          <FaultLines checked={answer.data} />
        </>
      )}
      <SampleLines checked={answer.data} />
    </div>
  );
}

export function FormatFields({ draft, onChange }: Fields): ReactNode {
  const [sample, setSample] = useState<Sample | null>(null);
  async function choose(file: File): Promise<void> {
    const isXml = file.name.toLowerCase().endsWith('.xml');
    const text = await readSample(file, draft.csv.encoding);
    const offer = isXml ? null : offerFor(text);
    setSample({ name: file.name, text, header: offer?.header ?? [] });
    onChange(
      offer === null
        ? { ...draft, format: 'camt053' }
        : { ...draft, format: 'csv', csv: { ...draft.csv, ...offer.csv } },
    );
  }
  return (
    <Panel heading="How its files are read">
      <div className={classes['choice']}>
        <SegmentedControl
          aria-label="Format"
          data={[
            { value: 'csv', label: 'CSV' },
            { value: 'camt053', label: 'ISO 20022 camt.053' },
          ]}
          value={draft.format}
          onChange={(value) => onChange({ ...draft, format: value === 'csv' ? 'csv' : 'camt053' })}
        />
        <FileButton
          accept=".csv,.txt,.xml,text/csv,application/xml"
          onChange={(file) => file !== null && void choose(file)}
        >
          {(props) => (
            <Button
              {...props}
              variant="default"
              leftSection={<IconFileSpreadsheet size={18} aria-hidden />}
            >
              {sample === null ? 'Take an example file' : 'Another example'}
            </Button>
          )}
        </FileButton>
      </div>
      <p className={classes['line']}>
        {sample === null
          ? 'An example fills in what can be seen in it. It is not stored.'
          : `${sample.name} as these settings read it:`}
      </p>
      {sample !== null && <AsRead draft={draft} sample={sample} />}
      {draft.format === 'csv' ? (
        <CsvFields
          csv={draft.csv}
          header={sample?.header ?? []}
          onChange={(csv) => onChange({ ...draft, csv })}
        />
      ) : (
        <CamtFields draft={draft} onChange={onChange} />
      )}
    </Panel>
  );
}
