/** A server on this machine that answers as told, one answer after the other. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Told =
  /** The connection is closed without an answer. */
  | 'lost'
  | {
      readonly status: number;
      readonly json: unknown;
      readonly headers?: Readonly<Record<string, string>>;
    }
  | { readonly status: number; readonly text: string };

export interface Heard {
  readonly method: string;
  readonly url: string;
  readonly authorization: string | undefined;
  readonly body: string;
}

export interface FaultyServer {
  readonly url: string;
  readonly heard: readonly Heard[];
  close(): Promise<void>;
}

/** After the last answer it goes on giving that one. */
export async function startFaultyServer(answers: readonly Told[]): Promise<FaultyServer> {
  const heard: Heard[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8');
    request.on('data', (chunk: string) => {
      body += chunk;
    });
    request.on('end', () => {
      const told = answers[Math.min(heard.length, answers.length - 1)] ?? 'lost';
      const { method = '', url = '' } = request;
      heard.push({ method, url, authorization: request.headers.authorization, body });
      if (told === 'lost') return void response.destroy();
      const isText = 'text' in told;
      const type = isText ? 'text/html' : 'application/json';
      response.writeHead(told.status, {
        'content-type': type,
        ...(isText ? {} : told.headers),
      });
      response.end(isText ? told.text : JSON.stringify(told.json));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    heard,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
