import { generalizedTime, integer, nothing, objectIdentifier, octetString, sequence } from '../../pki/der/write-der';
import { oids } from '../../pki/oids';
import { cmsOids } from '../verify/cms-oids';
import type { Party } from './made-certificate';
import { madeCms, sha256 } from './made-cms';

/** A time stamp token over SHA-256 (RFC 3161). */
export function madeTimestamp(wishes: {
  readonly authority: Party;
  readonly imprint: Buffer;
  readonly time: Date;
  readonly certificates?: readonly Uint8Array[];
  readonly hash?: string;
}): Buffer {
  const { authority, imprint, time, certificates } = wishes;
  const info = sequence(
    integer(1),
    objectIdentifier('1.2.3.4.1'),
    sequence(sequence(objectIdentifier(wishes.hash ?? oids.sha256), nothing()), octetString(imprint)),
    integer(7),
    generalizedTime(time),
  );
  return madeCms({
    signer: authority,
    digest: sha256(info),
    content: info,
    contentType: cmsOids.timestampInfo,
    ...(certificates && { certificates }),
  });
}
