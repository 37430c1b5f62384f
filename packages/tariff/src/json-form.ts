/**
 * How a value is written as JSON and read again. A form says both at once, so that they cannot
 * differ: what it writes, it reads as the same value. Reading collects every fault with its path,
 * and knows no field that is not in the form: a slip of the pen in a tariff must not be a default.
 */

/** A JSON value. */
export type Json =
  | null
  | boolean
  | number
  | string
  | readonly Json[]
  | { readonly [name: string]: Json };

export type FormFaultCode =
  | 'missing'
  | 'unknown_field'
  | 'not_an_object'
  | 'not_a_list'
  | 'not_text'
  | 'not_a_whole_number'
  | 'not_a_decimal'
  | 'not_true_or_false'
  | 'not_one_of'
  | 'out_of_range';

export interface FormFault {
  /** From the root, such as `energy.steps.1.price_e4_minor`; empty for the root itself. */
  readonly path: string;
  readonly code: FormFaultCode;
  readonly message: string;
}

export type Reading<Value> =
  | { readonly kind: 'value'; readonly value: Value }
  | { readonly kind: 'faults' };

/** Tells what is wrong; a form that calls it returns `BROKEN`. */
export type Tell = (path: string, code: FormFaultCode, message: string) => void;

export interface Form<Value> {
  readonly read: (json: unknown, path: string, tell: Tell) => Reading<Value>;
  readonly write: (value: Value) => Json;
}

export const BROKEN: Reading<never> = { kind: 'faults' };

export function readValue<Value>(value: Value): Reading<Value> {
  return { kind: 'value', value };
}

// Control characters, halves of characters, line and paragraph separators, and what turns the
// direction of all that follows: such a name would not be what people see on a receipt.
const NOT_PLAIN = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]/u;

/** One line of plain text, of a number of characters between two bounds. */
export function textForm(least: number, most: number, pattern?: RegExp): Form<string> {
  return {
    read: (json, path, tell) => {
      if (typeof json !== 'string') {
        tell(path, 'not_text', 'must be text');
        return BROKEN;
      }
      const isPlain = !NOT_PLAIN.test(json);
      const isLong = json.length >= least && json.length <= most;
      if (!isPlain || !isLong || (pattern !== undefined && !pattern.test(json))) {
        const rule = pattern === undefined ? '' : ` that matches ${pattern.source}`;
        tell(path, 'out_of_range', `must be ${least} to ${most} characters${rule}`);
        return BROKEN;
      }
      return readValue(json);
    },
    write: (value) => value,
  };
}

/** A whole number between two bounds; `brand` gives it its unit. */
export function wholeForm<Value extends number>(
  least: number,
  most: number,
  brand: (value: number) => Value,
): Form<Value> {
  return {
    read: (json, path, tell) => {
      if (typeof json !== 'number' || !Number.isSafeInteger(json)) {
        tell(path, 'not_a_whole_number', 'must be a whole number');
        return BROKEN;
      }
      if (json < least || json > most) {
        tell(path, 'out_of_range', `must be ${least} to ${most}`);
        return BROKEN;
      }
      return readValue(brand(json));
    },
    write: (value) => value,
  };
}

/** A whole number that may outgrow a double, as decimal text such as "2500000". */
export function decimalForm<Value extends bigint>(
  least: bigint,
  most: bigint,
  brand: (value: bigint) => Value,
): Form<Value> {
  return {
    read: (json, path, tell) => {
      // One way to write a number: no plus, no leading zero, no minus zero.
      if (typeof json !== 'string' || !/^(0|-?[1-9]\d{0,30})$/.test(json)) {
        tell(path, 'not_a_decimal', 'must be a whole number as decimal text');
        return BROKEN;
      }
      const value = BigInt(json);
      if (value < least || value > most) {
        tell(path, 'out_of_range', `must be ${least} to ${most}`);
        return BROKEN;
      }
      return readValue(brand(value));
    },
    write: (value) => String(value),
  };
}

export const booleanForm: Form<boolean> = {
  read: (json, path, tell) => {
    if (typeof json === 'boolean') return readValue(json);
    tell(path, 'not_true_or_false', 'must be true or false');
    return BROKEN;
  },
  write: (value) => value,
};

export function wordForm<Word extends string>(words: readonly Word[]): Form<Word> {
  return {
    read: (json, path, tell) => {
      const word = words.find((one) => one === json);
      if (word !== undefined) return readValue(word);
      tell(path, 'not_one_of', `must be one of ${words.join(', ')}`);
      return BROKEN;
    },
    write: (value) => value,
  };
}

