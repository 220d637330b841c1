import { EJSON } from 'bson';
import { MongodbError } from '../errors/mongodb-error';
import type { Document } from '../values/document';
import { valuesAtPath } from '../values/values-at-path';
import type { IndexSpecification } from './index-specification';

/** Write error 11000, with `keyPattern` and `keyValue` as a server gives them. */
export function duplicateKeyError(namespace: string, index: IndexSpecification, document: Document): MongodbError {
  const keyValue: Document = {};
  for (const path of Object.keys(index.key)) keyValue[path] = valuesAtPath(document, path).values[0] ?? null;
  return new MongodbError(
    'DuplicateKey',
    `E11000 duplicate key error collection: ${namespace} index: ${index.name} dup key: ${EJSON.stringify(keyValue)}`,
    { keyPattern: index.key, keyValue },
  );
}
