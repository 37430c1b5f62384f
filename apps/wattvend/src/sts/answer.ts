/** One request in, one answer out: the known-answer language (vectors/sts-known-answers.json). */
import { answerAmount } from './operations/amount.ts';
import { answerBlock } from './operations/block.ts';
import { answerCrc } from './operations/crc.ts';
import { answerKey } from './operations/key.ts';
import { answerKeyExpiry } from './operations/key-expiry.ts';
import { answerMeter } from './operations/meter.ts';
import { answerMakePan, answerPan } from './operations/meter-pan.ts';
import { answerDecode, answerEncode } from './operations/token.ts';
import { answerTid, answerTidSequence } from './operations/token-identifier.ts';
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
  ['meter', answerMeter],
  ['keyChange', () => refuse('NotImplemented', 'key change tokens are not built yet')],
]);

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
    if (error instanceof RangeError) return refuse('BadRequest', error.message);
    throw error;
  }
}

/** Answers a line of text. A line that is not JSON gets an answer too, and the next one its own. */
export function answerLine(line: string): string {
  let request: unknown;
  try {
    request = JSON.parse(line);
  } catch {
    return JSON.stringify(refuse('BadRequest', 'the line is not JSON'));
  }
  return JSON.stringify(answer(request));
}
