/**
 * The socket: connections, frames and limits. One client that is slow, half open or hostile costs
 * itself its connection and nobody else anything; whatever is not understood ends the connection
 * with one error frame.
 */
import { lstat, mkdir, stat, unlink } from 'node:fs/promises';
import { createServer, type Server, type Socket } from 'node:net';
import { dirname } from 'node:path';
import { type AnswerMessage, answerJson } from './answers.ts';
import { isAlive, listen, SOCKET_PATH_OCTETS_MAX } from './folder-lock.ts';
import { encodeFrame, FrameDecoder } from './frame.ts';
import { parseQuestion, type Question } from './messages.ts';
import type { BatchAnswer, IssuingModule } from './module.ts';

/** Limits of one module; all stated here. */
export interface ServerLimits {
  readonly connections: number;
  /** Questions of one connection that are being worked on; beyond, it is not read from. */
  readonly underWay: number;
  /** Octets a client has not taken from us; beyond, it is cut off. */
  readonly unsentOctets: number;
  /** Milliseconds for the rest of a frame whose beginning came. */
  readonly frameTime: number;
}

export const SERVER_LIMITS: ServerLimits = {
  connections: 64,
  underWay: 64,
  unsentOctets: 8 * 1024 * 1024,
  frameTime: 10_000,
};

export class SocketFolderNotPrivate extends Error {
  override readonly name: string = 'SocketFolderNotPrivate';
}

export class SocketTaken extends Error {
  override readonly name: string = 'SocketTaken';
}

export interface ModuleServer {
  /** Accepts nothing more, finishes what is being worked on, then closes every connection. */
  close(): Promise<void>;
}

/**
 * Listens with mode 0600 in a folder that is 0700, which is made if it is missing. Throws
 * SocketFolderNotPrivate when others can enter the folder, SocketTaken when somebody listens there
 * already, RangeError for a path a socket cannot have.
 */
export async function serveModule(o: {
  readonly module: IssuingModule;
  readonly socketPath: string;
  readonly limits?: ServerLimits;
  readonly log: (event: string) => void;
}): Promise<ModuleServer> {
  assertSocketPath(o.socketPath);
  await prepareSocketPath(o.socketPath);
  const limits = o.limits ?? SERVER_LIMITS;
  const connections = new Set<Connection>();
  const server = createServer((socket) => {
    const connection = new Connection({ socket, module: o.module, limits, log: o.log });
    connections.add(connection);
    socket.once('close', () => connections.delete(connection));
  });
  server.maxConnections = limits.connections;
  await listen(server, o.socketPath);
  return { close: () => closeServer(server, connections) };
}

/** Throws RangeError for a path that is longer than a Unix socket's may be. */
export function assertSocketPath(path: string): void {
  const octets = Buffer.byteLength(path);
  if (octets > SOCKET_PATH_OCTETS_MAX) {
    throw new RangeError(
      `the path of a socket has at most ${SOCKET_PATH_OCTETS_MAX} octets, this has ${octets}; ` +
        'choose a shorter folder',
    );
  }
}

async function prepareSocketPath(path: string): Promise<void> {
  const folder = dirname(path);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const { mode } = await stat(folder);
  if ((mode & 0o077) !== 0) {
    throw new SocketFolderNotPrivate(`others can enter ${folder}; set its mode to 0700`);
  }
  const existing = await lstat(path).catch(() => null);
  if (existing === null) return;
  // A socket whose process was killed stays behind; anything else is not ours to remove.
  if (!existing.isSocket() || (await isAlive(path))) {
    throw new SocketTaken(`${path} is in use`);
  }
  await unlink(path);
}

async function closeServer(server: Server, connections: ReadonlySet<Connection>): Promise<void> {
  const closed = new Promise<void>((resolve) => {
    server.close(() => resolve());
  });
  await Promise.all([...connections].map((connection) => connection.close()));
  await closed;
}

class Connection {
  readonly #socket: Socket;
  readonly #module: IssuingModule;
  readonly #limits: ServerLimits;
  readonly #log: (event: string) => void;
  readonly #decoder = new FrameDecoder();
  readonly #underWay = new Set<Promise<void>>();
  #frameTimer: NodeJS.Timeout | null = null;
  #isClosing = false;

