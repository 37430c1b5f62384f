/** Reads vends: rows of the database become the data of vend.ts. */
import type { Transaction } from '@wattvend/database/database.js';
import { loadStatement } from '@wattvend/database/database.js';
import type { AccountId, UtilityId } from '@wattvend/ledger/account.js';
import { tenthKwh } from '@wattvend/quantities/energy.js';
import { minorUnits } from '@wattvend/quantities/money.js';
import { instant } from '@wattvend/quantities/time.js';
import type { Drn, MeterPan } from '@wattvend/sts/meter-pan.js';
import type { NumericToken } from '@wattvend/sts/token.js';
import { tokenIdentifier } from '@wattvend/sts/token-identifier.js';
import type { ShelvedTariff, TariffShelf } from '../tariff/tariff-shelf.ts';
import { createTariffShelf } from '../tariff/tariff-shelf.ts';
import type { KeyRow } from './key-row.ts';
import { keyOfRow } from './key-row.ts';
import { linesWithoutFree } from './resolve.ts';
import type { StoredLine } from './stored-lines.ts';
import { linesFromStored } from './stored-lines.ts';
import { orderOfStored, undoOfStored } from './stored-vend.ts';
import { plannedTokens } from './token-plan.ts';
import type { AgreementId, IssuedToken, MeterId, Vend, VendId, VendorId } from './vend.ts';

interface VendRow extends KeyRow {
  readonly vend_id: VendId;
  readonly kind: Vend['kind'];
  readonly state: Vend['state'];
  readonly meter_id: MeterId;
  readonly agreement_id: AgreementId | null;
  readonly account_number: string | null;
  readonly token_identifier: number;
  readonly token_count: number;
  readonly vendor_id: VendorId | null;
  readonly sold_by: string;
  readonly operator_id: string | null;
  readonly channel: string;
  readonly payment_method: string | null;
  readonly payment_reference: string | null;
  readonly tendered_minor: bigint;
  readonly credit_minor: bigint | null;
  readonly energy_tenth_kwh: number;
  readonly free_tenth_kwh: number;
  readonly month_tenth_kwh: number | null;
  readonly tariff_id: string | null;
  readonly tariff_version: number | null;
  readonly lines: readonly StoredLine[];
  readonly issue_order: unknown;
  readonly undo: unknown;
  readonly requested_at_ms: bigint;
  readonly resolved_at_ms: bigint | null;
  readonly declined_reason: string | null;
  readonly drn: Drn;
  readonly meter_pan: MeterPan;
  readonly address: string | null;
  readonly customer_name: string | null;
  readonly vendor_name: string | null;
  readonly float_account_id: AccountId | null;
  readonly position: number | null;
  readonly issued_token_identifier: number | null;
  readonly digits: NumericToken | null;
  readonly module_sequence: bigint | null;
  readonly receipt: Uint8Array | null;
  readonly reprints: number;
  readonly decimal_places: number;
}

const findVendsStatement = loadStatement(new URL('../../sql/vend/find-vends.sql', import.meta.url));

/** The vends of those ids that exist, in no order. */
export async function findVends(
  tx: Pick<Transaction, 'query'>,
  utilityId: UtilityId,
  vendIds: readonly VendId[],
  shelf: TariffShelf = createTariffShelf(utilityId),
): Promise<readonly Vend[]> {
  let vends = await readVends(tx, utilityId, vendIds, shelf);
  // A part of the table that was attached while the statement was being planned is not in its plan;
  // asked again, it is.
  if (vends.some(lacksTokens)) vends = await readVends(tx, utilityId, vendIds, shelf);
  const broken = vends.find(lacksTokens);
  if (broken !== undefined) throw new Error(`V1: vend ${broken.vendId} is without its tokens`);
  return vends;
}

function lacksTokens({ state, tokens, tokenCount }: Vend): boolean {
  return state === 'posted' && tokens.length !== tokenCount;
}

async function readVends(
  tx: Pick<Transaction, 'query'>,
  utilityId: UtilityId,
  vendIds: readonly VendId[],
  shelf: TariffShelf,
): Promise<readonly Vend[]> {
  const { rows } = await tx.query<VendRow>(findVendsStatement, [utilityId, vendIds]);
  const names = rows.flatMap(({ tariff_id: tariffId, tariff_version: version }) =>
    tariffId === null || version === null ? [] : [{ tariffId, version }],
  );
  await shelf.fetch(tx, names);
  const byVend = new Map<VendId, VendRow[]>();
  for (const row of rows) {
    const together = byVend.get(row.vend_id);
    if (together === undefined) byVend.set(row.vend_id, [row]);
    else together.push(row);
  }
  return [...byVend.values()].map((together) => vendOfRows(together, shelf));
}

