/**
 * Reads a webhook's message after checking its signature, by the scheme of Standard Webhooks 1.0.0.
 * Only Web Crypto is used, so that it runs in Node, browsers and workers alike.
 */

export interface WebhookEvent {
  /** Such as "vend.posted". */
  readonly type: string;
  /** When it happened, ISO 8601. */
  readonly timestamp: string;
  readonly data: Readonly<Record<string, unknown>>;
}

export type ReadWebhook =
  /** `messageId` is the same on every attempt: keep those you have taken. */
  | { readonly kind: 'message'; readonly messageId: string; readonly event: WebhookEvent }
  | {
      readonly kind: 'fault';
      readonly fault: 'headers-missing' | 'too-old-or-new' | 'signature-wrong' | 'body-unreadable';
    };

export interface ReceivedWebhook {
  /** The secret as it was shown, `whsec_…`. */
  readonly secret: string;
  readonly headers: Pick<Headers, 'get'>;
  /** The body as it came, before any JSON was read. */
  readonly body: string;
  /** Milliseconds since 1970. */
  readonly now: number;
}

const TOLERANCE_MS = 5 * 60_000;

/** Refuses a message that is more than five minutes off, or that the secret has not signed. */
export async function readWebhook(received: ReceivedWebhook): Promise<ReadWebhook> {
  const { headers, body, now } = received;
  const messageId = headers.get('webhook-id');
  const timestamp = headers.get('webhook-timestamp');
  const signatures = headers.get('webhook-signature');
  if (messageId === null || timestamp === null || signatures === null) {
    return { kind: 'fault', fault: 'headers-missing' };
  }
  const isInTime = /^\d{1,12}$/.test(timestamp);
  if (!isInTime || Math.abs(Number(timestamp) * 1000 - now) > TOLERANCE_MS) {
    return { kind: 'fault', fault: 'too-old-or-new' };
  }
  const signed = new TextEncoder().encode(`${messageId}.${timestamp}.${body}`);
  if (!(await isSigned(received.secret, signatures, signed))) {
    return { kind: 'fault', fault: 'signature-wrong' };
  }
  const event = eventOf(body);
  return event === null
    ? { kind: 'fault', fault: 'body-unreadable' }
    : { kind: 'message', messageId, event };
}

/** `verify` compares in constant time. */
async function isSigned(
  secret: string,
  signatures: string,
  signed: Uint8Array<ArrayBuffer>,
): Promise<boolean> {
  const octets = octetsOf(secret.replace(/^whsec_/, ''));
  if (octets === null || octets.length === 0) throw new RangeError('this is no webhook secret');
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('raw', octets, algorithm, false, ['verify']);
  for (const signature of signatures.split(' ')) {
    const [version, text = ''] = signature.split(',');
    const mac = version === 'v1' ? octetsOf(text) : null;
    if (mac !== null && (await crypto.subtle.verify('HMAC', key, mac, signed))) return true;
  }
  return false;
}

function octetsOf(base64: string): Uint8Array<ArrayBuffer> | null {
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(base64)) return null;
  try {
    return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  } catch {
    return null;
  }
}

function eventOf(body: string): WebhookEvent | null {
  try {
    const read: unknown = JSON.parse(body);
    if (typeof read !== 'object' || read === null) return null;
    const { type, timestamp, data } = read as Readonly<Record<string, unknown>>;
    const isEvent = typeof type === 'string' && typeof timestamp === 'string';
    return isEvent && typeof data === 'object' && data !== null ? (read as WebhookEvent) : null;
  } catch {
    return null;
  }
}
