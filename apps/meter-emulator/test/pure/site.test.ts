import type { IncomingMessage } from 'node:http';
import { expect, test } from 'vitest';
import { isAllowedOrigin, isOwnHost } from '../../src/http/site.ts';

type Asked = Pick<IncomingMessage, 'headers' | 'socket'>;

function asked(headers: Readonly<Record<string, string>>, localAddress = '127.0.0.1'): Asked {
  return { headers, socket: { localAddress } as IncomingMessage['socket'] };
}

test.each([
  ['127.0.0.1:9340', '127.0.0.1', true],
  ['localhost:9340', '127.0.0.1', true],
  ['LOCALHOST', '127.0.0.1', true],
  ['[::1]:9340', '::1', true],
  ['10.1.2.3:9340', '10.1.2.3', true],
  ['10.1.2.3:9340', '::ffff:10.1.2.3', true],
  ['[fd00::5]:9340', 'fd00::5', true],
  ['10.1.2.4:9340', '10.1.2.3', false],
  ['evil.example', '127.0.0.1', false],
  ['evil.example:9340', '127.0.0.1', false],
  ['localhost.evil.example', '127.0.0.1', false],
  ['127.0.0.1.evil.example', '127.0.0.1', false],
])('host %s on %s: %s', (host, localAddress, expected) => {
  expect(isOwnHost(asked({ host }, localAddress))).toBe(expected);
});

test('a request without a host is for nobody', () => {
  expect(isOwnHost(asked({}))).toBe(false);
});

test.each([
  ['http://127.0.0.1:9340', true],
  ['http://127.0.0.1:8080', true],
  ['http://127.0.0.1:8081', false],
  ['https://127.0.0.1:9340', false],
  ['http://127.0.0.1:9340.evil.example', false],
  ['http://evil.example', false],
  ['null', false],
])('origin %s: %s', (origin, expected) => {
  const site = { allowedOrigins: ['http://127.0.0.1:8080'] };
  expect(isAllowedOrigin(site, asked({ host: '127.0.0.1:9340', origin }))).toBe(expected);
});

test('a program sends no origin', () => {
  expect(isAllowedOrigin({ allowedOrigins: [] }, asked({ host: '127.0.0.1:9340' }))).toBe(true);
});
