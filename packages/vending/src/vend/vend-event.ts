/** What webhooks are told of a vend's end. */
import type { Instant } from '@wattvend/quantities/time.js';
import type { WebhookEvent } from '../webhook/events.ts';
import type { Vend } from './vend.ts';

/** Of a vend that was posted or declined at `now`. */
export function vendEvent(vend: Vend, now: Instant): WebhookEvent {
  return {
    kind: vend.state === 'posted' ? 'vend.posted' : 'vend.declined',
    subjectId: vend.vendId,
    vendorId: vend.vendor.vendorId,
    at: now,
    data: {
      vend_id: vend.vendId,
      meter_number: vend.meter.meterNumber,
      vendor_id: vend.vendor.vendorId,
      tendered_minor: String(vend.tendered),
      energy_tenth_kwh: vend.energy,
      declined_reason: vend.declinedReason,
    },
  };
}
