/** Customers and meters from a spreadsheet, and out again. /import, /import?kind=meters */
import { Anchor, Button, FileButton, SegmentedControl } from '@mantine/core';
import { IconDownload, IconFileSpreadsheet } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link, useSearchParams } from 'react-router';
import { tariffsInForceQuery } from '../../api/queries.ts';
import { mayUse } from '../../shell/access.ts';
import { useSession } from '../../shell/session.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { Panel } from '../../ui/panel.tsx';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import classes from './import.module.css';
import { CheckedFile, FaultyFile, ImportedFile, ImportProgress } from './import-outcome.tsx';
import type { FileKind } from './import-queries.ts';
import { templateLink } from './template.ts';
import { type ImportInHand, useImport } from './use-import.ts';

const KINDS = [
  { value: 'customers_and_meters', label: 'Customers with meters' },
  { value: 'meters', label: 'Meters for the store' },
] as const;

const EXPLAINED: Readonly<Record<FileKind, string>> = {
  customers_and_meters:
    'One line for a customer with a place, an agreement and the meter that hangs there.',
  meters: 'One line for a meter that lies in the store and hangs nowhere yet.',
};

/** The names that may stand in the column "tariff". */
function TariffNames(): ReactNode {
  const session = useSession();
  // Somebody else may have approved one a moment ago.
  const tariffs = useQuery({ ...tariffsInForceQuery, staleTime: 0 });
  if (tariffs.data === undefined) return null;
  const names = tariffs.data.map(({ name }) => name);
  if (names.length > 0) return <li>The tariffs there are: {names.join(', ')}.</li>;
  return (
    <li>
      There is no tariff in force yet, and a meter needs one.{' '}
      {mayUse('tariffs', session) && (
        <Anchor component={Link} to="/tariffs">
          Write one first
        </Anchor>
      )}
    </li>
  );
}

function Choice(o: {
  readonly kind: FileKind;
  readonly onKind: (kind: FileKind) => void;
  readonly onFile: (file: File) => void;
}): ReactNode {
  return (
    <Panel heading="Choose a file">
      <SegmentedControl
        aria-label="What the file has"
        data={KINDS.map((each) => ({ ...each }))}
        value={o.kind}
        onChange={(value) => o.onKind(value as FileKind)}
      />
      <p className={classes['line']}>{EXPLAINED[o.kind]}</p>
      <ol className={classes['steps']}>
        <li>
          <Anchor href={templateLink(o.kind)} download={`${o.kind}.csv`}>
            Take the empty file with its columns
          </Anchor>{' '}
          into a spreadsheet and fill it in. Format the columns of numbers as text first, or zeros
          at the front are lost.
        </li>
        <li>The attributes of a meter's key must be those of the meter on the wall.</li>
        {o.kind === 'customers_and_meters' && <TariffNames />}
        <li>
          Save it as “CSV UTF-8” and choose it here. It is tried first; nothing is made by that.
        </li>
      </ol>
      <FileButton accept=".csv,text/csv" onChange={(file) => file !== null && o.onFile(file)}>
        {(props) => (
          <Button {...props} leftSection={<IconFileSpreadsheet size={18} aria-hidden />}>
            Choose a CSV file
          </Button>
        )}
      </FileButton>
    </Panel>
  );
}

function Out(): ReactNode {
  return (
    <Panel heading="Out again">
      <p className={classes['line']}>
        Files of the same columns, with all that is there. They can be imported again, here or
        elsewhere. They hold personal data: keep them where nobody else reads.
      </p>
      <div className={classes['actions']}>
        {KINDS.map(({ value, label }) => (
          <Button
            key={value}
            component="a"
            href={`/v1/exports/${value}.csv`}
            download
            variant="default"
            leftSection={<IconDownload size={18} aria-hidden />}
          >
            {label}
          </Button>
        ))}
      </div>
    </Panel>
  );
}

/** Null while there is a file to be chosen. */
function Stage({ stage, progress, carryOut, again, clear }: ImportInHand): ReactNode {
  switch (stage.kind) {
    case 'none':
      return null;
    case 'working':
      return (
        <ImportProgress name={stage.sent.file.name} isTrial={stage.isTrial} progress={progress} />
      );
    case 'refused':
      return (
        <div className={classes['refused']}>
          <RefusalNote refusal={stage.refusal} onRetry={again} />
          <Button variant="default" onClick={clear}>
            Choose another file
          </Button>
        </div>
      );
    case 'told': {
      const { answer, sent } = stage;
      const { name } = sent.file;
      if (answer.state === 'faulty') return <FaultyFile {...{ name, answer }} onClear={clear} />;
      if (answer.state === 'imported') return <ImportedFile answer={answer} onClear={clear} />;
      return <CheckedFile {...{ name, answer }} onCarryOut={carryOut} onClear={clear} />;
    }
  }
}

export function ImportPage(): ReactNode {
  const inHand = useImport();
  const [params, setParams] = useSearchParams();
  const kind = KINDS.find(({ value }) => value === params.get('kind'))?.value ?? KINDS[0].value;
  return (
    <>
      <PageHead
        title="Import"
        help="Customers and meters from a spreadsheet: all lines of a file, or none."
      />
      <div className={classes['page']}>
        <Stage {...inHand} />
        {inHand.stage.kind === 'none' && (
          <Choice
            kind={kind}
            onKind={(chosen) => setParams({ kind: chosen }, { replace: true })}
            onFile={(file) => inHand.choose(kind, file)}
          />
        )}
        <Out />
      </div>
    </>
  );
}
