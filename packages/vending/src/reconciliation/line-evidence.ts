/**
 * What can be read out of a line for matching: the key that makes two lines the same payment, an id
 * or a meter number in what the payer wrote, the money before fees, and when it happened.
 */
import { createHash } from 'node:crypto';
import type { MinorUnits } from '@wattvend/quantities/money.js';
import { minorUnits } from '@wattvend/quantities/money.js';
import { parseDrn } from '@wattvend/sts/meter-pan.js';
import type { ExpectedFee, PaymentSource } from './payment-source.ts';
import type { wallClock } from './statement-date.ts';
import type { StatementLine } from './statement-line.ts';

export interface LineEvidence {
  readonly lineKey: string;
  readonly meterNumber: string | null;
  readonly namedId: string | null;
  readonly gross: MinorUnits;
  readonly feeExpected: MinorUnits | null;
  readonly occurredAt: number;
  readonly occurredUntil: number;
}

/**
 * Keys for the lines of one file, in order. Lines without an external id are the same when all they
 * say is the same and they are the same in number: two equal payments of one file are two, and a
 * file that overlaps another brings neither of them again.
 */
export function lineKeys(): (line: StatementLine) => string {
  const counts = new Map<string, number>();
  return (line) => {
    // A payment and its return may carry one id; they are two lines.
    const direction = line.money < 0n ? 'out' : 'in';
    if (line.externalId !== null) return `${direction} id ${line.externalId}`;
    const content = contentHash(line);
    const count = (counts.get(content) ?? 0) + 1;
    counts.set(content, count);
    return `${direction} content ${content} ${count}`;
  };
}

function contentHash(line: StatementLine): string {
  const { valueDate, bookedAt, money, fee, reference, meterNumber, payer } = line;
  const all = [valueDate, bookedAt, String(money), String(fee), reference, meterNumber, payer];
  const hash = createHash('sha256').update(JSON.stringify(all)).digest();
  return hash.toString('base64url', 0, 16);
}

const DAY_MS = 86_400_000;

export function lineEvidence(
  line: StatementLine,
  source: Pick<PaymentSource, 'moneyBasis' | 'expectedFee'>,
  clock: ReturnType<typeof wallClock>,
  keyOf: (line: StatementLine) => string,
): LineEvidence {
  const gross = source.moneyBasis === 'net' ? minorUnits(line.money + line.fee) : line.money;
  const start = line.bookedAt ?? clock(line.valueDate, 0);
  const words = [line.reference ?? '', line.externalId ?? ''];
  return {
    lineKey: keyOf(line),
    meterNumber: meterNumberIn([line.meterNumber ?? '', ...words]),
    namedId: onlyIdIn(words.join(' ')),
    gross,
    feeExpected: source.expectedFee === null ? null : expectedFee(source.expectedFee, gross),
    occurredAt: start,
    occurredUntil: line.bookedAt === null ? start + DAY_MS : start,
  };
}

// With hyphens, or without them, since the field of a payment order holds 35 characters.
const ID = /(?<![0-9a-f])[0-9a-f]{8}(-?)(?:[0-9a-f]{4}\1){3}[0-9a-f]{12}(?![0-9a-f])/gi;

/** The id in a text, when there is one and no other. */
function onlyIdIn(text: string): string | null {
  const found = new Set([...text.matchAll(ID)].map(([id]) => plainId(id)));
  const [only = null] = found;
  return found.size === 1 ? only : null;
}

function plainId(id: string): string {
  const digits = id.replaceAll('-', '').toLowerCase();
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

// Digits, perhaps in groups, that no other digit touches.
const FIGURES = /(?<![\d.,])\d(?:[ -]?\d){10,12}(?![\d.,])/g;

function meterNumberIn(texts: readonly string[]): string | null {
  for (const text of texts) {
    for (const [figures] of text.matchAll(FIGURES)) {
      const parsed = parseDrn(figures.replaceAll(/[ -]/g, ''));
      if (parsed.kind === 'drn') return parsed.drn;
    }
  }
  return null;
}

const WHOLE_BASIS_POINTS = 10_000n;

/** What the source may keep of a payment; of what goes out, nothing is expected. */
export function expectedFee(fee: ExpectedFee, gross: MinorUnits): MinorUnits {
  if (gross <= 0n) return minorUnits(0n);
  const share = gross * BigInt(fee.basisPoints);
  const up = { down: 0n, half_up: WHOLE_BASIS_POINTS / 2n, up: WHOLE_BASIS_POINTS - 1n };
  return minorUnits((share + up[fee.rounding]) / WHOLE_BASIS_POINTS + fee.fixed);
}
