/** A file as named cells: its first line read as names of columns, the others as lines under them. */
import type { FileKind } from './columns.ts';
import { COLUMNS, columnNamed } from './columns.ts';
import type { CsvRecord } from './csv-text.ts';
import type { ImportFault } from './import-faults.ts';
import { importFault } from './import-faults.ts';

export interface TableLine {
  readonly line: number;
  /** By the name of the column; a column that the file does not have is not there. */
  readonly cells: Readonly<Record<string, string>>;
}

export interface Table {
  readonly lines: readonly TableLine[];
  readonly faults: readonly ImportFault[];
}

/** All faults of the first line; when it has any, the other lines are not looked at. */
export function tableOf(kind: FileKind, records: readonly CsvRecord[]): Table {
  const [head, ...rest] = records;
  if (head === undefined) return { lines: [], faults: [] };
  const names = head.cells.map((heading) => columnNamed(kind, heading));
  const faults = headFaults(kind, head, names);
  if (faults.length > 0) return { lines: [], faults };
  const lines: TableLine[] = [];
  const wrong: ImportFault[] = [];
  for (const { line, cells } of rest) {
    if (cells.length !== names.length) {
      wrong.push(importFault(line, 'cell_count', null, cells.join(' ')));
      continue;
    }
    const named = names.map((name, at) => [name ?? '', cells[at] ?? '']);
    lines.push({ line, cells: Object.fromEntries(named) as Record<string, string> });
  }
  return { lines, faults: wrong };
}

function headFaults(
  kind: FileKind,
  head: CsvRecord,
  names: readonly (string | null)[],
): readonly ImportFault[] {
  const faults = head.cells.flatMap((heading, at) => {
    const name = names[at];
    if (name === null || name === undefined) {
      return [importFault(head.line, 'column_unknown', null, heading)];
    }
    return names.indexOf(name) < at ? [importFault(head.line, 'column_twice', name, heading)] : [];
  });
  const missing = Object.entries(COLUMNS[kind])
    .filter(([name, { isRequired }]) => isRequired && !names.includes(name))
    .map(([name]) => importFault(head.line, 'column_missing', name));
  return [...faults, ...missing];
}