export function nullable<Value>(form: Form<Value>): Form<Value | null> {
  return {
    read: (json, path, tell) => (json === null ? readValue(null) : form.read(json, path, tell)),
    write: (value) => (value === null ? null : form.write(value)),
  };
}

export function listForm<Value>(form: Form<Value>, most: number): Form<readonly Value[]> {
  return {
    read: (json, path, tell) => {
      if (!Array.isArray(json)) {
        tell(path, 'not_a_list', 'must be a list');
        return BROKEN;
      }
      if (json.length > most) {
        tell(path, 'out_of_range', `must have at most ${most} entries`);
        return BROKEN;
      }
      const values: Value[] = [];
      for (const [index, one] of json.entries()) {
        const reading = form.read(one, pathTo(path, String(index)), tell);
        if (reading.kind === 'value') values.push(reading.value);
      }
      return values.length === json.length ? readValue(values) : BROKEN;
    },
    write: (values) => values.map((value) => form.write(value)),
  };
}

/** Values under names that are data, such as ids. */
export function mapForm<Value>(
  name: RegExp,
  form: Form<Value>,
): Form<Readonly<Record<string, Value>>> {
  return {
    read: (json, path, tell) => {
      if (!isObject(json)) {
        tell(path, 'not_an_object', 'must be an object');
        return BROKEN;
      }
      let isWhole = true;
      const entries: [string, Value][] = [];
      for (const [key, one] of Object.entries(json)) {
        const reading = form.read(one, pathTo(path, key), tell);
        if (!name.test(key)) tell(pathTo(path, key), 'unknown_field', 'is not a name here');
        if (reading.kind === 'value' && name.test(key)) entries.push([key, reading.value]);
        else isWhole = false;
      }
      return isWhole ? readValue(Object.fromEntries(entries)) : BROKEN;
    },
    write: (values) =>
      Object.fromEntries(Object.entries(values).map(([key, value]) => [key, form.write(value)])),
  };
}

/** For each field of a value its name in JSON, where units stand in names, and its form. */
export type Fields<Value> = {
  readonly [Key in keyof Value]-?: readonly [name: string, form: Form<Value[Key]>];
};

/** An object with exactly these fields. */
export function recordForm<Value extends object>(fields: Fields<Value>): Form<Value> {
  // The one place where the types are not followed key by key: `Fields` has checked each of them.
  const list = Object.entries(fields) as [string, readonly [string, Form<unknown>]][];
  const names = new Set(list.map(([, [name]]) => name));
  return {
    read: (json, path, tell) => {
      if (!isObject(json)) {
        tell(path, 'not_an_object', 'must be an object');
        return BROKEN;
      }
      let isWhole = true;
      for (const name of Object.keys(json)) {
        if (names.has(name)) continue;
        tell(pathTo(path, name), 'unknown_field', 'is not a field here');
        isWhole = false;
      }
      const entries: [string, unknown][] = [];
      for (const [key, [name, form]] of list) {
        if (!Object.hasOwn(json, name)) {
          tell(pathTo(path, name), 'missing', 'is missing');
          isWhole = false;
          continue;
        }
        const reading = form.read(json[name], pathTo(path, name), tell);
        if (reading.kind === 'value') entries.push([key, reading.value]);
        else isWhole = false;
      }
      return isWhole ? readValue(Object.fromEntries(entries) as Value) : BROKEN;
    },
    write: (value) => {
      const values = value as Readonly<Record<string, unknown>>;
      return Object.fromEntries(list.map(([key, [name, form]]) => [name, form.write(values[key])]));
    },
  };
}

/** One of several records, told apart by their `kind`. */
export function choiceForm<Value extends { readonly kind: string }>(
  variants: {
    readonly [Kind in Value['kind']]: Form<Extract<Value, { readonly kind: Kind }>>;
  },
): Form<Value> {
  const forms = new Map(Object.entries(variants) as [string, Form<Value>][]);
  return {
    read: (json, path, tell) => {
      if (!isObject(json)) {
        tell(path, 'not_an_object', 'must be an object');
        return BROKEN;
      }
      const form = forms.get(String(json['kind']));
      if (form === undefined) {
        const kinds = [...forms.keys()].join(', ');
        tell(pathTo(path, 'kind'), 'not_one_of', `must be one of ${kinds}`);
        return BROKEN;
      }
      return form.read(json, path, tell);
    },
    write: (value) => {
      const form = forms.get(value.kind);
      if (form === undefined) throw new Error(`no form for the kind ${value.kind}`);
      return form.write(value);
    },
  };
}

function isObject(json: unknown): json is Readonly<Record<string, unknown>> {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}

function pathTo(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`;
}
