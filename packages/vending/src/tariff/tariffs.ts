/** Tariffs as the utility keeps them: versions that are added and never changed. */
import type { Database, Transaction } from '@wattvend/database/database.js';
import { loadStatement, sqlState } from '@wattvend/database/database.js';
import type { UtilityId } from '@wattvend/ledger/account.js';
import type { Instant } from '@wattvend/quantities/time.js';
import { instant } from '@wattvend/quantities/time.js';
import type { BasisPoints, PriceE4Minor } from '@wattvend/tariff/tariff.js';
import { basisPoints, priceE4Minor } from '@wattvend/tariff/tariff.js';

export interface TariffVersion {
  readonly tariffId: string;
  /** From 1; the highest that is in effect is used. */
  readonly version: number;
  readonly name: string;
  readonly pricePerKwh: PriceE4Minor;
  readonly vat: BasisPoints;
  readonly effectiveFrom: Instant;
}

interface TariffRow {
  readonly tariff_id: string;
  readonly version: number;
  readonly name: string;
  readonly price_per_kwh_e4_minor: bigint;
  readonly vat_basis_points: number;
  readonly effective_from_ms: bigint;
}

const insertTariffStatement = loadStatement(
  new URL('../../sql/insert-tariff.sql', import.meta.url),
);
const listTariffsStatement = loadStatement(new URL('../../sql/list-tariffs.sql', import.meta.url));

export async function addTariffVersion(
  tx: Transaction,
  utilityId: UtilityId,
  tariff: TariffVersion,
): Promise<void> {
  await tx.query(insertTariffStatement, [
    utilityId,
    tariff.tariffId,
    tariff.version,
    tariff.name,
    tariff.pricePerKwh,
    tariff.vat,
    tariff.effectiveFrom,
  ]);
}

/** Why a version is not added, in order. */
export const TARIFF_REFUSALS = ['tariff_version_conflict', 'tariff_version_not_next'] as const;

export type PutTariffAnswer =
  | { readonly kind: 'put'; readonly tariff: TariffVersion; readonly first: boolean }
  | { readonly kind: 'refused'; readonly refusal: (typeof TARIFF_REFUSALS)[number] };

/**
 * Adds a version once: the same version with the same content is there already, with other content
 * it is a conflict, and a version must follow the last one (the first is 1).
 */
export async function putTariffVersion(
  database: Database,
  utilityId: UtilityId,
  tariff: TariffVersion,
): Promise<PutTariffAnswer> {
  const versions = (await listTariffs(database, utilityId)).filter(
    (each) => each.tariffId === tariff.tariffId,
  );
  const known = versions.find((each) => each.version === tariff.version);
  if (known !== undefined) {
    return isSameTariff(known, tariff)
      ? { kind: 'put', tariff: known, first: false }
      : { kind: 'refused', refusal: 'tariff_version_conflict' };
  }
  const last = Math.max(0, ...versions.map((each) => each.version));
  if (tariff.version !== last + 1) return { kind: 'refused', refusal: 'tariff_version_not_next' };
  try {
    await database.transaction((tx) => addTariffVersion(tx, utilityId, tariff));
    return { kind: 'put', tariff, first: true };
  } catch (error) {
    // Two put the same version at once: the one that lost sees what the other wrote.
    if (sqlState(error) !== '23505') throw error;
    return await putTariffVersion(database, utilityId, tariff);
  }
}

function isSameTariff(a: TariffVersion, b: TariffVersion): boolean {
  return (
    a.name === b.name &&
    a.pricePerKwh === b.pricePerKwh &&
    a.vat === b.vat &&
    a.effectiveFrom === b.effectiveFrom
  );
}

export async function listTariffs(
  tx: Pick<Transaction, 'query'>,
  utilityId: UtilityId,
): Promise<readonly TariffVersion[]> {
  const { rows } = await tx.query<TariffRow>(listTariffsStatement, [utilityId]);
  return rows.map((row) => ({
    tariffId: row.tariff_id,
    version: row.version,
    name: row.name,
    pricePerKwh: priceE4Minor(row.price_per_kwh_e4_minor),
    vat: basisPoints(row.vat_basis_points),
    effectiveFrom: instant(Number(row.effective_from_ms)),
  }));
}
