/**
 * Statement parameters, encoded before anything is sent. The driver would encode them while it
 * sends, and would drop a statement it cannot encode from the middle of a pipeline: the COMMIT
 * behind it would then commit the rest. Encoding first makes such a mistake throw in time.
 */

/** What goes over the wire in the text format; binary strings go as they are. */
export type Parameter = string | Buffer | null;

/**
 * Encodes one parameter: text, whole and fractional numbers, bigint, boolean, null, bytes, arrays
 * of these (a PostgreSQL array) and plain objects (JSON). A JSON array must be given as text,
 * because an array means a PostgreSQL array.
 *
 * Throws RangeError for what has no exact form: undefined (a forgotten value), NaN and infinities,
 * functions, symbols, and Date (an instant is a whole number of milliseconds here).
 */
export function encodeParameter(value: unknown): Parameter {
  if (value instanceof Uint8Array) return asBuffer(value);
  if (Array.isArray(value)) return encodeArray(value);
  return encodeScalar(value);
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function encodeScalar(value: unknown): string | null {
  if (value === null) return null;
  if (typeof value === 'string') return value;
  if (typeof value === 'bigint' || typeof value === 'boolean') return String(value);
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  if (typeof value === 'object' && isPlain(value)) return JSON.stringify(value);
  throw new RangeError(`a statement parameter cannot be ${describe(value)}`);
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function describe(value: unknown): string {
  if (typeof value === 'number') return String(value);
  if (typeof value === 'object' && value !== null) return `a ${value.constructor.name}`;
  return typeof value;
}

function encodeArray(values: readonly unknown[]): string {
  return `{${values.map(encodeElement).join(',')}}`;
}

function encodeElement(value: unknown): string {
  if (Array.isArray(value)) return encodeArray(value);
  if (value instanceof Uint8Array) return `"\\\\x${asBuffer(value).toString('hex')}"`;
  const text = encodeScalar(value);
  if (text === null) return 'NULL';
  return typeof value === 'string' || typeof value === 'object' ? quote(text) : text;
}

const NEEDS_ESCAPE = /["\\]/;

function quote(text: string): string {
  if (!NEEDS_ESCAPE.test(text)) return `"${text}"`;
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}
