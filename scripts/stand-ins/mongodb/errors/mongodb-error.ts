import type { Document } from '../values/document';

/** Error codes of the MongoDB server that this stand-in answers (mongo/base/error_codes.yml). */
const CODES = {
  BadValue: 2,
  FailedToParse: 9,
  TypeMismatch: 14,
  NamespaceNotFound: 26,
  IndexNotFound: 27,
  PathNotViable: 28,
  ConflictingUpdateOperators: 40,
  CursorNotFound: 43,
  NamespaceExists: 48,
  DollarPrefixedFieldName: 52,
  InvalidIdField: 53,
  NotSingleValueField: 54,
  EmptyFieldName: 56,
  CommandNotFound: 59,
  ImmutableField: 66,
  CannotCreateIndex: 67,
  InvalidOptions: 72,
  InvalidNamespace: 73,
  IndexOptionsConflict: 85,
  IndexKeySpecsConflict: 86,
  DocumentValidationFailure: 121,
  CannotIndexParallelArrays: 171,
  NotImplemented: 238,
  NoQueryExecutionPlans: 291,
  BSONObjectTooLarge: 10334,
  DuplicateKey: 11000,
} as const;

export type MongodbErrorName = keyof typeof CODES;

/** An error a client gets: `code` and `codeName` as a MongoDB server has them, `details` are further reply fields. */
export class MongodbError extends Error {
  readonly code: number;

  constructor(
    readonly codeName: MongodbErrorName,
    message: string,
    readonly details: Document = {},
  ) {
    super(message);
    this.code = CODES[codeName];
  }
}

/** The refusal of everything outside the subset: naming what was asked for is the whole point. */
export function notImplemented(what: string): MongodbError {
  return new MongodbError(
    'NotImplemented',
    `${what} is not implemented by this MongoDB stand-in (development and demo only); use a real MongoDB`,
  );
}
