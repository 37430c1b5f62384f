/** Reads one file of our own vectors. */
import { readFileSync } from 'node:fs';

interface Case {
  readonly id: number;
  readonly comment: string;
  readonly result: 'valid' | 'invalid';
}

interface VectorFile<One> {
  readonly cases: readonly (One & Case)[];
}

const FOLDER = new URL('../../../vectors/', import.meta.url);

export interface Cases<Valid, Invalid> {
  readonly valid: readonly (Valid & Case)[];
  readonly invalid: readonly (Invalid & Case)[];
}

/** The cases of a file, by what must come of them. A file without cases would test nothing. */
export function casesOf<Valid, Invalid = never>(file: string): Cases<Valid, Invalid> {
  const text = readFileSync(new URL(file, FOLDER), 'utf8');
  const { cases } = JSON.parse(text) as VectorFile<Valid | Invalid>;
  if (cases.length === 0) throw new Error(`${file} has no cases`);
  return {
    valid: cases.filter((one) => one.result === 'valid') as readonly (Valid & Case)[],
    invalid: cases.filter((one) => one.result === 'invalid') as readonly (Invalid & Case)[],
  };
}
