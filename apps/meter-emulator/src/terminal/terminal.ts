/** The meter on a terminal: draws it on a screen of its own, and gives the terminal back at the end. */
import type { ReadStream, WriteStream } from 'node:tty';
import { askMeter } from '../street/ask.ts';
import type { House } from '../street/house.ts';
import { pictureOf } from '../street/picture.ts';
import type { Street } from '../street/street.ts';
import { keyDone, keysOf } from './keys.ts';
import { screenLines } from './screen.ts';

const OWN_SCREEN = '\u001b[?1049h\u001b[?25l';
const GIVEN_BACK = '\u001b[?25h\u001b[?1049l';
const HOME = '\u001b[H';
const REST_OF_LINE = '\u001b[K';
const REST_OF_SCREEN = '\u001b[J';

export interface TerminalOrder {
  readonly street: Street;
  readonly house: House;
  readonly input: ReadStream;
  readonly output: WriteStream;
  /** Said below the picture, such as the address. */
  readonly notes: readonly string[];
  readonly quit: () => void;
}

/** Gives the function that gives the terminal back; calling it again does nothing. */
export function openTerminal(order: TerminalOrder): () => void {
  const { house, input, output, street } = order;
  const draw = (): void => {
    const lines = screenLines(pictureOf(house, street.clock.speed), order.notes);
    const columns = output.columns || 80;
    const shown = lines.slice(0, Math.max(1, (output.rows || 40) - 1));
    const drawn = shown.map((line) => `${line.slice(0, columns)}${REST_OF_LINE}`).join('\r\n');
    output.write(`${HOME}${drawn}${REST_OF_SCREEN}`);
  };
  const typed = (sent: Buffer): void => {
    for (const key of keysOf(sent.toString('utf8'))) {
      const done = keyDone(key, pictureOf(house, street.clock.speed));
      if (done?.kind === 'quit') order.quit();
      else if (done !== null) askMeter(street, house, done);
    }
  };
  let isOpen = true;
  const close = (): void => {
    if (!isOpen) return;
    isOpen = false;
    street.changes.off('changed', draw);
    output.off('resize', draw);
    input.off('data', typed);
    input.setRawMode(false);
    input.pause();
    output.write(GIVEN_BACK);
  };
  // However the program ends, the terminal is as it was.
  process.once('exit', close);
  input.setRawMode(true);
  input.on('data', typed);
  output.write(OWN_SCREEN);
  output.on('resize', draw);
  street.changes.on('changed', draw);
  draw();
  return close;
}
