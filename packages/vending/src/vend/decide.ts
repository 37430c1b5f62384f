/**
 * The rules of a vend, pure: what a batch has read and a request become a vend or a refusal. The
 * refusals come in the order of VEND_REFUSALS; what a decision takes (money of a float, a token
 * identifier, a share of a debt) is taken of the view at once, for the members that follow.
 */
import type { TenthKwh } from '@wattvend/quantities/energy.js';
import { tenthKwh } from '@wattvend/quantities/energy.js';
import type { MinorUnits } from '@wattvend/quantities/money.js';
import { minorUnits } from '@wattvend/quantities/money.js';
import { isKeyExpired } from '@wattvend/sts/supply-group.js';
import type { TokenIdentifier } from '@wattvend/sts/token-identifier.js';
import { tokenIdentifierAt } from '@wattvend/sts/token-identifier.js';
import { monthOf } from '@wattvend/tariff/calendar.js';
import { NO_PURCHASES } from '@wattvend/tariff/purchase-state.js';
import type { Quote, QuoteLine } from '@wattvend/tariff/quote.js';
import { quoteFreeUnits, quotePurchase } from '@wattvend/tariff/quote.js';
import type { SupplyPurchase } from '../quote/supply-quote.ts';
import { purchaseOrder, quoteOrder } from '../quote/supply-quote.ts';
import type { ShelvedTariff } from '../tariff/tariff-shelf.ts';
import type { DeskView, VendorFloat } from './desk-view.ts';
import { paymentKey } from './desk-view.ts';
import { afterSale, leftOfLimit } from './operator-limits.ts';
import { purchaseUndo } from './purchase-undo.ts';
import type { VendRefusal } from './refusals.ts';
import type { Supply, SupplyAgreement } from './supply.ts';
import { plannedTokens, takeTokenIdentifiers } from './token-plan.ts';
import type {
  FreeUnitsRequest,
  OrderRequest,
  Seller,
  Vend,
  VendId,
  VendKind,
  VendRequest,
} from './vend.ts';
import { CHANNEL_DEFAULT } from './vend.ts';

/** How far a token identifier may run ahead of the clock, in minutes (invariant T2). */
const TOKEN_IDENTIFIER_AHEAD_MAX = 60;

export type DeskRequest =
  | { readonly kind: 'sale'; readonly hash: Uint8Array; readonly request: VendRequest }
  | { readonly kind: 'free_units'; readonly hash: Uint8Array; readonly request: FreeUnitsRequest }
  | { readonly kind: 'order'; readonly hash: Uint8Array; readonly request: OrderRequest };

export type ReserveOutcome =
  /** The vend was there before, asked for with the same content. */
  | { readonly kind: 'known' }
  | { readonly kind: 'reserved'; readonly vend: Vend }
  | { readonly kind: 'refused'; readonly refusal: VendRefusal };

export function vendIdOf(asked: DeskRequest): VendId {
  return asked.kind === 'order' ? asked.request.orderId : asked.request.vendId;
}

export function decide(view: DeskView, asked: DeskRequest): ReserveOutcome {
  const known = view.known.get(vendIdOf(asked));
  if (known !== undefined) {
    return isSameHash(known, asked.hash)
      ? { kind: 'known' }
      : refused({ code: 'vend_id_conflict' });
  }
  const outcome = asked.kind === 'order' ? decideOrder(view, asked) : decidePurchase(view, asked);
  if (outcome.kind === 'reserved') view.known.set(outcome.vend.vendId, asked.hash);
  return outcome;
}

function refused(refusal: VendRefusal): ReserveOutcome {
  return { kind: 'refused', refusal };
}

function isSameHash(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0;
}

type Purchase = Exclude<DeskRequest, { readonly kind: 'order' }>;

