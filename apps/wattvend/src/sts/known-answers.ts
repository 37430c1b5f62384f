/**
 * Files of known answers, schema sts-vectors/1: requests, and what an answer to each must contain.
 */
import { isJsonObject, type JsonObject } from './request.ts';

const SCHEMA = 'sts-vectors/1';

// No answer comes near it, and what is compared and written out level by level must end.
const EXPECT_LEVELS_MAX = 100;

export interface KnownAnswer {
  readonly id: string;
  readonly input: JsonObject;
  readonly expect: JsonObject;
}

export type ParsedKnownAnswers =
  | { readonly kind: 'known-answers'; readonly knownAnswers: readonly KnownAnswer[] }
  | { readonly kind: 'fault'; readonly detail: string };

/** Reads a file; what is wrong with it is said in words. */
export function parseKnownAnswers(content: string): ParsedKnownAnswers {
  let file: unknown;
  try {
    file = JSON.parse(content);
  } catch {
    return { kind: 'fault', detail: 'it is not JSON' };
  }
  if (!isJsonObject(file) || file['schema'] !== SCHEMA) {
    return { kind: 'fault', detail: `it does not have the schema "${SCHEMA}"` };
  }
  const vectors: unknown = file['vectors'];
  if (!Array.isArray(vectors) || vectors.length === 0) {
    return { kind: 'fault', detail: 'it has no list of vectors' };
  }
  const knownAnswers: KnownAnswer[] = [];
  for (const [index, vector] of (vectors as readonly unknown[]).entries()) {
    if (!isKnownAnswer(vector)) {
      return { kind: 'fault', detail: `vector ${index + 1} lacks an id, an input or an expect` };
    }
    if (!isWithinLevels(vector.expect, EXPECT_LEVELS_MAX)) {
      const excess = `nested more than ${EXPECT_LEVELS_MAX} levels deep`;
      return { kind: 'fault', detail: `vector ${index + 1} expects something ${excess}` };
    }
    knownAnswers.push(vector);
  }
  return { kind: 'known-answers', knownAnswers };
}

function isKnownAnswer(vector: unknown): vector is KnownAnswer & JsonObject {
  return (
    isJsonObject(vector) &&
    typeof vector['id'] === 'string' &&
    isJsonObject(vector['input']) &&
    isJsonObject(vector['expect'])
  );
}

function isWithinLevels(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return true;
  return levels > 0 && Object.values(value).every((inner) => isWithinLevels(inner, levels - 1));
}

interface Miss {
  readonly id: string;
  readonly expected: JsonObject;
  readonly got: unknown;
}

export interface KnownAnswersReport {
  readonly passed: number;
  /** Answered with NotImplemented where something else was expected. */
  readonly skipped: number;
  readonly misses: readonly Miss[];
}

/** Asks for every answer and compares. */
export function checkKnownAnswers(
  knownAnswers: readonly KnownAnswer[],
  answer: (request: unknown) => JsonObject,
): KnownAnswersReport {
  let passed = 0;
  let skipped = 0;
  const misses: Miss[] = [];
  for (const { id, input, expect } of knownAnswers) {
    const got = answer(input);
    if (contains(got, expect)) passed += 1;
    else if (got['error'] === 'NotImplemented') skipped += 1;
    else misses.push({ id, expected: expect, got });
  }
  return { passed, skipped, misses };
}

/**
 * Whether an answer has every member of what is expected, with an equal value. Members that are not
 * listed are free, and null is not checked. Lists are compared place by place.
 */
export function contains(got: unknown, expected: unknown): boolean {
  if (expected === null) return true;
  if (Array.isArray(expected)) {
    return (
      Array.isArray(got) &&
      got.length === expected.length &&
      expected.every((item, index) => contains(got[index], item))
    );
  }
  if (isJsonObject(expected)) {
    return (
      isJsonObject(got) &&
      Object.entries(expected).every(([member, value]) => contains(got[member], value))
    );
  }
  return got === expected;
}
