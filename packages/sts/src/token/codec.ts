/**
 * The codec of tokens: lays the values of a row of the table into 64 bits, and reads them back
 * (IEC 62055-41, 6.2). It knows no token; layouts.ts does.
 */
import type { Block64 } from '../cipher/block64.ts';
import { StsRefusalError } from '../refusal.ts';
import { tokenCrc, tokenCrcC } from './crc.ts';
import { decodeFieldValue, encodeFieldValue, type FieldValue } from './field-values.ts';
import { TOKEN_ROWS, type TokenField, type TokenLayout, type TokenRow } from './layouts.ts';

const SUBCLASS_BITS = 4;
const SUBCLASS_SHIFT = 28;
const CLASSES = 4;
const SUBCLASSES = 16;
const CRC_BITS = 16;
const CRC_MASK = 0xffff;
const BITS_PER_WORD = 32;
const BITS = 64;

// Powers are slow enough to show in the time of a token. 44 bits are all a token has for fields.
const GREATEST_OF_WIDTH: readonly number[] = Array.from({ length: 45 }, (_, bits) => 2 ** bits - 1);

/** A field, and where it stands. */
export interface PlacedField extends TokenField {
  /** Its lowest bit in the block, 0 to 63. */
  readonly lowestBit: number;
  /** How many bits of the same member's code stand in fields after it. */
  readonly codeShift: number;
  /** How many bits the member has in all its fields. */
  readonly codeWidth: number;
}

/** A row and its fields in their places. */
export interface PlacedRow<Row extends TokenRow = TokenRow> {
  readonly row: Row;
  readonly fields: readonly PlacedField[];
}

// By class and subclass, so that a token is found without a search; one table for each length of
// key. They differ in class 2, subclasses 8 and 9 only.
const ROWS_OF_KEY_BITS = { 64: rowsBySubclass(64), 128: rowsBySubclass(128) } as const;

function rowsBySubclass(keyBits: 64 | 128): readonly (PlacedRow | undefined)[] {
  const rows = new Array<PlacedRow | undefined>(CLASSES * SUBCLASSES).fill(undefined);
  for (const row of TOKEN_ROWS) {
    const isOfThisKey = !('keyBits' in row) || row.keyBits === keyBits;
    if (!isOfThisKey) continue;
    const first = 'subclass' in row ? row.subclass : row.firstSubclass;
    const last = 'subclass' in row ? row.subclass : row.lastSubclass;
    const placed = { row, fields: row.status === 'defined' ? placedFields(row) : [] };
    rows.fill(placed, row.tokenClass * SUBCLASSES + first, row.tokenClass * SUBCLASSES + last + 1);
  }
  return rows;
}

/** The fields of a row with their places. */
export function placedFields(row: TokenLayout): readonly PlacedField[] {
  let lowestBit = BITS - SUBCLASS_BITS;
  return row.fields.map((field, index) => {
    lowestBit -= field.width;
    const ofMember = (fields: readonly TokenField[]): number =>
      fields.reduce((bits, other) => bits + (other.name === field.name ? other.width : 0), 0);
    return {
      ...field,
      lowestBit,
      codeShift: ofMember(row.fields.slice(index + 1)),
      codeWidth: ofMember(row.fields),
    };
  });
}

/**
 * The row of a token under a key of so many bits; undefined where a token does not exist for such
 * keys, which is class 2, subclass 9 and keys of 64 bits, and for a class or subclass out of range.
 */
export function tokenRow(
  tokenClass: number,
  subclass: number,
  keyBits: 64 | 128,
): PlacedRow | undefined {
  // Out of range, the two would together name another token's place.
  if (!(tokenClass >= 0 && tokenClass < CLASSES && subclass >= 0 && subclass < SUBCLASSES)) {
    return undefined;
  }
  return ROWS_OF_KEY_BITS[keyBits][tokenClass * SUBCLASSES + subclass];
}

/**
 * Writes a token in clear into the block: subclass, fields, checksum. The values are the members of
 * a token. Throws StsRefusalError 'field-range' for a value its field cannot hold, and what
 * field-values.ts throws.
 */
