/** What the standard's package refuses, caught where a form can show it beside its field. */
import { type StsRefusal, StsRefusalError } from '@wattvend/sts/refusal.js';

export type Attempt<Value> =
  | { readonly kind: 'value'; readonly value: Value }
  /** `refusal` is null for a constructor that throws a plain RangeError. */
  | { readonly kind: 'refused'; readonly refusal: StsRefusal | null; readonly sentence: string };

/** Runs a constructor or an encoder on what was typed. Anything but a refusal goes on as a bug. */
export function attempt<Value>(make: () => Value): Attempt<Value> {
  try {
    return { kind: 'value', value: make() };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const refusal = error instanceof StsRefusalError ? error.refusal : null;
    return { kind: 'refused', refusal, sentence: error.message };
  }
}

/** A sentence for each field that is wrong; '' is what concerns no single field. */
export type Faults = Readonly<Record<string, string>>;
