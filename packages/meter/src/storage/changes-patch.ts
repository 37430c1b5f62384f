/**
 * A patch: what differs between two JSON objects, so that a record of a hundred watt-hours does not
 * repeat the tariff that stands beside them. Objects are compared member by member; everything else
 * is taken whole. (The merge patch of RFC 7396 does not serve: it cannot say that a member is null.)
 */
import { isObject, type Json, type JsonObject } from './stored-form.ts';

/** The names are short because each record carries them. */
export interface Patch extends JsonObject {
  /** Members to be set. */
  readonly s?: JsonObject;
  /** Patches of members that are objects. */
  readonly w?: JsonObject;
  /** Members to be taken away. */
  readonly g?: readonly string[];
}

/** The members that are only on the left are gone; those alike are not named. */
export function patchBetween(before: JsonObject, after: JsonObject): Patch {
  const gone = Object.keys(before).filter((name) => !Object.hasOwn(after, name));
  const patch = patchOfMembers(before, after);
  return gone.length === 0 ? patch : { ...patch, g: gone };
}

/** The same for an object of which only the members that may differ are given. */
export function patchOfMembers(before: JsonObject, some: JsonObject): Patch {
  const set: [string, Json][] = [];
  const within: [string, Patch][] = [];
  for (const [name, after] of Object.entries(some)) {
    const old = Object.hasOwn(before, name) ? before[name] : undefined;
    if (old === undefined) set.push([name, after]);
    else if (isJsonObject(old) && isJsonObject(after)) {
      const patch = patchBetween(old, after);
      if (Object.keys(patch).length > 0) within.push([name, patch]);
    } else if (old !== after && JSON.stringify(old) !== JSON.stringify(after)) {
      set.push([name, after]);
    }
  }
  return {
    ...(set.length > 0 && { s: Object.fromEntries(set) }),
    ...(within.length > 0 && { w: Object.fromEntries(within) }),
  };
}

/** Null where the patch is none, or does not fit the object. */
export function applyPatch(before: JsonObject, patch: unknown): JsonObject | null {
  if (!isObject(patch)) return null;
  const { g = [], s = {}, w = {} } = patch;
  if (!Array.isArray(g) || !isJsonObject(s) || !isJsonObject(w)) return null;
  const names = g as readonly unknown[];
  const gone = names.filter((name) => typeof name === 'string' && Object.hasOwn(before, name));
  if (gone.length !== names.length) return null;
  let after: JsonObject = { ...before, ...s };
  for (const [name, inner] of Object.entries(w)) {
    const old = Object.hasOwn(after, name) ? after[name] : undefined;
    const patched = isJsonObject(old) ? applyPatch(old, inner) : null;
    if (patched === null) return null;
    after = { ...after, [name]: patched };
  }
  if (gone.length === 0) return after;
  return Object.fromEntries(Object.entries(after).filter(([name]) => !gone.includes(name)));
}

/** The names of the members that a patch of a whole object touches. */
export function namesOfPatch(patch: Patch): readonly string[] {
  return [...Object.keys(patch.s ?? {}), ...Object.keys(patch.w ?? {}), ...(patch.g ?? [])];
}

function isJsonObject(value: unknown): value is JsonObject {
  return isObject(value);
}
