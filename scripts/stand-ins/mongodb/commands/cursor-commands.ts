import { Long } from 'bson';
import { MongodbError } from '../errors/mongodb-error';
import { isNumeric, typeOf } from '../values/value-type';
import type { Command } from './command';
import { collectionName, countField } from './command-fields';

function cursorId(value: unknown): Long {
  if (!isNumeric(value)) throw new MongodbError('TypeMismatch', 'a cursor id must be a long');
  return typeOf(value) === 'long' ? (value as Long) : Long.fromNumber(Number(value));
}

export const getMore: Command = {
  fields: ['collection', 'batchSize'],
  run({ body, cursors, database }) {
    return cursors.getMore(
      cursorId(body.getMore),
      `${database}.${String(body.collection)}`,
      countField(body, 'batchSize'),
    );
  },
};

export const killCursors: Command = {
  fields: ['cursors'],
  run(run) {
    collectionName(run);
    const ids = Array.isArray(run.body.cursors) ? run.body.cursors.map(cursorId) : [];
    const killed = ids.map((id) => ({ id, existed: run.cursors.kill(id) }));
    return {
      cursorsKilled: killed.filter(({ existed }) => existed).map(({ id }) => id),
      cursorsNotFound: killed.filter(({ existed }) => !existed).map(({ id }) => id),
      cursorsAlive: [],
      cursorsUnknown: [],
    };
  },
};
