/**
 * A made-up utility for reports: its vends are written straight into the real tables and kept in
 * memory too, where the expected figures are added up without any SQL of ours.
 */
import { randomUUID } from 'node:crypto';
import type { AccountId, LedgerId, UtilityId } from '@wattvend/ledger/account.js';
import { LEDGER_MIGRATIONS } from '@wattvend/ledger/migrations.js';
import { type Instant, instant } from '@wattvend/quantities/time.js';
import { VENDING_MIGRATIONS } from '@wattvend/vending/migrations.js';
import { createUtility, listUtilities, type Utility } from '@wattvend/vending/utility.js';
import {
  createScratchDatabase,
  type ScratchDatabase,
} from '../../database/test/scratch-database.ts';

export const AREAS = ['Hill', 'Harbour', 'Market', ''] as const;
export const AGREEMENTS_EACH = 3;

export interface MadeVend {
  readonly vendId: string;
  readonly kind: 'sale' | 'free_units' | 'free_issue';
  readonly vendorId: string | null;
  readonly operatorId: string | null;
  readonly tariffId: string | null;
  readonly agreement: number;
  readonly channel: string;
  readonly paymentMethod: string | null;
  readonly requestedAt: number;
  /** Null while it is under way. */
  resolvedAt: number | null;
  state: 'reserved' | 'posted' | 'declined';
  readonly energy: number;
  readonly free: number;
  readonly tokens: number;
  /** [letter, id, money, energy]. */
  readonly lines: readonly (readonly [string, string, bigint, number])[];
}

export interface ReportWorld {
  readonly scratch: ScratchDatabase;
  readonly addUtility: (timeZone: string) => Promise<MadeUtility>;
}

export interface MadeUtility {
  readonly utility: Utility;
  readonly vends: MadeVend[];
  readonly agreementIds: readonly string[];
  readonly debts: readonly MadeDebt[];
  readonly insert: (vend: MadeVend) => Promise<void>;
  readonly resolve: (vend: MadeVend, state: 'posted' | 'declined', at: number) => Promise<void>;
  readonly writeOff: (debt: MadeDebt, money: bigint, at: number) => Promise<void>;
}

export interface MadeDebt {
  readonly debtId: string;
  readonly kind: 'arrears' | 'connection';
  readonly principal: bigint;
  readonly createdAt: number;
  readonly writtenOff: { readonly money: bigint; readonly at: number }[];
}

export const BEGIN: Instant = instant(Date.UTC(2026, 2, 26, 9));

export async function createReportWorld(): Promise<ReportWorld> {
  const scratch = await createScratchDatabase([LEDGER_MIGRATIONS, VENDING_MIGRATIONS]);
  return { scratch, addUtility: (timeZone) => addUtility(scratch, timeZone) };
}

async function sql(scratch: ScratchDatabase, text: string, values: readonly unknown[] = []) {
  return await scratch.database.query({ name: '', text }, values);
}

async function addUtility(scratch: ScratchDatabase, timeZone: string): Promise<MadeUtility> {
  const utilityId = randomUUID() as UtilityId;
  const newAccount = () => randomUUID() as AccountId;
  await scratch.database.transaction((tx) =>
    createUtility(
      tx,
      {
        ...{ utilityId, ledgerId: randomUUID() as LedgerId, name: `In ${timeZone}`, timeZone },
        ...{ currencyCode: 'XTS', currencySymbol: 'T', decimalPlaces: 2, demo: false },
        accounts: { bank: newAccount(), energySales: newAccount(), vatPayable: newAccount() },
      },
      BEGIN,
    ),
  );
  const found = (await listUtilities(scratch.database)).find(
    (each) => each.utilityId === utilityId,
  );
  if (found === undefined) throw new Error('the utility is not there');
  const agreementIds: string[] = [];
  for (const area of AREAS) {
    for (let at = 0; at < AGREEMENTS_EACH; at++) {
      agreementIds.push(await addAgreement(scratch, utilityId, area));
    }
  }
  for (const month of [202603, 202604, 202605]) {
    await sql(scratch, 'select vending_open_month($1::integer)', [month]);
  }
  const debts: MadeDebt[] = [];
  for (let at = 0; at < 4; at++) {
    debts.push(await addDebt(scratch, utilityId, agreementIds[at] ?? '', at));
  }
  const vends: MadeVend[] = [];
  return {
    ...{ utility: found, vends, agreementIds, debts },
    async insert(vend) {
      vends.push(vend);
      await insertVend(scratch, utilityId, agreementIds, vend);
    },
    async resolve(vend, state, at) {
      vend.state = state;
      vend.resolvedAt = at;
      await sql(
        scratch,
        `update vend set state = $3, resolved_at_ms = $4,
          declined_reason = case when $3 = 'declined' then 'test' end
        where utility_id = $1 and vend_id = $2`,
        [utilityId, vend.vendId, state, at],
      );
    },
    async writeOff(debt, money, at) {
      debt.writtenOff.push({ money, at });
      await sql(
        scratch,
        `insert into debt_change (utility_id, debt_id, changed_at_ms, change_id, kind, changed_by,
          reason, details) values ($1, $2, $3, $4, 'written_off', 'test', '', $5)`,
        [utilityId, debt.debtId, at, randomUUID(), { write_off_minor: String(money) }],
      );
    },
  };
}

