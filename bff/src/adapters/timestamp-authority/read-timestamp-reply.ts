import { DerMembers, readDer } from '../../pki/der/read-der';
import { smallNumberOf } from '../../pki/der/read-values';
import { tags } from '../../pki/der/write-der';

/** granted, grantedWithMods. */
const GRANTED = [0, 1];

export type TimestampReply = { readonly token: Buffer } | { readonly refused: number };

/** TimeStampResp (RFC 3161, 2.4.2). @throws Error when it is none */
export function readTimestampReply(bytes: Buffer): TimestampReply {
  const reply = new DerMembers(readDer(bytes));
  const status = smallNumberOf(new DerMembers(reply.take(tags.sequence)).any());
  if (!GRANTED.includes(status)) {
    return { refused: status };
  }
  const token = Buffer.from(reply.take(tags.sequence).whole);
  reply.end();
  return { token };
}
