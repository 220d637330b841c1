import { MongodbError, notImplemented } from '../errors/mongodb-error';
import { compareValues } from '../values/compare-values';
import { type Document, isDocument } from '../values/document';
import { TYPES_BY_ALIAS, typeOf } from '../values/value-type';

/** `$jsonSchema`, as far as it is known here. */
export interface JsonSchema {
  readonly title?: string;
  readonly bsonType?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly additionalProperties?: boolean | JsonSchema;
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
}
const KEYWORDS = new Set([
  'title',
  'bsonType',
  'enum',
  'required',
  'properties',
  'additionalProperties',
  'items',
  'anyOf',
]);

/** @throws MongodbError naming what is not known here */
export function parseJsonSchema(said: unknown): JsonSchema {
  rejectUnknown(said);
  return said as JsonSchema;
}

function rejectUnknown(said: unknown): void {
  if (!isDocument(said)) throw new MongodbError('TypeMismatch', '$jsonSchema must be made of objects');
  for (const keyword of Object.keys(said)) {
    if (!KEYWORDS.has(keyword)) throw notImplemented(`the keyword ${keyword} of $jsonSchema`);
  }
  const { bsonType, properties = {}, additionalProperties: rest, items, anyOf = [] } = said as JsonSchema;
  for (const name of [bsonType ?? []].flat()) {
    if (!TYPES_BY_ALIAS[name]) throw new MongodbError('BadValue', `Unknown type name alias: ${name}`);
  }
  const others = [isDocument(rest) ? rest : [], items ?? [], ...anyOf].flat();
  for (const schema of [...Object.values(properties), ...others]) rejectUnknown(schema);
}

const isOneOf = (names: readonly string[], value: unknown): boolean =>
  names.some((name) => TYPES_BY_ALIAS[name]?.includes(typeOf(value)));

function* unmetByFields(schema: JsonSchema, value: Document): Generator<Document> {
  const { required = [], properties = {}, additionalProperties: rest = true } = schema;
  const missing = required.filter((name) => !Object.hasOwn(value, name));
  if (missing.length > 0) {
    yield { operatorName: 'required', specifiedAs: { required }, missingProperties: missing };
  }
  const unmet = Object.keys(properties)
    .filter((name) => Object.hasOwn(value, name))
    .map((propertyName) => ({ propertyName, details: rulesUnmet(properties[propertyName] ?? {}, value[propertyName]) }))
    .filter(({ details }) => details.length > 0);
  if (unmet.length > 0) yield { operatorName: 'properties', propertiesNotSatisfied: unmet };
  const unfit = Object.keys(value).filter(
    (name) =>
      !Object.hasOwn(properties, name) &&
      (rest === false || (rest !== true && rulesUnmet(rest, value[name]).length > 0)),
  );
  if (unfit.length > 0) {
    yield {
      operatorName: 'additionalProperties',
      specifiedAs: { additionalProperties: rest },
      additionalProperties: unfit,
    };
  }
}

function* unmetByItems({ items }: JsonSchema, values: readonly unknown[]): Generator<Document> {
  for (const [itemIndex, value] of values.entries()) {
    const details = items ? rulesUnmet(items, value) : [];
    if (details.length > 0) {
      yield {
        operatorName: 'items',
        reason: 'At least one item did not match the sub-schema',
        itemIndex,
        details,
      };
      return;
    }
  }
}

function* unmetByValue(schema: JsonSchema, value: unknown): Generator<Document> {
  const { bsonType, enum: values, anyOf } = schema;
  const considered = { consideredValue: value, consideredType: typeOf(value) };
  if (bsonType !== undefined && !isOneOf([bsonType].flat(), value)) {
    yield { operatorName: 'bsonType', specifiedAs: { bsonType }, reason: 'type did not match', ...considered };
  }
  if (values && !values.some((one) => compareValues(one, value) === 0)) {
    yield { operatorName: 'enum', specifiedAs: { enum: values }, reason: 'value was not found in enum', ...considered };
  }
  if (anyOf) {
    const schemasNotSatisfied = anyOf.map((one, index) => ({ index, details: rulesUnmet(one, value) }));
    if (schemasNotSatisfied.every(({ details }) => details.length > 0)) {
      yield { operatorName: 'anyOf', schemasNotSatisfied };
    }
  }
}

/** The rules that a value does not fulfil, told as a server tells them; none: it fits. */
export function rulesUnmet(schema: JsonSchema, value: unknown): Document[] {
  return [
    ...unmetByValue(schema, value),
    ...(isDocument(value) ? unmetByFields(schema, value) : []),
    ...(Array.isArray(value) ? unmetByItems(schema, value) : []),
  ];
}
