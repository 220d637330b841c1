import { toJsonSchema } from '@valibot/to-json-schema';
import type * as v from 'valibot';
import type { StoredShape } from './stored-shape';

/** `$jsonSchema` of MongoDB, by the keywords that we use of it. */
export interface DocumentSchema {
  readonly title?: string;
  readonly bsonType?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, DocumentSchema>>;
  readonly additionalProperties?: boolean | DocumentSchema;
  readonly items?: DocumentSchema;
  readonly anyOf?: readonly DocumentSchema[];
}

type Json = Readonly<Record<string, unknown>>;
type Keyword = (value: never, said: Json) => DocumentSchema;

const BSON_TYPES: Readonly<Record<string, string>> = { boolean: 'bool', integer: 'number' };
const bsonType = (type: string): string => BSON_TYPES[type] ?? type;

/** One that may also be null says so by its types: what does not fit is then told by its own rule, not as one of two. */
function anyOf(options: readonly Json[]): DocumentSchema {
  const [only, ...others] = options.filter(({ type }) => type !== 'null').map(documentSchema);
  if (only === undefined || others.length > 0 || only.anyOf) {
    return { anyOf: options.map(documentSchema) };
  }
  return {
    ...only,
    ...(only.bsonType && { bsonType: [only.bsonType, 'null'].flat() }),
    ...(only.enum && { enum: [...only.enum, null] }),
  };
}

const KEYWORDS: Readonly<Record<string, Keyword>> = {
  type: (type: string) => ({ bsonType: bsonType(type) }),
  bsonType: (type: string) => ({ bsonType: type }),
  const: (value: unknown) => ({ enum: [value] }),
  enum: (values: readonly unknown[]) => ({ enum: values }),
  properties: (fields: Record<string, Json>) => ({
    properties: Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, documentSchema(field)])),
  }),
  // MongoDB refuses an empty list.
  required: (names: readonly string[]) => (names.length > 0 ? { required: names } : {}),
  additionalProperties: (rest: boolean | Json) => ({
    additionalProperties: typeof rest === 'boolean' ? rest : documentSchema(rest),
  }),
  items: (item: Json) => ({ items: documentSchema(item) }),
  anyOf,
  // Options of a variant are told apart by a field, so that one at most can hold.
  oneOf: anyOf,
};

/** What changes with the rules of a time is for the endpoint to judge: documents of before must stay writable. */
const LIMITS = new Set([
  'default',
  'description',
  'format',
  'maximum',
  'maxItems',
  'maxLength',
  'minimum',
  'minItems',
  'minLength',
  'multipleOf',
  'pattern',
  'propertyNames',
  'title',
]);

function documentSchema(said: Json): DocumentSchema {
  const parts = Object.entries(said)
    .filter(([keyword]) => !LIMITS.has(keyword))
    .map(([keyword, value]) => {
      const made = KEYWORDS[keyword];
      if (!made) {
        throw new Error(`a stored shape needs ${keyword}, which validators of the database do not know`);
      }
      return made(value as never, said);
    });
  return Object.assign({}, ...parts);
}

const BSON_OF_SCHEMA: Readonly<Record<string, Json>> = {
  date: { bsonType: 'date' },
  instance: { bsonType: 'objectId' },
  custom: { bsonType: 'object' },
};

/** @throws Error for what JSON Schema or MongoDB cannot say */
export function documentSchemaOf(shape: StoredShape): DocumentSchema {
  const { $schema: _, ...said } = toJsonSchema(shape as v.BaseSchema<unknown, unknown, v.BaseIssue<unknown>>, {
    errorMode: 'ignore',
    typeMode: 'output',
    overrideSchema: ({ valibotSchema }) => BSON_OF_SCHEMA[valibotSchema.type] as never,
  });
  return documentSchema(said as Json);
}
