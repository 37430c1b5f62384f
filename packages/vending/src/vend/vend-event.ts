/** What webhooks are told of a vend's end. */
import type { Instant } from '@wattvend/quantities/time.js';
import type { WebhookEvent } from '../webhook/events.ts';
import type { Vend } from './vend.ts';

/** Of a vend that was posted or declined at `now`. */
export function vendEvent(vend: Vend, now: Instant): WebhookEvent {
  const vendorId = vend.vendor?.vendorId ?? null;
  return {
    kind: vend.state === 'posted' ? 'vend.posted' : 'vend.declined',
    subjectId: vend.vendId,
    vendorId,
    at: now,
    data: {
      vend_id: vend.vendId,
      meter_number: vend.meter.meterNumber,
      vendor_id: vendorId,
      tendered_minor: String(vend.tendered),
      energy_tenth_kwh: vend.credit.kind === 'energy' ? vend.credit.energy : 0,
      declined_reason: vend.declinedReason,
    },
  };
}
