/** The operations `tid` and `tidSequence`: minutes since the base date. */
import { type Instant, instant } from '@wattvend/quantities/time.js';
import {
  type BaseDate,
  instantOfTokenIdentifier,
  isReservedTokenIdentifier,
  nextTokenIdentifier,
  specialTokenIdentifier,
  TOKEN_IDENTIFIER_MAX,
  type TokenIdentifier,
  type TokenIdentifierAt,
  tokenIdentifier,
} from '@wattvend/sts/token-identifier.js';
import { refusalNamed, refusalOfFault } from '../refusal-codes.ts';
import {
  type Answer,
  isRefusal,
  type JsonObject,
  type Refusal,
  readFlag,
  readList,
  readText,
  readWhole,
  refuse,
} from '../request.ts';

const MINUTE_IN_UTC = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?Z$/;
const LENGTH_TO_THE_MINUTE = 'YYYY-MM-DDThh:mm'.length;

export function readBaseDate(parent: JsonObject, member: string): BaseDate | Refusal {
  const value = parent[member];
  if (value !== 1993 && value !== 2014 && value !== 2035) {
    return refuse('BadRequest', `"${member}" must be 1993, 2014 or 2035`);
  }
  return value;
}

function readInstant(parent: JsonObject, member: string): Instant | Refusal {
  const text = readText(parent, member);
  if (isRefusal(text)) return text;
  return instantOf(text) ?? refuse('BadRequest', `"${member}" must be a UTC time`);
}

function instantOf(text: string): Instant | null {
  if (!MINUTE_IN_UTC.test(text)) return null;
  const milliseconds = Date.parse(text);
  // 30 February would be read as a day in March; written back, it differs.
  const isRealDate =
    !Number.isNaN(milliseconds) &&
    new Date(milliseconds).toISOString().startsWith(text.slice(0, LENGTH_TO_THE_MINUTE));
  return isRealDate ? instant(milliseconds) : null;
}

export function formatMinute(at: Instant): string {
  return `${new Date(at).toISOString().slice(0, LENGTH_TO_THE_MINUTE)}Z`;
}

function tokenIdentifierOrRefusal(at: TokenIdentifierAt): TokenIdentifier | Refusal {
  return at.kind === 'fault' ? refusalOfFault(at) : at.tokenIdentifier;
}

/** A token identifier given as a number. */
export function readTokenIdentifier(parent: JsonObject, member: string): TokenIdentifier | Refusal {
  const value = readWhole(parent, member);
  if (isRefusal(value)) return value;
  return value > TOKEN_IDENTIFIER_MAX ? refusalNamed('token-identifier') : tokenIdentifier(value);
}

/** The identifier of a token issued at a time: of its minute, or of its day if it is special. */
export function readIssued(
  parent: JsonObject,
  member: string,
  baseDate: BaseDate,
): TokenIdentifier | Refusal {
  const issued = readInstant(parent, member);
  if (isRefusal(issued)) return issued;
  const isSpecial = readFlag(parent, 'special');
  if (isRefusal(isSpecial)) return isSpecial;
  return tokenIdentifierOrRefusal(
    isSpecial
      ? specialTokenIdentifier(issued, baseDate)
      : nextTokenIdentifier(issued, null, baseDate),
  );
}

export function answerTid(request: JsonObject): Answer {
  const baseDate = readBaseDate(request, 'baseDate');
  if (isRefusal(baseDate)) return baseDate;
  const identifier =
    request['tid'] === undefined
      ? readIssued(request, 'issued', baseDate)
      : readTokenIdentifier(request, 'tid');
  if (isRefusal(identifier)) return identifier;
  return {
    ok: true,
    tid: identifier,
    issued: formatMinute(instantOfTokenIdentifier(identifier, baseDate)),
    reserved: isReservedTokenIdentifier(identifier),
  };
}

export function answerTidSequence(request: JsonObject): Answer {
  const baseDate = readBaseDate(request, 'baseDate');
  if (isRefusal(baseDate)) return baseDate;
  const issued = readList(request, 'issued');
  if (isRefusal(issued)) return issued;
  const tids: TokenIdentifier[] = [];
  let last: TokenIdentifier | null = null;
  for (const text of issued) {
    const at = typeof text === 'string' ? instantOf(text) : null;
    if (at === null) return refuse('BadRequest', '"issued" must be a list of UTC times');
    const next: TokenIdentifier | Refusal = tokenIdentifierOrRefusal(
      nextTokenIdentifier(at, last, baseDate),
    );
    if (isRefusal(next)) return next;
    tids.push(next);
    last = next;
  }
  return { ok: true, tids };
}
