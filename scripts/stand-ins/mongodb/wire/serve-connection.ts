import type { Socket } from 'node:net';
import type { Document } from '../values/document';
import { frameReply, MessageFraming, type WireMessage } from './message-framing';
import { decodeOpMsg, encodeOpMsg, isFireAndForget, OP_MSG } from './op-msg';
import { decodeOpQuery, encodeOpReply, OP_QUERY, OP_REPLY } from './op-query';

/** Runs one command and answers its reply; never throws for what a client did wrong (`read` may throw such an error). */
export type RunCommand = (read: () => Document) => Promise<Document>;

/** Serves one client: its messages one after the other, as drivers expect. Ends when the socket does. */
export function serveConnection(socket: Socket, run: RunCommand): void {
  const framing = new MessageFraming();
  let last: Promise<void> = Promise.resolve();
  let replies = 0;
  const answer = async (message: WireMessage): Promise<void> => {
    // A client that is gone may have left messages behind: what it never saw accepted is not begun.
    if (socket.destroyed) return;
    const reply = await answerMessage(message, run);
    if (!reply || socket.destroyed) return;
    replies += 1;
    socket.write(frameReply(reply.opCode, message.requestId, replies, reply.parts));
  };
  socket.setNoDelay(true);
  socket.on('data', (chunk: Buffer) => {
    try {
      for (const message of framing.push(chunk)) last = last.then(() => answer(message)).catch(() => drop(socket));
    } catch {
      drop(socket);
    }
  });
  // A client that goes away is no error of the server's.
  socket.on('error', () => drop(socket));
}

/** A message that cannot be answered (or a server that stopped) ends the connection: the driver reports that. */
function drop(socket: Socket): void {
  socket.destroy();
}

async function answerMessage(
  message: WireMessage,
  run: RunCommand,
): Promise<{ opCode: number; parts: Buffer[] } | undefined> {
  if (message.opCode === OP_MSG) {
    const reply = await run(() => decodeOpMsg(message.body));
    return isFireAndForget(message.body) ? undefined : { opCode: OP_MSG, parts: encodeOpMsg(reply) };
  }
  if (message.opCode === OP_QUERY) {
    const reply = await run(() => decodeOpQuery(message.body));
    return { opCode: OP_REPLY, parts: encodeOpReply(reply) };
  }
  throw new RangeError(`the wire operation ${message.opCode} is not spoken here`);
}