  constructor(o: {
    readonly socket: Socket;
    readonly module: IssuingModule;
    readonly limits: ServerLimits;
    readonly log: (event: string) => void;
  }) {
    this.#socket = o.socket;
    this.#module = o.module;
    this.#limits = o.limits;
    this.#log = o.log;
    o.socket.on('data', (chunk) => this.#receive(chunk));
    o.socket.on('error', () => o.socket.destroy());
    o.socket.on('close', () => this.#watchFrame(false));
  }

  /** Answers what is being worked on and ends the connection. */
  async close(): Promise<void> {
    this.#isClosing = true;
    this.#socket.pause();
    await Promise.all(this.#underWay);
    // Gives what was written a chance to leave; a client that does not take it is not waited for.
    this.#socket.destroySoon();
  }

  #receive(chunk: Buffer): void {
    if (this.#isClosing) return;
    for (const frame of this.#decoder.push(chunk)) {
      if (frame.kind === 'fault') {
        this.#reject(null, frame.fault);
        return;
      }
      const parsed = parseQuestion(frame.message);
      if (parsed.kind === 'fault') {
        this.#reject(parsed.id, parsed.detail);
        if (parsed.id === null) return;
        continue;
      }
      this.#work(parsed.question);
    }
    this.#watchFrame(this.#decoder.isMidFrame);
    if (this.#underWay.size >= this.#limits.underWay) this.#socket.pause();
  }

  /** Without an id the client cannot tell which question was meant, and the connection ends. */
  #reject(id: number | null, detail: string): void {
    this.#log('message_malformed');
    this.#send({ kind: 'error', id, code: 'message_malformed', detail });
    if (id !== null) return;
    this.#isClosing = true;
    this.#socket.end(() => this.#socket.destroy());
  }

  /** A frame that was begun must end in time; each question is small, so this is generous. */
  #watchFrame(isMidFrame: boolean): void {
    if (!isMidFrame) {
      if (this.#frameTimer !== null) clearTimeout(this.#frameTimer);
      this.#frameTimer = null;
      return;
    }
    this.#frameTimer ??= setTimeout(() => {
      this.#log('frame_too_slow');
      this.#socket.destroy();
    }, this.#limits.frameTime).unref();
  }

  #work(question: Question): void {
    const work = this.#answer(question)
      .then((message) => this.#send(message))
      .finally(() => {
        this.#underWay.delete(work);
        if (!this.#isClosing) this.#socket.resume();
      });
    this.#underWay.add(work);
  }

  async #answer(question: Question): Promise<AnswerMessage> {
    const { id } = question;
    try {
      switch (question.ask) {
        case 'issue': {
          const answer = await this.#module.issue(question);
          return orError(id, answer, (answers) => ({ kind: 'issue', id, answers }));
        }
        case 'verify': {
          const answer = this.#module.verify(question);
          return orError(id, answer, (opened) => ({ kind: 'verify', id, answer: opened }));
        }
        case 'report':
          return { kind: 'report', id, report: this.#module.report() };
      }
    } catch {
      // A bug here must not take the other clients along; what was thrown is not shown to anybody.
      this.#log('question_failed');
      return {
        kind: 'error',
        id,
        code: 'unavailable',
        detail: 'the module failed on this question',
      };
    }
  }

  #send(message: AnswerMessage): void {
    if (this.#socket.destroyed || !this.#socket.writable) return;
    this.#socket.write(encodeFrame(answerJson(message)));
    if (this.#socket.writableLength > this.#limits.unsentOctets) {
      this.#log('client_does_not_read');
      this.#socket.destroy();
    }
  }
}

function orError<Answer>(
  id: number,
  answer: BatchAnswer<Answer>,
  message: (answer: Answer) => AnswerMessage,
): AnswerMessage {
  switch (answer.kind) {
    case 'answer':
      return message(answer.answer);
    case 'refused':
      return { kind: 'error', id, code: answer.code, detail: answer.detail };
    case 'unavailable':
      return { kind: 'error', id, code: 'unavailable', detail: answer.detail };
  }
}
