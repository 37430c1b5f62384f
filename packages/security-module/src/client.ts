/**
 * The vending service's end of the socket. It signs what it asks, keeps several questions under way
 * on one connection, connects when first asked and again after a loss, and believes an answer only
 * when it matches its question. All that goes wrong on the way is SecurityModuleUnavailable: the
 * outcome is unknown and the same requests may be asked again.
 */
import type { KeyObject } from 'node:crypto';
import { connect, type Socket } from 'node:net';
import { type Instant, type Milliseconds, milliseconds } from '@wattvend/quantities/time.js';
import { type AnswerMessage, parseAnswer } from './answers.ts';
import { authorise, canonicalIssueBatch, canonicalVerification } from './authorisation.ts';
import { canonicalIssueRequest } from './canonical-request.ts';
import { encodeFrame, FrameDecoder } from './frame.ts';
import { MESSAGE_ID_MAX, type Question, questionJson } from './messages.ts';
import {
  BATCH_REQUESTS_MAX,
  type IssueAnswer,
  type IssueRequest,
  type SecurityModule,
  SecurityModuleRefusal,
  SecurityModuleUnavailable,
} from './security-module.ts';

const TIMEOUT_DEFAULT: Milliseconds = milliseconds(5000);

/** A question without the number it gets when it is sent. */
type Unnumbered = Question extends infer Each
  ? Each extends unknown
    ? Omit<Each, 'id'>
    : never
  : never;

/**
 * Nothing is connected yet; the first question does it. `signingKey` is the Ed25519 private key
 * whose public half was sealed into the module; `clock` dates the signatures; `timeout` bounds each
 * question, connecting included, 5 s unless told.
 */
export function connectSecurityModule(o: {
  readonly socketPath: string;
  readonly signingKey: KeyObject;
  readonly clock: () => Instant;
  readonly timeout?: Milliseconds;
}): SecurityModule {
  const line = new Line({ socketPath: o.socketPath, timeout: o.timeout ?? TIMEOUT_DEFAULT });
  return {
    issue: async (requests) => {
      if (requests.length < 1 || requests.length > BATCH_REQUESTS_MAX) {
        throw new RangeError(
          `a batch has 1 to ${BATCH_REQUESTS_MAX} requests, got ${requests.length}`,
        );
      }
      const canonicalRequests = requests.map(canonicalIssueRequest);
      const authorisation = authorise({
        signingKey: o.signingKey,
        now: o.clock(),
        canonical: (span) => canonicalIssueBatch({ ...span, canonicalRequests }),
      });
      const message = await line.ask({ ask: 'issue', authorisation, requests });
      if (message.kind !== 'issue') throw line.lose('the answer is not one to an issue');
      return matched(requests, message.answers) ?? Promise.reject(line.lose(MISMATCH));
    },
    verify: async (request) => {
      const authorisation = authorise({
        signingKey: o.signingKey,
        now: o.clock(),
        canonical: (span) => canonicalVerification({ ...span, request }),
      });
      const message = await line.ask({ ask: 'verify', authorisation, request });
      if (message.kind !== 'verify') throw line.lose('the answer is not one to a verification');
      return message.answer;
    },
    report: async () => {
      const message = await line.ask({ ask: 'report' });
      if (message.kind !== 'report') throw line.lose('the answer is not a report');
      return message.report;
    },
    close: () => line.close(),
  };
}

const MISMATCH = 'the answers do not match the requests';

/** The answers under the callers' own spelling of their vend ids, or null if they do not match. */
function matched(
  requests: readonly IssueRequest[],
  answers: readonly IssueAnswer[],
): readonly IssueAnswer[] | null {
  if (answers.length !== requests.length) return null;
  const result: IssueAnswer[] = [];
  for (const [place, request] of requests.entries()) {
    const answer = answers[place];
    if (answer?.vendId.toLowerCase() !== request.vendId.toLowerCase()) return null;
    if (answer.position !== request.position) return null;
    if (answer.kind === 'issued' && answer.sequence < 1n) return null;
    result.push({ ...answer, vendId: request.vendId });
  }
  return result;
}

interface Waiting {
  readonly resolve: (message: Exclude<AnswerMessage, { kind: 'error' }>) => void;
  readonly reject: (error: Error) => void;
  readonly timer: NodeJS.Timeout;
}

