/** The real program, started as a person starts it, on a port of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { TestKeyDescription } from '../../src/start/test-meters.ts';
import type { MeterPicture } from '../../src/street/picture-schema.ts';

const MAIN = fileURLToPath(new URL('../../dist/main.js', import.meta.url));
const START_MS = 30_000;

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  /** What it had written on both outputs. */
  readonly output: string;
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: a test looks at what it expects there.
  readonly json: any;
}

export interface StartedEmulator {
  readonly child: ChildProcess;
  readonly address: string;
  readonly port: number;
  readonly testKeys: readonly TestKeyDescription[];
  readonly ended: Promise<Ended>;
  output(): string;
  end(signal: NodeJS.Signals): Promise<Ended>;
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Answer>;
  post(path: string, body: unknown, headers?: Readonly<Record<string, string>>): Promise<Answer>;
  picture(meterNumber: string): Promise<MeterPicture>;
}

function run(options: readonly string[], blocksMax: number | null) {
  const args = [MAIN, '--port', '0', ...options];
  // A limit on the size of files is a disk that is full for whatever lies beyond it.
  const child =
    blocksMax === null
      ? spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] })
      : spawn('sh', ['-c', `ulimit -f ${blocksMax}; exec "$0" "$@"`, process.execPath, ...args], {
          stdio: ['ignore', 'pipe', 'pipe'],
        });
  let output = '';
  const collect = (bytes: Buffer): void => {
    output += bytes.toString();
  };
  child.stdout.on('data', collect);
  child.stderr.on('data', collect);
  const ended = new Promise<Ended>((resolve) => {
    child.once('close', (code, signal) => resolve({ code, signal, output }));
  });
  return { child, ended, output: () => output };
}

/** Starts what is expected to end by itself. */
export function startAndEnd(options: readonly string[]): Promise<Ended> {
  return run(options, null).ended;
}

/** Starts and waits until it listens. Throws with the output when it ends before. */
export async function startEmulator(
  options: readonly string[],
  { blocksMax = null }: { readonly blocksMax?: number | null } = {},
): Promise<StartedEmulator> {
  const { child, ended, output } = run(options, blocksMax);
  let isOver = false;
  void ended.then(() => {
    isOver = true;
  });
  for (let waited = 0; waited < START_MS && !isOver; waited += 20) {
    const lines = linesOf(output());
    const listening = lines.find(({ event }) => event === 'listening');
    if (listening !== undefined) {
      const testKeys = lines.filter(({ event }) => event === 'test-meter');
      return emulator(
        { child, ended, output },
        String(listening['address']),
        testKeys as unknown as readonly TestKeyDescription[],
      );
    }
    await sleep(20);
  }
  child.kill('SIGKILL');
  throw new Error(`the emulator did not start:\n${output()}`);
}

/** The whole lines so far that are JSON. */
function linesOf(output: string): readonly Readonly<Record<string, unknown>>[] {
  return output
    .slice(0, output.lastIndexOf('\n') + 1)
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>);
}

function emulator(
  { child, ended, output }: Pick<StartedEmulator, 'child' | 'ended' | 'output'>,
  address: string,
  testKeys: readonly TestKeyDescription[],
): StartedEmulator {
  const port = Number(new URL(address).port);
  const ask = (method: string, path: string, headers: object, body?: string): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const asked = request(
        { host: '127.0.0.1', port, method, path, headers: { ...headers }, agent: false },
        (answer) => {
          let text = '';
          answer.on('data', (bytes: Buffer) => {
            text += bytes.toString();
          });
          answer.once('error', reject);
          answer.once('end', () => {
            const isJson = /json/.test(answer.headers['content-type'] ?? '');
            const json: unknown = isJson ? JSON.parse(text) : null;
            resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text, json });
          });
        },
      );
      asked.once('error', reject);
      asked.end(body);
    });
  return {
    ...{ child, address, port, testKeys, ended, output },
    end: (signal) => {
      child.kill(signal);
      return ended;
    },
    get: (path, headers = {}) => ask('GET', path, headers),
    post: (path, body, headers = {}) => {
      const text = typeof body === 'string' ? body : JSON.stringify(body);
      const length = { 'content-length': String(Buffer.byteLength(text)) };
      return ask('POST', path, { 'content-type': 'application/json', ...length, ...headers }, text);
    },
    picture: async (meterNumber) => {
      const { json } = await ask('GET', `/v1/meters/${meterNumber}`, {});
      return json as MeterPicture;
    },
  };
}

/** The next noon, which is hours away from the reserved minute of any day. */
export function nextNoon(): number {
  const day = 24 * 3_600_000;
  return Math.ceil(Date.now() / day) * day + day / 2;
}
