/** What is filled in for an order of tokens, and what is sent of it. */
import type { NewTokenOrder } from '../api/model.ts';
import { ENERGY, POWER, readQuantity } from '../typed-quantity.ts';

export type DraftKind = Exclude<NewTokenOrder['kind'], 'reissue'>;

type Engineering = Extract<NewTokenOrder, { readonly kind: 'engineering' }>;
type FreeIssue = Extract<NewTokenOrder, { readonly kind: 'free_issue' }>;
type Content = Engineering['contents'][number];

export interface ContentDraft {
  readonly kind: Content['kind'];
  /** Power with its unit. */
  readonly power: string;
  readonly register: number;
}

export interface OrderDraft {
  readonly kind: DraftKind;
  readonly meterNumber: string | null;
  readonly energy: string;
  readonly contents: readonly ContentDraft[];
  readonly replacementId: string | null;
  readonly freeReason: FreeIssue['reason_code'];
  readonly engineerReason: Engineering['reason_code'];
  readonly reason: string;
  readonly document: string;
}

export const FREE_REASONS: readonly FreeIssue['reason_code'][] = [
  'goodwill',
  'supply_fault',
  'meter_fault',
  'staff',
  'emergency',
];

export const ENGINEER_REASONS: readonly Engineering['reason_code'][] = [
  'commissioning',
  'tamper_repaired',
  'load_limit',
  'fault_finding',
  'refund_proof',
];

/** Clears whatever credit the meter has, of every kind. */
export const ALL_REGISTERS = 65_535;

/** As many tokens as one order may have. */
export const CONTENTS_MOST = 16;

export const EMPTY_CONTENT: ContentDraft = {
  kind: 'clear-tamper-condition',
  power: '',
  register: ALL_REGISTERS,
};

export function emptyOrder(kind: DraftKind): OrderDraft {
  return {
    kind,
    meterNumber: null,
    energy: '',
    contents: [EMPTY_CONTENT],
    replacementId: null,
    freeReason: 'goodwill',
    engineerReason: 'commissioning',
    reason: '',
    document: '',
  };
}

export function isPowerContent(kind: Content['kind']): boolean {
  return kind === 'set-maximum-power-limit' || kind === 'set-maximum-phase-power-unbalance-limit';
}

function contentOf({ kind, power, register }: ContentDraft): Content | null {
  if (kind === 'clear-credit') return { kind, register };
  if (kind === 'clear-tamper-condition') return { kind };
  const read = readQuantity(power, POWER);
  return read.kind === 'quantity' ? { kind, power_watts: read.value } : null;
}

/** What is sent; null while something is missing or wrong. */
export function orderOfDraft(draft: OrderDraft): NewTokenOrder | null {
  const { meterNumber } = draft;
  const reason = draft.reason.trim();
  const document = draft.document.trim();
  if (reason === '' || meterNumber === null) return null;
  const words = { reason, document_reference: document === '' ? null : document };
  if (draft.kind === 'transfer') {
    const { replacementId } = draft;
    return replacementId === null
      ? null
      : { kind: 'transfer', replacement_id: replacementId, ...words };
  }
  if (draft.kind === 'free_issue') {
    const energy = readQuantity(draft.energy, ENERGY);
    if (energy.kind !== 'quantity' || energy.value === 0) return null;
    return {
      ...{ kind: 'free_issue', meter_number: meterNumber, energy_tenth_kwh: energy.value },
      reason_code: draft.freeReason,
      ...words,
    };
  }
  const contents = draft.contents.map(contentOf);
  const isWhole = (content: Content | null): content is Content => content !== null;
  if (!contents.every(isWhole)) return null;
  return {
    ...{ kind: 'engineering', meter_number: meterNumber, contents },
    reason_code: draft.engineerReason,
    ...words,
  };
}
