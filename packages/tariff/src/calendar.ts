import type { Quantity } from '@wattvend/quantities/quantity.js';
export type Month = Quantity<number, 'yyyymm'>;
export interface LocalDate { readonly year: number; readonly month: number; readonly day: number }
export function monthOfDate(d: LocalDate): Month { return (d.year * 100 + d.month) as Month; }
