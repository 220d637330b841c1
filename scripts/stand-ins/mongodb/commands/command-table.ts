import { notImplemented } from '../errors/mongodb-error';
import { aggregate } from './aggregate';
import { collMod, create, drop, dropDatabase, listCollections } from './collection-commands';
import type { Command } from './command';
import { count, distinct } from './count-and-distinct';
import { getMore, killCursors } from './cursor-commands';
import { deleteCommand } from './delete';
import { explain } from './explain';
import { configureFailPoint } from './fail-point';
import { find } from './find';
import { findAndModify } from './find-and-modify';
import { endSessions, hello, ping } from './handshake';
import { createIndexes, dropIndexes, listIndexes } from './index-commands';
import { insert } from './insert';
import {
  buildInfo,
  connectionStatus,
  dbStats,
  getParameter,
  listDatabases,
  serverStatus,
  setParameter,
} from './server-information';
import { update } from './update';

const COMMANDS = new Map<string, Command>(
  Object.entries({
    hello,
    isMaster: hello,
    ismaster: hello,
    ping,
    endSessions,
    buildInfo,
    buildinfo: buildInfo,
    serverStatus,
    getParameter,
    setParameter,
    connectionStatus,
    dbStats,
    dbstats: dbStats,
    listDatabases,
    create,
    collMod,
    drop,
    dropDatabase,
    listCollections,
    createIndexes,
    listIndexes,
    dropIndexes,
    insert,
    update,
    delete: deleteCommand,
    findAndModify,
    findandmodify: findAndModify,
    find,
    getMore,
    killCursors,
    count,
    distinct,
    aggregate,
    explain,
    configureFailPoint,
  }),
);

/** Throws NotImplemented, naming the command. */
export function commandNamed(name: string): Command {
  const command = COMMANDS.get(name);
  if (!command) throw notImplemented(`the command ${name}`);
  return command;
}
