/**
 * Lines of a stream, each with a limit. A reader that waits for the end of a line keeps all of it in
 * memory; a line that does not end would otherwise fill the machine.
 */

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/**
 * The lines that each piece of the stream completes, so that what belongs together is answered at
 * once and nobody waits for a later piece. A line longer than the limit is null; its octets are
 * dropped as they come. The last line need not end.
 */
export async function* linesOf(
  pieces: AsyncIterable<Uint8Array>,
  octetsMax: number,
): AsyncGenerator<readonly (string | null)[]> {
  const line = new LineBuffer(octetsMax);
  for await (const piece of pieces) {
    const lines: (string | null)[] = [];
    let start = 0;
    for (;;) {
      const end = piece.indexOf(LINE_FEED, start);
      line.append(piece.subarray(start, end === -1 ? piece.length : end));
      if (end === -1) break;
      lines.push(line.take());
      start = end + 1;
    }
    if (lines.length > 0) yield lines;
  }
  if (!line.isEmpty()) yield [line.take()];
}

/**
 * The whole stream as one text, or null when it is longer than the limit. What is longer may never
 * end, so the stream is closed there, which leaving the loop does.
 */
export async function textOf(
  pieces: AsyncIterable<Uint8Array>,
  octetsMax: number,
): Promise<string | null> {
  const whole = new LineBuffer(octetsMax);
  for await (const piece of pieces) {
    whole.append(piece);
    if (whole.isTooLong()) return null;
  }
  return whole.take();
}

class LineBuffer {
  readonly #octetsMax: number;
  #pieces: Uint8Array[] = [];
  #octets = 0;

  constructor(octetsMax: number) {
    this.#octetsMax = octetsMax;
  }

  append(piece: Uint8Array): void {
    this.#octets += piece.length;
    if (this.isTooLong()) this.#pieces = [];
    else if (piece.length > 0) this.#pieces.push(piece);
  }

  isEmpty(): boolean {
    return this.#octets === 0;
  }

  isTooLong(): boolean {
    return this.#octets > this.#octetsMax;
  }

  take(): string | null {
    const octets = this.isTooLong() ? null : Buffer.concat(this.#pieces);
    this.#pieces = [];
    this.#octets = 0;
    if (octets === null) return null;
    return octets.toString('utf8', 0, octets.length - (octets.at(-1) === CARRIAGE_RETURN ? 1 : 0));
  }
}
