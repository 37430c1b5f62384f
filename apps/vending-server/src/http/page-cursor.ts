/** Where a page of things that have a moment and an id begins: behind the last of the page before. */
import { type Instant, instant } from '@wattvend/quantities/time.js';
import type { z } from 'zod';
import { momentCursorField } from './schemas/fields.ts';

export interface PageCursor {
  readonly at: Instant;
  readonly id: string;
}

export const cursorField: z.ZodOptional<z.ZodString> = momentCursorField.optional();

// Before everything that will ever be.
const FIRST_PAGE: PageCursor = {
  at: instant(Number.MAX_SAFE_INTEGER),
  id: 'ffffffff-ffff-ffff-ffff-ffffffffffff',
};

export function pageCursor(text: string | undefined): PageCursor {
  if (text === undefined) return FIRST_PAGE;
  const [moment = '', id = ''] = text.split('_');
  return { at: instant(Number(moment)), id };
}

/** The page proper, from one more than it holds, and where the next one begins. */
export function pageOf<Thing>(
  found: readonly Thing[],
  limit: number,
  cursor: (last: Thing) => PageCursor,
): { readonly page: readonly Thing[]; readonly next: string | null } {
  const page = found.slice(0, limit);
  const last = page.at(-1);
  if (found.length <= limit || last === undefined) return { page, next: null };
  const { at, id } = cursor(last);
  return { page, next: `${at}_${id}` };
}
