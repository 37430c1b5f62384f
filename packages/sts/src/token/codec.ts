/**
 * The codec of tokens: lays the fields of a row of the table into 64 bits, and reads them back
 * (IEC 62055-41, 6.2). It knows no token; layouts.ts does.
 */
import type { Block64 } from '../cipher/block64.ts';
import { tokenCrc, tokenCrcC } from './crc.ts';
import { TOKEN_ROWS, type TokenLayout, type TokenRow } from './layouts.ts';

const SUBCLASS_BITS = 4;
const SUBCLASS_SHIFT = 28;
const SUBCLASSES = 16;
const CRC_BITS = 16;
const CRC_MASK = 0xffff;
const BITS_PER_WORD = 32;

// Powers are slow enough to show in the time of a token. 44 bits are all a token has for fields.
const GREATEST_OF_WIDTH: readonly number[] = Array.from({ length: 45 }, (_, bits) => 2 ** bits - 1);

// By class and subclass, so that a token is found without a search.
const ROW_OF: readonly (TokenRow | undefined)[] = rowsBySubclass();

function rowsBySubclass(): readonly (TokenRow | undefined)[] {
  const rows = new Array<TokenRow | undefined>(4 * SUBCLASSES).fill(undefined);
  for (const row of TOKEN_ROWS) {
    const first = 'subclass' in row ? row.subclass : row.firstSubclass;
    const last = 'subclass' in row ? row.subclass : row.lastSubclass;
    rows.fill(row, row.tokenClass * SUBCLASSES + first, row.tokenClass * SUBCLASSES + last + 1);
  }
  return rows;
}

/** The row of a token in clear. */
export function tokenRow(tokenClass: number, subclass: number): TokenRow {
  const row = ROW_OF[tokenClass * SUBCLASSES + subclass];
  if (row === undefined) {
    throw new RangeError(`there is no token of class ${tokenClass}, subclass ${subclass}`);
  }
  return row;
}

/**
 * Writes a token in clear into the block: subclass, fields, checksum. The values stand in the order
 * of the row's fields. Throws RangeError for a value its field cannot hold and for a wrong number
 * of values.
 */
export function encodeToken(layout: TokenLayout, values: readonly number[], block: Block64): void {
  const { fields } = layout;
  if (values.length !== fields.length) {
    throw new RangeError(`${layout.name} has ${fields.length} fields, got ${values.length}`);
  }
  block.high = 0;
  block.low = layout.subclass;
  for (let index = 0; index < fields.length; index++) {
    const field = fields[index];
    const value = values[index];
    if (field === undefined || value === undefined) break; // Lengths were compared above.
    if (
      !Number.isInteger(value) ||
      value < 0 ||
      value > (GREATEST_OF_WIDTH[field.width] as number)
    ) {
      throw new RangeError(`${layout.name}: ${field.name} has ${field.width} bits, got ${value}`);
    }
    appendBits(block, value, field.width);
  }
  appendBits(block, 0, CRC_BITS);
  block.low = (block.low | checksumOf(layout, block)) >>> 0;
}

/** Reads the fields of a row from a block in clear, in the order of the row. */
export function decodeFields(layout: TokenLayout, block: Readonly<Block64>): readonly number[] {
  let shift = 2 * BITS_PER_WORD - SUBCLASS_BITS;
  return layout.fields.map((field) => {
    shift -= field.width;
    return bitsOf(block, shift, field.width);
  });
}

/** Whether the checksum of a block in clear is that of its row. */
export function isChecksumRight(
  tokenClass: number,
  row: TokenRow,
  block: Readonly<Block64>,
): boolean {
  const checksum = 'checksum' in row ? row.checksum : 'CRC';
  const right = checksum === 'CRC_C' ? tokenCrcC(tokenClass, block) : tokenCrc(tokenClass, block);
  return right === (block.low & CRC_MASK);
}

/** The four bits after the class. */
export function subclassOf(block: Readonly<Block64>): number {
  return block.high >>> SUBCLASS_SHIFT;
}

function checksumOf(layout: TokenLayout, block: Readonly<Block64>): number {
  return layout.checksum === 'CRC_C'
    ? tokenCrcC(layout.tokenClass, block)
    : tokenCrc(layout.tokenClass, block);
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

function bitsOf(block: Readonly<Block64>, shift: number, width: number): number {
  // Dividing by powers of two is exact, and the parts stay below 2^53.
  const above = Math.floor((block.high * 2 ** BITS_PER_WORD) / 2 ** shift) % 2 ** width;
  if (shift >= BITS_PER_WORD) return above;
  return (above + Math.floor(block.low / 2 ** shift)) % 2 ** width;
}
