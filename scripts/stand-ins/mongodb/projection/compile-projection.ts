import { MongodbError, notImplemented } from '../errors/mongodb-error';
import { type Document, isDocument } from '../values/document';
import { isNumeric } from '../values/value-type';
import { mergePaths, type PathTree } from './path-tree';

export type Projection = (document: Document) => Document;

/** Compiles an inclusion or exclusion projection; operators and expressions in it are refused by name. */
export function compileProjection(specification: Document): Projection {
  const flags = flatten(specification, '');
  const idIncluded = flags.get('_id');
  flags.delete('_id');
  const modes = new Set(flags.values());
  if (modes.size > 1) {
    throw new MongodbError('BadValue', 'Cannot do inclusion and exclusion of fields in one projection (except of _id)');
  }
  const [mode] = modes;
  if (mode === undefined && idIncluded === undefined) return (document) => document;
  if (mode ?? idIncluded) {
    const tree = mergePaths([...flags.keys(), ...(idIncluded === false ? [] : ['_id'])]);
    return (document) => include(document, tree);
  }
  const tree = mergePaths([...flags.keys(), ...(idIncluded === false ? ['_id'] : [])]);
  return (document) => exclude(document, tree);
}

/** `{a: {b: 1}}` means `{'a.b': 1}`. */
function flatten(specification: Document, prefix: string): Map<string, boolean> {
  const flags = new Map<string, boolean>();
  for (const [field, value] of Object.entries(specification)) {
    const path = prefix + field;
    if (field.startsWith('$') || path.split('.').some((segment) => segment.startsWith('$'))) {
      throw notImplemented(`${field} in a projection`);
    }
    if (isNumeric(value) || typeof value === 'boolean') flags.set(path, Boolean(Number(value)));
    else if (isDocument(value) && Object.keys(value).length > 0) {
      for (const [nested, flag] of flatten(value, `${path}.`)) flags.set(nested, flag);
    } else throw notImplemented(`a computed field '${path}' in a projection`);
  }
  return flags;
}

/** Keeps the fields of the tree, in the document's order; arrays on the way keep their embedded documents only. */
function include(document: Document, tree: PathTree): Document {
  const result: Document = {};
  for (const field of Object.keys(document)) {
    const branch = tree.get(field);
    if (branch === undefined) continue;
    const value = branch === 'whole' ? document[field] : includeBelow(document[field], branch);
    if (value !== undefined) result[field] = value;
  }
  return result;
}

function includeBelow(value: unknown, branch: PathTree): unknown {
  if (Array.isArray(value)) {
    return value.map((item) => includeBelow(item, branch)).filter((item) => item !== undefined);
  }
  return isDocument(value) ? include(value, branch) : undefined;
}

function exclude(document: Document, tree: PathTree): Document {
  const result: Document = {};
  for (const field of Object.keys(document)) {
    const branch = tree.get(field);
    if (branch === 'whole') continue;
    result[field] = branch === undefined ? document[field] : excludeBelow(document[field], branch);
  }
  return result;
}

function excludeBelow(value: unknown, branch: PathTree): unknown {
  if (Array.isArray(value)) return value.map((item) => excludeBelow(item, branch));
  return isDocument(value) ? exclude(value, branch) : value;
}
