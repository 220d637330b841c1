import { MongodbError } from '../errors/mongodb-error';
import { compileProjection } from '../projection/compile-projection';
import { type Document, isDocument } from '../values/document';
import { isNumeric } from '../values/value-type';
import { compileFields } from './compile-fields';
import { withFieldAtPath } from './document-path';
import { mapEach } from './iterate';
import type { PipelineContext, Stage } from './pipeline-context';

/** `$project`: fields kept or left out as a find does, and computed ones added behind in the order given. */
export function projectStage(argument: unknown, { now }: PipelineContext): Stage {
  if (!isDocument(argument) || Object.keys(argument).length === 0) {
    throw new MongodbError('BadValue', 'projection specification must have at least one field');
  }
  const fields = compileFields(argument);
  const flags: Document = {};
  for (const { path, specification } of fields) if (isFlag(specification)) flags[path] = specification;
  const computed = fields.filter(({ specification }) => !isFlag(specification));
  const keep = compileKeep(flags, computed.length > 0);
  return (documents) =>
    mapEach(documents, (root) =>
      computed.reduce((result, { segments, evaluate }) => {
        const value = evaluate({ root, variables: {}, now });
        return value === undefined ? result : withFieldAtPath(result, segments, value);
      }, keep(root)),
    );
}

function isFlag(specification: unknown): boolean {
  return typeof specification === 'boolean' || isNumeric(specification);
}

/** Beside computed fields only what is named stays; `_id` stays unless it is switched off. */
function compileKeep(flags: Document, hasComputed: boolean): (document: Document) => Document {
  if (!hasComputed) return compileProjection(flags);
  const { _id, ...others } = flags;
  const names = Object.keys(others);
  if (names.some((name) => Number(others[name]) === 0)) {
    throw new MongodbError('BadValue', 'Cannot exclude fields in a projection that computes fields');
  }
  const keepsId = _id === undefined || Number(_id) !== 0;
  if (names.length === 0 && !keepsId) return () => ({});
  return compileProjection({ ...others, _id: keepsId });
}
