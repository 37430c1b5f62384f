/** A statement on its way in: the source, the file, what it holds, and the run that follows. */
import { Button, FileButton, Loader, NativeSelect } from '@mantine/core';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useSession } from '../../shell/session.ts';
import { Panel } from '../../ui/panel.tsx';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { formatInstant } from '../../wall-time.ts';
import { usePlace } from './place.ts';
import { FaultLines, SampleLines, TotalsLine } from './read-lines.tsx';
import classes from './reconciliation.module.css';
import type { PaymentSource, Statement } from './reconciliation-queries.ts';
import { type StatementInHand, useStatement } from './use-statement.ts';

function Choice(o: {
  readonly sources: readonly PaymentSource[];
  readonly onFile: (sourceId: string, file: File) => void;
}): ReactNode {
  const place = usePlace();
  const [only] = o.sources.length === 1 ? o.sources : [];
  const chosen = place.sourceId ?? only?.id ?? '';
  return (
    <>
      <p className={classes['line']}>
        The file as the bank or the service gave it, CSV or camt.053. It is read first; nothing is
        stored by that. The same file twice counts once.
      </p>
      <div className={classes['choice']}>
        <NativeSelect
          label="Where it is from"
          data={[
            { value: '', label: 'Choose a source' },
            ...o.sources.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          value={chosen}
          onChange={({ currentTarget: { value } }) =>
            place.goTo({ source: value === '' ? null : value })
          }
        />
        <FileButton
          accept=".csv,.txt,.xml,text/csv,application/xml"
          onChange={(file) => file !== null && o.onFile(chosen, file)}
        >
          {(props) => (
            <Button
              {...props}
              disabled={chosen === ''}
              leftSection={<IconFileSpreadsheet size={18} aria-hidden />}
            >
              Choose the file
            </Button>
          )}
        </FileButton>
      </div>
    </>
  );
}

function Imported(o: {
  readonly statement: Statement;
  readonly isOld: boolean;
  readonly onReconcile: (statement: Statement) => void;
  readonly onClear: () => void;
}): ReactNode {
  const { statement } = o;
  const { time_zone: timeZone } = useSession().utility;
  return (
    <>
      <p className={classes['line']} role="status">
        {o.isOld
          ? `This file was brought before, as ${statement.name} by ${statement.imported_by}, ` +
            `${formatInstant(statement.imported_at, timeZone)}. It counts once.`
          : `${statement.name} is stored.`}
      </p>
      <TotalsLine totals={statement.totals} />
      <div className={classes['actions']}>
        <Button onClick={() => o.onReconcile(statement)}>Reconcile it</Button>
        <Button variant="default" onClick={o.onClear}>
          Bring another
        </Button>
      </div>
    </>
  );
}

function Stage(o: {
  readonly inHand: StatementInHand;
  readonly onReconcile: (statement: Statement) => void;
}): ReactNode {
  const { stage, carryOut, again, clear } = o.inHand;
  const other = (
    <Button variant="default" onClick={clear}>
      Choose another file
    </Button>
  );
  switch (stage.kind) {
    case 'none':
      return null;
    case 'working':
      return (
        <p className={classes['line']} role="status">
          <Loader size="xs" aria-hidden /> {stage.isTrial ? 'Reading' : 'Importing'}{' '}
          <strong>{stage.sent.file.name}</strong>
        </p>
      );
    case 'refused':
      return (
        <div className={classes['stage']}>
          <RefusalNote refusal={stage.refusal} onRetry={again} />
          {other}
        </div>
      );
    case 'checked': {
      const isGood = stage.checked.fault_count === 0;
      return (
        <div className={classes['stage']}>
          <p className={classes['line']} role="status">
            {isGood
              ? `${stage.sent.file.name} can be read.`
              : `${stage.checked.fault_count} things in ${stage.sent.file.name} cannot be read. ` +
                'Mend the settings of the source, or ask for the file again.'}
          </p>
          <TotalsLine totals={stage.checked.totals} />
          {isGood ? (
            <SampleLines checked={stage.checked} />
          ) : (
            <FaultLines checked={stage.checked} />
          )}
          <div className={classes['actions']}>
            {isGood && <Button onClick={carryOut}>Import it</Button>}
            {other}
          </div>
        </div>
      );
    }
    case 'imported':
      return (
        <Imported
          statement={stage.statement}
          isOld={stage.statement.id !== stage.sent.id}
          onReconcile={o.onReconcile}
          onClear={clear}
        />
      );
  }
}

export function BringStatement(o: {
  readonly sources: readonly PaymentSource[];
  readonly onReconcile: (statement: Statement) => void;
}): ReactNode {
  const inHand = useStatement();
  return (
    <Panel heading="Bring a statement">
      {inHand.stage.kind === 'none' ? (
        <Choice sources={o.sources} onFile={inHand.choose} />
      ) : (
        <Stage inHand={inHand} onReconcile={o.onReconcile} />
      )}
    </Panel>
  );
}