/** A sale, or units of the tariff claimed by themselves. */
function decidePurchase(view: DeskView, asked: Purchase): ReserveOutcome {
  const { request } = asked;
  const sale = asked.kind === 'sale' ? asked.request : null;
  const payment = sale?.payment ?? null;
  const paid = paymentKey(payment);
  const paidFor = paid === null ? undefined : view.payments.get(paid);
  if (paidFor !== undefined) {
    return refused({ code: 'payment_reference_used', vendId: paidFor });
  }
  const supply = view.supplies.get(request.meterNumber);
  const refusal = supplyRefusal(supply);
  if (refusal !== null || supply === undefined) {
    return refused({ code: refusal ?? 'meter_not_found' });
  }
  const { agreement } = supply;
  if (agreement === null) return refused({ code: 'agreement_ended' });
  if (isExpired(view, supply)) return refused({ code: 'vending_key_expired' });
  if (agreement.tariffVersion === null) return refused({ code: 'tariff_not_found' });

  const tariff = view.tariffs(agreement.tariffId, agreement.tariffVersion);
  const purchase = purchaseOf(view, agreement, tariff, request.channel ?? CHANNEL_DEFAULT);
  const quoted =
    sale === null
      ? quoteFreeUnits(quoteOrder(purchase))
      : quotePurchase(purchaseOrder(purchase, sale.tendered));
  if (quoted.kind === 'refused') return refused(quoted.refusal);
  const { quote } = quoted;

  const vendor = view.vendors.get(request.vendorId);
  if (vendor === undefined) return refused({ code: 'vendor_not_found' });
  if (vendor.suspended) return refused({ code: 'vendor_suspended' });
  if (isWithoutShift(view, vendor, request)) return refused({ code: 'shift_not_open' });
  const money = moneyRefusal(view, request, quote.tendered);
  if (money !== null) return refused(money);

  const freeEnergy = freeEnergyOf(quote);
  const taken = takeIdentifiers(view, supply, { ...quote, freeEnergy, order: null });
  if (taken.kind === 'refused') return taken;
  if (!view.moduleAvailable) return refused({ code: 'security_module_unavailable' });

  const vend: Vend = {
    ...frame(view, asked.kind, request.vendId, supply, taken.identifiers),
    vendor: vendorOf(vendor),
    ...sellerOf(request),
    payment,
    tendered: quote.tendered,
    credit: quote.credit,
    freeEnergy,
    monthEnergy: quote.state.energyThisMonth,
    lines: quote.lines,
    tariff: { tariffId: tariff.tariffId, version: tariff.version, name: tariff.name },
    order: null,
    undo: undoOf(purchase, quote, freeEnergy),
  };
  take(view, vend, taken.identifiers, quote);
  return { kind: 'reserved', vend };
}

function vendorOf({ vendorId, name, floatAccountId }: VendorFloat): Vend['vendor'] {
  return { vendorId, name, floatAccountId };
}

function isWithoutShift(
  view: DeskView,
  { vendorId, shiftRequired }: VendorFloat,
  { operatorId = null }: Pick<Seller, 'operatorId'>,
): boolean {
  if (!shiftRequired || operatorId === null) return false;
  return view.operators.shifts.get(operatorId) !== vendorId;
}

function sellerOf(
  request: VendRequest | FreeUnitsRequest,
): Pick<Vend, 'soldBy' | 'operatorId' | 'channel'> {
  const { soldBy, operatorId = null, channel = CHANNEL_DEFAULT } = request;
  return { soldBy, operatorId, channel };
}

export function supplyRefusal(
  supply: Supply | undefined,
): 'meter_not_found' | 'meter_not_installed' | 'meter_blocked' | null {
  if (supply === undefined) return 'meter_not_found';
  if (supply.status === 'active') return null;
  return supply.status === 'blocked' ? 'meter_blocked' : 'meter_not_installed';
}

export function purchaseOf(
  view: Pick<DeskView, 'now' | 'localDate' | 'values' | 'states' | 'debts'>,
  agreement: SupplyAgreement,
  { tariff }: Pick<ShelvedTariff, 'tariff'>,
  channel: string,
): SupplyPurchase {
  return {
    agreement,
    state: view.states.get(agreement.agreementId) ?? NO_PURCHASES,
    debts: view.debts.get(agreement.agreementId) ?? [],
    tariff,
    values: view.values,
    today: view.localDate(view.now),
    since: view.localDate(agreement.beganAt),
    channel,
  };
}

