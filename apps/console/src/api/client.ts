/**
 * The one door to the server: a typed fetch that answers with a value or with a refusal and never
 * throws words. The session is a cookie of the same origin, so there is nothing secret in here.
 */
import { createClient } from '@wattvend/client/client.js';
import { noAnswer, parseProblem, type Refusal } from './refusal.ts';

export type Answer<Value> =
  | { readonly kind: 'answer'; readonly value: Value }
  | { readonly kind: 'refusal'; readonly refusal: Refusal };

/** The typed client: `api.GET('/v1/session')` and so on, to be handed to `call`. */
export const api = createClient({ baseUrl: '/' });

interface Fetched {
  readonly data?: unknown;
  readonly error?: unknown;
  readonly response: Response;
}

/** Waits for an answer. A lost connection, a foreign body and a problem all become refusals. */
export async function call<Result extends Fetched>(
  asked: Promise<Result>,
): Promise<Answer<Exclude<Result['data'], undefined>>> {
  let result: Result;
  try {
    result = await asked;
  } catch {
    return { kind: 'refusal', refusal: noAnswer() };
  }
  const { response } = result;
  if (!response.ok) {
    const refusal = parseProblem(
      response.status,
      result.error,
      response.headers.get('retry-after'),
    );
    return { kind: 'refusal', refusal };
  }
  return { kind: 'answer', value: result.data as Exclude<Result['data'], undefined> };
}

/** Carries a refusal through code that can only fail by throwing (the query library). */
export class Refused extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.detail);
    this.name = 'Refused';
    this.refusal = refusal;
  }
}

/** For query functions: the value, or a thrown `Refused`. */
export async function fetched<Result extends Fetched>(
  asked: Promise<Result>,
): Promise<Exclude<Result['data'], undefined>> {
  const answer = await call(asked);
  if (answer.kind === 'refusal') throw new Refused(answer.refusal);
  return answer.value;
}
