/**
 * A token in clear, taken apart: all 66 bits in pieces that follow one another, and what speaks
 * against each.
 */
import type { Confidence } from '../confidence.ts';
import {
  bitsOf,
  checksumIn,
  checksumOf,
  memberCode,
  type PlacedRow,
  subclassOf,
  tokenRow,
} from '../token/codec.ts';
import type { TokenLayout, TokenRow } from '../token/layouts.ts';
import type { ClearToken } from '../token/token.ts';
import type { CandidateKey, ExpectedRefusal, ExplainedBits, OpenedToken } from './explanation.ts';
import { isSecretMember, type Objection, readField } from './field-reading.ts';

const CLASS_CREDIT = 0;
const CLASS_MANAGEMENT = 2;
const CLASS_RESERVED = 3;
const KEY_CHANGE_SECTION_SUBCLASSES: readonly number[] = [3, 4, 8, 9];
const KEY_TYPE_DEFAULT = 1;
const CRC_BITS = 16;
const SUBCLASS_LOWEST_BIT = 60;
// The key's length where there is none: class 1 and class 3 do not depend on it.
const NO_KEY_BITS = 64;
const HIDDEN = 'hidden';

const CLASS_MEANINGS = [
  'Credit: adds to a register or an account of the meter.',
  'Test and display: not encrypted, so that anybody may make one.',
  'Management: changes a setting, or the key of the meter.',
  'Kept by the standard for later.',
] as const;

/** A piece, and the objections to it with their results. */
interface Piece extends Omit<ExplainedBits, 'objections'> {
  readonly objections: readonly Objection[];
}

/** A token, and why a meter would refuse it. */
export interface Opened {
  readonly opened: OpenedToken;
  readonly refusals: readonly ExpectedRefusal[];
}

/** Takes a token in clear apart; the candidate is the one that opened it, null for classes 1 and 3. */
export function openToken(
  clear: ClearToken,
  candidate: CandidateKey | null,
  reveal: boolean,
): Opened {
  const { block, tokenClass } = clear;
  const subclass = subclassOf(block);
  const keyBits = candidate?.cipher.keyBits ?? NO_KEY_BITS;
  const placed = tokenRow(tokenClass, subclass, keyBits);
  const facts = factsOf(tokenClass, subclass, placed?.row);
  const isHidden = !reveal && hasKeySection(clear, keyBits);
  const defined = placed?.row.status === 'defined' ? (placed as PlacedRow<TokenLayout>) : null;
  const pieces = [
    ...framePieces(clear, facts),
    ...(defined === null
      ? dataPieces(clear, facts, isHidden)
      : fieldPieces(clear, defined, candidate, isHidden)),
    checksumPiece(clear, defined?.row ?? null, isHidden),
  ];
  const opened: OpenedToken = {
    candidate: candidate?.name ?? null,
    tokenClass,
    subclass,
    isChecksumRight: pieces.at(-1)?.objections.length === 0,
    clear66: isHidden ? null : clear66(clear),
    bits: pieces.map((piece) => ({
      ...piece,
      objections: piece.objections.map(({ sentence }) => sentence),
    })),
    ...facts,
  };
  return { opened, refusals: refusalsOf(opened, pieces, candidate) };
}

/** Whether the token has part of a decoder key in it. */
export function hasKeySection({ block, tokenClass }: ClearToken, keyBits: 64 | 128): boolean {
  // A fourth section under a key of 64 bits is out of place, and still a section of some key.
  const { row } = tokenRow(tokenClass, subclassOf(block), keyBits) ??
    tokenRow(tokenClass, subclassOf(block), 128) ?? { row: null };
  return row?.status === 'defined' && row.fields.some(({ name }) => isSecretMember(name));
}

type Facts = Pick<OpenedToken, 'name' | 'status' | 'purpose' | 'clause' | 'confidence'>;

