import type { Logger } from 'pino';
import type { SmsSender } from '../../ports/sms-sender';
import { sendNotice } from '../notifications';
import type { AuditAnchorModel, AuditAnchorRecord } from './audit-anchor.model';

/** Enough of a hash to tell another one by eye (64 bits). */
const SHOWN_HASH = 16;

export interface TellAnchorDependencies {
  readonly auditAnchors: AuditAnchorModel;
  readonly smsSender: SmsSender;
  readonly logger: Logger;
  /** Mobile numbers of the staff who keep the anchors. */
  readonly anchorPhones: readonly string[];
}

/** Job: sends an anchor to one of the staff. @throws PortError */
export async function tellAnchor(
  dependencies: TellAnchorDependencies,
  anchorId: string,
  recipient: number,
): Promise<void> {
  const { auditAnchors, anchorPhones } = dependencies;
  const anchor = await auditAnchors.findOne({ _id: anchorId }).lean<AuditAnchorRecord>();
  const phone = anchorPhones[recipient];
  if (anchor && phone) {
    const { day, seq, hash } = anchor;
    await sendNotice(dependencies, phone, { kind: 'audit-anchor', day, seq, hashStart: hash.slice(0, SHOWN_HASH) });
  }
}
