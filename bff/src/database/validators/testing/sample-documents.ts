import { Types } from 'mongoose';
import type { DocumentSchema } from '../document-schema';

type Document = Record<string, unknown>;

const SAMPLES: Readonly<Record<string, () => unknown>> = {
  string: () => 'text',
  number: () => 1,
  bool: () => true,
  date: () => new Date(0),
  objectId: () => new Types.ObjectId(),
  null: () => null,
};

/** A value that fits a schema, with everything in it that may be there. */
function fitting({ enum: values, anyOf, bsonType, properties = {}, items }: DocumentSchema): unknown {
  if (anyOf?.[0]) {
    return fitting(anyOf[0]);
  }
  if (values) {
    return values[0];
  }
  const [type] = [bsonType ?? 'null'].flat();
  if (type === 'object') {
    return Object.fromEntries(Object.entries(properties).map(([name, field]) => [name, fitting(field)]));
  }
  return type === 'array' ? [fitting(items ?? {})] : SAMPLES[type ?? 'null']?.();
}

/** Which documents fit a schema: one with every field that is known. */
export const fittingDocument = (schema: DocumentSchema): Document => fitting(schema) as Document;

interface Unfit<Value = unknown> {
  /** Path and what is wrong there. */
  readonly wrong: string;
  readonly value: Value;
}

/** Whether anything at all fits. */
const isOpen = (schema: DocumentSchema): boolean => Object.keys(schema).length === 0;

function* unfitFields(schema: DocumentSchema): Generator<Unfit<Document>> {
  const whole = fittingDocument(schema);
  for (const name of schema.required ?? []) {
    const { [name]: _, ...rest } = whole;
    yield { wrong: `without ${name}`, value: rest };
  }
  if (schema.additionalProperties === false) {
    yield { wrong: 'with a field that nobody knows', value: { ...whole, nobodyKnows: 1 } };
  }
  for (const [name, field] of Object.entries(schema.properties ?? {})) {
    for (const { wrong, value } of unfit(field)) {
      yield { wrong: `${name}: ${wrong}`, value: { ...whole, [name]: value } };
    }
  }
}

/** Values that do not fit, each by one thing that is wrong, at whatever depth. */
function* unfit(schema: DocumentSchema): Generator<Unfit> {
  if (isOpen(schema)) {
    return;
  }
  // No field of ours is of this type.
  yield { wrong: 'of another type', value: /anything/ };
  const types = [schema.bsonType ?? []].flat();
  if (schema.enum) {
    yield { wrong: 'a value that is not known', value: 'nobody knows this' };
  } else if (!schema.anyOf && !types.includes('null')) {
    yield { wrong: 'null', value: null };
  }
  if (types.includes('array')) {
    for (const { wrong, value } of unfit(schema.items ?? {})) {
      yield { wrong: `item ${wrong}`, value: [value] };
    }
  }
  if (types.includes('object')) {
    yield* unfitFields(schema);
  }
}

/** Documents of which each is wrong by one thing, and what that is. */
export const unfitDocuments = (
  schema: DocumentSchema,
): readonly { readonly wrong: string; readonly document: Document }[] =>
  [...unfitFields(schema)].map(({ wrong, value }) => ({ wrong, document: value }));
