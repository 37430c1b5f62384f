/**
 * Tables that stay as they are. A token is made from them, so what a stray assignment somewhere in a
 * program did to a table it would do to every token after it.
 */

/** Freezes a table with all that is in it, and returns it. */
export function frozen<Table extends object>(table: Table): Table {
  for (const part of Object.values(table)) {
    if (typeof part === 'object' && part !== null && !Object.isFrozen(part)) frozen(part);
  }
  return Object.freeze(table);
}
