/** Payment sources as the database keeps them, and how they are put and listed. */
import { type Database, loadStatement, type Transaction } from '@wattvend/database/database.js';
import type { AccountId, UtilityId } from '@wattvend/ledger/account.js';
import { minorUnits } from '@wattvend/quantities/money.js';
import { type Instant, minutes } from '@wattvend/quantities/time.js';
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
  readonly clearingAccountId: AccountId;
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
  | { readonly kind: 'faults'; readonly faults: readonly SettingFault[] };

/** Adds a source or replaces its settings, which hold for the files imported from then on. */
export async function putPaymentSource(
  database: Database,
  utilityId: UtilityId,
  source: PaymentSource,
  by: { readonly name: string; readonly now: Instant },
): Promise<PutSourceAnswer> {
  const faults = settingFaults(source);
  if (faults.length > 0) return { kind: 'faults', faults };
  const { sourceId, expectedFee, matchWindow, ...same } = source;
  const settings: StoredSettings = {
    ...same,
    expectedFee:
      expectedFee === null
        ? null
        : {
            basisPoints: expectedFee.basisPoints,
            fixedMinor: String(expectedFee.fixed),
            rounding: expectedFee.rounding,
          },
    matchWindowMinutes: matchWindow,
  };
  const { rows } = await database.query<{ readonly is_new: boolean }>(putSourceStatement, [
    utilityId,
    sourceId,
    source.name,
    JSON.stringify(settings),
    by.name,
    by.now,
  ]);
  return { kind: 'put', first: rows[0]?.is_new ?? false };
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
