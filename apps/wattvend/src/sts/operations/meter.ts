/** The operation `meter`: tokens keyed into a meter, one after the other. */
import { applyWrite, type MeterMemory } from '@wattvend/meter/memory.js';
import { applyToken } from '@wattvend/meter/token-entry.js';
import type { TokenResult } from '@wattvend/meter/token-result.js';
import { type Instant, instant } from '@wattvend/quantities/time.js';
import type { EncryptionAlgorithm } from '@wattvend/sts/decoder-key.js';
import {
  type Answer,
  isJsonObject,
  isRefusal,
  type JsonObject,
  type Refusal,
  readList,
  readObject,
  readText,
  refuse,
} from '../request.ts';
import { describeMeter, readMeter } from './meter-description.ts';

// What takes at most about a second, even when each event is a section of a key change, for which
// the meter decrypts again the sections it kept.
const EVENTS_MAX: Readonly<Record<EncryptionAlgorithm, number>> = {
  '07': 20_000,
  '09': 20_000,
  '11': 20_000,
  '61': 20_000,
  '62': 2000,
};

const MILLISECONDS_PER_SECOND = 1000;
// Some thirty years; nothing a meter remembers lasts longer.
const SECONDS_MAX = 1e9;

export function answerMeter(request: JsonObject): Answer {
  const description = readObject(request, 'meter');
  if (isRefusal(description)) return description;
  if (request['tables'] !== undefined && request['tables'] !== 'operational') {
    return refuse('BadRequest', 'meters have the operational tables');
  }
  const events = readList(request, 'events');
  if (isRefusal(events)) return events;
  const manufactured = readMeter(description);
  if (isRefusal(manufactured)) return manufactured;
  const eventsMax = EVENTS_MAX[manufactured.encryptionAlgorithm];
  if (events.length > eventsMax) return refuse('BadRequest', `"events" are at most ${eventsMax}`);
  const results: { readonly result: TokenResult }[] = [];
  let memory: MeterMemory = manufactured;
  for (const event of events) {
    if (!isJsonObject(event)) return refuse('BadRequest', 'each of "events" must be an object');
    const typed = readText(event, 'token');
    if (isRefusal(typed)) return typed;
    const now = readTime(event);
    if (isRefusal(now)) return now;
    const outcome = applyToken(memory, typed, { now });
    memory = outcome.writes.reduce(applyWrite, memory);
    results.push({ result: outcome.result });
  }
  return { ok: true, results, state: describeMeter(memory) };
}

/** "at", seconds since the first event. */
function readTime(event: JsonObject): Instant | Refusal {
  const { at = 0 } = event;
  if (typeof at !== 'number' || !(at >= 0 && at <= SECONDS_MAX)) {
    return refuse('BadRequest', `"at" must be a number of seconds, 0 to ${SECONDS_MAX}`);
  }
  return instant(Math.round(at * MILLISECONDS_PER_SECOND));
}
