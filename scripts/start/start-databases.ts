import { addressOfDatabase, databaseNameIn } from '../database/database-address';
import { givenServer, reachServer } from '../database/open-database-server';
import { startMongodbStandInProcess } from '../stand-ins/mongodb';
import { PORTS } from './ports';

/** That of the product and the local authority's own, which stay when everything stops. */
export interface Databases {
  readonly mongodbUri: string;
  readonly caMongodbUri: string;
}

const NAME = 'acceptance';

const databasesOn = (uri: string, name: string): Databases => ({
  mongodbUri: addressOfDatabase(uri, name),
  caMongodbUri: addressOfDatabase(uri, `${name}-ca`),
});

/** On the server of MONGODB_URI, under the name in its path; null where the environment names none. */
export async function givenDatabases(): Promise<Databases | null> {
  const uri = givenServer();
  if (uri === null) {
    return null;
  }
  await (await reachServer(uri)).close();
  return databasesOn(uri, databaseNameIn(uri) ?? NAME);
}

/** On a stand-in that keeps them in a folder. */
export async function ownDatabases(dataFolder: string) {
  const standIn = await startMongodbStandInProcess({ port: PORTS.mongodb, dataFolder });
  return {
    ...databasesOn(standIn.uri, NAME),
    stop: () => standIn.stop(),
    onUnexpectedEnd: (tell: () => void) => standIn.onExit(({ expected }) => expected || tell()),
  };
}
