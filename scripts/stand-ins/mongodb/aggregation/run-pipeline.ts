import { type Document, isDocument } from '../values/document';
import { compileStage } from './compile-stage';
import type { PipelineContext } from './pipeline-context';

/** Runs a pipeline over its collection. A `$match` in front is answered like a find, with indexes. */
export function runPipeline(pipeline: readonly Document[], context: PipelineContext): Document[] {
  const first = pipeline[0]?.$match;
  const startsWithMatch = isDocument(first) && Object.keys(pipeline[0] ?? {}).length === 1;
  const stages = (startsWithMatch ? pipeline.slice(1) : pipeline).map((stage) => compileStage(stage, context));
  const found = context.find(context.collection, startsWithMatch ? first : {});
  return stages.reduce<Document[]>((documents, run) => run(documents), found);
}
