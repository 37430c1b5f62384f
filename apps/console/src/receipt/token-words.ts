/** How a token is called on the page and on paper: its place among several, and what it does. */
import type { Vend } from '../api/model.ts';

type Token = Pick<Vend['tokens'][number], 'name'>;

const NAMES: Readonly<Record<Token['name'], string>> = {
  electricity: 'Electricity',
  'free electricity': 'Free units',
  currency: 'Money for the meter',
  credit: 'Credit',
  management: 'For the engineer',
};

/** "1 of 2 · Free units": a meter takes them in this order. A single token needs no number. */
export function tokenHead(token: Token, at: number, count: number): string {
  if (count > 1) return `${at + 1} of ${count} · ${NAMES[token.name]}`;
  return token.name === 'electricity' ? 'Token for the meter' : NAMES[token.name];
}
