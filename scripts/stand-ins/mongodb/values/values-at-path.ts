import { type Document, isDocument } from './document';

export interface ValuesAtPath {
  /** What an index or a sort sees at the path: elements of arrays one by one; a missing field is null. */
  values: unknown[];
  /** Whether an array stood on or at the end of the path. */
  sawArray: boolean;
  /** False when the field is nowhere in the document. */
  present: boolean;
}

/** Values of a dotted path for indexes and sorts; an empty array counts as `undefined`, which sorts before null. */
export function valuesAtPath(document: Document, path: string): ValuesAtPath {
  const found: ValuesAtPath = { values: [], sawArray: false, present: false };
  collect(document, path.split('.'), 0, found);
  return found;
}

function collect(value: unknown, segments: string[], depth: number, found: ValuesAtPath): void {
  if (Array.isArray(value)) {
    found.sawArray = true;
    if (depth === segments.length) found.present = true;
    if (value.length === 0) found.values.push(depth === segments.length ? undefined : null);
    for (const item of value) collectElement(item, segments, depth, found);
    return;
  }
  if (depth === segments.length) {
    found.present ||= value !== undefined;
    found.values.push(value === undefined ? null : value);
    return;
  }
  const field = segments[depth] as string;
  collect(isDocument(value) && Object.hasOwn(value, field) ? value[field] : undefined, segments, depth + 1, found);
}

/** An array directly inside an array is one value, not further expanded. */
function collectElement(item: unknown, segments: string[], depth: number, found: ValuesAtPath): void {
  if (!Array.isArray(item)) collect(item, segments, depth, found);
  else found.values.push(depth === segments.length ? item : null);
}
