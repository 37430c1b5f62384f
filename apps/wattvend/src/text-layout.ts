/** Text for a terminal: wrapped to its width, safe to print, and with colour where that is wanted. */

export interface TextStyle {
  readonly bold: (text: string) => string;
  readonly warning: (text: string) => string;
}

/** Escape sequences of a terminal (ECMA-48), or nothing at all. */
export function textStyle(hasColour: boolean): TextStyle {
  if (!hasColour) return { bold: String, warning: String };
  return {
    bold: (text) => `\u001b[1m${text}\u001b[22m`,
    warning: (text) => `\u001b[31m${text}\u001b[39m`,
  };
}

/**
 * Text from outside with nothing in it that moves a cursor, changes colours or turns the direction of
 * what follows.
 */
export function printable(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/gu, '\ufffd');
}

/** Lines of at most so many characters, broken at blanks; only a longer word is cut. */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ').flatMap((one) => cut(one, width))) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line];
}

function cut(word: string, width: number): readonly string[] {
  if (word.length <= width) return [word];
  return Array.from({ length: Math.ceil(word.length / width) }, (_, piece) =>
    word.slice(piece * width, (piece + 1) * width),
  );
}

/** A label and a wrapped text beside it. */
export function besideLabel(label: string, text: string, { indent, width }: Column): string[] {
  return wrap(text, width - indent).map((line, index) =>
    index === 0 ? `${label.padEnd(indent)}${line}` : `${' '.repeat(indent)}${line}`,
  );
}

/** Where a column begins, and where the line ends. */
export interface Column {
  readonly indent: number;
  readonly width: number;
}
