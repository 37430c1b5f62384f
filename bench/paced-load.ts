/**
 * A load that does not wait for the server: requests fall due at a rate, as customers come to a shop,
 * and a latency is counted from the moment a request was due, also while it waits for a connection.
 * Who is told to come back later comes back later, with the same request.
 */
import { connect, type Socket } from 'node:net';
import { completeStatus } from './http-load.ts';

export interface PacedLoad {
  readonly port: number;
  readonly perSecond: number;
  readonly durationMs: number;
  readonly connections: number;
  readonly nextRequest: () => string;
}

export interface PacedResult {
  /** When each sale was answered, in milliseconds from the beginning. */
  readonly soldAt: readonly number[];
  /** Milliseconds from when it was due to its answer, of what was sold; sorted. */
  readonly latencies: readonly number[];
  readonly asked: number;
  readonly retries: number;
  /** Requests of which nothing was heard in time. */
  readonly givenUp: number;
}

const RETRY_FIRST_MS = 500;
const RETRY_MOST_MS = 8_000;
const GIVE_UP_MS = 30_000;
const SOLD = [200, 201];
const LATER = [429, 503];

export async function runPacedLoad(load: PacedLoad): Promise<PacedResult> {
  const line = await openLine(load.port, load.connections);
  const soldAt: number[] = [];
  const latencies: number[] = [];
  const running = new Set<Promise<void>>();
  let asked = 0;
  let retries = 0;
  let givenUp = 0;
  const start = performance.now();

  async function sell(due: number): Promise<void> {
    const text = load.nextRequest();
    for (let wait = RETRY_FIRST_MS; ; wait = Math.min(RETRY_MOST_MS, wait * 2)) {
      const status = await line.ask(text);
      const now = performance.now();
      if (SOLD.includes(status)) {
        soldAt.push(now - start);
        latencies.push(now - due);
        return;
      }
      if (!LATER.includes(status)) throw new Error(`a request was answered ${status}`);
      if (now - due > GIVE_UP_MS) {
        givenUp += 1;
        return;
      }
      retries += 1;
      await pause(wait * (0.5 + Math.random()));
    }
  }

  for (let now = start; now < start + load.durationMs; now = performance.now()) {
    for (; asked < ((now - start) / 1000) * load.perSecond; asked++) {
      const due = start + (asked / load.perSecond) * 1000;
      const sale = sell(due);
      running.add(sale);
      void sale.finally(() => running.delete(sale)).catch(() => undefined);
    }
    await pause(1);
  }
  await Promise.all(running);
  line.close();
  return { soldAt, latencies: latencies.sort((a, b) => a - b), asked, retries, givenUp };
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

interface Line {
  /** Asks over the next free connection; answers the status. */
  ask(text: string): Promise<number>;
  close(): void;
}

interface Waiting {
  readonly text: string;
  readonly resolve: (status: number) => void;
  readonly reject: (error: Error) => void;
}

async function openLine(port: number, connections: number): Promise<Line> {
  const idle: Connection[] = [];
  // A queue in two halves, since taking from the front of a long array is slow.
  let front: Waiting[] = [];
  let back: Waiting[] = [];
  const next = (): Waiting | undefined => {
    if (front.length === 0) {
      front = back.reverse();
      back = [];
    }
    return front.pop();
  };
  const free = (connection: Connection): void => {
    const waiting = next();
    if (waiting === undefined) idle.push(connection);
    else connection.ask(waiting);
  };
  const all = await Promise.all(
    Array.from({ length: connections }, () => openConnection(port, free)),
  );
  idle.push(...all);
  return {
    ask: (text) =>
      new Promise((resolve, reject) => {
        const connection = idle.pop();
        const waiting = { text, resolve, reject };
        if (connection === undefined) back.push(waiting);
        else connection.ask(waiting);
      }),
    close: () => {
      for (const connection of all) connection.socket.destroy();
    },
  };
}

interface Connection {
  readonly socket: Socket;
  ask(waiting: Waiting): void;
}

function openConnection(port: number, free: (self: Connection) => void): Promise<Connection> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host: '127.0.0.1', port, noDelay: true });
    let asking: Waiting | null = null;
    let received = '';
    const self: Connection = {
      socket,
      ask(waiting) {
        asking = waiting;
        socket.write(waiting.text);
      },
    };
    const fail = (error: Error): void => {
      reject(error);
      asking?.reject(error);
    };
    socket.setEncoding('latin1');
    socket.once('connect', () => resolve(self));
    socket.once('error', fail);
    socket.once('close', () => fail(new Error('the server closed a connection')));
    socket.on('data', (text) => {
      received += text;
      const status = completeStatus(received);
      if (status === null) return;
      received = '';
      const answered = asking;
      asking = null;
      free(self);
      answered?.resolve(status);
    });
  });
}
