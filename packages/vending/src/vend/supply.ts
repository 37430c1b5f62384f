/**
 * What a vend needs to know of a meter: the device, its key, and the agreement under which it
 * supplies. Read under lock for a vend, and without one for a quote.
 */
import { minorUnits } from '@wattvend/quantities/money.js';
import type { Instant } from '@wattvend/quantities/time.js';
import { instant } from '@wattvend/quantities/time.js';
import type { Drn, MeterPan } from '@wattvend/sts/meter-pan.js';
import type { KeyExpiryNumber } from '@wattvend/sts/supply-group.js';
import { keyExpiryNumber } from '@wattvend/sts/supply-group.js';
import type { TokenIdentifier } from '@wattvend/sts/token-identifier.js';
import { tokenIdentifier } from '@wattvend/sts/token-identifier.js';
import type { PurchaseState } from '@wattvend/tariff/purchase-state.js';
import { NO_PURCHASES, parsePurchaseState } from '@wattvend/tariff/purchase-state.js';
import type { DebtDue } from '@wattvend/tariff/quote.js';
import type { BasisPoints } from '@wattvend/tariff/tariff.js';
import { basisPoints } from '@wattvend/tariff/tariff.js';
import type { KeyRow } from './key-row.ts';
import { keyOfRow } from './key-row.ts';
import type { AgreementId, MeterId, VendKey } from './vend.ts';

export interface Supply {
  readonly meterId: MeterId;
  readonly meterNumber: Drn;
  readonly meterPan: MeterPan;
  readonly status: 'in_store' | 'active' | 'blocked' | 'removed' | 'scrapped';
  readonly key: VendKey;
  readonly keyExpiryNumber: KeyExpiryNumber;
  readonly lastTokenIdentifier: TokenIdentifier | null;
  readonly address: string;
  readonly customerName: string | null;
  /** Null when the meter hangs nowhere, or nobody is supplied where it hangs. */
  readonly agreement: SupplyAgreement | null;
}

export interface SupplyAgreement {
  readonly agreementId: AgreementId;
  readonly accountNumber: string;
  readonly beganAt: Instant;
  readonly exemptions: readonly string[];
  readonly entitlements: readonly string[];
  readonly mostDebtShare: BasisPoints;
  readonly tariffId: string;
  /** Null when no version of the tariff is in effect. */
  readonly tariffVersion: number | null;
  readonly state: PurchaseState;
}

export interface SupplyRow extends KeyRow {
  readonly meter_id: MeterId;
  readonly drn: Drn;
  readonly meter_pan: MeterPan;
  readonly status: Supply['status'];
  readonly last_token_identifier: number | null;
  readonly key_expiry_number: number;
  readonly address: string | null;
  readonly customer_name: string | null;
  readonly agreement_id: AgreementId | null;
  readonly account_number: string | null;
  readonly began_at_ms: bigint | null;
  readonly exemptions: readonly string[] | null;
  readonly entitlements: readonly string[] | null;
  readonly purchase_state: unknown;
  readonly tariff_id: string | null;
  readonly tariff_version: number | null;
  readonly debt_share_most_basis_points: number;
}

export interface DebtRow {
  readonly debt_id: string;
  readonly agreement_id: AgreementId;
  readonly name: string;
  readonly account: string;
  readonly priority: number;
  readonly owed_minor: bigint;
  readonly recovery_kind: 'whole' | 'share' | 'fixed';
  readonly share_basis_points: number | null;
  readonly fixed_minor: bigint | null;
  readonly fixed_per: 'purchase' | 'month' | null;
  readonly least_minor: bigint;
}

export function supplyOfRow(row: SupplyRow): Supply {
  return {
    meterId: row.meter_id,
    meterNumber: row.drn,
    meterPan: row.meter_pan,
    status: row.status,
    key: keyOfRow(row),
    keyExpiryNumber: keyExpiryNumber(row.key_expiry_number),
    lastTokenIdentifier:
      row.last_token_identifier === null ? null : tokenIdentifier(row.last_token_identifier),
    address: row.address ?? '',
    customerName: row.customer_name,
    agreement: agreementOfRow(row),
  };
}

function agreementOfRow(row: SupplyRow): SupplyAgreement | null {
  const { agreement_id: agreementId, tariff_id: tariffId } = row;
  if (agreementId === null || tariffId === null) return null;
  return {
    agreementId,
    accountNumber: row.account_number ?? '',
    beganAt: instant(Number(row.began_at_ms)),
    exemptions: row.exemptions ?? [],
    entitlements: row.entitlements ?? [],
    mostDebtShare: basisPoints(row.debt_share_most_basis_points),
    tariffId,
    tariffVersion: row.tariff_version,
    state: purchaseStateOf(agreementId, row.purchase_state),
  };
}

/** Throws when the database holds what no purchase has left behind: going on could give twice. */
export function purchaseStateOf(agreementId: AgreementId, stored: unknown): PurchaseState {
  if (typeof stored === 'object' && stored !== null && Object.keys(stored).length === 0) {
    return NO_PURCHASES;
  }
  const parsed = parsePurchaseState(stored);
  if (parsed.kind === 'state') return parsed.state;
  throw new Error(`the purchases of agreement ${agreementId} cannot be read`);
}

export function debtOfRow(row: DebtRow): DebtDue {
  return {
    debtId: row.debt_id,
    name: row.name,
    account: row.account,
    priority: row.priority,
    balance: minorUnits(row.owed_minor),
    recovery: recoveryOfRow(row),
    least: minorUnits(row.least_minor),
  };
}

function recoveryOfRow(row: DebtRow): DebtDue['recovery'] {
  if (row.recovery_kind === 'share') {
    return { kind: 'share', share: basisPoints(row.share_basis_points ?? 0) };
  }
  if (row.recovery_kind === 'whole') return { kind: 'whole' };
  const money = minorUnits(row.fixed_minor ?? 0n);
  return { kind: 'fixed', money, per: row.fixed_per ?? 'purchase' };
}
