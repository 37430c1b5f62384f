/** The explanation of a token as text for a terminal. */
import type {
  CandidateOutcome,
  ExplainedBits,
  OpenedToken,
  TokenExplanation,
} from '@wattvend/sts/explanation.js';
import { besideLabel, printable, type TextStyle, wrap } from '../text-layout.ts';

export interface ExplanationLayout {
  readonly width: number;
  readonly style: TextStyle;
}

// The label beside what is said of the whole token.
const LABEL_WIDTH = 10;

const TABLE_HEADINGS = { bits: 'Bits', field: 'Field', hexadecimal: 'Hex' } as const;

// Keys that do not open the token are listed up to this many; a long list hides what matters.
const KEYS_SHOWN_MAX = 10;

/** Blocks of lines with an empty line between them. */
export function formatExplanation(
  explanation: TokenExplanation,
  layout: ExplanationLayout,
): string {
  const blocks = [
    headLines(explanation, layout),
    keyLines(explanation.candidates, layout),
    explanation.opened === null ? [] : fieldLines(explanation.opened, layout),
    verdictLines(explanation, layout),
  ];
  return blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n');
}

function headLines(explanation: TokenExplanation, { style, width }: ExplanationLayout): string[] {
  const labelled = (label: string, text: string): string[] =>
    besideLabel(label, printable(text), { indent: LABEL_WIDTH, width });
  const { digits, number66, opened, tokenClass } = explanation;
  if (digits === null) return labelled('Typed', explanation.typed);
  const [first = '', ...rest] = labelled('Token', digits);
  return [
    style.bold(first),
    ...rest,
    ...labelled('Number', `${number66} hexadecimal, as it is typed`),
    ...labelled('Class', classText(tokenClass)),
    ...(opened === null ? [] : openedLines(opened, labelled)),
  ];
}

function openedLines(
  opened: OpenedToken,
  labelled: (label: string, text: string) => string[],
): string[] {
  const { clause, confidence, name, status, subclass } = opened;
  const known = status === 'defined' ? '' : ` (${status.replaceAll('-', ' ')})`;
  return [
    ...labelled('Subclass', `${subclass}, ${name ?? 'no name'}${known}`),
    ...labelled('Purpose', opened.purpose),
    ...labelled('Clause', `IEC 62055-41, ${clause}; confidence ${confidence}`),
    ...labelled('In clear', opened.clear66 ?? 'hidden: it holds part of a key'),
  ];
}

const CLASS_TEXT = [
  'credit; encrypted under the key of the meter',
  'test and display; not encrypted, no key needed',
  'management; encrypted under the key of the meter',
  'reserved by the standard',
] as const;

function classText(tokenClass: number | null): string {
  return tokenClass === null ? 'not known' : `${tokenClass}, ${CLASS_TEXT[tokenClass]}`;
}

function keyLines(
  candidates: readonly CandidateOutcome[],
  { style, width }: ExplanationLayout,
): string[] {
  if (candidates.length === 0) return [];
  const opening = candidates.filter(({ opens }) => opens);
  const others = candidates.filter(({ opens }) => !opens);
  const shown = [...opening, ...others].slice(0, Math.max(KEYS_SHOWN_MAX, opening.length));
  const lines = shown.flatMap((candidate) =>
    besideLabel(`  ${candidate.opens ? 'opens' : 'no'}`, keyText(candidate), {
      indent: LABEL_WIDTH,
      width,
    }),
  );
  const left = candidates.length - shown.length;
  const more = left === 0 ? [] : [`${' '.repeat(LABEL_WIDTH)}and ${left} more that do not open it`];
  return [style.bold('Keys'), ...lines, ...more];
}

function keyText(candidate: CandidateOutcome): string {
  const { algorithmName, checksumExpected, checksumFound, encryptionAlgorithm, name } = candidate;
  const checksum =
    checksumFound === null
      ? ''
      : candidate.opens
        ? `; checksum ${checksumFound}`
        : `; checksum ${checksumFound}, not ${checksumExpected}`;
  return `${printable(name)}: EA ${encryptionAlgorithm} (${algorithmName})${checksum}`;
}

function fieldLines({ bits }: OpenedToken, { style, width }: ExplanationLayout): string[] {
  const columns = {
    bits: widest(TABLE_HEADINGS.bits, bits.map(bitsText)),
    field: widest(
      TABLE_HEADINGS.field,
      bits.map(({ abbreviation }) => abbreviation),
    ),
    hexadecimal: widest(
      TABLE_HEADINGS.hexadecimal,
      bits.map(({ hexadecimal }) => hexadecimal ?? '-'),
    ),
  };
  const label = (one: typeof TABLE_HEADINGS | Record<keyof typeof TABLE_HEADINGS, string>) =>
    `${one.bits.padEnd(columns.bits)}  ${one.field.padEnd(columns.field)}  ` +
    `${one.hexadecimal.padEnd(columns.hexadecimal)}  `;
  const heading = label(TABLE_HEADINGS);
  const column = { indent: heading.length, width };
  return [
    style.bold(`${heading}Value and meaning`),
    ...bits.flatMap((one) => {
      const row = {
        bits: bitsText(one),
        field: one.abbreviation,
        hexadecimal: one.hexadecimal ?? '-',
      };
      const { confidence, meaning, objections, value } = one;
      const unsure = confidence === 'high' ? [] : [`(confidence ${confidence})`];
      return [
        ...besideLabel(label(row), value, column),
        ...[meaning, ...unsure]
          .filter((text) => text !== '')
          .flatMap((text) => besideLabel('', text, column)),
        ...objections.flatMap((text) =>
          besideLabel('', `! ${text}`, column).map((line) => style.warning(line)),
        ),
      ];
    }),
  ];
}

function widest(heading: string, texts: readonly string[]): number {
  return Math.max(heading.length, ...texts.map((text) => text.length));
}

function bitsText({ highestBit, lowestBit }: ExplainedBits): string {
  return highestBit === lowestBit ? String(highestBit) : `${highestBit}-${lowestBit}`;
}

function verdictLines(explanation: TokenExplanation, layout: ExplanationLayout): string[] {
  const { style, width } = layout;
  const { opened, refusals } = explanation;
  if (refusals.length > 0) {
    return [
      style.bold('Refused'),
      ...refusals.flatMap(({ result, sentence }) =>
        besideLabel('  ', printable(`${result}: ${sentence}`), { indent: 4, width }).map((line) =>
          style.warning(line),
        ),
      ),
    ];
  }
  return [...wrap(opened === null ? NO_KEY_GIVEN : goodWords(opened), width)];
}

const NO_KEY_GIVEN = 'Without the key of its meter no more can be known. Give keys with --keys.';

function goodWords({ bits }: OpenedToken): string {
  // Only tokens with a time are remembered by a meter.
  const isTimed = bits.some(({ member }) => member === 'tokenIdentifier');
  return isTimed
    ? 'Nothing in the token speaks against it. Whether a meter takes it also depends on the tokens ' +
        'it has taken before.'
    : 'Nothing in the token speaks against it.';
}
