import { isDocument, isIntegerLike } from '../values/document';
import type { ArrayPositions } from './array-positions';

/** Tests one value found at a path; `undefined` stands for a missing field. */
export type ValueTest = (value: unknown) => boolean;

export interface PathWalk {
  readonly segments: readonly string[];
  readonly test: ValueTest;
  /** Whether an array at the end of the path is also tested element by element. */
  readonly expandsLastArray: boolean;
  readonly positions?: ArrayPositions | undefined;
}

/**
 * True when any value at the path passes the test, going through arrays on the way as queries do (MongoDB manual,
 * "Query an Array"): a numeric segment may be a position, and any other segment is looked up in each embedded document.
 */
export function anyValueAtPath(root: unknown, walk: PathWalk): boolean {
  return visit(root, 0, walk);
}

function visit(value: unknown, depth: number, walk: PathWalk): boolean {
  if (depth === walk.segments.length) return visitEnd(value, walk);
  const segment = walk.segments[depth] as string;
  if (Array.isArray(value)) return visitArray(value, segment, depth, walk);
  if (!isDocument(value)) return walk.test(undefined);
  return visit(fieldOf(value, segment), depth + 1, walk);
}

function fieldOf(document: { [field: string]: unknown }, field: string): unknown {
  return Object.hasOwn(document, field) ? document[field] : undefined;
}

function visitEnd(value: unknown, walk: PathWalk): boolean {
  if (Array.isArray(value) && walk.expandsLastArray) {
    const index = value.findIndex(walk.test);
    if (index >= 0) {
      record(walk, walk.segments.length, index);
      return true;
    }
  }
  return walk.test(value);
}

function visitArray(items: unknown[], segment: string, depth: number, walk: PathWalk): boolean {
  if (isIntegerLike(segment) && Number(segment) < items.length) {
    if (visit(items[Number(segment)], depth + 1, walk)) return true;
  }
  const index = items.findIndex((item) => isDocument(item) && visit(item, depth, walk));
  if (index >= 0) record(walk, depth, index);
  return index >= 0;
}

function record(walk: PathWalk, depth: number, index: number): void {
  walk.positions?.record(walk.segments.slice(0, depth).join('.'), index);
}
