/**
 * Forms: each says once how a value stands in JSON, and both reads and writes it, so that what is
 * written and what is read cannot differ. Reading is strict: nothing is repaired, converted or
 * ignored, and what is wrong is said with the place where it stands.
 */

/** What JSON can say. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;

export interface JsonObject {
  readonly [name: string]: Json;
}

/** The place is the path of members to what is wrong: "accounting.windows[2].from_minute". */
export interface StoredFault {
  readonly kind: 'fault';
  readonly place: string;
  /** What should stand there, in words. */
  readonly expected: string;
}

export type ReadValue<T> = { readonly kind: 'value'; readonly value: T } | StoredFault;

export interface StoredForm<T> {
  read(stored: unknown): ReadValue<T>;
  write(value: T): Json;
}

/** A form that is an object in JSON, whatever it holds. */
export interface StoredObjectForm<T> extends StoredForm<T> {
  write(value: T): JsonObject;
}

/** One member: its name in JSON, its form, and the value that goes without saying, if there is one. */
export type Member<T> =
  | readonly [name: string, form: StoredForm<T>]
  | readonly [name: string, form: StoredForm<T>, unlessSaid: T];

/** All members, in the order in which they are written. */
export type Members<T> = { readonly [Field in keyof T]-?: Member<Exclude<T[Field], undefined>> };

function value<T>(read: T): ReadValue<T> {
  return { kind: 'value', value: read };
}

function fault(expected: string, place = ''): StoredFault {
  return { kind: 'fault', place, expected };
}

/** The fault of a part, seen from the whole. */
function faultIn(part: string, { place, expected }: StoredFault): StoredFault {
  const separator = place === '' || place.startsWith('[') ? '' : '.';
  return fault(expected, `${part}${separator}${place}`);
}

/** One sentence for a person: the place and what should stand there. */
export function faultInWords({ place, expected }: StoredFault): string {
  return place === '' ? expected : `${place}: ${expected}`;
}

/** A whole number between two bounds, both included. */
export function whole(least: number, most: number): StoredForm<number>;
/** The same, with the constructor of its unit. */
export function whole<T extends number>(
  least: number,
  most: number,
  unit: (value: number) => T,
): StoredForm<T>;
export function whole(
  least: number,
  most: number,
  unit: (value: number) => number = (number) => number,
): StoredForm<number> {
  const expected = `a whole number from ${least} to ${most}`;
  return {
    read(stored) {
      // JSON has a -0, which would be written back as 0.
      if (!Number.isSafeInteger(stored) || Object.is(stored, -0)) return fault(expected);
      const number = stored as number;
      return number < least || number > most ? fault(expected) : value(unit(number));
    },
    write: (number) => number,
  };
}

/** A whole number of any size as a text, because JSON has no bigint. */
export function wholeText(least: bigint, most: bigint): StoredForm<bigint> {
  const expected = `a whole number from ${least} to ${most}, as a text`;
  const lengthMax = Math.max(String(least).length, String(most).length);
  return {
    read(stored) {
      if (typeof stored !== 'string' || stored.length > lengthMax) return fault(expected);
      if (!/^(?:0|-?[1-9]\d*)$/.test(stored)) return fault(expected);
      const number = BigInt(stored);
      return number < least || number > most ? fault(expected) : value(number);
    },
    write: String,
  };
}

/** A text that has a pattern; `expected` says the pattern in words. */
export function text(pattern: RegExp, expected: string): StoredForm<string> {
  return {
    read: (stored) =>
      typeof stored === 'string' && pattern.test(stored) ? value(stored) : fault(expected),
    write: (written) => written,
  };
}

/** A text that a parser takes as it is: one that it would change first is no stored form. */
export function parsedText<T extends string>(
  expected: string,
  parse: (typed: string) => T | null,
): StoredForm<T> {
  return {
    read(stored) {
      const parsed = typeof stored === 'string' ? parse(stored) : null;
      return parsed !== null && parsed === stored ? value(parsed) : fault(expected);
    },
    write: (written) => written,
  };
}

/** Printable ASCII: what a display of a meter shows and what the checksum is over. */
export function printable(shortest: number, longest: number): StoredForm<string> {
  const pattern = new RegExp(`^[\\x20-\\x7e]{${shortest},${longest}}$`);
  return text(pattern, `${shortest} to ${longest} printable ASCII characters`);
}

export const flag: StoredForm<boolean> = {
  read: (stored) => (typeof stored === 'boolean' ? value(stored) : fault('true or false')),
  write: (written) => written,
};

/** One of some words or numbers. */
export function oneOf<const T extends string | number>(...values: readonly T[]): StoredForm<T> {
  const expected = `one of ${values.join(', ')}`;
  return {
    read(stored) {
      const found = values.find((one) => one === stored);
      // Zero is equal to -0, which would be written back as 0.
      return found === undefined || Object.is(stored, -0) ? fault(expected) : value(found);
    },
    write: (written) => written,
  };
}

/** The value or null. */
export function nullable<T>(form: StoredForm<T>): StoredForm<T | null> {
  return {
    read(stored) {
      if (stored === null) return value(null);
      const read = form.read(stored);
      if (read.kind === 'value' || read.place !== '') return read;
      return fault(`${read.expected}, or null`);
    },
    write: (written) => (written === null ? null : form.write(written)),
  };
}

/** A list of between so many entries of one form. */
export function list<T>(
  form: StoredForm<T>,
  { shortest = 0, longest }: { readonly shortest?: number; readonly longest: number },
): StoredForm<readonly T[]> {
  return {
    read(stored) {
      if (!Array.isArray(stored)) return fault('a list');
      const entries = stored as readonly unknown[];
      if (entries.length < shortest || entries.length > longest) {
        return fault(`a list of ${shortest} to ${longest} entries`);
      }
      const values: T[] = [];
      for (const [at, entry] of entries.entries()) {
        const read = form.read(entry);
        if (read.kind === 'fault') return faultIn(`[${at}]`, read);
        values.push(read.value);
      }
      return value(values);
    },
    write: (written) => written.map((entry) => form.write(entry)),
  };
}