function factsOf(tokenClass: number, subclass: number, row: TokenRow | undefined): Facts {
  if (row === undefined) {
    const long = tokenRow(tokenClass, subclass, 128)?.row;
    const { clause, confidence, name } = long as TokenLayout;
    const purpose =
      'A section of a key of 128 bits, which no meter with a key of 64 bits can take.';
    return { name, status: 'not-for-key-length', purpose, clause, confidence };
  }
  if (row.status === 'defined' || row.status === 'layout-not-established') {
    const { clause, confidence, name, purpose, status } = row;
    return { name, status, purpose, clause, confidence };
  }
  const purpose =
    row.status === 'proprietary'
      ? 'Left to makers of meters: what it does is between maker and buyer.'
      : 'Kept by the standard for later: nobody may make one.';
  return { name: null, status: row.status, purpose, clause: row.clause, confidence: 'high' };
}

function framePieces({ block, tokenClass }: ClearToken, facts: Facts): readonly Piece[] {
  const isReservedClass = tokenClass === CLASS_RESERVED;
  return [
    {
      abbreviation: 'Class',
      member: null,
      highestBit: 65,
      lowestBit: 64,
      hexadecimal: hexadecimal(tokenClass, 2),
      value: String(tokenClass),
      meaning: CLASS_MEANINGS[tokenClass] as string,
      confidence: 'high',
      objections: isReservedClass
        ? [
            {
              result: 'FunctionError',
              sentence: 'Class 3 is reserved, and no meter acts on it. Often a digit is mistyped.',
            },
          ]
        : [],
    },
    {
      abbreviation: 'SubClass',
      member: null,
      highestBit: 63,
      lowestBit: SUBCLASS_LOWEST_BIT,
      hexadecimal: hexadecimal(subclassOf(block), 4),
      value:
        facts.name === null ? String(subclassOf(block)) : `${subclassOf(block)}: ${facts.name}`,
      meaning: facts.purpose,
      confidence: facts.confidence,
      objections: isReservedClass ? [] : objectionsToStatus(facts.status),
    },
  ];
}

const STATUS_OBJECTIONS: Readonly<Record<OpenedToken['status'], string | null>> = {
  defined: null,
  'layout-not-established':
    'Where the bits of this token stand is not established in public; few meters have it.',
  reserved: 'The subclass is reserved; a meter does not have its function.',
  proprietary:
    'The subclass is its maker’s own; a meter of another maker does not have its function.',
  'not-for-key-length': 'A meter with a key of 64 bits does not have its function.',
};

function objectionsToStatus(status: OpenedToken['status']): readonly Objection[] {
  const sentence = STATUS_OBJECTIONS[status];
  return sentence === null ? [] : [{ result: 'FunctionError', sentence }];
}

function fieldPieces(
  { block }: ClearToken,
  { fields, row }: PlacedRow<TokenLayout>,
  candidate: CandidateKey | null,
  isHidden: boolean,
): readonly Piece[] {
  return fields.map((field) => {
    const code = memberCode(fields, field, block);
    const {
      confidence = 'high',
      meaning,
      objections = [],
      value,
    } = readField({
      row,
      field,
      code,
      candidate,
    });
    const isSecret = isHidden && isSecretMember(field.name);
    return {
      abbreviation: field.abbreviation,
      member: field.name,
      highestBit: field.lowestBit + field.width - 1,
      lowestBit: field.lowestBit,
      hexadecimal: isSecret
        ? null
        : hexadecimal(bitsOf(block, field.lowestBit, field.width), field.width),
      value: isSecret ? HIDDEN : value,
      meaning,
      confidence: lesser(row.confidence, confidence),
      objections,
    };
  });
}

