import { type Bag, isBag } from '../bag';
import type { AppRealm } from '../realm/app-realm';

/** `a.b[0].c` and Taro's `a.[0].b` as keys. @throws Error for what WeChat does not accept as a path */
export function parseDataPath(path: string): (string | number)[] {
  const keys: (string | number)[] = [];
  for (const [, index, name, other] of path.matchAll(/\[(\d+)\]|([^.[\]]+)|([[\]])/g)) {
    if (other !== undefined) {
      throw new Error(`setData: the path ${path} is invalid`);
    }
    keys.push(index === undefined ? (name ?? '') : Number(index));
  }
  return keys;
}

/** A changed copy along the path: untouched branches keep their identity, which tells components what changed. */
function withValue(node: unknown, keys: readonly (string | number)[], value: unknown, realm: AppRealm): unknown {
  const [key, ...rest] = keys;
  if (key === undefined) {
    return value;
  }
  if (typeof key === 'number') {
    const list = realm.enter([] as unknown[]);
    if (Array.isArray(node)) {
      list.push(...node);
    }
    list[key] = withValue(list[key], rest, value, realm);
    return list;
  }
  const bag = Object.assign(realm.enter({} as Bag), isBag(node) ? node : {});
  bag[key] = withValue(bag[key], rest, value, realm);
  return bag;
}

/** What crosses from the logic layer to the view: JSON, as in WeChat. `undefined` and functions do not cross. */
export const asViewData = (value: unknown, realm: AppRealm): unknown =>
  value === undefined ? undefined : realm.enter(JSON.parse(JSON.stringify(value) ?? 'null'));

/** Applies a `setData` patch to `data` in place; answers the changed top-level keys. */
export function applySetData(data: Bag, patch: Bag, realm: AppRealm): Set<string> {
  const changed = new Set<string>();
  for (const [path, given] of Object.entries(patch)) {
    if (given === undefined || typeof given === 'function') {
      continue;
    }
    const [first, ...rest] = parseDataPath(path);
    const key = String(first);
    data[key] = withValue(data[key], rest, asViewData(given, realm), realm);
    changed.add(key);
  }
  return changed;
}

/** Reads `a.b[0]` of data. */
export const readDataPath = (data: unknown, path: string): unknown =>
  parseDataPath(path).reduce<unknown>((at, key) => (at as Bag | undefined)?.[key as string], data);
