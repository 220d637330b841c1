import { hash } from 'node:crypto';

/** Members sorted by name, those without a value left out. */
const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) {
    return value.map(sorted);
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  members.sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(members.map(([name, member]) => [name, sorted(member)]));
};

/**
 * The text that is hashed: JSON (as `JSON.stringify` of ECMA-262 writes it) with the members of every object in ascending
 * order of their names' UTF-16 code units, dates as ISO 8601 in UTC. Members whose names are whole numbers do not occur.
 */
export const canonicalContent = (content: unknown): string =>
  JSON.stringify(sorted(JSON.parse(JSON.stringify(content))));

/** SHA-256 of the canonical text, lower-case hex. */
export const contentDigest = (content: unknown): string => hash('sha256', canonicalContent(content), 'hex');
