/** Tariffs and published values as the API says them. */
import type { Instant } from '@wattvend/quantities/time.js';
import { writeTariff } from '@wattvend/tariff/tariff-record.js';
import type { TariffPreview } from '@wattvend/vending/preview-tariff.js';
import type { PublishedValue } from '@wattvend/vending/published-values.js';
import { type TariffVersion, versionInForce } from '@wattvend/vending/tariffs.js';
import type { z } from 'zod';
import { instantText } from './json.ts';
import type {
  publishedValueSchema,
  tariffPreviewSchema,
  tariffVersionSchema,
} from './schemas/tariff.ts';

type VersionJson = z.infer<typeof tariffVersionSchema>;

/** `versions` are all of the same tariff, so that the one in force is known. */
export function tariffVersionJson(
  version: TariffVersion,
  versions: readonly TariffVersion[],
  now: Instant,
): VersionJson {
  const { approvedAt } = version;
  return {
    id: version.tariffId,
    version: version.version,
    name: version.name,
    state: version.state,
    in_force: versionInForce(versions, now)?.version === version.version,
    effective_from: instantText(version.effectiveFrom),
    drafted_by: version.draftedBy,
    drafted_at: instantText(version.draftedAt),
    approved_by: version.approvedBy,
    approved_at: approvedAt === null ? null : instantText(approvedAt),
    approval_id: version.approvalId,
    record: writeTariff(version.tariff) as VersionJson['record'],
  };
}

/** Versions of several tariffs. */
export function tariffVersionsJson(
  versions: readonly TariffVersion[],
  now: Instant,
): readonly VersionJson[] {
  return versions.map((version) =>
    tariffVersionJson(
      version,
      versions.filter((each) => each.tariffId === version.tariffId),
      now,
    ),
  );
}

export function publishedValueJson(value: PublishedValue): z.infer<typeof publishedValueSchema> {
  return {
    component: value.componentId,
    month: value.month,
    revision: value.revision,
    price_per_kwh_e4_minor: String(value.priceE4Minor),
    published_by: value.publishedBy,
    published_at: instantText(value.publishedAt),
    approved_by: value.approvedBy,
    approved_at: value.approvedAt === null ? null : instantText(value.approvedAt),
  };
}

const CUSTOMERS_MAX = 100;

export function tariffPreviewJson(preview: TariffPreview): z.infer<typeof tariffPreviewSchema> {
  const { customers } = preview;
  const change = (each: (typeof customers)[number]): number =>
    Math.abs(each.energyNow - each.energyThen) / Math.max(1, each.energyThen);
  const most = [...customers].sort((a, b) => change(b) - change(a)).slice(0, CUSTOMERS_MAX);
  return {
    month: preview.month,
    is_whole: preview.isWhole,
    customer_count: customers.length,
    customers: most.map((each) => ({
      agreement_id: each.agreementId,
      account_number: each.accountNumber,
      purchases: each.purchases,
      tendered_minor: String(each.tendered),
      energy_then_tenth_kwh: each.energyThen,
      energy_now_tenth_kwh: each.energyNow,
      refused: each.refused,
    })),
    distribution: preview.distribution.map((bucket) => ({
      from_basis_points: bucket.fromBasisPoints,
      customers: bucket.customers,
    })),
  };
}
