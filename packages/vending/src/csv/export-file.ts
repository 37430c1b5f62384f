/**
 * Exports customers and meters as a file that can be imported again, a page of rows at a time. Each
 * page is read for itself: what is changed while a large file is written may or may not be in it.
 */
import type { Database } from '@wattvend/database/database.js';
import type { UtilityId } from '@wattvend/ledger/account.js';
import type { Instant } from '@wattvend/quantities/time.js';
import { LINES_AT_A_TIME } from './batches.ts';
import type { FileKind } from './columns.ts';
import { COLUMNS } from './columns.ts';
import { BYTE_ORDER_MARK, writeCsv } from './csv-text.ts';
import { findStoredDevices, findSupplies, readTariffNames } from './known.ts';
import { cellsOfDevice } from './meter-line.ts';
import { cellsOfSupply } from './supply-line.ts';

/** The text of the file, piece by piece, the names of the columns first. */
export async function* exportFile(
  database: Pick<Database, 'query'>,
  utilityId: UtilityId,
  kind: FileKind,
  now: Instant,
): AsyncGenerator<string> {
  const columns = Object.keys(COLUMNS[kind]);
  yield BYTE_ORDER_MARK + writeCsv([columns]);
  const page = await pagesOf(database, utilityId, kind, now);
  for (let after = ''; ; ) {
    const rows = await page(after);
    const last = rows.at(-1);
    if (last === undefined) return;
    yield writeCsv(rows.map((row) => columns.map((column) => row[column] ?? '')));
    if (rows.length < LINES_AT_A_TIME) return;
    after = last['meter_number'] ?? '';
  }
}

type Row = Readonly<Record<string, string>>;

async function pagesOf(
  database: Pick<Database, 'query'>,
  utilityId: UtilityId,
  kind: FileKind,
  now: Instant,
): Promise<(after: string) => Promise<readonly Row[]>> {
  const asked = (after: string) => ({ after, limit: LINES_AT_A_TIME, numbers: null });
  if (kind === 'meters') {
    return async (after) =>
      (await findStoredDevices(database, utilityId, asked(after))).map(cellsOfDevice);
  }
  const tariffs = await readTariffNames(database, utilityId, now);
  return async (after) => {
    const supplies = await findSupplies(database, utilityId, asked(after));
    return supplies.map((supply) =>
      cellsOfSupply({ ...supply, tariff: tariffs.nameOf(supply.tariff) }),
    );
  };
}