interface Connection {
  readonly socket: Socket;
  readonly waiting: Map<number, Waiting>;
  /** How many messages came; tells a module that is slow from a connection that is dead. */
  heard: number;
}

/** The connection as it comes and goes. */
class Line {
  readonly #socketPath: string;
  readonly #timeout: Milliseconds;
  #connection: Connection | null = null;
  #lastId = 0;
  #isClosed = false;

  constructor(o: { readonly socketPath: string; readonly timeout: Milliseconds }) {
    this.#socketPath = o.socketPath;
    this.#timeout = o.timeout;
  }

  /** The answer to one question; rejects with one of the two errors of the port. */
  ask(question: Unnumbered): Promise<Exclude<AnswerMessage, { kind: 'error' }>> {
    if (this.#isClosed) return Promise.reject(unavailable('the client was closed'));
    const connection = this.#connection ?? this.#connect();
    this.#lastId = (this.#lastId % MESSAGE_ID_MAX) + 1;
    const id = this.#lastId;
    const frame = encodeFrame(questionJson({ ...question, id }));
    return new Promise((resolve, reject) => {
      const heardBefore = connection.heard;
      const timer = setTimeout(() => {
        connection.waiting.delete(id);
        reject(unavailable('no answer in time'));
        if (connection.heard === heardBefore) this.#drop(connection, 'the connection is dead');
      }, this.#timeout);
      connection.waiting.set(id, { resolve, reject, timer });
      connection.socket.write(frame);
    });
  }

  /** Gives the connection up after an answer that cannot be right, and says so. */
  lose(reason: string): SecurityModuleUnavailable {
    if (this.#connection !== null) this.#drop(this.#connection, reason);
    return unavailable(reason);
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    const connection = this.#connection;
    if (connection === null) return;
    const closed = new Promise<void>((resolve) => {
      connection.socket.once('close', () => resolve());
    });
    this.#drop(connection, 'the client was closed');
    await closed;
  }

  /** Written octets wait in the socket until it is connected. */
  #connect(): Connection {
    const connection: Connection = {
      socket: connect(this.#socketPath),
      waiting: new Map(),
      heard: 0,
    };
    const decoder = new FrameDecoder();
    connection.socket.on('data', (chunk) => {
      for (const frame of decoder.push(chunk)) {
        if (frame.kind === 'fault') this.#drop(connection, `the module sent a ${frame.fault}`);
        else this.#hear(connection, frame.message);
      }
    });
    connection.socket.on('error', (error) => {
      const code = 'code' in error ? String(error.code) : 'unknown';
      this.#drop(connection, `the socket failed (${code})`, error);
    });
    connection.socket.on('close', () => this.#drop(connection, 'the connection was closed'));
    this.#connection = connection;
    return connection;
  }

  #hear(connection: Connection, message: unknown): void {
    connection.heard++;
    const parsed = parseAnswer(message);
    if (parsed.kind === 'fault') {
      this.#drop(connection, `an answer cannot be read: ${parsed.detail}`);
      return;
    }
    const answer = parsed.message;
    if (answer.id === null) {
      this.#drop(connection, 'the module could not read a question');
      return;
    }
    const waiting = connection.waiting.get(answer.id);
    // A question that timed out is no longer waited for; its late answer is of no use.
    if (waiting === undefined) return;
    connection.waiting.delete(answer.id);
    clearTimeout(waiting.timer);
    if (answer.kind !== 'error') waiting.resolve(answer);
    else if (answer.code === 'unavailable') waiting.reject(unavailable(answer.detail));
    else waiting.reject(new SecurityModuleRefusal(answer.code, answer.detail));
  }

  /** Ends a connection; everything that waited on it has an unknown outcome. */
  #drop(connection: Connection, reason: string, cause?: Error): void {
    if (this.#connection === connection) this.#connection = null;
    for (const { reject, timer } of connection.waiting.values()) {
      clearTimeout(timer);
      reject(unavailable(reason, cause));
    }
    connection.waiting.clear();
    connection.socket.destroy();
  }
}

function unavailable(reason: string, cause?: Error): SecurityModuleUnavailable {
  const options = cause === undefined ? undefined : { cause };
  return new SecurityModuleUnavailable(`the security module is unavailable: ${reason}`, options);
}
