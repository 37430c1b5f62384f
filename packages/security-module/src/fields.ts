/**
 * Reading one JSON object field by field. Nothing is taken on trust: each field is asked for by
 * name with all that it may be, and a field nobody asked for is a fault too. A fault names the
 * place and never repeats what stood there.
 */

/** Caught by the parser that began the reading, which returns a fault. */
export class FieldFault extends Error {
  override readonly name: string = 'FieldFault';
}

/** One JSON object on its way to a value. Every method throws FieldFault. */
export class Fields {
  readonly #fields: Readonly<Record<string, unknown>>;
  readonly #place: string;
  // A list and no set: an object has a dozen fields, and one is read for every token.
  readonly #asked: string[] = [];

  constructor(value: unknown, place: string) {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      throw new FieldFault(`${place} must be an object`);
    }
    this.#fields = value as Readonly<Record<string, unknown>>;
    this.#place = place;
  }

  #fault(name: string, expected: string): FieldFault {
    return new FieldFault(`${this.#place}.${name} must be ${expected}`);
  }

  #take(name: string): unknown {
    this.#asked.push(name);
    return Object.hasOwn(this.#fields, name) ? this.#fields[name] : undefined;
  }

  /** Whether the field is there and null. */
  isNull(name: string): boolean {
    return this.#take(name) === null;
  }

  text(name: string, pattern: RegExp, expected: string): string {
    const value = this.#take(name);
    if (typeof value !== 'string' || !pattern.test(value)) throw this.#fault(name, expected);
    return value;
  }

  octets(name: string, length: number): Buffer {
    const value = this.#take(name);
    const expected = `${2 * length} hexadecimal digits`;
    if (typeof value !== 'string' || value.length !== 2 * length || !/^[0-9a-f]*$/.test(value)) {
      throw this.#fault(name, expected);
    }
    return Buffer.from(value, 'hex');
  }

  integer(name: string, min: number, max: number): number {
    const value = this.#take(name);
    if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < min || value > max) {
      throw this.#fault(name, `a whole number from ${min} to ${max}`);
    }
    return value;
  }

  /** A whole number above what a double holds, as a decimal string. */
  bigint(name: string): bigint {
    return BigInt(this.text(name, /^(0|[1-9]\d{0,19})$/, 'a whole number in a string'));
  }

  oneOf<Choice extends string | number>(name: string, choices: readonly Choice[]): Choice {
    const value = this.#take(name);
    const choice = choices.find((candidate) => candidate === value);
    if (choice === undefined) throw this.#fault(name, `one of ${choices.join(', ')}`);
    return choice;
  }

  object(name: string): Fields {
    return new Fields(this.#take(name), `${this.#place}.${name}`);
  }

  list(name: string, min: number, max: number): readonly Fields[] {
    const value = this.#take(name);
    if (!Array.isArray(value) || value.length < min || value.length > max) {
      throw this.#fault(name, `a list of ${min} to ${max}`);
    }
    return value.map((item, position) => new Fields(item, `${this.#place}.${name}[${position}]`));
  }

  /** What a parser makes of a text that may be wrong, or a fault. */
  parsed<Value>(name: string, parse: (text: string) => Value | null, expected: string): Value {
    const value = this.#take(name);
    const parsed = typeof value === 'string' ? parse(value) : null;
    if (parsed === null) throw this.#fault(name, expected);
    return parsed;
  }

  /** To be called last: nothing may be there that was not asked for. */
  end(): void {
    for (const name of Object.keys(this.#fields)) {
      if (!this.#asked.includes(name)) throw new FieldFault(`${this.#place} has an unknown field`);
    }
  }
}
