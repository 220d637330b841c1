import { givenServer, reachServer } from './open-database-server';

/** Before the first test: a server that was asked for and does not answer fails the run. */
export default async function reachGivenServer(): Promise<void> {
  const uri = givenServer();
  if (uri !== null) {
    await (await reachServer(uri)).close();
  }
}
