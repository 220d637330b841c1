import { atHand } from '../cursors/open-cursors';
import { DocumentValidator, VALIDATION_FIELDS } from '../engine/document-validator';
import { ID_INDEX, indexDocument } from '../engine/index-specification';
import { MongodbError } from '../errors/mongodb-error';
import { compileFilter } from '../match/compile-filter';
import type { Command, CommandRun } from './command';
import { booleanField, collectionName, documentField } from './command-fields';

/** What is not said stays as it was. */
function validatorOf({ body }: CommandRun, former: DocumentValidator | undefined): DocumentValidator | undefined {
  const said = VALIDATION_FIELDS.filter((field) => field in body).map((field) => [field, body[field]]);
  return said.length > 0 ? new DocumentValidator({ ...former?.options, ...Object.fromEntries(said) }) : former;
}

export const create: Command = {
  fields: VALIDATION_FIELDS,
  writes: true,
  run(run) {
    const name = collectionName(run);
    if (run.catalog.find(run.database, name)) {
      throw new MongodbError('NamespaceExists', `Collection ${run.database}.${name} already exists.`);
    }
    const validator = validatorOf(run, undefined);
    const collection = run.catalog.create(run.database, name);
    if (validator) run.catalog.setValidator(collection, validator);
    return {};
  },
};

export const collMod: Command = {
  fields: VALIDATION_FIELDS,
  writes: true,
  run(run) {
    const collection = run.catalog.find(run.database, collectionName(run));
    if (!collection) throw new MongodbError('NamespaceNotFound', 'ns does not exist');
    const validator = validatorOf(run, collection.validator);
    if (validator) run.catalog.setValidator(collection, validator);
    return {};
  },
};

export const drop: Command = {
  fields: [],
  writes: true,
  run(run) {
    const name = collectionName(run);
    const collection = run.catalog.find(run.database, name);
    if (!collection) throw new MongodbError('NamespaceNotFound', 'ns not found');
    run.catalog.drop(run.database, name);
    return { nIndexesWas: collection.indexSpecifications.length, ns: collection.namespace };
  },
};

export const dropDatabase: Command = {
  fields: [],
  writes: true,
  run({ catalog, database }) {
    for (const [name] of catalog.collections(database)) catalog.drop(database, name);
    return { dropped: database };
  },
};

export const listCollections: Command = {
  fields: ['filter', 'nameOnly', 'authorizedCollections', 'cursor'],
  run(run) {
    const nameOnly = booleanField(run.body, 'nameOnly');
    const matches = compileFilter(documentField(run.body, 'filter'));
    const documents = run.catalog
      .collections(run.database)
      .map(([name, { validator }]) => ({
        name,
        type: 'collection',
        ...(nameOnly
          ? {}
          : { options: validator?.options ?? {}, info: { readOnly: false }, idIndex: indexDocument(ID_INDEX) }),
      }))
      .filter((document) => matches(document));
    return run.cursors.open(atHand(`${run.database}.$cmd.listCollections`, documents), {
      batchSize: documents.length + 1,
    });
  },
};
