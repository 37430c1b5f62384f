import { EventEmitter } from 'node:events';
import { PassThrough } from 'node:stream';
import type { ReadStream, WriteStream } from 'node:tty';
import { instant } from '@wattvend/quantities/time.js';
import { describe, expect, test } from 'vitest';
import { startClock } from '../../src/emulated-clock.ts';
import { makeTestMeter } from '../../src/start/test-meters.ts';
import { openPassingStore } from '../../src/state/passing-store.ts';
import { openHouse } from '../../src/street/house.ts';
import { pictureOf } from '../../src/street/picture.ts';
import { openStreet } from '../../src/street/street.ts';
import { keyDone, keysOf } from '../../src/terminal/keys.ts';
import { screenLines } from '../../src/terminal/screen.ts';
import { openTerminal } from '../../src/terminal/terminal.ts';

const NOW = instant(1_800_000_000_000);
const ESC = '\u001b';

function openOne() {
  const { memory } = makeTestMeter(0, NOW);
  const order = {
    kept: { memory, log: [] },
    profile: { kind: 'household' },
    ...{ store: openPassingStore(memory), seed: 1, clockOffset: 0, isReturning: false },
  } as const;
  const house = openHouse(order, { at: NOW, personAt: NOW });
  const clock = startClock(NOW, 1, NOW);
  const street = openStreet({ houses: [house], clock, realClock: () => NOW, folder: null });
  return { house, street };
}

describe('the terminal', () => {
  test('shows the display in a frame of twenty-four characters', () => {
    const { house } = openOne();
    const picture = pictureOf(house, 1);
    const lines = screenLines(
      { ...picture, display: { ...picture.display, primary: 'X'.repeat(40), secondary: 'Y' } },
      [],
    );
    expect(lines).toContain(`  | ${'X'.repeat(24)} |`);
    expect(lines).toContain(`  | Y${' '.repeat(23)} |`);
  });

  test('shows no character that a terminal obeys', () => {
    const { house } = openOne();
    const picture = { ...pictureOf(house, 1), model: `${ESC}]0;x\u0007` };
    const drawn = screenLines(picture, [`${ESC}[2J`]).join('');
    expect(drawn).toMatch(/^[\x20-\x7e]+$/);
  });

  test.each([
    ['7', { kind: 'key', key: '7' }],
    ['\r', { kind: 'key', key: 'enter' }],
    ['\u007f', { kind: 'key', key: 'backspace' }],
    [ESC, { kind: 'key', key: 'clear' }],
    ['i', { kind: 'key', key: 'info' }],
    ['e', { kind: 'key', key: 'hold-enter' }],
    ['s', { kind: 'key', key: 'switch' }],
    ['t', { kind: 'sensor', sensor: 'terminal-cover', is_active: true }],
    ['c', { kind: 'sensor', sensor: 'meter-cover', is_active: true }],
    ['m', { kind: 'sensor', sensor: 'magnet', is_active: true }],
    ['p', { kind: 'power', is_on: false }],
    ['l', { kind: 'load', appliances: ['kettle'] }],
    ['q', { kind: 'quit' }],
    ['\u0003', { kind: 'quit' }],
    ['z', null],
    [`${ESC}[A`, null],
  ])('key %j does %j', (key, expected) => {
    const { house } = openOne();
    expect(keyDone(key, pictureOf(house, 1))).toEqual(expected);
  });

  test('takes an arrow as one key and an escape before a digit as two', () => {
    expect(keysOf(`1${ESC}[A2${ESC}5`)).toEqual(['1', `${ESC}[A`, '2', ESC, '5']);
  });

  test('goes through the extra loads and comes back to none', () => {
    const { house } = openOne();
    const picture = pictureOf(house, 1);
    const seen: string[][] = [];
    let appliances: string[] = [];
    for (let presses = 0; presses < 4; presses += 1) {
      const done = keyDone('l', { ...picture, load: { ...picture.load, appliances } });
      appliances = done?.kind === 'load' ? (done.appliances ?? []) : ['wrong'];
      seen.push(appliances);
    }
    expect(seen.map(({ length }) => length)).toEqual([1, 2, 4, 0]);
  });

  test('presses the keys of the meter, and gives the terminal back as it was', () => {
    const { house, street } = openOne();
    const modes: boolean[] = [];
    const input = Object.assign(new PassThrough(), {
      setRawMode: (isRaw: boolean) => void modes.push(isRaw),
    });
    let drawn = '';
    const output = Object.assign(new EventEmitter(), {
      ...{ columns: 80, rows: 50 },
      write: (text: string) => {
        drawn += text;
        return true;
      },
    });
    let quits = 0;
    const close = openTerminal({
      ...{ street, house, notes: ['http://127.0.0.1:1'] },
      input: input as unknown as ReadStream,
      output: output as unknown as WriteStream,
      quit: () => {
        quits += 1;
      },
    });
    input.emit('data', Buffer.from('12q'));
    expect(house.meter.working.keypad).toMatchObject({ kind: 'entry', digits: '12' });
    expect(quits).toBe(1);
    expect(drawn).toContain('| 12 ');
    close();
    close();
    expect(modes).toEqual([true, false]);
    expect(drawn.startsWith(`${ESC}[?1049h`)).toBe(true);
    expect(drawn.endsWith(`${ESC}[?25h${ESC}[?1049l`)).toBe(true);
    input.emit('data', Buffer.from('3'));
    expect(house.meter.working.keypad).toMatchObject({ digits: '12' });
  });
});
