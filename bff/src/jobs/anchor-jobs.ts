import type { Logger } from 'pino';
import { type AuditAnchorModel, type AuditAnchorRecord, TELL_ANCHOR_JOB } from '../modules/audit';
import { sendNotice } from '../modules/notifications';
import type { SmsSender } from '../ports/sms-sender';
import type { JobHandler } from './dispatcher';

/** Enough of a hash to tell another one by eye (64 bits). */
const SHOWN_HASH = 16;

/** Every job that the outbox of an anchor may hold, by name. */
export const anchorJobs = (dependencies: {
  readonly auditAnchors: AuditAnchorModel;
  readonly smsSender: SmsSender;
  readonly logger: Logger;
  /** Mobile numbers of the staff who keep the anchors. */
  readonly anchorPhones: readonly string[];
}): Record<string, JobHandler> => ({
  [TELL_ANCHOR_JOB]: async (anchorId, { payload }) => {
    const { auditAnchors, anchorPhones } = dependencies;
    const anchor = await auditAnchors.findOne({ _id: anchorId }).lean<AuditAnchorRecord>();
    const phone = anchorPhones[Number(payload.recipient)];
    if (anchor && phone) {
      const { day, seq, hash } = anchor;
      await sendNotice(dependencies, phone, { kind: 'audit-anchor', day, seq, hashStart: hash.slice(0, SHOWN_HASH) });
    }
    return 'done';
  },
});
