/** Columns and signs of a CSV file. */
import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import classes from './reconciliation.module.css';
import type { CsvDraft } from './source-draft.ts';

interface Fields {
  readonly csv: CsvDraft;
  /** Names of the columns of an example, to choose from. */
  readonly header: readonly string[];
  readonly onChange: (csv: CsvDraft) => void;
}

type TextName = {
  [Name in keyof CsvDraft]: string extends CsvDraft[Name] ? Name : never;
}[keyof CsvDraft];

const MONEY_KINDS: readonly { readonly value: CsvDraft['moneyKind']; readonly label: string }[] = [
  { value: 'signed', label: 'one column, a minus is money that went out' },
  { value: 'credits', label: 'one column, all of it came in' },
  { value: 'two_columns', label: 'two columns, in and out' },
  { value: 'indicator', label: 'one column, another says in or out' },
];

const DELIMITERS: readonly { readonly value: CsvDraft['delimiter']; readonly label: string }[] = [
  { value: ',', label: 'comma' },
  { value: ';', label: 'semicolon' },
  { value: '\t', label: 'tab' },
  { value: '|', label: 'bar' },
];

const THOUSANDS: readonly {
  readonly value: CsvDraft['thousandsSeparator'];
  readonly label: string;
}[] = [
  { value: '', label: 'none' },
  { value: ',', label: 'comma' },
  { value: '.', label: 'point' },
  { value: ' ', label: 'blank' },
  { value: "'", label: 'apostrophe' },
];

function TextField(
  o: Fields & {
    readonly name: TextName;
    readonly label: string;
    readonly description?: string;
    readonly isColumn?: boolean;
    readonly required?: boolean;
  },
): ReactNode {
  const { csv, onChange } = o;
  const list = useId();
  const choices = o.isColumn === true ? o.header : [];
  return (
    <div>
      <TextInput
        label={o.required === true ? o.label : `${o.label} (optional)`}
        description={o.description}
        required={o.required === true}
        maxLength={200}
        autoComplete="off"
        list={choices.length > 0 ? list : undefined}
        value={csv[o.name]}
        onChange={({ currentTarget: { value } }) => onChange({ ...csv, [o.name]: value })}
      />
      {choices.length > 0 && (
        <datalist id={list}>
          {choices.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
      )}
    </div>
  );
}

function MoneyColumns(o: Fields): ReactNode {
  const { csv } = o;
  if (csv.moneyKind === 'two_columns') {
    return (
      <>
        <TextField {...o} name="credit" label="Column of money that came in" isColumn required />
        <TextField {...o} name="debit" label="Column of money that went out" isColumn required />
      </>
    );
  }
  return (
    <>
      <TextField {...o} name="amount" label="Column of the money" isColumn required />
      {csv.moneyKind === 'indicator' && (
        <>
          <TextField {...o} name="indicator" label="Column that says in or out" isColumn required />
          <TextField
            {...o}
            name="creditWords"
            label="Words for in"
            description="Between commas, such as CR, C"
            required
          />
          <TextField
            {...o}
            name="debitWords"
            label="Words for out"
            description="Between commas, such as DR, D"
          />
        </>
      )}
    </>
  );
}

function Columns(o: Fields): ReactNode {
  const { csv, onChange } = o;
  return (
    <div className={classes['fields']}>
      <TextField {...o} name="date" label="Column of the date" isColumn required />
      <TextField
        {...o}
        name="dateFormat"
        label="How dates are written"
        description="Such as DD/MM/YYYY HH:mm or D MMM YYYY h:mm A"
        required
      />
      <NativeSelect
        label="Money stands in"
        data={[...MONEY_KINDS]}
        value={csv.moneyKind}
        onChange={({ currentTarget }) => {
          const found = MONEY_KINDS.find(({ value }) => value === currentTarget.value);
          if (found !== undefined) onChange({ ...csv, moneyKind: found.value });
        }}
      />
      <MoneyColumns {...o} />
      <TextField
        {...o}
        name="externalId"
        label="Column of the payment’s number"
        description="It pairs most surely"
        isColumn
      />
      <TextField {...o} name="reference" label="Column of the reference" isColumn />
      <TextField {...o} name="meterNumber" label="Column of the meter’s number" isColumn />
      <TextField {...o} name="payer" label="Column of the payer" isColumn />
      <TextField {...o} name="fee" label="Column of the fee" isColumn />
      <TextField {...o} name="status" label="Column of the status" isColumn />
      {csv.status.trim() !== '' && (
        <TextField
          {...o}
          name="statusCounts"
          label="Statuses that count"
          description="Between commas, such as Completed"
          required
        />
      )}
    </div>
  );
}

function Signs(o: Fields): ReactNode {
  const { csv, onChange } = o;
  return (
    <div className={classes['fields']}>
      <NativeSelect
        label="Between columns"
        data={[...DELIMITERS]}
        value={csv.delimiter}
        onChange={({ currentTarget }) => {
          const found = DELIMITERS.find(({ value }) => value === currentTarget.value);
          if (found !== undefined) onChange({ ...csv, delimiter: found.value });
        }}
      />
      <NativeSelect
        label="Decimal separator"
        data={[
          { value: '.', label: 'point' },
          { value: ',', label: 'comma' },
        ]}
        value={csv.decimalSeparator}
        onChange={({ currentTarget: { value } }) =>
          onChange({ ...csv, decimalSeparator: value === ',' ? ',' : '.' })
        }
      />
      <NativeSelect
        label="Between thousands"
        data={[...THOUSANDS]}
        value={csv.thousandsSeparator}
        onChange={({ currentTarget }) => {
          const found = THOUSANDS.find(({ value }) => value === currentTarget.value);
          if (found !== undefined) onChange({ ...csv, thousandsSeparator: found.value });
        }}
      />
      <NativeSelect
        label="Letters"
        data={[
          { value: 'utf-8', label: 'UTF-8' },
          { value: 'windows-1252', label: 'Windows-1252 (older banks)' },
        ]}
        value={csv.encoding}
        onChange={({ currentTarget: { value } }) =>
          onChange({ ...csv, encoding: value === 'utf-8' ? 'utf-8' : 'windows-1252' })
        }
      />
      <TextField
        {...o}
        name="skipLines"
        label="Lines above the table"
        description="Passed over at the top of the file"
        required
      />
      <TextField
        {...o}
        name="ignored"
        label="Lines that begin so are none"
        description="Between commas, such as Total, Balance"
      />
      <Checkbox
        label="The first line of the table has the names of the columns"
        description="Without names a column is its place, counted from 1"
        checked={csv.hasHeader}
        onChange={({ currentTarget: { checked } }) => onChange({ ...csv, hasHeader: checked })}
      />
    </div>
  );
}

export function CsvFields(o: Fields): ReactNode {
  return (
    <>
      <Columns {...o} />
      <h3 className={classes['subheading']}>Signs</h3>
      <Signs {...o} />
    </>
  );
}
