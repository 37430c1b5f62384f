/** The platform's data as the API says it: snake_case, the unit in the name, money as text. */
import { formatTenthKwh } from '@wattvend/quantities/energy.js';
import { instantOfTokenIdentifier } from '@wattvend/sts/token-identifier.js';
import type { Quote, QuoteLine } from '@wattvend/tariff/tariff.js';
import type { Meter } from '@wattvend/vending/meters.js';
import type { Utility } from '@wattvend/vending/utility.js';
import type { Vend } from '@wattvend/vending/vend.js';
import type { Vendor } from '@wattvend/vending/vendors.js';
import type { z } from 'zod';
import { moneyText, priceText, rateText } from './money-text.ts';
import type { meterSchema } from './schemas/meter.ts';
import type { LineJson, QuoteJson, VendJson } from './schemas/vend.ts';
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

function lineJson(utility: Utility, line: QuoteLine): LineJson {
  const line_minor = String(line.money);
  if (line.kind === 'energy') {
    const energy = `${formatTenthKwh(line.energy)} kWh`;
    const detail = `${energy} at ${priceText(utility, line.pricePerKwh)} per kWh`;
    return { kind: 'energy', label: 'Energy', detail, line_minor };
  }
  const detail = `${rateText(line.rate)} on ${moneyText(utility, line.base)}`;
  return { kind: 'tax', label: line.name, detail, line_minor };
}

export function quoteJson(utility: Utility, quote: Quote, meter: Meter): QuoteJson {
  const { tariffId, name, version } = meter.tariff;
  return {
    meter_number: meter.meterNumber,
    customer_name: meter.customer?.name ?? null,
    address: meter.address,
    tendered_minor: String(quote.tendered),
    energy_tenth_kwh: quote.energy,
    lines: quote.lines.map((line) => lineJson(utility, line)),
    tariff: { id: tariffId, name, version },
  };
}

export function vendJson(utility: Utility, vend: Vend): VendJson {
  const { meter, vendor, tariff, key, token } = vend;
  return {
    id: vend.vendId,
    state: vend.state,
    requested_at: instantText(vend.requestedAt),
    posted_at: vend.state === 'posted' ? instantTextOrNull(vend.resolvedAt) : null,
    meter_number: meter.meterNumber,
    customer_name: meter.customerName,
    address: meter.address,
    vendor: { id: vendor.vendorId, name: vendor.name },
    sold_by: vend.soldBy,
    tendered_minor: String(vend.tendered),
    energy_tenth_kwh: vend.energy,
    lines: vend.lines.map((line) => lineJson(utility, line)),
    tariff: { id: tariff.tariffId, name: tariff.name, version: tariff.version },
    supply_group_code: key.supplyGroupCode,
    tariff_index: key.tariffIndex,
    key_revision_number: key.keyRevisionNumber,
    tokens: token === null ? [] : [tokenJson(vend, token.digits)],
    // The security module's count: no two receipts have the same and none is missing.
    receipt_number: token === null ? null : String(token.sequence),
    reprint_count: vend.reprints,
    declined_reason: vend.declinedReason,
  };
}

function tokenJson(vend: Vend, digits: string): VendJson['tokens'][number] {
  return {
    name: 'electricity',
    digits,
    token_identifier: vend.tokenIdentifier,
    token_identifier_at: instantText(
      instantOfTokenIdentifier(vend.tokenIdentifier, vend.key.baseDate),
    ),
    energy_tenth_kwh: vend.energy,
  };
}
