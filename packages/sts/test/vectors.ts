/** Reads one file of our own vectors, in Node and in a browser alike. */

interface Case {
  readonly id: number;
  readonly comment: string;
  readonly result: 'valid' | 'invalid';
}

interface VectorFile<One> {
  readonly cases: readonly (One & Case)[];
}

const FOLDER = '../../../vectors/';

/** Every file of the folder by its path from here; the test runner puts them in. */
const FILES = import.meta.glob('../../../vectors/*.json', { eager: true, import: 'default' });

export interface Cases<Valid, Invalid> {
  readonly valid: readonly (Valid & Case)[];
  readonly invalid: readonly (Invalid & Case)[];
}

/** The cases of a file, by what must come of them. A file without cases would test nothing. */
export function casesOf<Valid, Invalid = never>(file: string): Cases<Valid, Invalid> {
  const { cases } = vectorFile(file) as VectorFile<Valid | Invalid>;
  if (cases.length === 0) throw new Error(`${file} has no cases`);
  return {
    valid: cases.filter((one) => one.result === 'valid') as readonly (Valid & Case)[],
    invalid: cases.filter((one) => one.result === 'invalid') as readonly (Invalid & Case)[],
  };
}

/** Every file of the folder, the schema among them, in the order of their names. */
export function vectorFileNames(): readonly string[] {
  return Object.keys(FILES)
    .map((path) => path.slice(FOLDER.length))
    .sort();
}

/** A file as it stands in the folder. */
export function vectorFile(file: string): unknown {
  const content = FILES[`${FOLDER}${file}`];
  if (content === undefined) throw new Error(`there is no vectors/${file}`);
  return content;
}
