import { MongodbError, notImplemented } from '../errors/mongodb-error';
import { type Document, isDocument } from '../values/document';
import { toInteger } from '../values/numbers';
import { isNumeric } from '../values/value-type';
import type { Command, CommandRun } from './command';

/** Fields that change nothing here: sessions, clocks, preferences, remarks and limits of time. */
const WITHOUT_EFFECT = new Set([
  '$db',
  '$readPreference',
  '$clusterTime',
  'lsid',
  'comment',
  'maxTimeMS',
  'readConcern',
  'writeConcern',
  'allowDiskUse',
]);

/** Options that may be present as long as they are off. */
const MUST_BE_OFF = new Set([
  'tailable',
  'awaitData',
  'noCursorTimeout',
  'oplogReplay',
  'allowPartialResults',
  'returnKey',
  'showRecordId',
  'explain',
  'capped',
]);

const TRANSACTION_FIELDS = ['txnNumber', 'startTransaction', 'autocommit'];

/** Refuses by name every field a command has beyond those it understands. */
export function rejectUnknownFields({ name, body }: CommandRun, command: Command): void {
  if (command.fields === 'any') return;
  for (const [field, value] of Object.entries(body)) {
    if (field === name || command.fields.includes(field) || WITHOUT_EFFECT.has(field)) continue;
    if (TRANSACTION_FIELDS.includes(field)) throw notImplemented(`a transaction (field '${field}')`);
    if (MUST_BE_OFF.has(field) && value === false) continue;
    throw notImplemented(`the option '${field}' of the command ${name}`);
  }
  checkConcerns(body);
}

function checkConcerns({ readConcern, writeConcern }: Document): void {
  const level = isDocument(readConcern) ? (readConcern.level ?? 'local') : 'local';
  if (!['local', 'available', 'majority'].includes(String(level)))
    throw notImplemented(`readConcern '${String(level)}'`);
  const w = isDocument(writeConcern) ? (writeConcern.w ?? 1) : 1;
  const acceptable = w === 'majority' || (isNumeric(w) && Number(w) <= 1);
  if (!acceptable) throw notImplemented(`writeConcern w: ${String(w)} (this is a single server)`);
}

/** Refuses unknown fields of one statement inside a command. */
export function rejectUnknownStatementFields(statement: Document, known: readonly string[], where: string): void {
  for (const field of Object.keys(statement)) {
    if (!known.includes(field)) throw notImplemented(`the option '${field}' of ${where}`);
  }
}

export function collectionName({ name, body }: CommandRun): string {
  const collection = body[name];
  if (typeof collection !== 'string' || collection === '') {
    throw new MongodbError('InvalidNamespace', `collection name has invalid type for ${name}`);
  }
  return collection;
}

export function documentField(body: Document, field: string): Document {
  const value = body[field];
  if (value === undefined || value === null) return {};
  if (!isDocument(value)) throw new MongodbError('TypeMismatch', `'${field}' must be a document`);
  return value;
}

export function arrayField(body: Document, field: string): Document[] {
  const value = body[field];
  if (!Array.isArray(value) || !value.every(isDocument)) {
    throw new MongodbError('TypeMismatch', `'${field}' must be an array of documents`);
  }
  return value;
}

/** A whole number, not negative; undefined when the field is absent. */
export function countField(body: Document, field: string): number | undefined {
  const value = body[field];
  if (value === undefined || value === null) return undefined;
  const number = toInteger(value, field);
  if (number < 0) throw new MongodbError('BadValue', `'${field}' must be zero or more`);
  return number;
}

export function booleanField(body: Document, field: string, otherwise = false): boolean {
  const value = body[field];
  if (value === undefined || value === null) return otherwise;
  if (typeof value === 'boolean') return value;
  if (isNumeric(value)) return Number(value) !== 0;
  throw new MongodbError('TypeMismatch', `'${field}' must be a boolean`);
}
