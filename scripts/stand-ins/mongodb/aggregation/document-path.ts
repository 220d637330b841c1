import { notImplemented } from '../errors/mongodb-error';
import { setField } from '../update/update-location';
import { type Document, isDocument } from '../values/document';

/** The value at a path of embedded documents; arrays on the way are refused. */
export function fieldAtPath(document: Document, segments: readonly string[]): unknown {
  return segments.reduce<unknown>((value, segment) => {
    if (Array.isArray(value)) throw throughArray(segments);
    return isDocument(value) && Object.hasOwn(value, segment) ? value[segment] : undefined;
  }, document);
}

/** A copy with the field set; what stands in the way and is no document is replaced, as `$addFields` does. */
export function withFieldAtPath(document: unknown, segments: readonly string[], value: unknown): Document {
  const [segment, ...rest] = segments;
  if (Array.isArray(document)) throw throughArray(segments);
  const copy: Document = isDocument(document) ? { ...document } : {};
  if (segment === undefined) return copy;
  const present = Object.hasOwn(copy, segment) ? copy[segment] : undefined;
  setField(copy, segment, rest.length === 0 ? value : withFieldAtPath(present, rest, value));
  return copy;
}

export function withoutFieldAtPath(document: Document, segments: readonly string[]): Document {
  const [segment, ...rest] = segments;
  if (segment === undefined || !Object.hasOwn(document, segment)) return document;
  const { [segment]: removed, ...others } = document;
  if (rest.length === 0) return others;
  return isDocument(removed) ? { ...document, [segment]: withoutFieldAtPath(removed, rest) } : document;
}

function throughArray(segments: readonly string[]): Error {
  return notImplemented(`the aggregation path '${segments.join('.')}' through an array`);
}
