/**
 * A load of HTTP requests over kept-alive connections, each connection asking as soon as it has been
 * answered. Written on bare sockets, because on a small machine a client library would take more of
 * the processor than the server that is measured.
 */
import { connect, type Socket } from 'node:net';

export interface HttpLoad {
  readonly port: number;
  readonly connections: number;
  readonly durationMs: number;
  /** The next request, head and body, ready to be written. */
  readonly nextRequest: () => string;
}

export interface HttpLoadResult {
  readonly seconds: number;
  /** How many answers there were of each status. */
  readonly statuses: ReadonlyMap<number, number>;
  /** Milliseconds, sorted. */
  readonly latencies: readonly number[];
}

export async function runHttpLoad(load: HttpLoad): Promise<HttpLoadResult> {
  const statuses = new Map<number, number>();
  const latencies: number[] = [];
  const start = performance.now();
  const end = start + load.durationMs;
  const answered = (status: number, milliseconds: number): void => {
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
    latencies.push(milliseconds);
  };
  const connections = Array.from({ length: load.connections }, () =>
    runConnection(load, end, answered),
  );
  await Promise.all(connections);
  const seconds = (performance.now() - start) / 1000;
  return { seconds, statuses, latencies: latencies.sort((a, b) => a - b) };
}

function runConnection(
  load: HttpLoad,
  end: number,
  answered: (status: number, milliseconds: number) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host: '127.0.0.1', port: load.port, noDelay: true });
    let asked = 0;
    let received = '';
    const ask = (): void => {
      asked = performance.now();
      socket.write(load.nextRequest());
    };
    socket.setEncoding('latin1');
    socket.once('connect', ask);
    socket.once('error', reject);
    socket.once('close', () => reject(new Error('the server closed a connection')));
    socket.on('data', (text) => {
      received += text;
      const status = completeStatus(received);
      if (status === null) return;
      received = '';
      const now = performance.now();
      answered(status, now - asked);
      if (now < end) ask();
      else finish(socket, resolve);
    });
  });
}

function finish(socket: Socket, resolve: () => void): void {
  socket.removeAllListeners('close');
  socket.once('close', () => resolve());
  socket.end();
}

/** The status of an answer that has arrived whole, else null. One answer is under way at a time. */
export function completeStatus(received: string): number | null {
  const headEnd = received.indexOf('\r\n\r\n');
  if (headEnd < 0) return null;
  const length = /\r\ncontent-length: (\d+)/i.exec(received.slice(0, headEnd + 2));
  if (length === null) throw new Error('the answer has no content-length');
  if (received.length < headEnd + 4 + Number(length[1])) return null;
  return Number(received.slice(9, 12));
}

/** A quantile of sorted values; 0.5 is the median. */
export function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
