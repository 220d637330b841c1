import { Double, Int32 } from 'bson';
import { notImplemented } from '../errors/mongodb-error';
import type { Command } from './command';

const VERSION = '6.0.0';
const NOTICE = 'development and demo stand-in, not a MongoDB server';

export const buildInfo: Command = {
  fields: 'any',
  run: () => ({
    version: VERSION,
    versionArray: VERSION.split('.').map((part) => new Int32(Number(part))),
    gitVersion: NOTICE,
    modules: [],
    storageEngines: ['stand-in'],
    maxBsonObjectSize: new Int32(16 * 1024 * 1024),
  }),
};

export const serverStatus: Command = {
  fields: 'any',
  run: ({ now }) => ({
    version: VERSION,
    process: NOTICE,
    pid: process.pid,
    uptime: new Double(process.uptime()),
    localTime: now(),
  }),
};

export const getParameter: Command = {
  fields: ['featureCompatibilityVersion'],
  run({ body }) {
    if (body.featureCompatibilityVersion === undefined) throw notImplemented('this server parameter');
    return { featureCompatibilityVersion: { version: '6.0' } };
  },
};

/** As on a server: from then on queries that no index serves are refused. Where the stand-in is not strict nothing changes. */
export const setParameter: Command = {
  fields: ['notablescan'],
  run({ body, refuseScans }) {
    if (typeof body.notablescan !== 'boolean') throw notImplemented('setting this server parameter');
    refuseScans(body.notablescan);
    return {};
  },
};

export const connectionStatus: Command = {
  fields: ['showPrivileges'],
  run: () => ({ authInfo: { authenticatedUsers: [], authenticatedUserRoles: [] } }),
};

export const dbStats: Command = {
  fields: ['scale', 'freeStorage'],
  run({ catalog, database }) {
    const collections = catalog.collections(database);
    return {
      db: database,
      collections: collections.length,
      views: 0,
      objects: collections.reduce((sum, [, collection]) => sum + collection.size, 0),
      indexes: collections.reduce((sum, [, collection]) => sum + collection.indexSpecifications.length, 0),
    };
  },
};

export const listDatabases: Command = {
  fields: ['nameOnly'],
  run: ({ catalog }) => ({ databases: catalog.databaseNames().map((name) => ({ name, empty: false })) }),
};
