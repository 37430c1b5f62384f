/** The first line of a file to fill in, made here so that nobody has to look for it. */
import type { FileKind } from './import-queries.ts';

const KEY = ['supply_group_code', 'tariff_index', 'key_revision_number', 'encryption_algorithm'];

/** The columns most utilities need; the guide lists all of them. */
const COLUMNS: Readonly<Record<FileKind, readonly string[]>> = {
  customers_and_meters: [
    ...['meter_number', 'customer_name', 'customer_phone', 'account_number', 'address', 'area'],
    ...['tariff', ...KEY],
  ],
  meters: ['meter_number', ...KEY, 'meter_model'],
};

export function templateLink(kind: FileKind): string {
  return `data:text/csv;charset=utf-8,${encodeURIComponent(`${COLUMNS[kind].join(',')}\r\n`)}`;
}
