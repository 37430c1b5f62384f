/**
 * Sends webhooks' messages over HTTP. The address comes from outside, so it may not be turned
 * against the inside: names are resolved here, private addresses are refused after resolving (a
 * name may change what it stands for between two looks), and redirections are not followed.
 */
import { type LookupAddress, lookup } from 'node:dns';
import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { BlockList, isIP, type LookupFunction } from 'node:net';
import type { SendAnswer, WebhookMessage } from '@wattvend/vending/webhook-desk.js';

const TIMEOUT_MS = 10_000;
// An answer's body is of no interest; a receiver that sends on and on is hung up on.
const ANSWER_OCTETS_MAX = 64 * 1024;

export interface WebhookSenderOptions {
  /** For receivers in the same network: then http and private addresses are allowed too. */
  readonly toPrivateAddresses: boolean;
  /** Default 10 s. */
  readonly timeoutMs?: number;
  /** Default the system's. */
  readonly resolveName?: LookupFunction;
}

export type WebhookUrlFault = 'not-a-url' | 'not-https' | 'has-credentials' | 'private-address';

/** What is wrong with an address, as far as it can be seen without asking anybody; else null. */
export function webhookUrlFault(
  text: string,
  { toPrivateAddresses }: WebhookSenderOptions,
): WebhookUrlFault | null {
  if (!URL.canParse(text)) return 'not-a-url';
  const url = new URL(text);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return 'not-https';
  if (url.username !== '' || url.password !== '') return 'has-credentials';
  if (toPrivateAddresses) return null;
  if (url.protocol !== 'https:') return 'not-https';
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) !== 0 && isPrivateAddress(host)) return 'private-address';
  return host === 'localhost' || host.endsWith('.localhost') ? 'private-address' : null;
}

export function createWebhookSender(
  options: WebhookSenderOptions,
): (message: WebhookMessage) => Promise<SendAnswer> {
  return async (message) => {
    // What was allowed when the webhook was made may not be allowed any more.
    const fault = webhookUrlFault(message.url, options);
    if (fault !== null) return { kind: 'fault', fault: `the address is not allowed: ${fault}` };
    return await send(options, message);
  };
}

function send(options: WebhookSenderOptions, message: WebhookMessage): Promise<SendAnswer> {
  const url = new URL(message.url);
  const request = url.protocol === 'https:' ? requestHttps : requestHttp;
  return new Promise((resolve) => {
    const signal = AbortSignal.timeout(options.timeoutMs ?? TIMEOUT_MS);
    const faulty = (error: Error): void => {
      const fault = signal.aborted ? 'no answer in time' : faultText(error);
      resolve({ kind: 'fault', fault });
    };
    const sending = request(
      url,
      {
        method: 'POST',
        headers: { ...message.headers, 'user-agent': 'wattvend' },
        lookup: guardedLookup(options),
        agent: false,
        signal,
      },
      (answer) => {
        let octets = 0;
        answer.on('data', (chunk: Buffer) => {
          octets += chunk.length;
          if (octets > ANSWER_OCTETS_MAX) answer.destroy();
        });
        answer.on('close', () => resolve({ kind: 'answered', status: answer.statusCode ?? 0 }));
        answer.on('error', () => {});
      },
    );
    sending.on('error', faulty);
    sending.end(message.body);
  });
}

/** Codes only: a message of the system may hold addresses of the inside. */
function faultText(error: Error): string {
  const code = (error as NodeJS.ErrnoException).code;
  return code === undefined ? 'the connection failed' : `the connection failed: ${code}`;
}

function guardedLookup(options: WebhookSenderOptions): LookupFunction {
  const { toPrivateAddresses, resolveName = lookup } = options;
  return (host, wanted, done) => {
    resolveName(host, { ...wanted, all: true }, (error, found) => {
      const addresses = typeof found === 'string' ? [] : found;
      const isRefused = !toPrivateAddresses && addresses.some((a) => isPrivateAddress(a.address));
      if (error !== null) done(error, []);
      else if (isRefused || addresses.length === 0) done(notAllowed(), []);
      else answerLookup(addresses, wanted.all === true, done);
    });
  };
}

function answerLookup(
  addresses: readonly LookupAddress[],
  all: boolean,
  done: Parameters<LookupFunction>[2],
): void {
  const [first] = addresses;
  if (all || first === undefined) done(null, [...addresses]);
  else done(null, first.address, first.family);
}

function notAllowed(): NodeJS.ErrnoException {
  return Object.assign(new Error('the name stands for a private address'), {
    code: 'PRIVATE_ADDRESS',
  });
}

// IANA's special-purpose address registries: nothing of these is a receiver on the internet.
const PRIVATE = new BlockList();
const PRIVATE_NETS = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const;
const PRIVATE_NETS_6 = [
  // With all that stands for an IPv4 address in the form given up long ago, such as ::127.0.0.1.
  ['::', 96],
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  ['100:0:0:1::', 64],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
  ['5f00::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
] as const;
for (const [net, prefix] of PRIVATE_NETS) PRIVATE.addSubnet(net, prefix, 'ipv4');
for (const [net, prefix] of PRIVATE_NETS_6) PRIVATE.addSubnet(net, prefix, 'ipv6');

function isPrivateAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return PRIVATE.check(address, 'ipv4');
  // An IPv4 address in the form of IPv6 is looked at as both.
  return family !== 6 || PRIVATE.check(address, 'ipv6');
}
