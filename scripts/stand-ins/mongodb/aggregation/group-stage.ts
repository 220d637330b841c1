import { MongodbError } from '../errors/mongodb-error';
import { type Document, isDocument } from '../values/document';
import { valueKey } from '../values/value-key';
import { type Accumulator, compileAccumulator } from './accumulators';
import { compileExpression } from './compile-expression';
import type { PipelineContext, Stage } from './pipeline-context';

interface Group {
  readonly id: unknown;
  readonly accumulators: readonly Accumulator[];
}

/** `$group`; groups come out in the order they were first met. */
export function groupStage(argument: unknown, { now }: PipelineContext): Stage {
  if (!isDocument(argument) || !Object.hasOwn(argument, '_id')) {
    throw new MongodbError('BadValue', 'a group specification must include an _id');
  }
  const { _id, ...fields } = argument;
  const idOf = compileExpression(_id);
  const outputs = Object.entries(fields).map(([field, specification]) => {
    if (field.includes('.')) throw new MongodbError('BadValue', `The field name '${field}' cannot contain '.'`);
    return { field, create: compileAccumulator(field, specification) };
  });
  return (documents) => {
    const groups = new Map<string, Group>();
    for (const root of documents) {
      const scope = { root, variables: {}, now };
      const id = idOf(scope) ?? null;
      const key = valueKey(id);
      const group = groups.get(key) ?? { id, accumulators: outputs.map(({ create }) => create()) };
      groups.set(key, group);
      for (const accumulator of group.accumulators) accumulator.add(scope);
    }
    return [...groups.values()].map(({ id, accumulators }) => {
      const result: Document = { _id: id };
      accumulators.forEach((accumulator, index) => {
        result[outputs[index]?.field ?? ''] = accumulator.result();
      });
      return result;
    });
  };
}
