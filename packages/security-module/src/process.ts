/**
 * Starting and stopping the security module as a child process. It inherits nothing: an empty
 * environment, arguments that name folder and socket only, and the unseal secret through a pipe.
 * The same pipe tells it when its parent is gone, however the parent ended.
 */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { assertSocketPath } from './server.ts';
import { encodeUnsealSecret } from './unseal-pipe.ts';
import { type UnsealSecret, unsealOctets } from './unseal-secret.ts';

// The same file from src and from dist, so that a test of the sources runs the real process.
const MAIN = fileURLToPath(new URL('../dist/main.js', import.meta.url));

/** How long the module may take to end by itself, in milliseconds, before it is killed. */
const STOP_TIME_MAX = 2000;

// More than the events and the reasons of this package ever need.
const OUTPUT_LINE_MAX = 10_000;

export interface SecurityModuleExit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

export interface SecurityModuleProcess {
  readonly pid: number;
  /** Resolves when the process has ended, for whatever reason. */
  readonly exited: Promise<SecurityModuleExit>;
  /** Lets it finish what it works on, and kills it after two seconds. */
  stop(): Promise<void>;
}

/** The module did not start. `code` is one of the codes in the package's README. */
export class SecurityModuleNotStarted extends Error {
  override readonly name: string = 'SecurityModuleNotStarted';
  readonly code: string;

  constructor(code: string, message: string) {
    super(`the security module did not start: ${message} [${code}]`);
    this.code = code;
  }
}

/**
 * Starts the module of a folder and resolves when it listens. Throws RangeError for a socket path
 * above 100 octets and a bad secret, SecurityModuleNotStarted with the module's own reason
 * otherwise. `onExit` is told of every end after that, the asked-for one included; `log` gets what
 * the module prints, line by line, none of it secret.
 */
export async function spawnSecurityModule(o: {
  readonly folder: string;
  readonly socketPath: string;
  readonly unseal: UnsealSecret;
  readonly onExit?: (exit: SecurityModuleExit) => void;
  readonly log?: (line: string) => void;
}): Promise<SecurityModuleProcess> {
  assertSocketPath(o.socketPath);
  const secret = encodeUnsealSecret(unsealOctets(o.unseal));
  const child = spawn(process.execPath, [MAIN, '--folder', o.folder, '--socket', o.socketPath], {
    env: {},
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const exited = new Promise<SecurityModuleExit>((resolve) => {
    // Unlike `exit`, `close` comes after the last line of output, which may be the reason.
    child.once('close', (code, signal) => resolve({ code, signal }));
    child.once('error', () => resolve({ code: null, signal: null }));
  });
  // When the child is already gone there is nobody to tell.
  child.stdin.on('error', () => undefined);
  child.stdin.write(secret, () => secret.fill(0));

  const stop = async (): Promise<void> => {
    child.stdin.end();
    const timer = setTimeout(() => child.kill('SIGKILL'), STOP_TIME_MAX);
    await exited;
    clearTimeout(timer);
  };
  const listening = new Promise<void>((resolve, reject) => {
    const receive = (line: string): void => {
      o.log?.(line);
      const start = startOf(line);
      if (start === 'listening') resolve();
      else if (start !== null) reject(start);
    };
    eachLine(child.stdout, receive);
    eachLine(child.stderr, (line) => o.log?.(line));
    void exited.then(({ code, signal }) => {
      reject(new SecurityModuleNotStarted('ended', `its process ended (${signal ?? code})`));
    });
  });
  try {
    await listening;
  } catch (error) {
    // Whoever tries again at once must not find the folder still taken.
    await stop();
    throw error;
  }
  const { pid } = child;
  if (pid === undefined) throw new Error('unreachable: a process that listens has an id');
  if (o.onExit !== undefined) void exited.then(o.onExit);
  return { pid, exited, stop };
}

/** What a line says of the start: nothing, that the module listens, or why it cannot. */
function startOf(line: string): 'listening' | SecurityModuleNotStarted | null {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch {
    return null;
  }
  if (typeof json !== 'object' || json === null || !('event' in json)) return null;
  if (json.event === 'listening') return 'listening';
  if (json.event !== 'failed') return null;
  const code = 'code' in json ? String(json.code) : 'unexpected';
  const message = 'message' in json ? String(json.message) : 'it gave no reason';
  return new SecurityModuleNotStarted(code, message);
}

function eachLine(stream: NodeJS.ReadableStream, take: (line: string) => void): void {
  let rest = '';
  stream.setEncoding('utf8');
  stream.on('data', (text: string) => {
    const lines = (rest + text).split('\n');
    rest = (lines.pop() ?? '').slice(0, OUTPUT_LINE_MAX);
    for (const line of lines) take(line);
  });
}
