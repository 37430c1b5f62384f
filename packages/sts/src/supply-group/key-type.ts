/**
 * The types of decoder key (IEC 62055-41, 6.1.7 and 6.5.2), and from which to which a key change may
 * go. Two tables.
 */

import type { Confidence } from '../confidence.ts';
import { frozen } from '../frozen.ts';
import { StsRefusalError } from '../refusal.ts';
import type { KeyType } from './supply-group.ts';

export interface KeyTypeRow {
  readonly abbreviation: 'DITK' | 'DDTK' | 'DUTK' | 'DCTK';
  readonly name: string;
  /** The vending key it is derived from; null where nothing is derived. */
  readonly vendingKey: 'VDDK' | 'VUDK' | 'VCDK' | null;
  /** Whether a meter with such a key takes credit tokens; 'may' leaves it to the maker. */
  readonly takesCreditTokens: boolean | 'may';
  /** Of the row as a whole; its weakest fact decides. */
  readonly confidence: Confidence;
  readonly note: string;
}

export const KEY_TYPES: Readonly<Record<KeyType, KeyTypeRow>> = frozen({
  0: {
    abbreviation: 'DITK',
    name: 'decoder initialisation transfer key',
    vendingKey: null,
    takesCreditTokens: 'may',
    confidence: 'medium',
    note:
      'Put in by the maker, known to the maker only and never derived. That a meter may take ' +
      'credit tokens under it is known from one source.',
  },
  1: {
    abbreviation: 'DDTK',
    name: 'decoder default transfer key',
    vendingKey: 'VDDK',
    takesCreditTokens: false,
    confidence: 'high',
    note: 'For meters in stock, under a default supply group. A credit token gets DDTKError.',
  },
  2: {
    abbreviation: 'DUTK',
    name: 'decoder unique transfer key',
    vendingKey: 'VUDK',
    takesCreditTokens: true,
    confidence: 'high',
    note: 'For normal service, one key for each meter.',
  },
  3: {
    abbreviation: 'DCTK',
    name: 'decoder common transfer key',
    vendingKey: 'VCDK',
    takesCreditTokens: true,
    confidence: 'high',
    note: 'One key for a whole group; allowed only with magnetic cards (TCT 01).',
  },
});

export interface KeyTypeChangeRow {
  readonly to: readonly KeyType[];
  readonly confidence: Confidence;
}

/** To which types of key a meter goes from the one it has. */
export const KEY_TYPE_CHANGES: Readonly<Record<KeyType, KeyTypeChangeRow>> = frozen({
  0: { to: [0, 1, 2, 3], confidence: 'medium' },
  1: { to: [1, 2, 3], confidence: 'medium' },
  2: { to: [1, 2], confidence: 'high' },
  3: { to: [1, 3], confidence: 'medium' },
});

/** Whether a meter with a key of the first type takes one of the second. */
export function isKeyTypeChangeAllowed(from: KeyType, to: KeyType): boolean {
  return KEY_TYPE_CHANGES[from].to.includes(to);
}

/** Throws StsRefusalError (key-type-change) for a change at which the meter answers KeyTypeError. */
export function assertKeyTypeChange(from: KeyType, to: KeyType): void {
  if (!isKeyTypeChangeAllowed(from, to)) {
    throw new StsRefusalError(
      'key-type-change',
      `From ${KEY_TYPES[from].abbreviation} to ${KEY_TYPES[to].abbreviation}.`,
    );
  }
}
