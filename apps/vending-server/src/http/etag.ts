/** Answers that are asked for again and again: whoever has the present one is told just that. */
import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** Sends a body with its ETag, or 304 to whoever names that ETag. */
export function sendUnlessKnown<Body>(
  request: FastifyRequest,
  reply: FastifyReply,
  body: Body,
): FastifyReply {
  const etag = `"${createHash('sha256').update(JSON.stringify(body)).digest('base64url').slice(0, 27)}"`;
  void reply.header('etag', etag);
  return isKnown(request.headers['if-none-match'], etag)
    ? reply.code(304).send()
    : reply.send(body);
}

/** A weak tag of the same value will do: nothing here is served in parts. */
function isKnown(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  return header.split(',').some((tag) => {
    const plain = tag.trim().replace(/^W\//, '');
    return plain === etag || plain === '*';
  });
}
