/** The WebSocket of a real program. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { creditTokenAt, decoderKeyOf, meterNumberOf } from '../test-tokens.ts';
import { nextNoon, type StartedEmulator, startEmulator } from './started-emulator.ts';

const ALLOWED = 'http://127.0.0.1:8080';
let emulator: StartedEmulator;
let number: string;

beforeAll(async () => {
  emulator = await startEmulator([
    ...['--test-meters', '1', '--profile', 'constant:0', '--allow-origin', ALLOWED],
  ]);
  number = emulator.testKeys.map(meterNumberOf)[0] ?? '';
});

afterAll(async () => {
  await emulator?.end('SIGTERM');
});

interface Message {
  // biome-ignore lint/suspicious/noExplicitAny: a test looks at what it expects there.
  readonly [member: string]: any;
}

function open(path = `/v1/meters/${number}/live`, headers: Record<string, string> = {}) {
  const socket = new WebSocket(`ws://127.0.0.1:${emulator.port}${path}`, { headers });
  const messages: { readonly at: number; readonly message: Message; readonly text: string }[] = [];
  socket.on('message', (data) => {
    const text = String(data);
    messages.push({ at: performance.now(), message: JSON.parse(text) as Message, text });
  });
  const opened = new Promise<number>((resolve) => {
    socket.once('open', () => resolve(101));
    socket.once('unexpected-response', (_, { statusCode }) => resolve(statusCode ?? 0));
    socket.once('error', () => resolve(0));
  });
  const pictures = (): readonly Message[] =>
    messages.flatMap(({ message }) => (message['kind'] === 'picture' ? [message['picture']] : []));
  const answer = (id: string): Message | undefined =>
    messages.map(({ message }) => message).find((message) => message['id'] === id);
  return { socket, messages, opened, pictures, answer };
}

test.each([
  ['a program', {}, 101],
  ['the page that was allowed', { origin: ALLOWED }, 101],
  ['a page of another site', { origin: 'http://evil.example' }, 403],
  ['a sandboxed page', { origin: 'null' }, 403],
  ['a name that is not ours', { host: 'evil.example' }, 421],
])('%s: %j', async (_, headers, expected) => {
  const { opened, socket } = open(undefined, headers);
  expect(await opened).toBe(expected);
  socket.terminate();
});

test('no meter, no line', async () => {
  const { opened } = open('/v1/meters/00000000000/live');
  expect(await opened).toBe(404);
});

test('a picture at once, another at each change, and answers with their ids', async () => {
  const { answer, opened, pictures, socket } = open();
  await opened;
  await expect.poll(() => pictures().length).toBeGreaterThan(0);
  expect(pictures()[0]).toMatchObject({ meter_number: number, condition: 'ready' });
  socket.send(JSON.stringify({ kind: 'key', key: '4', id: 'a' }));
  await expect.poll(() => answer('a')).toMatchObject({ kind: 'answer', answer: { kind: 'done' } });
  await expect.poll(() => pictures().at(-1)?.['display'].entry_groups).toEqual(['4']);
  socket.send(JSON.stringify({ kind: 'key', key: 'clear' }));
  const [key] = emulator.testKeys;
  if (key === undefined) throw new Error('no test meter was told');
  const token = creditTokenAt(key, { from: nextNoon(), minute: 1 }, 10);
  socket.send(JSON.stringify({ kind: 'token', token, carrier: 'remote', id: 'b' }));
  await expect.poll(() => answer('b')?.['answer']).toMatchObject({ result: 'Accept' });
  await expect.poll(() => pictures().at(-1)?.['credit'][0].credit).toBe('1000');
  socket.send(JSON.stringify({ kind: 'command', body: { command: 'disconnect' }, id: 'c' }));
  await expect.poll(() => answer('c')?.['answer']).toMatchObject({ outcome: 'done' });
  await expect.poll(() => pictures().at(-1)?.['supply'].reason).toBe('remote');
  socket.terminate();
});

test('what is no request is said to be none, and the line stays open', async () => {
  const { answer, messages, opened, socket } = open();
  await opened;
  socket.send('{');
  socket.send(Buffer.from([0, 1, 2]), { binary: true });
  const notJson = () => messages.filter(({ text }) => text.includes('request_not_json')).length;
  await expect.poll(notJson).toBe(2);
  const wrong: object[] = [
    { kind: 'key', key: 'x' },
    { kind: 'memory' },
    { kind: 'command', body: { command: 'x' } },
    { kind: 'load', watts: 0.5 },
    { kind: 'load', phase_watts: [1, 2] },
    { kind: 'power', is_on: true, more: 1 },
  ];
  for (const [index, message] of wrong.entries()) {
    socket.send(JSON.stringify({ ...message, id: `w${index}` }));
    await expect
      .poll(() => answer(`w${index}`))
      .toMatchObject({ kind: 'problem', problem: { code: 'request_invalid' } });
  }
  socket.terminate();
});

test('a message that is a book ends the line', async () => {
  const { opened, socket } = open();
  await opened;
  const closed = new Promise<number>((resolve) => socket.once('close', resolve));
  socket.send(JSON.stringify({ kind: 'token', token: '1'.repeat(70_000) }));
  // 1009: message too big.
  expect(await closed).toBe(1009);
});

test('at most ten pictures a second, whatever happens', async () => {
  const { answer, messages, opened, socket } = open();
  await opened;
  for (let round = 0; round < 300; round += 1) {
    socket.send(JSON.stringify({ kind: 'load', watts: round, id: `r${round}` }));
  }
  await expect.poll(() => answer('r299')).toBeDefined();
  await expect.poll(() => messages.at(-1)?.message['picture']?.load.phase_watts).toEqual([299]);
  const pictures = messages.filter(({ message }) => message['kind'] === 'picture');
  const span = (messages.at(-1)?.at ?? 0) - (messages[0]?.at ?? 0);
  expect(pictures.length).toBeLessThanOrEqual(span / 100 + 2);
  socket.terminate();
});

test('no message holds a decoder key', async () => {
  const { messages, opened, pictures, socket } = open();
  await opened;
  await expect.poll(() => pictures().length).toBeGreaterThan(0);
  const told = messages.map(({ text }) => text.toLowerCase()).join('\n');
  for (const key of emulator.testKeys) {
    const hex = decoderKeyOf(key).use((octets) => Buffer.from(octets).toString('hex'));
    expect(told.includes(hex)).toBe(false);
  }
  socket.terminate();
});
