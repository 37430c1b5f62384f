/** Revisions as entity tags: who changes something says which revision was read (RFC 9110, 13.1.1). */
import type { FastifyReply, FastifyRequest } from 'fastify';

export function tagRevision(reply: FastifyReply, revision: number): void {
  void reply.header('etag', `"${revision}"`);
}

export type AskedRevision =
  | { readonly kind: 'revision'; readonly revision: number }
  | { readonly kind: 'refused'; readonly refusal: 'revision_required' | 'changed_meanwhile' };

/** The revision that a change was made from. A tag that we never gave out cannot be the present one. */
export function askedRevision(request: FastifyRequest): AskedRevision {
  const tag = request.headers['if-match'];
  if (tag === undefined || tag.trim() === '*') {
    return { kind: 'refused', refusal: 'revision_required' };
  }
  const [, digits] = /^"(\d{1,9})"$/.exec(tag.trim()) ?? [];
  return digits === undefined
    ? { kind: 'refused', refusal: 'changed_meanwhile' }
    : { kind: 'revision', revision: Number(digits) };
}
