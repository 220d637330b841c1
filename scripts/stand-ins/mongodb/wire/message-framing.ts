/** `maxMessageSizeBytes` of a MongoDB server. */
export const MAX_MESSAGE_SIZE = 48_000_000;

export const HEADER_SIZE = 16;

export interface WireMessage {
  readonly requestId: number;
  readonly opCode: number;
  /** What follows the 16-byte header. */
  readonly body: Buffer;
}

/** Cuts a TCP stream into wire messages (MongoDB wire protocol, "Standard Message Header"). */
export class MessageFraming {
  private chunks: Buffer[] = [];
  private buffered = 0;

  /** Returns the messages that are now complete. Throws RangeError for a length no message can have. */
  push(chunk: Buffer): WireMessage[] {
    this.chunks.push(chunk);
    this.buffered += chunk.length;
    const messages: WireMessage[] = [];
    for (let message = this.next(); message; message = this.next()) messages.push(message);
    return messages;
  }

  private next(): WireMessage | undefined {
    if (this.buffered < HEADER_SIZE) return undefined;
    if ((this.chunks[0]?.length ?? 0) < HEADER_SIZE) this.join();
    const length = this.chunks[0]?.readInt32LE(0) ?? 0;
    if (length < HEADER_SIZE || length > MAX_MESSAGE_SIZE) throw new RangeError(`wire message of ${length} bytes`);
    if (this.buffered < length) return undefined;
    const all = this.join();
    this.chunks = all.length > length ? [all.subarray(length)] : [];
    this.buffered -= length;
    const message = all.subarray(0, length);
    return { requestId: message.readInt32LE(4), opCode: message.readInt32LE(12), body: message.subarray(HEADER_SIZE) };
  }

  private join(): Buffer {
    const all = this.chunks.length === 1 ? (this.chunks[0] as Buffer) : Buffer.concat(this.chunks);
    this.chunks = [all];
    return all;
  }
}

/** Puts the header in front of a reply. */
export function frameReply(opCode: number, responseTo: number, requestId: number, parts: readonly Buffer[]): Buffer {
  const header = Buffer.alloc(HEADER_SIZE);
  header.writeInt32LE(HEADER_SIZE + parts.reduce((length, part) => length + part.length, 0), 0);
  header.writeInt32LE(requestId, 4);
  header.writeInt32LE(responseTo, 8);
  header.writeInt32LE(opCode, 12);
  return Buffer.concat([header, ...parts]);
}