/** The vend of that id, or null. */
export async function findVend(
  tx: Pick<Transaction, 'query'>,
  utilityId: UtilityId,
  vendId: VendId,
): Promise<Vend | null> {
  const [found] = await findVends(tx, utilityId, [vendId]);
  return found ?? null;
}

/** All rows of one vend: one for each of its tokens, or a single one without. */
function vendOfRows(rows: readonly VendRow[], shelf: TariffShelf): Vend {
  const [row] = rows;
  if (row === undefined) throw new Error('a vend has a row');
  const { tariff_id: tariffId, tariff_version: version } = row;
  const tariff = tariffId === null || version === null ? null : shelf.get(tariffId, version);
  const vend = vendOfRow(row, tariff);
  const issued = rows.flatMap((each) => tokenOfRow(each, vend) ?? []);
  return { ...vend, tokens: issued };
}

function vendOfRow(row: VendRow, tariff: ShelvedTariff | null): Vend {
  const lines = linesFromStored(row.lines, tariff?.tariff ?? null);
  // Free units that the security module refused were not given, whatever was quoted.
  const areFreeGiven = row.free_tenth_kwh > 0 || row.state === 'reserved';
  return {
    vendId: row.vend_id,
    kind: row.kind,
    state: row.state,
    requestedAt: instant(Number(row.requested_at_ms)),
    resolvedAt: row.resolved_at_ms === null ? null : instant(Number(row.resolved_at_ms)),
    declinedReason: row.declined_reason,
    meter: {
      meterId: row.meter_id,
      meterNumber: row.drn,
      meterPan: row.meter_pan,
      address: row.address ?? '',
      customerName: row.customer_name,
    },
    agreement:
      row.agreement_id === null
        ? null
        : { agreementId: row.agreement_id, accountNumber: row.account_number ?? '' },
    vendor: vendorOfRow(row),
    soldBy: row.sold_by,
    operatorId: row.operator_id,
    channel: row.channel,
    payment:
      row.payment_method === null
        ? null
        : { method: row.payment_method, reference: row.payment_reference },
    tendered: minorUnits(row.tendered_minor),
    credit: creditOfRow(row),
    freeEnergy: tenthKwh(row.free_tenth_kwh),
    monthEnergy: row.month_tenth_kwh === null ? null : tenthKwh(row.month_tenth_kwh),
    lines: areFreeGiven ? lines : linesWithoutFree({ lines }),
    tariff:
      tariff === null
        ? null
        : { tariffId: tariff.tariffId, version: tariff.version, name: tariff.name },
    key: keyOfRow(row),
    tokenIdentifier: tokenIdentifier(row.token_identifier),
    tokenCount: row.token_count,
    tokens: [],
    order: row.issue_order === null ? null : orderOfStored(row.issue_order),
    undo: row.undo === null ? null : undoOfStored(row.undo),
    reprints: row.reprints,
  };
}

function vendorOfRow(row: VendRow): Vend['vendor'] {
  const { vendor_id: vendorId, vendor_name: name, float_account_id: floatAccountId } = row;
  if (vendorId === null || name === null || floatAccountId === null) return null;
  return { vendorId, name, floatAccountId };
}

function creditOfRow(row: VendRow): Vend['credit'] {
  return row.credit_minor === null
    ? { kind: 'energy', energy: tenthKwh(row.energy_tenth_kwh) }
    : { kind: 'currency', money: minorUnits(row.credit_minor) };
}

function tokenOfRow(row: VendRow, vend: Vend): IssuedToken | null {
  const { position, digits, module_sequence: sequence, receipt } = row;
  if (position === null || digits === null || sequence === null || receipt === null) return null;
  // What a token does follows from its vend; when the free units were refused, the paid token
  // keeps the place it was planned for.
  const planned = plannedTokens(vend, row.decimal_places);
  const content = (planned[position] ?? planned.at(-1))?.content;
  if (content === undefined) throw new Error(`vend ${row.vend_id} has no token ${position}`);
  return {
    position,
    tokenIdentifier: tokenIdentifier(row.issued_token_identifier ?? 0),
    content,
    digits,
    sequence,
    receipt: Buffer.from(receipt).toString('hex'),
  };
}
