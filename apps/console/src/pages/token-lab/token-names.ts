/** Words for people where the table of tokens has names for programs. */
import { TOKEN_ROWS, type TokenLayout, type TokenRow } from '@wattvend/sts/layouts.js';

/** "set1stSectionDecoderKey" becomes "Set 1st section decoder key". */
export function wordsOf(name: string): string {
  const words = name.replaceAll(/(\D)(\d)/g, '$1 $2').replaceAll(/[A-Z]/g, ' $&');
  return words.slice(0, 1).toUpperCase() + words.slice(1).toLowerCase();
}

/** A row's own words; subclasses that are kept for later have only their status. */
function tokenTitle(row: TokenRow): string {
  if ('firstSubclass' in row) {
    const { firstSubclass, lastSubclass } = row;
    const numbers =
      firstSubclass === lastSubclass ? `${firstSubclass}` : `${firstSubclass}–${lastSubclass}`;
    return `${row.tokenClass}/${numbers}  ${wordsOf(row.status)}`;
  }
  const number = `${row.tokenClass}/${row.subclass}`;
  const bits = 'keyBits' in row ? `, keys of ${row.keyBits} bits` : '';
  if (row.status === 'layout-not-established') {
    return `${number}  ${wordsOf(row.name)} (layout not public)`;
  }
  if (row.tokenClass === 1) {
    return `${number}  Test or display, maker codes of ${row.subclass === 0 ? 'two' : 'four'} digits`;
  }
  return `${number}  ${wordsOf(row.name)}${bits}`;
}

const CLASS_NAMES = [
  'Class 0, credit',
  'Class 1, test and display',
  'Class 2, management',
  'Class 3, reserved',
] as const;

/** The sections of a new key are built as a set, and only so. */
export function isKeyChangeSection(row: TokenRow): boolean {
  return row.status === 'defined' && row.tokenClass === 2 && [3, 4, 8, 9].includes(row.subclass);
}

export interface TokenChoice {
  /** The place of the row in the table, as a text; KEY_CHANGE for a whole set. */
  readonly value: string;
  readonly label: string;
  readonly disabled: boolean;
}

export const KEY_CHANGE = 'key-change';

/** Every token of the table in its class; what cannot be built stands there too, and says why. */
export function tokenChoices(): readonly {
  readonly group: string;
  readonly items: readonly TokenChoice[];
}[] {
  return CLASS_NAMES.map((group, tokenClass) => {
    const rows = TOKEN_ROWS.map((row, at) => ({ row, at }));
    const items = rows
      .filter(({ row }) => row.tokenClass === tokenClass)
      .map(({ row, at }): TokenChoice => {
        const isSection = isKeyChangeSection(row);
        const label = isSection ? `${tokenTitle(row)} (built as a set)` : tokenTitle(row);
        return { value: String(at), label, disabled: isSection || row.status !== 'defined' };
      });
    const set = { value: KEY_CHANGE, label: 'Key change, the whole set', disabled: false };
    return { group, items: tokenClass === 2 ? [set, ...items] : items };
  });
}

/** The row of a choice. Throws on a choice that cannot be built, which no form offers. */
export function rowOfChoice(value: string): TokenLayout {
  const row = TOKEN_ROWS[Number(value)];
  if (row?.status !== 'defined') throw new Error(`no token to build stands at ${value}`);
  return row;
}
