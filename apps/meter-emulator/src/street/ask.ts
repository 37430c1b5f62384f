/** A request to a meter of a street, with what the street itself must do for it. */
import type { House } from './house.ts';
import type { MeterAnswer, MeterRequest } from './request-schema.ts';
import { performRequest } from './requests.ts';
import { momentOf, reserveTime, type Street, told } from './street.ts';

/** When it answers, all that must be kept is kept. */
export function askMeter(street: Street, house: House, asked: MeterRequest): MeterAnswer {
  const answer = performRequest(house, asked, momentOf(street));
  told(street, house);
  if (asked.kind !== 'clock' || answer.kind !== 'done') return answer;
  try {
    reserveTime(street, { isForced: true });
    return answer;
  } catch {
    return { kind: 'not-ready' };
  }
}
