/**
 * Takes a token apart for people: field by field, with the values in their units, what each means, and
 * why a meter would refuse it. It needs the keys the token may be under, and says which of them opens
 * it; nothing typed makes it throw.
 */
import { ENCRYPTION_ALGORITHMS } from '../decoder-key/encryption-algorithms.ts';
import { checksumIn, checksumOf, subclassOf, tokenRow } from '../token/codec.ts';
import { type ClearToken, clearToken, type NumericToken } from '../token/token.ts';
import { formatNumericToken, parseNumericToken } from '../token-carrier/token-carrier.ts';
import type {
  CandidateKey,
  CandidateOutcome,
  ExpectedRefusal,
  OpenedToken,
  TokenExplanation,
} from './explanation.ts';
import { hasKeySection, openToken } from './opened-token.ts';
import { explainTypedFault } from './typed-fault.ts';

export interface ExplainOptions {
  /** Whether to show the parts of a decoder key that key change tokens carry. */
  readonly revealKeySections?: boolean;
}

const CLASS_NAMES = ['credit', 'test and display', 'management', 'reserved'] as const;
const CLASS_TEST_AND_DISPLAY = 1;
const CLASS_RESERVED = 3;
const NUMBER_DIGITS = 17;
// What is written of the algorithms that are not of the standard, wherever one is shown.
const NOT_STANDARD = 'not part of IEC 62055-41';

/** Explains what was typed; see TokenExplanation. */
export function explainToken(
  typed: string,
  candidates: readonly CandidateKey[],
  { revealKeySections = false }: ExplainOptions = {},
): TokenExplanation {
  const parsed = parseNumericToken(typed);
  if (parsed.kind === 'fault') {
    const sentence = explainTypedFault(parsed);
    return {
      typed,
      digits: null,
      fault: { fault: parsed.fault, sentence },
      summary: sentence,
      number66: null,
      tokenClass: null,
      candidates: [],
      opened: null,
      refusals: [{ result: parsed.fault, sentence, to: 'token' }],
    };
  }
  const token = parsed.token;
  const { tokenClass } = clearToken(token, null);
  const read = {
    typed,
    digits: formatNumericToken(token),
    fault: null,
    number66: BigInt(token).toString(16).toUpperCase().padStart(NUMBER_DIGITS, '0'),
    tokenClass,
  };
  return tokenClass === CLASS_TEST_AND_DISPLAY || tokenClass === CLASS_RESERVED
    ? { ...read, candidates: [], ...explainInClear(token) }
    : { ...read, ...explainEncrypted(token, candidates, revealKeySections) };
}

type Explained = Pick<TokenExplanation, 'opened' | 'refusals' | 'summary'>;

function explainInClear(token: NumericToken): Explained {
  const { opened, refusals } = openToken(clearToken(token, null), null, false);
  return {
    opened,
    refusals,
    summary: `${heading(opened.tokenClass)}, not encrypted. ${inShort(opened, refusals)}`,
  };
}

/** A candidate, and the token under it. */
interface Trial {
  readonly candidate: CandidateKey;
  readonly clear: ClearToken;
  readonly outcome: CandidateOutcome;
}

function explainEncrypted(
  token: NumericToken,
  candidates: readonly CandidateKey[],
  revealKeySections: boolean,
): Explained & Pick<TokenExplanation, 'candidates'> {
  const trials = candidates.map((candidate) => tryKey(token, candidate, revealKeySections));
  const outcomes = trials.map(({ outcome }) => outcome);
  const opening = trials.filter(({ outcome }) => outcome.opens);
  const [first] = opening;
  const { tokenClass } = clearToken(token, null);
  if (first === undefined) {
    const refusals = candidates.length === 0 ? [] : [noKeyOpens(candidates.length)];
    const why = refusals[0]?.sentence ?? 'It is encrypted, and no key was given to read it.';
    return {
      candidates: outcomes,
      opened: null,
      refusals,
      summary: `${heading(tokenClass)}. ${why}`,
    };
  }
  const { opened, refusals } = openToken(first.clear, first.candidate, revealKeySections);
  return {
    candidates: outcomes,
    opened,
    refusals,
    summary: `${heading(tokenClass)}, ${underWhich(first, opening.length)} ${inShort(opened, refusals)}`,
  };
}

