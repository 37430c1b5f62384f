/**
 * What the library refuses, in the errors of the known-answer language. The language has fewer
 * words: what it does not name is a BadRequest with the library's sentence.
 */
import type { MeterPanFault } from '@wattvend/sts/meter-pan.js';
import { STS_REFUSALS, type StsRefusal, StsRefusalError } from '@wattvend/sts/refusal.js';
import type { NumericTokenFault } from '@wattvend/sts/token-carrier.js';
import type { BaseDateFault } from '@wattvend/sts/token-identifier.js';
import { type ErrorCode, type Refusal, refuse } from './request.ts';

const CODE_OF_REFUSAL: Readonly<Partial<Record<StsRefusal, ErrorCode>>> = {
  'not-eighteen-digits': 'FormatError',
  'unknown-issuer': 'FormatError',
  'drn-check-digit': 'DrnCheckDigit',
  'pan-check-digit': 'PanCheckDigit',
  'key-revision-number': 'BadKrn',
  'token-identifier': 'TidRange',
  'before-base-date': 'TidRange',
  'after-base-date-range': 'TidRange',
  'key-expired': 'VkExpired',
  'amount-above-code': 'AmountRange',
  'not-digits': 'FormatError',
  'not-twenty-digits': 'FormatError',
  'above-66-bits': 'FormatError',
  'vending-key-length': 'BadVendingKey',
  'vending-key-parity': 'BadVendingKey',
  'ditk-not-derived': 'NoDkgaForDitk',
  'encryption-algorithm-not-of-dkga': 'BadEa',
  // Not an error of the request: no public source says how it is done.
  'dkga04-common-key': 'NotImplemented',
};

/** The answer for a refusal of the library, by its name; the detail is added to the sentence. */
export function refusalNamed(name: StsRefusal, detail = ''): Refusal {
  const sentence = detail === '' ? STS_REFUSALS[name] : `${STS_REFUSALS[name]} ${detail}`;
  return refuse(CODE_OF_REFUSAL[name] ?? 'BadRequest', sentence);
}

/** The answer for what a parser found, with what it should have been. */
export function refusalOfFault(fault: MeterPanFault | NumericTokenFault | BaseDateFault): Refusal {
  switch (fault.fault) {
    case 'drn-check-digit':
    case 'pan-check-digit':
      return refusalNamed(fault.fault, `It is ${fault.found} and should be ${fault.expected}.`);
    case 'not-digits':
      return refusalNamed(fault.fault, `Character ${fault.position} is no digit.`);
    case 'not-twenty-digits':
      return refusalNamed(fault.fault, `Got ${fault.digits}.`);
    case 'above-66-bits':
      return refusalNamed(fault.fault, `The greatest is ${fault.greatest}.`);
    case 'before-base-date':
    case 'after-base-date-range': {
      const [first, last] = [fault.firstMinute, fault.lastMinute].map((minute) =>
        new Date(minute).toISOString().slice(0, LENGTH_TO_THE_MINUTE),
      );
      return refusalNamed(fault.fault, `It counts from ${first}Z to ${last}Z.`);
    }
    case 'not-eighteen-digits':
    case 'unknown-issuer':
      return refusalNamed(fault.fault);
  }
}

const LENGTH_TO_THE_MINUTE = 'YYYY-MM-DDThh:mm'.length;

/** The answer for what an encoder threw, or null for what is a bug of ours. */
export function refusalOfError(error: unknown): Refusal | null {
  if (error instanceof StsRefusalError) {
    return refuse(CODE_OF_REFUSAL[error.refusal] ?? 'BadRequest', error.message);
  }
  // Encoders of the lower floors refuse a value out of its range.
  return error instanceof RangeError ? refuse('BadRequest', error.message) : null;
}
