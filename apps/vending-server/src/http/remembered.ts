/** An answer that is dear to get and may be a little old: asked for once, given to all who ask. */
import type { Instant } from '@wattvend/quantities/time.js';

export function remembered<Answer>(
  freshMs: number,
  clock: () => Instant,
  ask: () => Promise<Answer>,
): () => Promise<Answer> {
  let last: { readonly until: number; readonly answer: Promise<Answer> } | null = null;
  return () => {
    const now = clock();
    // A clock set back must not keep an old answer alive.
    if (last !== null && now < last.until && last.until - now <= freshMs) return last.answer;
    const asked = { until: now + freshMs, answer: ask() };
    last = asked;
    asked.answer.catch(() => {
      if (last === asked) last = null;
    });
    return asked.answer;
  };
}
