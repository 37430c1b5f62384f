/** One request in, one answer out: the known-answer language (vectors/sts-known-answers.json). */
import { answerAmount } from './operations/amount.ts';
import { answerBlock } from './operations/block.ts';
import { answerCrc } from './operations/crc.ts';
import { answerDecode } from './operations/decode.ts';
import { answerEncode } from './operations/encode.ts';
import { answerKey } from './operations/key.ts';
import { answerKeyChange } from './operations/key-change.ts';
import { answerKeyExpiry } from './operations/key-expiry.ts';
import { answerMeter } from './operations/meter.ts';
import { answerMakePan, answerPan } from './operations/meter-pan.ts';
import { answerTid, answerTidSequence } from './operations/token-identifier.ts';
import { refusalOfError } from './refusal-codes.ts';
import { type Answer, isJsonObject, type JsonObject, refuse } from './request.ts';

const OPERATIONS: ReadonlyMap<string, (request: JsonObject) => Answer> = new Map([
  ['pan', answerPan],
  ['makePan', answerMakePan],
  ['tid', answerTid],
  ['tidSequence', answerTidSequence],
  ['ken', answerKeyExpiry],
  ['amount', answerAmount],
  ['crc', answerCrc],
  ['block', answerBlock],
  ['key', answerKey],
  ['encode', answerEncode],
  ['decode', answerDecode],
  ['keyChange', answerKeyChange],
  ['meter', answerMeter],
]);

/** The greatest request that is read: no operation needs a hundredth of it. */
export const REQUEST_OCTETS_MAX = 1_000_000;

/** Answers a request that was read as JSON. Nothing in a request makes it throw. */
export function answer(request: unknown): Answer {
  if (!isJsonObject(request)) return refuse('BadRequest', 'a request is a JSON object');
  const { op } = request;
  const operation = typeof op === 'string' ? OPERATIONS.get(op) : undefined;
  if (operation === undefined) {
    return refuse('BadRequest', `"op" must be one of ${[...OPERATIONS.keys()].join(', ')}`);
  }
  try {
    return operation(request);
  } catch (error) {
    // The readers look at the form of a request, the encoders of the standard at its values.
    const refusal = refusalOfError(error);
    if (refusal === null) throw error;
    return refusal;
  }
}

/**
 * Answers a line of text. A line that is not JSON gets an answer too, and so does null, which stands
 * for a line longer than REQUEST_OCTETS_MAX; the next line gets its own.
 */
export function answerLine(line: string | null): string {
  if (line === null) {
    return JSON.stringify(
      refuse('BadRequest', `a request has at most ${REQUEST_OCTETS_MAX} octets`),
    );
  }
  let request: unknown;
  try {
    request = JSON.parse(line);
  } catch {
    return JSON.stringify(refuse('BadRequest', 'the line is not JSON'));
  }
  return JSON.stringify(answer(request));
}
