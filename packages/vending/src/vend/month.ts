/** Months by which vends are kept: those of the request, in UTC, so that no time zone moves one. */
import type { Instant } from '@wattvend/quantities/time.js';

/** yyyymm, such as 202611. */
export function monthOf(at: Instant): number {
  const date = new Date(at);
  return date.getUTCFullYear() * 100 + date.getUTCMonth() + 1;
}
