import type { Connection } from 'mongoose';
import type { AnyArea } from '../../area/define-area';
import { type QuietHours, quietUntil } from '../../calendar/quiet-hours';
import { handleJobs, type JobRun } from '../../jobs/job-handler';
import { ORDER_NOTICE_JOBS } from '../orders';
import { NOTICE_PURPOSE, noticeModel } from './notice.model';
import { bindNoticeEndpoints } from './notices.routes';
import {
  tellEnding,
  tellPaymentReceived,
  tellReviewResult,
  tellReviewResultByWechat,
  tellSlipRefused,
} from './notify-applicant';
import { type DeliveryNoticeDependencies, tellIssued, tellSent } from './notify-delivery';
import { tellRefund } from './notify-refund';
import { isReviewEvent } from './review-words';
import { type SmsReportDependencies, smsReportSweep } from './sms-reports';

interface NoticeNeeds extends DeliveryNoticeDependencies {
  readonly now: () => Date;
  readonly quietHours: QuietHours | null;
}

/** What can wait until the morning does; a night's messages are sent when the quiet hours end. */
const unlessQuiet =
  ({ quietHours, now }: NoticeNeeds, tell: (run: JobRun) => Promise<void>) =>
  async (run: JobRun): Promise<{ readonly again: Date } | undefined> => {
    const again = quietUntil(quietHours, now());
    if (again) {
      return { again };
    }
    await tell(run);
    return undefined;
  };

export const notificationsArea = {
  name: 'notifications',
  sealed: [{ collection: 'notices', envelopes: { message: NOTICE_PURPOSE } }],
  models: (connection: Connection) => ({ notices: noticeModel(connection) }),
  bind: bindNoticeEndpoints,
  sweeps: (needs: SmsReportDependencies) => [smsReportSweep(needs)],
  jobs: [
    handleJobs(ORDER_NOTICE_JOBS, (needs: NoticeNeeds) => ({
      tellReviewResult: unlessQuiet(needs, async ({ ownerId, entry }) => {
        const { event } = entry.payload;
        if (isReviewEvent(event)) {
          await tellReviewResult(needs, ownerId, event);
        }
      }),
      tellReviewResultByWechat: unlessQuiet(needs, async ({ ownerId, entry }) => {
        const { event } = entry.payload;
        if (isReviewEvent(event)) {
          await tellReviewResultByWechat(needs, ownerId, event);
        }
      }),
      // Whoever has just paid is awake and wants to know.
      tellPaymentReceived: ({ ownerId }) => tellPaymentReceived(needs, ownerId),
      tellEnding: unlessQuiet(needs, ({ ownerId }) => tellEnding(needs, ownerId, needs.now())),
      tellSlipRefused: unlessQuiet(needs, ({ ownerId, entry }) =>
        tellSlipRefused(needs, ownerId, entry.payload.timesHandedIn),
      ),
      tellRefund: unlessQuiet(needs, ({ ownerId, entry }) => tellRefund(needs, ownerId, entry.payload.event)),
      tellIssued: unlessQuiet(needs, ({ ownerId }) => tellIssued(needs, ownerId)),
      tellSent: unlessQuiet(needs, ({ ownerId }) => tellSent(needs, ownerId)),
    })),
  ],
} satisfies AnyArea;
