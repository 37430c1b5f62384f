/** Drafting the next version of a tariff, or the first of a new one. Nothing is in force by it. */
import type { Database } from '@wattvend/database/database.js';
import { sqlState } from '@wattvend/database/database.js';
import type { Instant } from '@wattvend/quantities/time.js';
import type { Tariff } from '@wattvend/tariff/tariff.js';
import { tariffFaults } from '@wattvend/tariff/tariff-faults.js';
import { writeTariff } from '@wattvend/tariff/tariff-record.js';
import type { Utility } from '../utility/utility.ts';
import { createSaleAccounts } from '../vend/sale-entry.ts';
import { accountsOf } from './tariff-shelf.ts';
import type { NewTariffVersion, TariffVersion } from './tariffs.ts';
import { insertTariffVersion, listTariffVersions } from './tariffs.ts';

/** Why a version is not drafted, in order. */
export const DRAFT_REFUSALS = [
  'tariff_version_conflict',
  'tariff_version_not_next',
  'tariff_faulty',
  'tariff_effective_taken',
  'tariff_effective_in_past',
] as const;

/** Where a draft is wrong, and in what. */
export interface DraftFault {
  readonly path: string;
  readonly code: string;
  readonly message: string;
}

export type DraftRefusal =
  | { readonly code: 'tariff_faulty'; readonly faults: readonly DraftFault[] }
  | { readonly code: Exclude<(typeof DRAFT_REFUSALS)[number], 'tariff_faulty'> };

export type DraftTariffAnswer =
  | { readonly kind: 'put'; readonly version: TariffVersion; readonly first: boolean }
  | { readonly kind: 'refused'; readonly refusal: DraftRefusal };

/**
 * Drafts a version once: the same version with the same content is there already, with other
 * content it is a conflict, and a version must follow the last one (the first is 1).
 */
export async function draftTariffVersion(
  database: Database,
  utility: Utility,
  draft: NewTariffVersion,
  drafted: { readonly by: string; readonly at: Instant },
): Promise<DraftTariffAnswer> {
  const { utilityId } = utility;
  const versions = await listTariffVersions(database, utilityId, draft.tariffId);
  const known = versions.find((each) => each.version === draft.version);
  if (known !== undefined) {
    return isSameDraft(known, draft)
      ? { kind: 'put', version: known, first: false }
      : { kind: 'refused', refusal: { code: 'tariff_version_conflict' } };
  }
  const last = Math.max(0, ...versions.map((each) => each.version));
  if (draft.version !== last + 1) {
    return { kind: 'refused', refusal: { code: 'tariff_version_not_next' } };
  }
  const faults = await draftFaults(database, utility, draft.tariff);
  if (faults.length > 0) return { kind: 'refused', refusal: { code: 'tariff_faulty', faults } };
  const refusal = effectiveRefusal(versions, draft, drafted.at);
  if (refusal !== null) return { kind: 'refused', refusal: { code: refusal } };
  try {
    await database.transaction((tx) => insertTariffVersion(tx, utilityId, draft, drafted));
  } catch (error) {
    // Two put the same version at once: the one that lost sees what the other wrote.
    if (sqlState(error) !== '23505') throw error;
    return await draftTariffVersion(database, utility, draft, drafted);
  }
  const unapproved = { approvedBy: null, approvedAt: null, approvalId: null } as const;
  const version: TariffVersion = {
    ...{ ...draft, ...unapproved, state: 'draft' },
    ...{ draftedBy: drafted.by, draftedAt: drafted.at },
  };
  return { kind: 'put', version, first: true };
}

function isSameDraft(known: TariffVersion, draft: NewTariffVersion): boolean {
  return (
    known.name === draft.name &&
    known.effectiveFrom === draft.effectiveFrom &&
    JSON.stringify(writeTariff(known.tariff)) === JSON.stringify(writeTariff(draft.tariff))
  );
}

/** Everything that is wrong with the tariff itself, whenever it would take effect. */
export async function draftFaults(
  database: Database,
  utility: Utility,
  tariff: Tariff,
): Promise<readonly DraftFault[]> {
  return [...tariffFaults(tariff), ...(await accountFaults(database, utility, tariff))];
}

/** A tariff whose money has nowhere to go would be found out by the first customer. */
async function accountFaults(
  database: Database,
  { book }: Utility,
  tariff: Tariff,
): Promise<readonly DraftFault[]> {
  const accounts = createSaleAccounts(book);
  const codes = accountsOf(tariff);
  await accounts.fetch(database, codes);
  return codes
    .filter((code) => !accounts.has(code))
    .map((code) => ({
      path: accountPath(tariff, code),
      code: 'account_unknown',
      message: `The ledger has no account ${code}.`,
    }));
}

function accountPath({ energy, ...more }: Tariff, code: string): string {
  if (energy.account === code) return 'energy.account';
  const { perKwh, fixed, rates, fees } = more;
  for (const [name, charges] of Object.entries({ per_kwh: perKwh, fixed, rates, fees })) {
    const at = charges.findIndex((charge) => charge.account === code);
    if (at >= 0) return `${name}.${at}.account`;
  }
  return 'account';
}

/**
 * Two versions cannot take effect together, and none may take effect in the past: vends of the past
 * were made under what was in force. The first of a tariff may, since nobody has bought under it.
 */
export function effectiveRefusal(
  versions: readonly TariffVersion[],
  draft: Pick<NewTariffVersion, 'effectiveFrom'>,
  now: Instant,
): 'tariff_effective_taken' | 'tariff_effective_in_past' | null {
  const approved = versions.filter((each) => each.state === 'approved');
  if (approved.some((each) => each.effectiveFrom === draft.effectiveFrom)) {
    return 'tariff_effective_taken';
  }
  if (approved.length > 0 && draft.effectiveFrom < now) return 'tariff_effective_in_past';
  return null;
}
