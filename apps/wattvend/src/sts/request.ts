/**
 * Reading the parts of a request. A request comes from outside, so what is wrong with it is an
 * answer and not an exception: every reader gives the value or a refusal, and a refusal is already
 * the answer.
 */

/**
 * The errors of the known-answer language, and two for what it does not name: BadRequest for what is
 * malformed, NotImplemented for what no public source establishes.
 */
export type ErrorCode =
  | 'AmountRange'
  | 'BadEa'
  | 'BadKrn'
  | 'BadRequest'
  | 'BadVendingKey'
  | 'DrnCheckDigit'
  | 'FormatError'
  | 'NoDkgaForDitk'
  | 'NotImplemented'
  | 'PanCheckDigit'
  | 'TidRange'
  | 'VkExpired';

export type JsonObject = Readonly<Record<string, unknown>>;

/** The answer to a request that cannot be met. */
export type Refusal = {
  readonly ok: false;
  readonly error: ErrorCode;
  /** For people; never repeats a key. */
  readonly detail: string;
};

export type Answer = JsonObject;

export function refuse(error: ErrorCode, detail: string): Refusal {
  return { ok: false, error, detail };
}

export function isRefusal(value: unknown): value is Refusal {
  return isJsonObject(value) && value['ok'] === false;
}

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function readObject(parent: JsonObject, member: string): JsonObject | Refusal {
  const value = parent[member];
  // A member of a request that looked like a refusal would be taken for one.
  if (!isJsonObject(value) || 'ok' in value) {
    return refuse('BadRequest', `"${member}" must be an object`);
  }
  return value;
}

export function readText(parent: JsonObject, member: string): string | Refusal {
  const value = parent[member];
  if (typeof value !== 'string') return refuse('BadRequest', `"${member}" must be a string`);
  return value;
}

/** A whole number of at most 53 bits, zero or more. */
export function readWhole(parent: JsonObject, member: string): number | Refusal {
  const value = parent[member];
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0) {
    return refuse('BadRequest', `"${member}" must be a whole number, zero or more`);
  }
  // Minus zero is whole and not below zero; a token has no place for its sign.
  return value === 0 ? 0 : value;
}

/** A whole number, or the one to take when the member is missing. */
export function readWholeOr(parent: JsonObject, member: string, missing: number): number | Refusal {
  return parent[member] === undefined ? missing : readWhole(parent, member);
}

/** True or false; false when the member is missing. */
export function readFlag(parent: JsonObject, member: string): boolean | Refusal {
  const { [member]: value = false } = parent;
  if (typeof value !== 'boolean') {
    return refuse('BadRequest', `"${member}" must be true or false`);
  }
  return value;
}

export function readList(parent: JsonObject, member: string): readonly unknown[] | Refusal {
  const value = parent[member];
  if (!Array.isArray(value)) return refuse('BadRequest', `"${member}" must be a list`);
  return value as readonly unknown[];
}

/** Digits of a fixed length, or the number they write, which loses its leading zeros. */
export function readDigits(parent: JsonObject, member: string, length: number): string | Refusal {
  const value = parent[member];
  const digits = typeof value === 'number' ? String(value).padStart(length, '0') : value;
  if (typeof digits !== 'string' || digits.length !== length || !/^\d+$/.test(digits)) {
    return refuse('BadRequest', `"${member}" must be ${length} digits`);
  }
  return digits;
}

/** Octets as hexadecimal digits, most significant octet first. */
export function readHex(parent: JsonObject, member: string): Uint8Array | Refusal {
  const value = parent[member];
  // Looking for a wrong digit takes no longer on a long text than on many short ones.
  if (typeof value !== 'string' || value.length % 2 !== 0 || /[^0-9a-fA-F]/.test(value)) {
    return refuse('BadRequest', `"${member}" must be an even number of hexadecimal digits`);
  }
  return Uint8Array.from(Buffer.from(value, 'hex'));
}

export function hexOf(octets: Readonly<Uint8Array>): string {
  return Buffer.from(octets).toString('hex');
}
