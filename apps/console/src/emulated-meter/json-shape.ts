/** Asks whether what another program sent has the form that was agreed. Members not named are not read. */

export type Is<Value> = (json: unknown) => json is Value;

type Shape = Readonly<Record<string, Is<unknown>>>;
type Of<Form extends Shape> = {
  readonly [Name in keyof Form]: Form[Name] extends Is<infer Value> ? Value : never;
};

/** Longer than anything a meter says. */
const TEXT_MAX = 1_000;
const LIST_MAX = 10_000;

export const isText: Is<string> = (json): json is string =>
  typeof json === 'string' && json.length <= TEXT_MAX;

export const isWhole: Is<number> = (json): json is number => Number.isSafeInteger(json);

export const isFlag: Is<boolean> = (json): json is boolean => typeof json === 'boolean';

/** A time as computers write it, in UTC. */
export const isTime: Is<string> = (json): json is string =>
  isText(json) && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(json) && Number.isFinite(Date.parse(json));

export function isOneOf<Value extends string | number>(values: readonly Value[]): Is<Value> {
  return (json): json is Value => values.some((value) => value === json);
}

export function isListOf<Value>(isEach: Is<Value>): Is<readonly Value[]> {
  return (json): json is readonly Value[] =>
    Array.isArray(json) && json.length <= LIST_MAX && json.every((each) => isEach(each));
}

export function isRecord<Form extends Shape>(form: Form): Is<Of<Form>> {
  return (json): json is Of<Form> =>
    typeof json === 'object' &&
    json !== null &&
    Object.entries(form).every(
      ([name, isMember]) =>
        Object.hasOwn(json, name) && isMember((json as Readonly<Record<string, unknown>>)[name]),
    );
}
