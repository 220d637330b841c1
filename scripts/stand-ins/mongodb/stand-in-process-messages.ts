import type { MongodbStandInOptions } from './start-mongodb-stand-in';

/** From the parent. Closing the channel means: stop. */
export type MessageToStandIn = { type: 'start'; options: MongodbStandInOptions } | { type: 'stop' };

/** From the stand-in's process. */
export type MessageFromStandIn =
  | { type: 'started'; uri: string; port: number }
  | { type: 'failed'; message: string; code: string | undefined };
