import { MongodbError, notImplemented } from '../errors/mongodb-error';
import { compareValues } from '../values/compare-values';
import { type Document, isDocument } from '../values/document';
import { TYPES_BY_ALIAS, typeOf } from '../values/value-type';

/** What `create` and `collMod` take, as `listCollections` shows it again. */
export const VALIDATION_FIELDS = ['validator', 'validationLevel', 'validationAction'];

/** `$jsonSchema`, as far as it is known here. */
interface Schema {
  readonly title?: string;
  readonly bsonType?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: boolean | Schema;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
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

function rejectUnknown(said: unknown): void {
  if (!isDocument(said)) throw new MongodbError('TypeMismatch', '$jsonSchema must be made of objects');
  for (const keyword of Object.keys(said)) {
    if (!KEYWORDS.has(keyword)) throw notImplemented(`the keyword ${keyword} of $jsonSchema`);
  }
  const { bsonType, properties = {}, additionalProperties: rest, items, anyOf = [] } = said as Schema;
  for (const name of [bsonType ?? []].flat()) {
    if (!TYPES_BY_ALIAS[name]) throw new MongodbError('BadValue', `Unknown type name alias: ${name}`);
  }
  const others = [isDocument(rest) ? rest : [], items ?? [], ...anyOf].flat();
  for (const schema of [...Object.values(properties), ...others]) rejectUnknown(schema);
}

const isOneOf = (names: readonly string[], value: unknown): boolean =>
  names.some((name) => TYPES_BY_ALIAS[name]?.includes(typeOf(value)));

function* unmetByFields(schema: Schema, value: Document): Generator<Document> {
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

function* unmetByItems({ items }: Schema, values: readonly unknown[]): Generator<Document> {
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

function* unmetByValue(schema: Schema, value: unknown): Generator<Document> {
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
function rulesUnmet(schema: Schema, value: unknown): Document[] {
  return [
    ...unmetByValue(schema, value),
    ...(isDocument(value) ? unmetByFields(schema, value) : []),
    ...(Array.isArray(value) ? unmetByItems(schema, value) : []),
  ];
}

/** The validator of one collection: `$jsonSchema` alone, and refusals rather than warnings. */
export class DocumentValidator {
  private readonly schema: Schema;

  constructor(readonly options: Document) {
    const { validator = {}, validationLevel = 'strict', validationAction = 'error' } = options;
    if (!isDocument(validator)) throw new MongodbError('TypeMismatch', "'validator' must be a document");
    for (const name of Object.keys(validator)) {
      if (name !== '$jsonSchema') throw notImplemented(`a validator by ${name}`);
    }
    if (validationAction !== 'error') throw notImplemented(`validationAction '${String(validationAction)}'`);
    if (!['off', 'moderate', 'strict'].includes(String(validationLevel))) {
      throw new MongodbError('BadValue', `Enumeration value '${String(validationLevel)}' for field 'validationLevel'`);
    }
    const { $jsonSchema: said = {} } = validator;
    rejectUnknown(said);
    this.schema = validationLevel === 'off' ? {} : (said as Schema);
  }

  /** `previous`: as it was. What did not fit before may be written on, where that is let stand. @throws MongodbError */
  check(document: Document, previous?: Document): void {
    const { title } = this.schema;
    const rules = rulesUnmet(this.schema, document);
    const isLetStand = () =>
      previous && this.options.validationLevel === 'moderate' && rulesUnmet(this.schema, previous).length > 0;
    if (rules.length === 0 || isLetStand()) return;
    throw new MongodbError('DocumentValidationFailure', 'Document failed validation', {
      errInfo: {
        failingDocumentId: document._id,
        details: { operatorName: '$jsonSchema', ...(title && { title }), schemaRulesNotSatisfied: rules },
      },
    });
  }
}
