/** A decoded BSON document: numbers are bson's Int32, Double and Long, so that they keep their type. */
export type Document = { [field: string]: unknown };

/** True for an embedded document, false for arrays, dates, null and every bson class. */
export function isDocument(value: unknown): value is Document {
  if (typeof value !== 'object' || value === null) return false;
  // Almost all are; asked first because everything that reads or writes asks this of every value.
  if (value.constructor === Object) return true;
  if (Array.isArray(value) || value instanceof Date || value instanceof Uint8Array) return false;
  return (value as { _bsontype?: unknown })._bsontype === undefined;
}

/** Copies documents and arrays; leaf values are never changed in place and are shared. */
export function cloneValue<T>(value: T): T {
  if (Array.isArray(value)) return value.map(cloneValue) as T;
  if (!isDocument(value)) return value;
  const copy: Document = {};
  for (const field of Object.keys(value)) copy[field] = cloneValue(value[field]);
  return copy as T;
}

const INTEGER_LIKE = /^(0|[1-9]\d{0,9})$/;

/** Names such as "0" or "42": array positions in paths, and the names whose order JavaScript objects do not keep. */
export function isIntegerLike(name: string): boolean {
  return INTEGER_LIKE.test(name);
}
