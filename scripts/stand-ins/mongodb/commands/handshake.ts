import { Int32 } from 'bson';
import { MAX_BSON_OBJECT_SIZE } from '../values/bson-codec';
import { MAX_MESSAGE_SIZE } from '../wire/message-framing';
import type { Command } from './command';
import { MAX_WRITE_BATCH_SIZE } from './write-statements';

/** The wire version of MongoDB 6.0, the oldest server the product runs on. */
const WIRE_VERSION = 17;

/** Without `topologyVersion` the driver polls instead of streaming, and without `setName` this is a standalone. */
export const hello: Command = {
  fields: 'any',
  run({ name, now }) {
    return {
      helloOk: true,
      [name === 'hello' ? 'isWritablePrimary' : 'ismaster']: true,
      maxBsonObjectSize: new Int32(MAX_BSON_OBJECT_SIZE),
      maxMessageSizeBytes: new Int32(MAX_MESSAGE_SIZE),
      maxWriteBatchSize: new Int32(MAX_WRITE_BATCH_SIZE),
      localTime: now(),
      logicalSessionTimeoutMinutes: new Int32(30),
      minWireVersion: new Int32(0),
      maxWireVersion: new Int32(WIRE_VERSION),
      readOnly: false,
    };
  },
};

export const ping: Command = { fields: [], run: () => ({}) };

export const endSessions: Command = { fields: [], run: () => ({}) };