function freeEnergyOf(quote: Quote): TenthKwh {
  return tenthKwh(quote.free.reduce((sum, each) => sum + each.energy, 0));
}

function moneyRefusal(
  view: DeskView,
  request: VendRequest | FreeUnitsRequest,
  tendered: MinorUnits,
): VendRefusal | null {
  const limit = view.operators.limits.get(request.operatorId ?? '');
  const left = limit === undefined ? null : leftOfLimit(limit);
  if (left !== null && tendered > left) return { code: 'operator_limit_exceeded', left };
  const available = view.available.get(request.vendorId) ?? minorUnits(0n);
  return tendered > 0n && tendered > available ? { code: 'float_exceeded', available } : null;
}

function isExpired(view: DeskView, supply: Supply): boolean {
  const taken = takeTokenIdentifiers(view.now, lastOf(view, supply), supply.key.baseDate, 1);
  // Outside its base date a key is of no more use than one past its expiry number.
  if (taken.kind === 'out-of-range') return true;
  const clock = tokenIdentifierAt(view.now, supply.key.baseDate);
  const [next] = taken.identifiers;
  if (clock.kind === 'fault' || next === undefined) return true;
  return isKeyExpired(next, supply.keyExpiryNumber);
}

function lastOf(view: DeskView, supply: Supply): TokenIdentifier | null {
  return view.lastTokenIdentifier.get(supply.meterId) ?? supply.lastTokenIdentifier;
}

type Taken =
  | { readonly kind: 'taken'; readonly identifiers: readonly TokenIdentifier[] }
  | Extract<ReserveOutcome, { readonly kind: 'refused' }>;

/** As many identifiers as there will be tokens. Looks only; `take` takes them. */
function takeIdentifiers(
  view: DeskView,
  supply: Supply,
  vend: Pick<Vend, 'credit' | 'freeEnergy' | 'order'>,
): Taken {
  const count = plannedTokens(vend, view.decimalPlaces).length;
  const { baseDate } = supply.key;
  const clock = tokenIdentifierAt(view.now, baseDate);
  const taken = takeTokenIdentifiers(view.now, lastOf(view, supply), baseDate, count);
  const last = taken.kind === 'taken' ? taken.identifiers.at(-1) : undefined;
  if (taken.kind === 'out-of-range' || clock.kind === 'fault' || last === undefined) {
    return { kind: 'refused', refusal: { code: 'vending_key_expired' } };
  }
  if (isKeyExpired(last, supply.keyExpiryNumber)) {
    return { kind: 'refused', refusal: { code: 'vending_key_expired' } };
  }
  if (last - clock.tokenIdentifier > TOKEN_IDENTIFIER_AHEAD_MAX) {
    return { kind: 'refused', refusal: { code: 'token_identifier_too_far_ahead' } };
  }
  return taken;
}

/** What vends of every kind have. */
function frame(
  view: DeskView,
  kind: VendKind,
  vendId: VendId,
  supply: Supply,
  identifiers: readonly TokenIdentifier[],
): Pick<
  Vend,
  | 'vendId'
  | 'kind'
  | 'state'
  | 'requestedAt'
  | 'resolvedAt'
  | 'declinedReason'
  | 'meter'
  | 'agreement'
  | 'key'
  | 'tokenIdentifier'
  | 'tokenCount'
  | 'tokens'
  | 'reprints'
> {
  const { meterId, meterNumber, meterPan, address, customerName, agreement, key } = supply;
  const [tokenIdentifier] = identifiers;
  if (tokenIdentifier === undefined) throw new Error('a vend has one token at least');
  return {
    vendId,
    kind,
    state: 'reserved',
    requestedAt: view.now,
    resolvedAt: null,
    declinedReason: null,
    meter: { meterId, meterNumber, meterPan, address, customerName },
    agreement:
      agreement === null
        ? null
        : { agreementId: agreement.agreementId, accountNumber: agreement.accountNumber },
    key,
    tokenIdentifier,
    tokenCount: identifiers.length,
    tokens: [],
    reprints: 0,
  };
}

