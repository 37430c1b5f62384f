/** Where a page of a list ended, as text that means nothing to clients. */
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { sendProblem } from './problem.ts';

export const afterField: z.ZodOptional<z.ZodString> = z.string().max(1000).optional();

/** A moment in a cursor: milliseconds since 1970, as far as dates go. */
export const momentField: z.ZodInt = z.int().min(0).max(253_402_300_799_999);

export function cursorText(position: readonly unknown[]): string {
  return Buffer.from(JSON.stringify(position)).toString('base64url');
}

/** The position of a cursor, null for the first page, or a fault for what we never gave out. */
export function positionOf<Position>(
  cursor: string | undefined,
  schema: z.ZodType<Position>,
): Position | null | 'fault' {
  if (cursor === undefined) return null;
  try {
    const parsed: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return schema.parse(parsed);
  } catch {
    return 'fault';
  }
}

export function refuseCursor(reply: FastifyReply): FastifyReply {
  const errors = [{ path: 'query.after', message: 'must be the `next` of the page before' }];
  return sendProblem(reply, 'request_invalid', { errors });
}
