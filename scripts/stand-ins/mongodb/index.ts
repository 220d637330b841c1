export {
  type InProcessMongodbStandIn,
  type InProcessOptions,
  type MongodbStandIn,
  type MongodbStandInOptions,
  startMongodbStandIn,
} from './start-mongodb-stand-in';
export {
  type MongodbStandInProcess,
  type StandInExit,
  startMongodbStandInProcess,
} from './start-mongodb-stand-in-process';
export type { Strictness } from './strictness/query-judge';
export type { QueryShape } from './strictness/query-shape';
