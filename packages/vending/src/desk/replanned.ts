/** Statements whose best plan depends on what was typed. */
import type { Statement } from '@wattvend/database/database.js';

/**
 * The statement without its name: the server plans it for the very values of each call. A prepared
 * statement gets one plan for all, which for a search is wrong either for words that everybody has
 * or for words that hardly anybody has.
 */
export function replanned(statement: Statement): Statement {
  return { ...statement, name: '' };
}
