/** The form of a refusal: a row of the one ordered table in ../refusals.ts. */

export interface Refusal {
  readonly status: number;
  readonly title: string;
  /** A sentence for people; `{name}` stands for a value that the answer fills in. */
  readonly detail: string;
  /** Whether the very same request may succeed later. */
  readonly retryCanHelp: boolean;
  /** What docs/reference/refusals.md says to whoever builds a client. */
  readonly meaning: string;
}

export const NO = false;
export const YES = true;

export function row(
  status: number,
  retryCanHelp: boolean,
  title: string,
  detail: string,
  meaning: string,
): Refusal {
  return { status, retryCanHelp, title, detail, meaning };
}
