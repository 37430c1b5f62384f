/** The small forms that requests and answers are made of. Units stand in the names of the fields. */
import { z } from 'zod';

const UUID = /^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$/;

/** An id made by whoever sends it. Capital and small letters are the same id. */
export const idField = z
  .string()
  .regex(UUID, 'must be a UUID')
  .meta({ format: 'uuid', example: '018f3b8e-6a3c-7d51-9c0a-2f3b4c5d6e7f' });

/** A whole number of minor units in decimal; 18 digits always fit the database's 64 bits. */
export const moneyField = z
  .string()
  .regex(/^-?\d{1,18}$/, 'must be a whole number of minor units in decimal, such as "5000"')
  .meta({ description: 'Money in minor units of the currency, in decimal', example: '5000' });

/** Money in an answer: a stored sum is always said, however large it has become. */
export const moneyAnswerField = z
  .string()
  .regex(/^-?\d{1,40}$/)
  .meta({ description: 'Money in minor units of the currency, in decimal', example: '5000' });

/** As printed on the meter; blanks and hyphens are ignored. What is wrong with it is a refusal. */
export const meterNumberField = z
  .string()
  .min(1)
  .max(40)
  .meta({ description: 'The number printed on the meter (DRN)', example: '01234567897' });

export const instantField = z
  .string()
  .meta({ format: 'date-time', description: 'UTC, ISO 8601', example: '2026-01-31T08:15:00.000Z' });

// Where years stop having four digits, and months stop being numbers of six.
const MOMENT_MOST_MS = 253_402_300_799_999;

/** A moment between 1970 and the end of the year 9999. */
export const askedMomentField = z.iso.datetime().refine((text) => {
  const ms = Date.parse(text);
  return ms >= 0 && ms <= MOMENT_MOST_MS;
}, 'must be a moment of the years 1970 to 9999');

/** Milliseconds since 1970 and an id, as a page ends: `1764000000000_018f…`. */
export const momentCursorField = z
  .string()
  .regex(
    /^\d{1,15}_[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
    'must be the `next` of the page before',
  )
  .refine(
    (text) => Number(text.split('_')[0]) <= MOMENT_MOST_MS,
    'must be the `next` of the page before',
  )
  .meta({ description: 'The `next` of the page before' });

export const dateField = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'must be a date such as 2026-01-31')
  .meta({ format: 'date' });

/** A day of the calendar that a utility can have lived through: 2026-02-30 is none. */
export const dayField = z.iso
  .date()
  .regex(/^(19|20|21)/, 'must be a day of the 20th to 22nd century')
  .meta({ description: "A day on the utility's calendar", example: '2026-01-31' });

export const dkgaField = z.enum(['02', '04']);

export const encryptionAlgorithmField = z.enum(['07', '11']);

/** How many of a list; the answer to one question stays small. */
export const limitField = z.coerce.number().int().min(1).max(100).default(20);

// No control characters, halves of characters, line or paragraph separators, and nothing that turns
// the direction of what follows. Joiners stay: names in many scripts need them.
const LINE = /^[^\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]*$/u;

/** What a person writes in one line, which receipts and lists show as one. */
export function lineField(length: number): z.ZodString {
  return z.string().trim().min(1).max(length).regex(LINE, 'must be one line of plain text');
}