function tryKey(token: NumericToken, candidate: CandidateKey, reveal: boolean): Trial {
  const clear = clearToken(token, candidate.cipher);
  const { block, tokenClass } = clear;
  const row = tokenRow(tokenClass, subclassOf(block), candidate.cipher.keyBits)?.row;
  const found = checksumIn(block);
  const expected = checksumOf(tokenClass, row, block);
  const opens = found === expected;
  // The checksum over a part of a key tells sixteen bits of it. One that is wrong may still be that
  // of a section, whose class somebody changed on the way: it travels in clear.
  const isSecret = !reveal && (!opens || hasKeySection(clear, candidate.cipher.keyBits));
  const { encryptionAlgorithm } = candidate.cipher;
  const { name, standard } = ENCRYPTION_ALGORITHMS[encryptionAlgorithm];
  const outcome = {
    name: candidate.name,
    encryptionAlgorithm,
    algorithmName: standard ? name : `${name}, ${NOT_STANDARD}`,
    isStandard: standard,
    opens,
    checksumFound: isSecret ? null : fourHexadecimalDigits(found),
    checksumExpected: isSecret ? null : fourHexadecimalDigits(expected),
  };
  return { candidate, clear, outcome };
}

function fourHexadecimalDigits(value: number): string {
  return value.toString(16).toUpperCase().padStart(4, '0');
}

function heading(tokenClass: number): string {
  return `Class ${tokenClass}, ${CLASS_NAMES[tokenClass]}`;
}

// What a heading leaves out: what means nothing to a person, and what is spread over fields.
const NOT_IN_SHORT: readonly string[] = ['random', 'padding'];

function inShort(opened: OpenedToken, refusals: readonly ExpectedRefusal[]): string {
  const values = opened.bits
    .filter(({ hexadecimal, member }) => member !== null && hexadecimal !== null)
    .filter(({ member }) => !NOT_IN_SHORT.includes(member ?? ''))
    .filter(({ member }, index, all) => all.findLastIndex((one) => one.member === member) === index)
    .map(({ abbreviation, value }) => `${abbreviation} ${value}`);
  const refused =
    inShortRefused(refusals, 'token', 'A meter would answer') +
    inShortRefused(refusals, 'complete-set', 'A meter would refuse the complete set with');
  const shown = values.length === 0 ? '' : ` ${values.join('; ')}.`;
  return `${opened.purpose}${shown}${refused}`;
}

function inShortRefused(
  refusals: readonly ExpectedRefusal[],
  to: ExpectedRefusal['to'],
  says: string,
): string {
  const names = new Set(refusals.filter((one) => one.to === to).map(({ result }) => result));
  return names.size === 0 ? '' : ` ${says} ${[...names].join(' or ')}.`;
}

function underWhich({ outcome }: Trial, openingCount: number): string {
  const algorithm = outcome.isStandard
    ? `algorithm ${outcome.encryptionAlgorithm} (${outcome.algorithmName})`
    : `algorithm ${outcome.encryptionAlgorithm} (${outcome.algorithmName}: this is no STS token)`;
  const others =
    openingCount === 1
      ? ''
      : ` ${openingCount} keys open it, the wrong ones by a chance of 1 in 65 536; this is the first.`;
  return `opened by ${outcome.name}, ${algorithm}.${others}`;
}

function noKeyOpens(count: number): ExpectedRefusal {
  const which = count === 1 ? 'The key does not open it' : `None of the ${count} keys opens it`;
  return {
    result: 'CRCError',
    sentence:
      `${which}: the checksum is wrong. A digit is mistyped, or the token belongs to another key. ` +
      'A wrong key opens a token by a chance of 1 in 65 536.',
    to: 'token',
  };
}
