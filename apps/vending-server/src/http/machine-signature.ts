/**
 * Machine clients that sign their requests. The head is looked at by the door; the body must arrive
 * first, so its digest and the nonce are looked at before anything reads it.
 */
import { Readable } from 'node:stream';
import type { ApiKey, ApiKeyId } from '@wattvend/vending/api-keys.js';
import {
  ed25519PublicKey,
  isBodyOf,
  isInTime,
  isSignedBy,
  parseSignedRequest,
  type SignedRequest,
} from '@wattvend/vending/signed-request.js';
import type { FastifyRequest } from 'fastify';
import type { App, ServerContext } from './context.ts';
import { sendProblem } from './problem.ts';
import type { RefusalCode } from './refusals.ts';

export type SignedAnswer =
  | { readonly kind: 'signed'; readonly apiKey: ApiKey; readonly signed: SignedRequest }
  | { readonly kind: 'refused'; readonly refusal: RefusalCode };

/** Whether a request says that it is signed. */
export function saysSigned({ headers }: Pick<FastifyRequest, 'headers'>): boolean {
  return headers['signature-input'] !== undefined || headers['signature'] !== undefined;
}

/** Refusals in order: signature_invalid, not_signed_in, signature_out_of_time. */
export async function readSignature(
  context: ServerContext,
  request: FastifyRequest,
): Promise<SignedAnswer> {
  const { headers, raw } = request;
  const signed = parseSignedRequest({
    method: request.method,
    target: raw.url ?? '',
    signatureInput: textOf(headers['signature-input']),
    signature: textOf(headers['signature']),
    contentDigest: textOf(headers['content-digest']),
  });
  if (signed === null) return { kind: 'refused', refusal: 'signature_invalid' };
  const now = context.clock();
  const apiKey = await context.apiKeys.findById(signed.keyId as ApiKeyId, now);
  if (apiKey === null || apiKey.publicKey === null) {
    return { kind: 'refused', refusal: 'not_signed_in' };
  }
  if (!isSignedBy(signed, ed25519PublicKey(apiKey.publicKey))) {
    return { kind: 'refused', refusal: 'signature_invalid' };
  }
  if (!isInTime(signed, now)) return { kind: 'refused', refusal: 'signature_out_of_time' };
  return { kind: 'signed', apiKey, signed };
}

function textOf(header: string | readonly string[] | undefined): string {
  return typeof header === 'string' ? header : '';
}

/** Looks at the body of a signed request, and takes its nonce, before any route sees it. */
export function guardSignedBodies(app: App, context: ServerContext): void {
  app.addHook('preParsing', async (request, reply, payload) => {
    const { principal } = request;
    if (principal?.kind !== 'api-key' || principal.signed === null) return payload;
    const body = await octetsOf(payload, request.routeOptions.bodyLimit);
    if (body === null) return sendProblem(reply, 'request_too_large') as never;
    if (!isBodyOf(principal.signed, body)) return sendProblem(reply, 'signature_invalid') as never;
    const { apiKeyId } = principal.apiKey;
    const isFirst = await context.nonces.take(apiKeyId, principal.signed, context.clock());
    if (!isFirst) return sendProblem(reply, 'request_replayed') as never;
    const again = Readable.from(body.length === 0 ? [] : [body]);
    return Object.assign(again, { receivedEncodedLength: body.length });
  });
}

/** Null when there are more than the limit allows. */
async function octetsOf(payload: Readable, limit: number): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of payload) {
    const octets = Buffer.from(chunk as Uint8Array);
    length += octets.length;
    if (length > limit) return null;
    chunks.push(octets);
  }
  return Buffer.concat(chunks);
}
