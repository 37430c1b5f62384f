/** The platform's data as the API says it: snake_case, the unit in the name, money as text. */
import { instantOfTokenIdentifier } from '@wattvend/sts/token-identifier.js';
import type { Quote } from '@wattvend/tariff/quote.js';
import type { Meter } from '@wattvend/vending/meters.js';
import type { SupplyQuote } from '@wattvend/vending/quote.js';
import type { Utility } from '@wattvend/vending/utility.js';
import type { IssuedToken, Vend } from '@wattvend/vending/vend.js';
import type { Vendor } from '@wattvend/vending/vendors.js';
import type { z } from 'zod';
import { lineJson } from './line-json.ts';
import type { meterSchema } from './schemas/meter.ts';
import type { QuoteJson, VendJson } from './schemas/vend.ts';
import type { floatSchema, vendorSchema } from './schemas/vendor.ts';

export function instantText(at: number): string {
  return new Date(at).toISOString();
}

function instantTextOrNull(at: number | null): string | null {
  return at === null ? null : instantText(at);
}

export function meterJson(meter: Meter): z.infer<typeof meterSchema> {
  const { customer, tariff, key } = meter;
  return {
    meter_number: meter.meterNumber,
    meter_pan: meter.meterPan,
    status: meter.status,
    address: meter.address,
    customer: customer === null ? null : { id: customer.customerId, name: customer.name },
    tariff: { id: tariff.tariffId, name: tariff.name },
    supply_group_code: key.supplyGroupCode,
    tariff_index: key.tariffIndex,
    key_revision_number: key.keyRevisionNumber,
    key_type: key.keyType,
    key_expiry_number: meter.keyExpiryNumber,
    base_date: key.baseDate,
    dkga: key.dkga,
    encryption_algorithm: key.encryptionAlgorithm,
    last_vend_at: instantTextOrNull(meter.lastVendAt),
  };
}

export function vendorJson(vendor: Vendor): z.infer<typeof vendorSchema> {
  const { suspension, settings } = vendor;
  return {
    id: vendor.vendorId,
    name: vendor.name,
    status: suspension === null ? 'active' : 'suspended',
    suspension: suspension === null ? null : { ...suspension, at: instantText(suspension.at) },
    credit_limit_minor: String(vendor.creditLimit),
    settings: { shift_required: settings.shiftRequired, till_owner: settings.tillOwner },
    float: floatJson(vendor),
  };
}

export function floatJson({ posted, reserved, floor }: Vendor): z.infer<typeof floatSchema> {
  return {
    posted_minor: String(posted),
    reserved_minor: String(reserved),
    available_minor: String(posted - reserved - floor),
    floor_minor: String(floor),
  };
}

export function creditJson(
  credit: Quote['credit'],
): Pick<QuoteJson, 'energy_tenth_kwh' | 'credit_minor'> {
  return credit.kind === 'energy'
    ? { energy_tenth_kwh: credit.energy, credit_minor: null }
    : { energy_tenth_kwh: 0, credit_minor: String(credit.money) };
}

export function quoteJson(utility: Utility, found: SupplyQuote): QuoteJson {
  const { quote, supply, tariff } = found;
  return {
    meter_number: supply.meterNumber,
    account_number: supply.agreement?.accountNumber ?? '',
    customer_name: supply.customerName,
    address: supply.address,
    tendered_minor: String(quote.tendered),
    ...creditJson(quote.credit),
    free_tenth_kwh: quote.free.reduce((sum, each) => sum + each.energy, 0),
    month_tenth_kwh: quote.state.energyThisMonth,
    lines: quote.lines.map((line) => lineJson(utility, line)),
    tariff: { id: tariff.tariffId, name: tariff.name, version: tariff.version },
  };
}

export function vendJson(utility: Utility, vend: Vend): VendJson {
  const { meter, vendor, tariff, key, tokens, payment } = vend;
  return {
    id: vend.vendId,
    kind: vend.kind,
    state: vend.state,
    requested_at: instantText(vend.requestedAt),
    posted_at: vend.state === 'posted' ? instantTextOrNull(vend.resolvedAt) : null,
    meter_number: meter.meterNumber,
    account_number: vend.agreement?.accountNumber ?? null,
    customer_name: meter.customerName,
    address: meter.address,
    vendor: vendor === null ? null : { id: vendor.vendorId, name: vendor.name },
    sold_by: vend.soldBy,
    channel: vend.channel,
    payment: payment === null ? null : { method: payment.method, reference: payment.reference },
    tendered_minor: String(vend.tendered),
    ...creditJson(vend.credit),
    free_tenth_kwh: vend.freeEnergy,
    month_tenth_kwh: vend.state === 'declined' ? null : vend.monthEnergy,
    lines: vend.lines.map((line) => lineJson(utility, line)),
    tariff:
      tariff === null ? null : { id: tariff.tariffId, name: tariff.name, version: tariff.version },
    supply_group_code: key.supplyGroupCode,
    tariff_index: key.tariffIndex,
    key_revision_number: key.keyRevisionNumber,
    tokens: tokens.map((token) => tokenJson(vend, token)),
    // The security module's count: no two receipts have the same and none is missing.
    receipt_number: receiptNumber(tokens),
    reprint_count: vend.reprints,
    declined_reason: vend.declinedReason,
  };
}

function receiptNumber(tokens: Vend['tokens']): string | null {
  const last = tokens.at(-1);
  return last === undefined ? null : String(last.sequence);
}

type TokenJson = VendJson['tokens'][number];

function tokenJson(vend: Vend, token: IssuedToken): TokenJson {
  const { content, tokenIdentifier } = token;
  const isElectricity = content.kind === 'credit' && content.service === 'electricity';
  return {
    position: token.position,
    name: tokenName(vend, token),
    kind: content.kind,
    // What two people ordered is shown where looking leaves a trace.
    digits: vend.order === null ? token.digits : maskedDigits(token.digits),
    token_identifier: tokenIdentifier,
    token_identifier_at: instantText(instantOfTokenIdentifier(tokenIdentifier, vend.key.baseDate)),
    energy_tenth_kwh: isElectricity ? content.amount : null,
  };
}

/** The last four digits, by which people tell two tokens apart. */
function maskedDigits(digits: string): string {
  return `${'*'.repeat(digits.length - 4)}${digits.slice(-4)}`;
}

function tokenName(vend: Vend, { position, content }: IssuedToken): TokenJson['name'] {
  if (content.kind === 'credit-currency') return 'currency';
  if (content.kind !== 'credit') return 'management';
  if (content.service !== 'electricity') return 'credit';
  // The free units of a purchase come first; those claimed by themselves are all there is.
  return vend.freeEnergy > 0 && position === 0 ? 'free electricity' : 'electricity';
}