// Where the fields are not known the bits stay together.
function dataPieces(
  { block }: ClearToken,
  { confidence }: Facts,
  isHidden: boolean,
): readonly Piece[] {
  const shown = hexadecimal(block.high % 2 ** 28, 28) + hexadecimal(block.low >>> CRC_BITS, 16);
  return [
    {
      abbreviation: 'Data',
      member: null,
      highestBit: SUBCLASS_LOWEST_BIT - 1,
      lowestBit: CRC_BITS,
      hexadecimal: isHidden ? null : shown,
      value: isHidden ? HIDDEN : shown,
      meaning: 'What stands here is not known: no fields of this token are established in public.',
      confidence,
      objections: [],
    },
  ];
}

function checksumPiece(
  { block, tokenClass }: ClearToken,
  layout: TokenLayout | null,
  isHidden: boolean,
): Piece {
  const found = checksumIn(block);
  const expected = checksumOf(tokenClass, layout ?? undefined, block);
  const abbreviation = layout?.checksum ?? 'CRC';
  const isRight = found === expected;
  const should = hexadecimal(expected, CRC_BITS);
  return {
    abbreviation,
    member: null,
    highestBit: CRC_BITS - 1,
    lowestBit: 0,
    hexadecimal: isHidden ? null : hexadecimal(found, CRC_BITS),
    value: isRight ? 'right' : `wrong, it should be ${should}`,
    meaning:
      abbreviation === 'CRC'
        ? 'The checksum over all bits above; it tells a mistyped digit and a wrong key.'
        : 'The checksum of currency tokens, so that a meter which knows only CRC refuses them.',
    confidence: abbreviation === 'CRC' ? 'high' : 'medium',
    objections: isRight
      ? []
      : [{ result: 'CRCError', sentence: `The checksum is wrong; it should be ${should}.` }],
  };
}

function refusalsOf(
  { subclass, tokenClass }: OpenedToken,
  pieces: readonly Piece[],
  candidate: CandidateKey | null,
): readonly ExpectedRefusal[] {
  // The checksum is looked at first; with a wrong one the fields say nothing. Class 3 is refused for
  // its class as well, which a slip of the finger often makes of another.
  const last = pieces.at(-1)?.objections ?? [];
  const isWrong = tokenClass !== CLASS_RESERVED && last.some(({ result }) => result === 'CRCError');
  const objections = isWrong ? last : pieces.flatMap((piece) => piece.objections);
  const isOfSet =
    tokenClass === CLASS_MANAGEMENT && KEY_CHANGE_SECTION_SUBCLASSES.includes(subclass);
  const named = objections.flatMap(({ result, sentence }) =>
    result === null ? [] : [expectedRefusal(result, sentence, isOfSet)],
  );
  if (tokenClass !== CLASS_CREDIT || candidate?.keyType !== KEY_TYPE_DEFAULT) return named;
  const sentence =
    'A meter with a default key (DDTK) takes no credit; it needs a key change first.';
  return [...named, { result: 'DDTKError', sentence, to: 'token' }];
}

// What a meter asks of a key change set only when it has all of it.
const ASKED_OF_SETS: readonly string[] = ['RangeError', 'KeyTypeError'];

function expectedRefusal(result: string, sentence: string, isOfSet: boolean): ExpectedRefusal {
  return isOfSet && ASKED_OF_SETS.includes(result)
    ? {
        result,
        sentence: `${sentence} The meter says so when the set is complete.`,
        to: 'complete-set',
      }
    : { result, sentence, to: 'token' };
}

const CONFIDENCES: readonly Confidence[] = ['low', 'medium', 'high'];

function lesser(one: Confidence, other: Confidence): Confidence {
  return CONFIDENCES.indexOf(one) < CONFIDENCES.indexOf(other) ? one : other;
}

function hexadecimal(value: number, bits: number): string {
  return value
    .toString(16)
    .toUpperCase()
    .padStart(Math.ceil(bits / 4), '0');
}

function clear66({ block, tokenClass }: ClearToken): string {
  return hexadecimal(tokenClass, 4) + hexadecimal(block.high, 32) + hexadecimal(block.low, 32);
}
