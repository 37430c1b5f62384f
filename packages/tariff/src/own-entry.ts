/**
 * The value under an id, and nothing of the language's own: a component may be called
 * `constructor`, and every object answers to that name.
 */
export function ownEntry<Value>(
  values: Readonly<Record<string, Value>>,
  id: string,
): Value | undefined {
  return Object.hasOwn(values, id) ? values[id] : undefined;
}
