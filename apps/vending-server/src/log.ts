/**
 * The log: JSON lines, one for each vend and one for each fault. It says what happened and to which
 * id; digits of tokens, passwords, cookies, keys and whole meter numbers never enter it.
 */
import type { DestinationStream, Logger } from 'pino';
import pino from 'pino';

export type ServerLog = Pick<Logger, 'info' | 'warn' | 'error'>;

/** How many causes of a fault are told; a chain longer than this is a loop. */
const CAUSES_MAX = 5;

/**
 * Only what a fault says of itself. The driver's errors also carry rows of the database in their
 * other fields, and those stay out.
 */
export function faultForLog(fault: unknown, depth = 0): Readonly<Record<string, unknown>> {
  if (!(fault instanceof Error)) return { message: typeof fault };
  const code: unknown = Reflect.get(fault, 'code');
  return {
    type: fault.name,
    message: fault.message,
    ...(typeof code === 'string' ? { code } : {}),
    stack: fault.stack,
    ...(fault.cause !== undefined && depth < CAUSES_MAX
      ? { cause: faultForLog(fault.cause, depth + 1) }
      : {}),
  };
}

export function openLog(destination: DestinationStream): Logger {
  const options = {
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { err: (fault: unknown) => faultForLog(fault) },
  };
  return pino(options, destination);
}

/** Enough of a meter's number to find it again, too little to look somebody up. */
export function maskMeterNumber(meterNumber: string): string {
  const digits = meterNumber.replaceAll(/\D/g, '');
  return digits.length < 8 ? '****' : `${digits.slice(0, 2)}****${digits.slice(-3)}`;
}
