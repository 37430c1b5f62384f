/** Tariffs as the utility keeps them: versions that are added and never changed. */
import type { Transaction } from '@wattvend/database/database.js';
import { loadStatement } from '@wattvend/database/database.js';
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