export function encodeToken(
  { fields, row }: PlacedRow<TokenLayout>,
  values: Readonly<Record<string, FieldValue>>,
  block: Block64,
): void {
  block.high = 0;
  block.low = row.subclass;
  for (let index = 0; index < fields.length; index++) {
    const field = fields[index] as PlacedField;
    const code = encodeFieldValue(field.holds, values[field.name] as FieldValue);
    if (!Number.isInteger(code) || code < 0 || code > greatest(field.codeWidth)) {
      throw new StsRefusalError(
        'field-range',
        `${row.name}: ${field.name} has ${field.codeWidth} bits, got ${code}.`,
      );
    }
    if (field.codeWidth === field.width) appendBits(block, code, field.width);
    else appendBits(block, (code >>> field.codeShift) & greatest(field.width), field.width);
  }
  appendBits(block, 0, CRC_BITS);
  block.low = (block.low | checksumOf(row.tokenClass, row, block)) >>> 0;
}

/** Reads the members of a token from a block in clear, after the members that are given. */
export function decodeToken<Members extends Record<string, unknown>>(
  { fields }: PlacedRow<TokenLayout>,
  block: Readonly<Block64>,
  members: Members,
): Members & Readonly<Record<string, FieldValue>> {
  const token: Record<string, unknown> = members;
  for (let index = 0; index < fields.length; index++) {
    const field = fields[index] as PlacedField;
    // A member in two fields is read with the last of them.
    if (field.codeShift > 0) continue;
    token[field.name] = decodeFieldValue(field.holds, memberCode(fields, field, block));
  }
  return token as Members & Readonly<Record<string, FieldValue>>;
}

/** The code of the member a field belongs to, put together where it stands in two fields. */
export function memberCode(
  fields: readonly PlacedField[],
  field: PlacedField,
  block: Readonly<Block64>,
): number {
  if (field.codeWidth === field.width) return bitsOf(block, field.lowestBit, field.width);
  return fields
    .filter((part) => part.name === field.name)
    .reduce(
      (code, part) => code + bitsOf(block, part.lowestBit, part.width) * 2 ** part.codeShift,
      0,
    );
}

/** Whether the checksum of a block in clear is that of its row. */
export function isChecksumRight(
  tokenClass: number,
  row: TokenRow | undefined,
  block: Readonly<Block64>,
): boolean {
  return checksumOf(tokenClass, row, block) === checksumIn(block);
}

/** The checksum that stands in a block in clear. */
export function checksumIn(block: Readonly<Block64>): number {
  return block.low & CRC_MASK;
}

/** The four bits after the class. */
export function subclassOf(block: Readonly<Block64>): number {
  return block.high >>> SUBCLASS_SHIFT;
}

/** The checksum a block in clear should have: CRC for what the table has no fields for. */
export function checksumOf(
  tokenClass: number,
  row: TokenRow | undefined,
  block: Readonly<Block64>,
): number {
  return row?.status === 'defined' && row.checksum === 'CRC_C'
    ? tokenCrcC(tokenClass, block)
    : tokenCrc(tokenClass, block);
}

function greatest(width: number): number {
  return GREATEST_OF_WIDTH[width] as number;
}

// Moves the block left by the width and puts the value into the room that makes. Widths up to 31
// are done at once; a wider field goes in two parts.
function appendBits(block: Block64, value: number, width: number): void {
  if (width >= BITS_PER_WORD) {
    appendBits(block, Math.floor(value / 2 ** CRC_BITS), width - CRC_BITS);
    appendBits(block, value % 2 ** CRC_BITS, CRC_BITS);
    return;
  }
  block.high = ((block.high << width) | (block.low >>> (BITS_PER_WORD - width))) >>> 0;
  block.low = ((block.low << width) | value) >>> 0;
}

/** Some bits of a block as a number: `width` of them, the lowest at `lowestBit`. */
export function bitsOf(block: Readonly<Block64>, lowestBit: number, width: number): number {
  if (width < BITS_PER_WORD) {
    const mask = greatest(width);
    if (lowestBit >= BITS_PER_WORD) return (block.high >>> (lowestBit - BITS_PER_WORD)) & mask;
    if (lowestBit + width <= BITS_PER_WORD) return (block.low >>> lowestBit) & mask;
  }
  // Dividing by powers of two is exact, and the parts stay below 2^53.
  const above = Math.floor((block.high * 2 ** BITS_PER_WORD) / 2 ** lowestBit) % 2 ** width;
  if (lowestBit >= BITS_PER_WORD) return above;
  return (above + Math.floor(block.low / 2 ** lowestBit)) % 2 ** width;
}
