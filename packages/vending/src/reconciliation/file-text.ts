/** The octets of a file as text, a piece at a time. */
import { TextDecoder } from 'node:util';

// Small enough that other requests get their turn between two pieces.
const PIECE_OCTETS = 65_536;

/** The octets are not text of the encoding that the source is said to have. */
export class UndecodableText extends Error {
  override readonly name = 'UndecodableText';
  readonly line: number;

  constructor(encoding: string, line: number) {
    super(`text in ${encoding}`);
    this.line = line;
  }
}

/** Without a byte order mark. Throws UndecodableText, which says on which line. */
export function* decodedText(
  octets: Uint8Array,
  encoding: 'utf-8' | 'windows-1252',
): Generator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  let line = 1;
  for (let at = 0; at < octets.length; at += PIECE_OCTETS) {
    const piece = octets.subarray(at, at + PIECE_OCTETS);
    const text = decodedPiece(decoder, piece, at + PIECE_OCTETS < octets.length);
    if (text === null) throw new UndecodableText(encoding, line + linesBeforeFault(piece));
    line += countLines(text);
    if (text !== '') yield text;
  }
}

function decodedPiece(decoder: TextDecoder, piece: Uint8Array, stream: boolean): string | null {
  try {
    return decoder.decode(piece, { stream });
  } catch {
    return null;
  }
}

function linesBeforeFault(piece: Uint8Array): number {
  const text = new TextDecoder().decode(piece);
  return countLines(text.slice(0, Math.max(0, text.indexOf('\ufffd'))));
}

function countLines(text: string): number {
  let lines = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines += 1;
  return lines;
}
