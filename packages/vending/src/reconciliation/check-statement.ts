/** Reads a whole statement without storing anything: what it holds, and all that is wrong with it. */
import { setImmediate } from 'node:timers/promises';
import { minorUnits } from '@wattvend/quantities/money.js';
import type { PaymentSource } from './payment-source.ts';
import { readStatement } from './read-statement.ts';
import type { StatementTotals } from './statement-file.ts';
import type { StatementFault, StatementLine, StatementTerms } from './statement-line.ts';

export interface CheckedStatement {
  readonly totals: StatementTotals;
  /** The first of them; `faultCount` counts all. */
  readonly faults: readonly StatementFault[];
  readonly faultCount: number;
  readonly sample: readonly StatementLine[];
}

const FAULTS_MAX = 1000;
const SAMPLE_LINES = 20;

export async function checkStatement(
  octets: Uint8Array,
  source: Pick<PaymentSource, 'format' | 'timeZone'>,
  currency: Pick<StatementTerms, 'currencyCode' | 'decimalPlaces'>,
  onProgress: (linesRead: number) => void = () => undefined,
): Promise<CheckedStatement> {
  const faults: StatementFault[] = [];
  const sample: StatementLine[] = [];
  let faultCount = 0;
  const sums = { lines: 0, passedOver: 0, credits: 0n, debits: 0n, fees: 0n };
  let from: string | null = null;
  let to: string | null = null;
  const terms = { ...currency, timeZone: source.timeZone };
  for await (const parts of readStatement(octets, source.format, terms)) {
    for (const part of parts) {
      if (part.kind === 'fault') {
        faultCount += 1;
        if (faults.length < FAULTS_MAX) faults.push(part.fault);
      } else if (isNothing(part)) sums.passedOver += 1;
      else {
        const { line } = part;
        sums.lines += 1;
        sums.fees += line.fee;
        if (line.money > 0n) sums.credits += line.money;
        else sums.debits += line.money;
        if (from === null || line.valueDate < from) from = line.valueDate;
        if (to === null || line.valueDate > to) to = line.valueDate;
        if (sample.length < SAMPLE_LINES) sample.push(line);
      }
    }
    onProgress(sums.lines);
    // Whoever else is waiting gets a turn between two portions.
    await setImmediate();
  }
  const { lines, passedOver } = sums;
  const credits = minorUnits(sums.credits);
  const debits = minorUnits(sums.debits);
  const fees = minorUnits(sums.fees);
  return {
    totals: { lines, passedOver, credits, debits, fees, from, to },
    faults,
    faultCount,
    sample,
  };
}

/** A line of no money is a remark of the bank. */
export function isNothing(
  part: { readonly kind: 'passed-over' } | { readonly kind: 'line'; readonly line: StatementLine },
): part is { readonly kind: 'passed-over' } {
  return part.kind === 'passed-over' || part.line.money === 0n;
}
