import type { Tariff } from './tariff.ts';
export interface TariffFault { readonly path: string; readonly code: string; readonly message: string }
export function tariffFaults(_: Tariff): readonly TariffFault[] { return []; }