async function addAgreement(
  scratch: ScratchDatabase,
  utilityId: UtilityId,
  area: string,
): Promise<string> {
  const id = randomUUID();
  const drn = String(BigInt(`0x${id.slice(0, 8)}`)).padStart(11, '0');
  await sql(
    scratch,
    `insert into service_point (utility_id, service_point_id, code, address, area, created_at_ms)
    values ($1, $2, $3, '1 Test Street', $4, $5)`,
    [utilityId, id, drn, area, BEGIN],
  );
  await sql(
    scratch,
    `insert into agreement (utility_id, agreement_id, account_number, service_point_id, tariff_id,
      began_at_ms) values ($1, $2, $3, $2, $2, $4)`,
    [utilityId, id, drn, BEGIN],
  );
  await sql(
    scratch,
    `insert into meter (utility_id, meter_id, drn, meter_pan, status, key_epoch, service_point_id)
    values ($1, $2, $3, $4, 'active', 1, $2)`,
    [utilityId, id, drn, `600727${drn}0`],
  );
  return id;
}

async function addDebt(
  scratch: ScratchDatabase,
  utilityId: UtilityId,
  agreementId: string,
  at: number,
): Promise<MadeDebt> {
  const debt: MadeDebt = {
    debtId: randomUUID(),
    kind: at % 2 === 0 ? 'arrears' : 'connection',
    principal: BigInt(1_000_000 * (at + 1)),
    createdAt: BEGIN + at * 86_400_000,
    writtenOff: [],
  };
  await sql(
    scratch,
    `insert into debt (utility_id, debt_id, agreement_id, kind, name, account, priority,
      principal_minor, owed_minor, recovery_kind, agreed_on, collect_from, created_by,
      created_at_ms, state)
    values ($1, $2, $3, $4, $4, 'customer_debts', 1, $5, $5, 'whole', $6, $6, 'test', $7, 'open')`,
    [
      ...[utilityId, debt.debtId, agreementId, debt.kind, debt.principal],
      ...[new Date(BEGIN - at * 60 * 86_400_000).toISOString().slice(0, 10), debt.createdAt],
    ],
  );
  return debt;
}

export function tenderedOf(vend: MadeVend): bigint {
  return vend.kind === 'sale' ? vend.lines.reduce((sum, [, , money]) => sum + money, 0n) : 0n;
}

async function insertVend(
  scratch: ScratchDatabase,
  utilityId: UtilityId,
  agreementIds: readonly string[],
  vend: MadeVend,
): Promise<void> {
  const at = new Date(vend.requestedAt);
  const isOrder = vend.kind === 'free_issue';
  const lines = vend.lines.map(([letter, id, money, energy]) => [
    ...[letter, id, String(money)],
    ...('eku'.includes(letter) ? [energy] : letter === 'f' ? ['2026-04-01'] : ['77']),
  ]);
  await sql(
    scratch,
    `insert into vend (requested_at_ms, resolved_at_ms, tendered_minor, month, energy_tenth_kwh,
      free_tenth_kwh, key_epoch, token_identifier, tariff_version, token_count, utility_id, vend_id,
      meter_id, agreement_id, vendor_id, operator_id, tariff_id, state, kind, channel,
      payment_method, sold_by, lines, issue_order, declined_reason)
    values ($1, $2, $3, $4, $5, $6, 1, 1, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18,
      $19, 'test', $20, $21, case when $16 = 'declined' then 'test' end)`,
    [
      ...[vend.requestedAt, vend.resolvedAt, tenderedOf(vend)],
      ...[at.getUTCFullYear() * 100 + at.getUTCMonth() + 1, vend.energy, vend.free],
      ...[isOrder ? null : 1, vend.tokens, utilityId, vend.vendId],
      ...[agreementIds[vend.agreement], agreementIds[vend.agreement], vend.vendorId],
      ...[vend.operatorId, vend.tariffId, vend.state, vend.kind, vend.channel],
      ...[vend.paymentMethod, JSON.stringify(lines), isOrder ? '{}' : null],
    ],
  );
}
