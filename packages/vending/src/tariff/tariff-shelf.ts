/**
 * Tariffs as the hot path has them: read once, parsed once and kept, which is right because a
 * version never changes.
 */
import type { Transaction } from '@wattvend/database/database.js';
import { loadStatement } from '@wattvend/database/database.js';
import type { UtilityId } from '@wattvend/ledger/account.js';
import type { Tariff } from '@wattvend/tariff/tariff.js';
import { parseTariff } from '@wattvend/tariff/tariff-record.js';

export interface ShelvedTariff {
  readonly tariffId: string;
  readonly version: number;
  readonly name: string;
  readonly tariff: Tariff;
  /** Whether it has a charge whose price is published by the month. */
  readonly needsPublished: boolean;
  /** Codes of the ledger accounts its money goes to. */
  readonly accounts: readonly string[];
}

export interface TariffName {
  readonly tariffId: string;
  readonly version: number;
}

export interface TariffShelf {
  /** Throws when it was not fetched before. */
  get(tariffId: string, version: number): ShelvedTariff;
  /** Reads those that are not on the shelf yet, most often nothing, and answers what it read. */
  fetch(
    tx: Pick<Transaction, 'query'>,
    names: readonly TariffName[],
  ): Promise<readonly ShelvedTariff[]>;
  /** Whether any tariff seen so far needs published values. */
  needsPublished(): boolean;
}

interface TariffRow {
  readonly tariff_id: string;
  readonly version: number;
  readonly name: string;
  readonly record: unknown;
}

const findTariffVersionsStatement = loadStatement(
  new URL('../../sql/tariff/find-tariff-versions.sql', import.meta.url),
);

export function createTariffShelf(utilityId: UtilityId): TariffShelf {
  const shelf = new Map<string, ShelvedTariff>();
  let needsPublished = false;
  return {
    get(tariffId, version) {
      const found = shelf.get(placeOf(tariffId, version));
      if (found === undefined) throw new Error(`tariff ${tariffId} v${version} was not fetched`);
      return found;
    },
    async fetch(tx, names) {
      const missing = names.filter(
        ({ tariffId, version }) => !shelf.has(placeOf(tariffId, version)),
      );
      if (missing.length === 0) return [];
      const { rows } = await tx.query<TariffRow>(findTariffVersionsStatement, [
        utilityId,
        missing.map(({ tariffId }) => tariffId),
        missing.map(({ version }) => version),
      ]);
      const fetched = rows.map(shelvedOfRow);
      for (const shelved of fetched) {
        needsPublished ||= shelved.needsPublished;
        shelf.set(placeOf(shelved.tariffId, shelved.version), shelved);
      }
      return fetched;
    },
    needsPublished: () => needsPublished,
  };
}

function placeOf(tariffId: string, version: number): string {
  return `${tariffId} ${version}`;
}

function shelvedOfRow(row: TariffRow): ShelvedTariff {
  const tariff = tariffOfRecord(row.tariff_id, row.version, row.record);
  return {
    tariffId: row.tariff_id,
    version: row.version,
    name: row.name,
    tariff,
    needsPublished: tariff.perKwh.some((charge) => charge.value.kind === 'published'),
    accounts: accountsOf(tariff),
  };
}

/** The codes of the ledger accounts that a tariff's money goes to. */
export function accountsOf(tariff: Tariff): readonly string[] {
  const { energy, perKwh, fixed, rates, fees } = tariff;
  return [
    ...new Set([energy, ...perKwh, ...fixed, ...rates, ...fees].map(({ account }) => account)),
  ];
}

/** Throws when the database holds what is no tariff: it was looked at before it was stored. */
export function tariffOfRecord(tariffId: string, version: number, record: unknown): Tariff {
  const parsed = parseTariff(record);
  if (parsed.kind === 'tariff') return parsed.tariff;
  throw new Error(`tariff ${tariffId} v${version} cannot be read`);
}
