import { MongodbError, notImplemented } from '../errors/mongodb-error';
import { compileFilter } from '../match/compile-filter';
import { compileSort } from '../sort/compile-sort';
import { type Document, isDocument } from '../values/document';
import { toInteger } from '../values/numbers';
import { addFieldsStage } from './add-fields-stage';
import { groupStage } from './group-stage';
import { filterEach, slice } from './iterate';
import { lookupStage } from './lookup-stage';
import type { PipelineContext, Stage } from './pipeline-context';
import { projectStage } from './project-stage';
import { unwindStage } from './unwind-stage';

type CompileStage = (argument: unknown, context: PipelineContext) => Stage;

/** Matching, sorting and cutting are our own; expressions inside stages are in compile-expression.ts. */
const STAGES: Record<string, CompileStage> = {
  $match: (argument) => {
    const matches = compileFilter(documentArgument('$match', argument));
    return (documents) => filterEach(documents, (document) => matches(document));
  },
  $sort: (argument) => {
    const sort = compileSort(documentArgument('$sort', argument));
    return (documents) => sort([...documents], (document) => document);
  },
  $limit: (argument) => {
    const limit = toInteger(argument, '$limit');
    if (limit <= 0) throw new MongodbError('BadValue', 'the limit must be positive');
    return (documents) => slice(documents, 0, limit);
  },
  $skip: (argument) => {
    const skip = toInteger(argument, '$skip');
    if (skip < 0) throw new MongodbError('BadValue', 'the skip must not be negative');
    return (documents) => slice(documents, skip, Number.POSITIVE_INFINITY);
  },
  $count: (argument) => {
    if (typeof argument !== 'string' || !/^[^$.\0][^.\0]*$/.test(argument)) {
      throw new MongodbError('BadValue', 'the count field must be a non-empty string without $ and .');
    }
    return (documents) => {
      let count = 0;
      for (const _ of documents) count += 1;
      return count === 0 ? [] : [{ [argument]: count }];
    };
  },
  $unwind: unwindStage,
  $group: groupStage,
  $project: projectStage,
  $addFields: addFieldsStage,
  $set: addFieldsStage,
  $lookup: lookupStage,
  $facet: facetStage,
};

export function compileStage(stage: Document, context: PipelineContext): Stage {
  const entries = Object.entries(stage);
  const [entry] = entries;
  if (!entry || entries.length > 1) {
    throw new MongodbError('BadValue', 'A pipeline stage specification object must contain exactly one field.');
  }
  const [operator, argument] = entry;
  const compile = Object.hasOwn(STAGES, operator) ? STAGES[operator] : undefined;
  if (!compile) throw notImplemented(`the aggregation stage ${operator}`);
  return compile(argument, context);
}

function documentArgument(operator: string, argument: unknown): Document {
  if (!isDocument(argument)) throw new MongodbError('BadValue', `the argument of ${operator} must be a document`);
  return argument;
}

function facetStage(argument: unknown, context: PipelineContext): Stage {
  const facets = Object.entries(documentArgument('$facet', argument)).map(([field, pipeline]) => {
    if (!Array.isArray(pipeline) || !pipeline.every(isDocument)) {
      throw new MongodbError('BadValue', 'arguments to $facet must be arrays of stages');
    }
    if (pipeline.some((stage) => '$facet' in stage)) throw new MongodbError('BadValue', '$facet inside $facet');
    return { field, stages: pipeline.map((stage) => compileStage(stage, context)) };
  });
  return (documents) => {
    const result: Document = {};
    const all = [...documents];
    for (const { field, stages } of facets) {
      result[field] = [...stages.reduce<Iterable<Document>>((current, run) => run(current), all)];
    }
    return [result];
  };
}
