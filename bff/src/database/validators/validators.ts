import { isDeepStrictEqual } from 'node:util';
import type { Connection, Model, mongo } from 'mongoose';
import { type DocumentSchema, documentSchemaOf } from './document-schema';
import { shapeOf } from './stored-model';

/** By which the database judges every write to a collection, whoever writes. */
export interface CollectionValidator {
  readonly collection: string;
  /** Its title is the collection: a refusal names no other place. */
  readonly schema: DocumentSchema;
}

/** The collections that the connection's models write, by the shapes that they were declared with. */
export function validatorsOf(connection: Connection): CollectionValidator[] {
  return Object.values(connection.models as Readonly<Record<string, Model<unknown>>>).flatMap((model) => {
    const shape = shapeOf(model);
    const collection = model.collection.collectionName;
    return shape ? [{ collection, schema: { title: collection, ...documentSchemaOf(shape) } }] : [];
  });
}

/**
 * `moderate`: a document that does not fit is left to be mended, and may be written meanwhile; all others must fit. Not `warn`: the
 * server would write whole documents into its log.
 */
const optionsOf = ({ schema }: CollectionValidator) => ({
  validator: { $jsonSchema: schema } as object as mongo.Document,
  validationLevel: 'moderate',
  validationAction: 'error',
});

const UNAUTHORIZED = 13;
const NAMESPACE_EXISTS = 48;
/** CommandNotFound, NotImplemented: an engine beside MongoDB, which knows no validators. */
const UNKNOWN = new Set<unknown>([59, 238]);
const codeOf = (error: unknown) => (error as { readonly code?: unknown }).code;

async function setValidator(database: mongo.Db, validator: CollectionValidator, exists: boolean): Promise<void> {
  const { collection } = validator;
  if (!exists) {
    try {
      await database.createCollection(collection, optionsOf(validator));
      return;
    } catch (error) {
      // Whoever writes first makes it.
      if (codeOf(error) !== NAMESPACE_EXISTS) {
        throw error;
      }
    }
  }
  await database.command({ collMod: collection, ...optionsOf(validator) });
}

const nowOf = async (database: mongo.Db): Promise<ReadonlyMap<string, mongo.Document>> =>
  new Map(
    (await database.listCollections({}, { nameOnly: false }).toArray()).map(({ name, options }) => [
      name,
      options ?? {},
    ]),
  );

const isSet = (validator: CollectionValidator, options: mongo.Document | undefined): boolean => {
  const { validator: found, validationLevel, validationAction } = options ?? {};
  return isDeepStrictEqual({ validator: found, validationLevel, validationAction }, optionsOf(validator));
};

/** The collections that have another validator than that of this version, or none. */
export async function findOutdatedValidators(connection: Connection): Promise<string[]> {
  const options = await nowOf(connection.getClient().db());
  const outdated = validatorsOf(connection).filter((validator) => !isSet(validator, options.get(validator.collection)));
  return outdated.map(({ collection }) => collection);
}

/** False of an engine beside MongoDB that knows no validators; it may take them and forget them. */
export async function judgesWrites(connection: Connection): Promise<boolean> {
  try {
    await connection.getClient().db().command({ collMod: 'migrations' });
    return true;
  } catch (error) {
    if (UNKNOWN.has(codeOf(error))) {
      return false;
    }
    throw error;
  }
}

/**
 * Has the database refuse what does not fit, by the shapes of this version; repeating it changes nothing. Answers the collections
 * whose validator was another one, or none. @throws Error where the database's user may not set them
 */
export async function setValidators(connection: Connection): Promise<string[]> {
  const database = connection.getClient().db();
  const options = await nowOf(database);
  const set: string[] = [];
  for (const validator of validatorsOf(connection)) {
    const { collection } = validator;
    if (!isSet(validator, options.get(collection))) {
      try {
        await setValidator(database, validator, options.has(collection));
      } catch (error) {
        if (UNKNOWN.has(codeOf(error))) {
          return [];
        }
        if (codeOf(error) === UNAUTHORIZED) {
          throw new Error('the user of MONGODB_URI must be allowed the action collMod on its database');
        }
        throw error;
      }
      set.push(collection);
    }
  }
  return set;
}

export interface UnfitDocuments {
  readonly collection: string;
  /** Ids name nobody; at most `MOST_NAMED`. */
  readonly ids: readonly unknown[];
}

const MOST_NAMED = 20;
/** Every document is looked at; nobody waits for the largest collections. */
const LOOK_MS = 20_000;

/** Documents that their collection's validator would refuse: from before there was one. @throws Error where it takes too long */
export async function findUnfit(connection: Connection): Promise<UnfitDocuments[]> {
  const database = connection.getClient().db();
  const unfit: UnfitDocuments[] = [];
  for (const { collection, schema } of validatorsOf(connection)) {
    const found = await database
      .collection(collection)
      .find({ $nor: [{ $jsonSchema: schema }] }, { projection: { _id: 1 }, limit: MOST_NAMED, maxTimeMS: LOOK_MS })
      .toArray();
    if (found.length > 0) {
      unfit.push({ collection, ids: found.map(({ _id }) => _id) });
    }
  }
  return unfit;
}
