import { MongodbError } from '../errors/mongodb-error';
import { isDocument } from '../values/document';
import { compileFields } from './compile-fields';
import { withFieldAtPath } from './document-path';
import { mapEach } from './iterate';
import type { PipelineContext, Stage } from './pipeline-context';

/** `$addFields`: every expression sees the document as it came in; a missing value leaves the field as it is. */
export function addFieldsStage(argument: unknown, { now }: PipelineContext): Stage {
  if (!isDocument(argument)) throw new MongodbError('BadValue', '$addFields specification must be an object');
  const fields = compileFields(argument);
  return (documents) =>
    mapEach(documents, (root) =>
      fields.reduce((result, { segments, evaluate }) => {
        const value = evaluate({ root, variables: {}, now });
        return value === undefined ? result : withFieldAtPath(result, segments, value);
      }, root),
    );
}
