import { type Document, isDocument } from '../values/document';
import { toInteger } from '../values/numbers';
import { compileStage } from './compile-stage';
import type { PipelineContext, PipelineQuery } from './pipeline-context';

/** Stages that a find can answer, in the order in which it does. */
const LEADING = ['$match', '$sort', '$skip', '$limit'] as const;

/** Runs a pipeline over its collection. What stands in front and a find can do is answered like a find, with indexes. */
export function runPipeline(pipeline: readonly Document[], context: PipelineContext): Document[] {
  const stages = pipeline.map((stage) => compileStage(stage, context));
  const { query, length } = leadingQuery(pipeline);
  const found = context.find(context.collection, { ...query, onlyCounts: asksForNoField(pipeline[length]) });
  return [...stages.slice(length).reduce((documents, run) => run(documents), found)];
}

/** Whether a stage only counts what comes; of others it is not looked into. */
function asksForNoField(stage: Document | undefined): boolean {
  if (stage === undefined) return false;
  return '$count' in stage || ('$group' in stage && !namesField(stage.$group));
}

/** A text that begins with `$` is a field or a variable, which may be the document. */
function namesField(expression: unknown): boolean {
  if (typeof expression === 'string') return expression.startsWith('$');
  if (Array.isArray(expression)) return expression.some(namesField);
  return isDocument(expression) && Object.values(expression).some(namesField);
}

function leadingQuery(pipeline: readonly Document[]): { query: PipelineQuery; length: number } {
  const leading: { [operator: string]: unknown } = {};
  let next = 0;
  let length = 0;
  for (const stage of pipeline) {
    const operator = Object.keys(stage)[0] ?? '';
    const position = LEADING.findIndex((one, index) => index >= next && one === operator);
    if (position < 0) break;
    leading[operator] = stage[operator];
    next = position + 1;
    length += 1;
  }
  const { $match, $sort, $skip, $limit } = leading;
  return {
    length,
    query: {
      filter: isDocument($match) ? $match : {},
      ...(isDocument($sort) && { sort: $sort }),
      ...($skip !== undefined && { skip: toInteger($skip, '$skip') }),
      ...($limit !== undefined && { limit: toInteger($limit, '$limit') }),
    },
  };
}
