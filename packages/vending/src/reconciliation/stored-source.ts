/** Payment sources as the database keeps them, and how they are put and listed. */
import { createHash } from 'node:crypto';
import {
  constraintName,
  type Database,
  loadStatement,
  type Transaction,
} from '@wattvend/database/database.js';
import { type Book, findAccounts, type UtilityId } from '@wattvend/ledger/account.js';
import { minorUnits } from '@wattvend/quantities/money.js';
import { type Instant, minutes } from '@wattvend/quantities/time.js';
import type { AuditActor } from '../audit/audit-event.ts';
import { recordAudit } from '../audit/audit-trail.ts';
import type { VendorId } from '../vend/vend.ts';
import type {
  PaymentSource,
  PaymentSourceId,
  PaymentSourceKind,
  StatementFormat,
} from './payment-source.ts';
import { type SettingFault, settingFaults } from './source-settings.ts';

const putSourceStatement = loadStatement(
  new URL('../../sql/reconciliation/put-source.sql', import.meta.url),
);
const listSourcesStatement = loadStatement(
  new URL('../../sql/reconciliation/list-sources.sql', import.meta.url),
);

/** JSON has no bigint: the fixed fee goes as text, all else as it is. */
interface StoredSettings {
  readonly kind: PaymentSourceKind;
  readonly name: string;
  readonly clearingAccount: string;
  readonly timeZone: string;
  readonly format: StatementFormat;
  readonly moneyBasis: 'gross' | 'net';
  readonly expectedFee: {
    readonly basisPoints: number;
    readonly fixedMinor: string;
    readonly rounding: 'down' | 'half_up' | 'up';
  } | null;
  readonly paymentMethods: readonly string[];
  readonly vendorId: VendorId | null;
  readonly takesDeposits: boolean;
  readonly matchWindowMinutes: number;
}

export type PutSourceAnswer =
  | { readonly kind: 'put'; readonly first: boolean }
  | { readonly kind: 'faults'; readonly faults: readonly SettingFault[] }
  | {
      readonly kind: 'refused';
      readonly refusal: 'clearing_account_not_found' | 'payment_source_name_taken';
    };

export interface SourceAuthor {
  readonly name: string;
  readonly actor: AuditActor;
  readonly now: Instant;
}

/**
 * Adds a source or replaces its settings, which hold for the files imported from then on. Refusals
 * in order, after all faults of the settings: clearing_account_not_found, payment_source_name_taken.
 */
export async function putPaymentSource(
  database: Database,
  book: Book,
  source: PaymentSource,
  by: SourceAuthor,
): Promise<PutSourceAnswer> {
  const faults = settingFaults(source);
  if (faults.length > 0) return { kind: 'faults', faults };
  try {
    return await database.transaction((tx) => put(tx, book, source, by));
  } catch (error) {
    if (constraintName(error) !== 'payment_source_name') throw error;
    return { kind: 'refused', refusal: 'payment_source_name_taken' };
  }
}

async function put(
  tx: Transaction,
  book: Book,
  source: PaymentSource,
  { name, actor, now }: SourceAuthor,
): Promise<PutSourceAnswer> {
  const { utilityId } = book;
  const { sourceId, clearingAccount } = source;
  const settings = JSON.stringify(storedSettings(source));
  const values = [utilityId, sourceId, source.name, settings, name, now];
  const found = await findAccounts(tx, book, [clearingAccount]);
  if (found.size === 0) return { kind: 'refused', refusal: 'clearing_account_not_found' };
  const { rows } = await tx.query<{ readonly is_new: boolean }>(putSourceStatement, values);
  const subject = { kind: 'payment_source', id: sourceId };
  const details = { settings_sha256: createHash('sha256').update(settings).digest('hex') };
  await recordAudit(tx, utilityId, { actor, what: 'payment_source.put', subject, details }, now);
  return { kind: 'put', first: rows[0]?.is_new ?? false };
}

function storedSettings(source: PaymentSource): StoredSettings {
  const { sourceId: _, expectedFee, matchWindow, ...same } = source;
  const fee =
    expectedFee === null
      ? null
      : {
          basisPoints: expectedFee.basisPoints,
          fixedMinor: String(expectedFee.fixed),
          rounding: expectedFee.rounding,
        };
  return { ...same, expectedFee: fee, matchWindowMinutes: matchWindow };
}

interface SourceRow {
  readonly source_id: PaymentSourceId;
  readonly settings: StoredSettings;
}

/** All sources by name, or the one asked for. */
export async function listPaymentSources(
  tx: Pick<Transaction, 'query'>,
  utilityId: UtilityId,
  sourceId: PaymentSourceId | null,
): Promise<readonly PaymentSource[]> {
  const { rows } = await tx.query<SourceRow>(listSourcesStatement, [utilityId, sourceId]);
  return rows.map(({ source_id, settings }) => {
    const { expectedFee, matchWindowMinutes, ...same } = settings;
    return {
      ...same,
      sourceId: source_id,
      expectedFee:
        expectedFee === null
          ? null
          : {
              basisPoints: expectedFee.basisPoints,
              fixed: minorUnits(BigInt(expectedFee.fixedMinor)),
              rounding: expectedFee.rounding,
            },
      matchWindow: minutes(matchWindowMinutes),
    };
  });
}
