/** Tokens that are not made: kept for later, a maker's own, or not public. */
import { TOKEN_ROWS, type TokenRow } from '@wattvend/sts/layouts.js';
import { refusalNamed } from '../refusal-codes.ts';
import { type Refusal, refuse } from '../request.ts';

/** What the table says of a class and subclass; undefined outside the two fields. */
export function rowOf(tokenClass: number, subclass: number): TokenRow | undefined {
  return TOKEN_ROWS.find(
    (row) =>
      row.tokenClass === tokenClass &&
      ('subclass' in row
        ? row.subclass === subclass
        : row.firstSubclass <= subclass && subclass <= row.lastSubclass),
  );
}

/** The refusal to make a token of which no bits are known. */
export function noSuchToken(tokenClass: number, subclass: number): Refusal {
  const row = rowOf(tokenClass, subclass);
  const place = `class ${tokenClass}, subclass ${subclass}`;
  switch (row?.status) {
    case 'layout-not-established':
      return refuse('NotImplemented', `${place}: ${row.purpose}`);
    case 'reserved':
      return refusalNamed('no-such-token', `${capitalised(place)} is reserved.`);
    case 'proprietary':
      return refusalNamed('no-such-token', `${capitalised(place)} is left to makers.`);
    case 'defined':
    case undefined:
      return refusalNamed('no-such-token', `Got ${place}.`);
  }
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