/** A form whose value must also keep a rule: the rule says what it expects where it is broken. */
export function where<T>(form: StoredForm<T>, rule: Rule<T>): StoredForm<T> {
  return {
    read: (stored) => ruled(form.read(stored), rule),
    write: (written) => form.write(written),
  };
}

/** The same for a form that is an object. */
export function objectWhere<T>(form: StoredObjectForm<T>, rule: Rule<T>): StoredObjectForm<T> {
  return {
    read: (stored) => ruled(form.read(stored), rule),
    write: (written) => form.write(written),
  };
}

/** Null where the rule is kept; else what is expected, at the value or at a place in it. */
export type Rule<T> = (
  value: T,
) => null | string | { readonly place: string; readonly expected: string };

function ruled<T>(read: ReadValue<T>, rule: Rule<T>): ReadValue<T> {
  if (read.kind === 'fault') return read;
  const broken = rule(read.value);
  if (broken === null) return read;
  return typeof broken === 'string' ? fault(broken) : fault(broken.expected, broken.place);
}

/** A value that stands in JSON as another. Both directions lose nothing. */
export function standsAs<Value, Stored>(
  form: StoredForm<Stored>,
  { read, write }: { read(stored: Stored): Value; write(value: Value): Stored },
): StoredForm<Value> {
  return {
    read(stored) {
      const inner = form.read(stored);
      return inner.kind === 'fault' ? inner : value(read(inner.value));
    },
    write: (written) => form.write(write(written)),
  };
}

/** An object with exactly these members. One that goes without saying is left out where it is so. */
export function record<T extends object>(members: Members<T>): StoredObjectForm<T> {
  const rows = rowsOf(members);
  return {
    read(stored) {
      const said = membersSaid(stored, rows);
      if ('kind' in said) return said;
      const values: [string, unknown][] = [];
      for (const { field, name, form, unlessSaid } of rows) {
        const isSaid = said.has(name);
        if (!isSaid && unlessSaid !== undefined) {
          values.push([field, unlessSaid.value]);
          continue;
        }
        const read = form.read(said.get(name));
        if (read.kind === 'fault') return faultIn(name, read);
        if (unlessSaid !== undefined && isSame(form, read.value, unlessSaid.value)) {
          return fault('left out, because it goes without saying', name);
        }
        values.push([field, read.value]);
      }
      // The rows are all members of T, each with the form of its type.
      return value(Object.fromEntries(values) as T);
    },
    write(whole) {
      const fields = new Map<string, unknown>(Object.entries(whole));
      return Object.fromEntries(
        rows.flatMap(({ field, name, form, unlessSaid }) => {
          const member = fields.get(field);
          if (unlessSaid !== undefined && isSame(form, member, unlessSaid.value)) return [];
          return [[name, form.write(member)]];
        }),
      );
    },
  };
}

/** An object with some of these members, all as they are: none of them goes without saying. */
export function someOf<T extends object>(members: Members<T>): StoredObjectForm<Partial<T>> {
  const rows = rowsOf(members);
  return {
    read(stored) {
      const said = membersSaid(stored, rows);
      if ('kind' in said) return said;
      const values: [string, unknown][] = [];
      for (const { field, name, form } of rows) {
        if (!said.has(name)) continue;
        const read = form.read(said.get(name));
        if (read.kind === 'fault') return faultIn(name, read);
        values.push([field, read.value]);
      }
      return value(Object.fromEntries(values) as Partial<T>);
    },
    write(some) {
      const fields = new Map<string, unknown>(Object.entries(some));
      return Object.fromEntries(
        rows.flatMap(({ field, name, form }) =>
          fields.has(field) ? [[name, form.write(fields.get(field))]] : [],
        ),
      );
    },
  };
}

interface Row {
  readonly field: string;
  readonly name: string;
  readonly form: StoredForm<unknown>;
  /** In an object, because what goes without saying may be null. */
  readonly unlessSaid?: { readonly value: unknown };
}

function rowsOf<T extends object>(members: Members<T>): readonly Row[] {
  // Each form is handed the member of its own row alone, so that its type may be forgotten here.
  const entries = Object.entries(members) as readonly [string, Member<unknown>][];
  return entries.map(([field, [name, form, ...unlessSaid]]) => ({
    field,
    name,
    form,
    ...(unlessSaid.length > 0 && { unlessSaid: { value: unlessSaid[0] } }),
  }));
}

// A fault tells the name of a member that no row knows, which a stranger may have made long.
const NAME_TOLD_MAX = 40;

function membersSaid(
  stored: unknown,
  rows: readonly Row[],
): ReadonlyMap<string, unknown> | StoredFault {
  if (!isObject(stored)) return fault('an object');
  // Its own members alone, also one that is called __proto__, and nothing that it inherits.
  const said = new Map(Object.entries(stored));
  for (const name of said.keys()) {
    if (rows.some((row) => row.name === name)) continue;
    return fault('nothing, because there is no such member', name.slice(0, NAME_TOLD_MAX));
  }
  return said;
}

function isSame(form: StoredForm<unknown>, left: unknown, right: unknown): boolean {
  return (
    Object.is(left, right) || JSON.stringify(form.write(left)) === JSON.stringify(form.write(right))
  );
}

/** Whether a value is a JSON object. */
export function isObject(stored: unknown): stored is Readonly<Record<string, unknown>> {
  return typeof stored === 'object' && stored !== null && !Array.isArray(stored);
}
