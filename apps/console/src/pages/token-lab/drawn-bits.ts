/** From an explanation to what is drawn: fields with their bits, rows of cells, the way of the class. */
import type { Block64 } from '@wattvend/sts/block64.js';
import { extractClassBits } from '@wattvend/sts/class-bits.js';
import type { ExplainedBits } from '@wattvend/sts/explanation.js';

/** The kinds of field that have a colour of their own; the label always says it too. */
export type Tone = 'class' | 'subclass' | 'random' | 'time' | 'value' | 'key' | 'check' | 'padding';

export interface DrawnField {
  /** Where it is in the explanation, which has every field once. */
  readonly index: number;
  readonly abbreviation: string;
  readonly tone: Tone;
  readonly highestBit: number;
  readonly lowestBit: number;
  /** Most significant first, as text to be drawn; null for a part of a key that is not shown. */
  readonly bits: string | null;
}

const TONES: Readonly<Record<string, Tone>> = {
  Class: 'class',
  SubClass: 'subclass',
  RND: 'random',
  TID: 'time',
  CRC: 'check',
  CRC_C: 'check',
  Pad: 'padding',
};

function toneOf(abbreviation: string): Tone {
  return TONES[abbreviation] ?? (abbreviation.startsWith('NK') ? 'key' : 'value');
}

export function drawnFields(explained: readonly ExplainedBits[]): readonly DrawnField[] {
  return explained.map((field, index) => ({
    index,
    abbreviation: field.abbreviation,
    tone: toneOf(field.abbreviation),
    highestBit: field.highestBit,
    lowestBit: field.lowestBit,
    bits:
      field.hexadecimal === null
        ? null
        : bitText(field.hexadecimal, field.highestBit - field.lowestBit + 1),
  }));
}

/** The bits of a hexadecimal number, filled up with zeros to the width. */
export function bitText(hexadecimal: string, width: number): string {
  return BigInt(`0x${hexadecimal}`).toString(2).padStart(width, '0');
}

/** A part of a field that stands in one row. */
export interface Segment {
  readonly field: DrawnField;
  readonly highestBit: number;
  readonly lowestBit: number;
  readonly bits: string | null;
}

const BLOCK_BITS = 64;

/** Cuts the fields of bits 63 to 0 into rows of so many columns. */
export function segmentRows(
  fields: readonly DrawnField[],
  columns: number,
): readonly (readonly Segment[])[] {
  return Array.from({ length: BLOCK_BITS / columns }, (_, row) => {
    const highest = BLOCK_BITS - 1 - row * columns;
    return fields.flatMap((field) => segmentIn(field, highest, highest - columns + 1));
  });
}

/** The part of a field between two bits; none when it lies elsewhere. */
export function segmentIn(field: DrawnField, highest: number, lowest: number): readonly Segment[] {
  const highestBit = Math.min(field.highestBit, highest);
  const lowestBit = Math.max(field.lowestBit, lowest);
  if (highestBit < lowestBit) return [];
  const from = field.highestBit - highestBit;
  const bits = field.bits?.slice(from, from + highestBit - lowestBit + 1) ?? null;
  return [{ field, highestBit, lowestBit, bits }];
}

/** What becomes of the class, which travels in clear in bits 28 and 27 (IEC 62055-41, 6.4.2). */
export interface ClassExtraction {
  /** The number as it is: 66 bits. */
  readonly numberBits: string;
  readonly tokenClass: number;
  /** Class and block after the exchange: 66 bits. */
  readonly extractedBits: string;
  /** The block alone as 16 hexadecimal digits. */
  readonly block: string;
}

/** Follows the class bits of a number of 17 hexadecimal digits. */
export function classExtraction(number66: string): ClassExtraction {
  const block: Block64 = {
    high: Number.parseInt(number66.slice(1, 9), 16),
    low: Number.parseInt(number66.slice(9), 16),
  };
  const tokenClass = extractClassBits(Number.parseInt(number66.slice(0, 1), 16), block);
  const words = [block.high, block.low].map((word) => word.toString(16).padStart(8, '0'));
  return {
    numberBits: bitText(number66, 66),
    tokenClass,
    extractedBits: bitText(tokenClass.toString(16), 2) + bitText(words.join(''), BLOCK_BITS),
    block: words.join(''),
  };
}

/** Says the bits of a drawing to whoever cannot see it. */
export function describeDrawing(fields: readonly DrawnField[]): string {
  const parts = fields.map(({ abbreviation, bits, highestBit, lowestBit }) => {
    const place =
      highestBit === lowestBit ? `bit ${lowestBit}` : `bits ${highestBit} to ${lowestBit}`;
    return `${abbreviation}, ${place}: ${bits ?? 'not shown'}`;
  });
  return `The 66 bits. ${parts.join('; ')}.`;
}