function undoOf(purchase: SupplyPurchase, quote: Quote, freeEnergy: TenthKwh): Vend['undo'] {
  const energy = quote.credit.kind === 'energy' ? quote.credit.energy : tenthKwh(0);
  const month = monthOf(purchase.today);
  const sums = { month, energy, freeEnergy, tendered: quote.tendered };
  return purchaseUndo(purchase.state, quote.state, sums);
}

/** Takes of the view what the vend has taken. */
function take(
  view: DeskView,
  vend: Vend,
  identifiers: readonly TokenIdentifier[],
  quote: Quote | null,
): void {
  view.lastTokenIdentifier.set(vend.meter.meterId, identifiers.at(-1) ?? vend.tokenIdentifier);
  const paid = paymentKey(vend.payment);
  if (paid !== null) view.payments.set(paid, vend.vendId);
  if (vend.agreement !== null && quote !== null) {
    view.states.set(vend.agreement.agreementId, quote.state);
    takeDebts(view, vend);
  }
  if (vend.vendor === null || vend.tendered === 0n) return;
  const { vendorId } = vend.vendor;
  const available = view.available.get(vendorId) ?? 0n;
  view.available.set(vendorId, minorUnits(available - vend.tendered));
  const limit = view.operators.limits.get(vend.operatorId ?? '');
  if (limit !== undefined) {
    view.operators.limits.set(vend.operatorId ?? '', afterSale(limit, vend.tendered));
  }
}

export type DebtLine = Extract<QuoteLine, { readonly kind: 'debt' }>;

export function debtLinesOf(vend: Pick<Vend, 'lines'>): readonly DebtLine[] {
  return vend.lines.filter((line): line is DebtLine => line.kind === 'debt');
}

function takeDebts(view: DeskView, vend: Vend): void {
  const agreementId = vend.agreement?.agreementId;
  const lines = debtLinesOf(vend);
  if (agreementId === undefined || lines.length === 0) return;
  const left = (view.debts.get(agreementId) ?? []).flatMap((debt) => {
    const line = lines.find((each) => each.id === debt.debtId);
    if (line === undefined) return [debt];
    return line.balanceAfter === 0n ? [] : [{ ...debt, balance: line.balanceAfter }];
  });
  view.debts.set(agreementId, left);
}

type Order = Extract<DeskRequest, { readonly kind: 'order' }>;

/** Tokens that two people want: no money, no tariff. What is blocked is still repaired. */
function decideOrder(view: DeskView, { request }: Order): ReserveOutcome {
  const { orderId, kind, contents, requestedBy, approvedBy } = request;
  const supply = view.supplies.get(request.meterNumber);
  if (supply === undefined) return refused({ code: 'meter_not_found' });
  if (supply.status === 'scrapped' || (kind !== 'engineering' && supply.agreement === null)) {
    return refused({ code: 'meter_not_installed' });
  }
  if (kind === 'free_issue' && supply.status === 'blocked') {
    return refused({ code: 'meter_blocked' });
  }
  if (isExpired(view, supply)) return refused({ code: 'vending_key_expired' });
  const order = { contents, requestedBy, approvedBy };
  const credit = { kind: 'energy', energy: orderedEnergy(request) } as const;
  const freeEnergy = tenthKwh(0);
  const taken = takeIdentifiers(view, supply, { credit, freeEnergy, order });
  if (taken.kind === 'refused') return taken;
  if (!view.moduleAvailable) return refused({ code: 'security_module_unavailable' });
  const vend: Vend = {
    ...frame(view, kind, orderId, supply, taken.identifiers),
    vendor: null,
    soldBy: approvedBy,
    operatorId: null,
    channel: 'order',
    payment: null,
    tendered: minorUnits(0n),
    credit,
    freeEnergy,
    monthEnergy: null,
    lines: [],
    tariff: null,
    order,
    undo: null,
  };
  take(view, vend, taken.identifiers, null);
  return { kind: 'reserved', vend };
}

/** The electricity that an order's tokens carry. */
function orderedEnergy({ contents }: OrderRequest): TenthKwh {
  const energy = contents.reduce(
    (sum, content) =>
      content.kind === 'credit' && content.service === 'electricity' ? sum + content.amount : sum,
    0,
  );
  return tenthKwh(energy);
}
