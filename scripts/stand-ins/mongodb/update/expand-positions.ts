import { MongodbError } from '../errors/mongodb-error';
import type { ArrayPositions } from '../match/array-positions';
import { isDocument, isIntegerLike } from '../values/document';
import type { ArrayFilters } from './array-filters';

export interface PositionSources {
  /** Absent when an upsert inserts: then nothing was matched. */
  readonly positions: ArrayPositions | undefined;
  readonly arrayFilters: ArrayFilters;
}

/** Replaces `$`, `$[]` and `$[identifier]` by the positions they stand for in this document: one path or several. */
export function expandPositions(root: unknown, segments: readonly string[], sources: PositionSources): string[][] {
  if (!segments.some((segment) => segment.startsWith('$'))) return [[...segments]];
  return expand(root, segments, [], sources);
}

function expand(value: unknown, rest: readonly string[], done: string[], sources: PositionSources): string[][] {
  const [segment, ...following] = rest;
  if (segment === undefined) return [done];
  if (!segment.startsWith('$')) return expand(childOf(value, segment), following, [...done, segment], sources);
  return positionsFor(value, segment, done, sources).flatMap((index) =>
    expand(childOf(value, String(index)), following, [...done, String(index)], sources),
  );
}

function positionsFor(value: unknown, segment: string, done: string[], sources: PositionSources): number[] {
  const path = done.join('.');
  if (segment === '$') {
    const index = sources.positions?.get(path);
    if (index !== undefined) return [index];
    throw new MongodbError('BadValue', 'The positional operator did not find the match needed from the query.');
  }
  if (!Array.isArray(value)) {
    throw new MongodbError('BadValue', `The path '${path}' must be an array in the document to apply array updates`);
  }
  const identifier = segment.slice(2, -1);
  return [...value.keys()].filter(
    (index) => identifier === '' || sources.arrayFilters.accepts(identifier, value[index]),
  );
}

function childOf(value: unknown, segment: string): unknown {
  if (Array.isArray(value)) return isIntegerLike(segment) ? value[Number(segment)] : undefined;
  return isDocument(value) && Object.hasOwn(value, segment) ? value[segment] : undefined;
}
