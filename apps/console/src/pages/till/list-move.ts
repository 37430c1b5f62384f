/** Moving through a list by the keyboard: past either end one comes in at the other. */
export type ListMove = 'next' | 'previous' | 'first' | 'last';

/** The new place in a list of this length; 0 when the list is empty. */
export function moveIn(active: number, move: ListMove, length: number): number {
  if (length === 0) return 0;
  switch (move) {
    case 'next':
      return (active + 1) % length;
    case 'previous':
      return (active + length - 1) % length;
    case 'first':
      return 0;
    case 'last':
      return length - 1;
  }
}
