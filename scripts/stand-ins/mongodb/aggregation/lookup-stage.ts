import { MongodbError, notImplemented } from '../errors/mongodb-error';
import { type Document, isDocument } from '../values/document';
import { valuesAtPath } from '../values/values-at-path';
import { withFieldAtPath } from './document-path';
import { mapEach } from './iterate';
import type { PipelineContext, Stage } from './pipeline-context';

const FIELDS = ['from', 'localField', 'foreignField', 'as'] as const;

/** A `$lookup`: of what has the same value in two fields, or of all that a pipeline finds. */
export function lookupStage(argument: unknown, context: PipelineContext): Stage {
  if (!isDocument(argument)) throw new MongodbError('BadValue', 'the $lookup specification must be an object');
  return argument.pipeline === undefined ? lookupByField(argument, context) : lookupByPipeline(argument, context);
}

function lookupByPipeline({ from, as, pipeline, ...others }: Document, context: PipelineContext): Stage {
  const [other] = Object.keys(others);
  if (other) throw notImplemented(`the option '${other}' of $lookup with a pipeline`);
  if (typeof from !== 'string' || typeof as !== 'string' || !Array.isArray(pipeline) || !pipeline.every(isDocument)) {
    throw new MongodbError('FailedToParse', '$lookup takes the names from and as, and a pipeline');
  }
  return (documents) =>
    mapEach(documents, (document) => {
      const found = context.run(from, pipeline);
      return withFieldAtPath(document, as.split('.'), found);
    });
}

/** Found through the foreign collection's indexes. */
function lookupByField(argument: Document, context: PipelineContext): Stage {
  for (const field of Object.keys(argument)) {
    if (!FIELDS.some((known) => known === field)) throw notImplemented(`the option '${field}' of $lookup`);
  }
  const [from, localField, foreignField, as] = FIELDS.map((field) => {
    const value = argument[field];
    if (typeof value !== 'string')
      throw new MongodbError('FailedToParse', `$lookup argument '${field}' must be a string`);
    return value;
  }) as [string, string, string, string];
  return (documents) =>
    mapEach(documents, (document) => {
      const values = localValues(document, localField);
      const found = values.length === 0 ? [] : [...context.find(from, { filter: { [foreignField]: { $in: values } } })];
      return withFieldAtPath(document, as.split('.'), found);
    });
}

/** An array joins by each of its elements; a missing field joins like null. */
function localValues(document: Document, path: string): unknown[] {
  return valuesAtPath(document, path).values.filter((value) => value !== undefined);
}
