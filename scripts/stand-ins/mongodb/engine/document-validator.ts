import { MongodbError, notImplemented } from '../errors/mongodb-error';
import { type JsonSchema, parseJsonSchema, rulesUnmet } from '../match/json-schema';
import { type Document, isDocument } from '../values/document';

/** What `create` and `collMod` take, as `listCollections` shows it again. */
export const VALIDATION_FIELDS = ['validator', 'validationLevel', 'validationAction'];

/** The validator of one collection: `$jsonSchema` alone, and refusals rather than warnings. */
export class DocumentValidator {
  private readonly schema: JsonSchema;
  /** What has been found to fit: of what becomes of it only the changed fields are looked at. */
  private readonly fitting = new WeakSet<Document>();

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
    const schema = parseJsonSchema(said);
    this.schema = validationLevel === 'off' ? {} : schema;
  }

  /** `previous`: as it was. What did not fit before may be written on, where that is let stand. @throws MongodbError */
  check(document: Document, previous?: Document): void {
    if (previous && this.fitting.has(previous) && this.fitsAsChanged(document, previous)) {
      this.fitting.add(document);
      return;
    }
    const { title } = this.schema;
    const rules = rulesUnmet(this.schema, document);
    if (rules.length === 0) this.fitting.add(document);
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

  /** False where it is not for sure: then all of it is looked at. */
  private fitsAsChanged(document: Document, previous: Document): boolean {
    const { properties = {}, enum: values, anyOf } = this.schema;
    return (
      !values &&
      !anyOf &&
      Object.keys(previous).every((name) => Object.hasOwn(document, name)) &&
      Object.keys(document).every((name) => {
        if (Object.hasOwn(previous, name) && document[name] === previous[name]) return true;
        const schema = properties[name];
        return schema !== undefined && rulesUnmet(schema, document[name]).length === 0;
      })
    );
  }
}
