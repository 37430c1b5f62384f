/** Where a meter is in its life. */
export const METER_STATUSES = ['in_store', 'active', 'blocked', 'removed', 'scrapped'] as const;

export type MeterStatus = (typeof METER_STATUSES)[number];

/** What its credit register counts. */
export const PAYMENT_MODES = ['energy', 'currency'] as const;

export type PaymentMode = (typeof PAYMENT_MODES)[number];
