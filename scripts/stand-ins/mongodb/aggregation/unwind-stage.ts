import { Long } from 'bson';
import { MongodbError, notImplemented } from '../errors/mongodb-error';
import { type Document, isDocument } from '../values/document';
import { fieldAtPath, withFieldAtPath, withoutFieldAtPath } from './document-path';
import { flatMapEach } from './iterate';
import type { Stage } from './pipeline-context';

/** `$unwind`: one document for each element; a value that is no array counts as one element. */
export function unwindStage(argument: unknown): Stage {
  const options: Document = isDocument(argument) ? argument : { path: argument };
  for (const option of Object.keys(options)) {
    if (!['path', 'preserveNullAndEmptyArrays', 'includeArrayIndex'].includes(option)) {
      throw notImplemented(`the option '${option}' of $unwind`);
    }
  }
  const { path } = options;
  if (typeof path !== 'string' || !path.startsWith('$')) {
    throw new MongodbError('BadValue', 'path option to $unwind stage should be prefixed with a $');
  }
  const segments = path.slice(1).split('.');
  const keepsEmpty = options.preserveNullAndEmptyArrays === true;
  const indexPath = typeof options.includeArrayIndex === 'string' ? options.includeArrayIndex.split('.') : undefined;
  const numbered = (document: Document, index: number | null): Document =>
    indexPath ? withFieldAtPath(document, indexPath, index === null ? null : Long.fromNumber(index)) : document;
  return (documents) =>
    flatMapEach(documents, (document) => {
      const value = fieldAtPath(document, segments);
      if (Array.isArray(value) && value.length > 0) {
        return value.map((item, index) => numbered(withFieldAtPath(document, segments, item), index));
      }
      const isEmpty = value === undefined || value === null || Array.isArray(value);
      if (isEmpty && !keepsEmpty) return [];
      return [numbered(Array.isArray(value) ? withoutFieldAtPath(document, segments) : document, null)];
    });
}
