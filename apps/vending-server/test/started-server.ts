/** The real program, started as a person starts it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../dist/main.js', import.meta.url));
const START_MS = 30_000;

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  /** What it had written on both outputs. */
  readonly output: string;
}

export interface StartedServer {
  readonly child: ChildProcess;
  readonly address: string;
  /** Of the demo link; empty outside demo mode. */
  readonly linkSecret: string;
  readonly ended: Promise<Ended>;
  output(): string;
  /** Sends a signal and waits for the end. */
  end(signal: NodeJS.Signals): Promise<Ended>;
}

function run(options: readonly string[], environment: Readonly<Record<string, string>> = {}) {
  const child = spawn(process.execPath, [MAIN, '--no-open', ...options], {
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], ...environment },
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

/** Starts and waits until the address is printed. Throws with the output when it ends before. */
export async function startServer(
  options: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<StartedServer> {
  const { child, ended, output } = run(options, environment);
  let isOver = false;
  void ended.then(() => {
    isOver = true;
  });
  for (let waited = 0; waited < START_MS && !isOver; waited += 20) {
    const [, address] = /Address +(http\S+)[\s\S]*Stop +Ctrl-C/.exec(output()) ?? [];
    if (address !== undefined) {
      const [, linkSecret = ''] = /#demo=(\S+)/.exec(output()) ?? [];
      const end = (signal: NodeJS.Signals): Promise<Ended> => {
        child.kill(signal);
        return ended;
      };
      return { child, address, linkSecret, ended, output, end };
    }
    await sleep(20);
  }
  child.kill('SIGKILL');
  throw new Error(`the server did not start:\n${output()}`);
}

/** Starts what is expected to end by itself. */
export function startAndEnd(options: readonly string[]): Promise<Ended> {
  return run(options).ended;
}

export interface LivingProcess {
  readonly pid: number;
  readonly words: string;
}

/** All living processes that name this folder, work in it or have a file of it open. */
export function processesOf(folder: string): readonly LivingProcess[] {
  const numbers = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return numbers.flatMap((name) => {
    const words = unlessGone('', () => readFileSync(`/proc/${name}/cmdline`, 'utf8'));
    const files = unlessGone<readonly string[]>([], () => readdirSync(`/proc/${name}/fd`));
    const links = ['cwd', ...files.map((file) => `fd/${file}`)].map((link) =>
      unlessGone('', () => readlinkSync(`/proc/${name}/${link}`)),
    );
    const isOfFolder = [words, ...links].some((text) => text.includes(folder));
    return isOfFolder ? [{ pid: Number(name), words: words.replaceAll('\0', ' ') }] : [];
  });
}

/** Ends what a test may have left of a folder. A process may end by itself in the meantime. */
export function killProcessesOf(folder: string): void {
  for (const { pid } of processesOf(folder)) {
    unlessGone(false, () => process.kill(pid, 'SIGKILL'));
  }
}

/** A process may end while it is looked at, and others' processes may not be looked into. */
function unlessGone<Result>(otherwise: Result, look: () => Result): Result {
  try {
    return look();
  } catch {
    return otherwise;
  }
}
