import type { Connection } from 'mongoose';
import type { AnyArea } from '../../area/define-area';
import { handleJobs } from '../../jobs/job-handler';
import { ORDER_NOTICE_JOBS } from '../orders';
import { NOTICE_PURPOSE, noticeModel } from './notice.model';
import { bindNoticeEndpoints } from './notices.routes';
import { tellEnding, tellPaymentReceived, tellReviewResult, tellReviewResultByWechat } from './notify-applicant';
import { type DeliveryNoticeDependencies, tellIssued, tellSent } from './notify-delivery';
import { tellRefund } from './notify-refund';
import { isReviewEvent } from './review-words';
import { type SmsReportDependencies, smsReportSweep } from './sms-reports';

export const notificationsArea = {
  name: 'notifications',
  sealed: [{ collection: 'notices', envelopes: { message: NOTICE_PURPOSE } }],
  models: (connection: Connection) => ({ notices: noticeModel(connection) }),
  bind: bindNoticeEndpoints,
  sweeps: (needs: SmsReportDependencies) => [smsReportSweep(needs)],
  jobs: [
    handleJobs(ORDER_NOTICE_JOBS, (needs: DeliveryNoticeDependencies & { readonly now: () => Date }) => ({
      tellReviewResult: async ({ ownerId, entry }) => {
        const { event } = entry.payload;
        if (isReviewEvent(event)) {
          await tellReviewResult(needs, ownerId, event);
        }
      },
      tellReviewResultByWechat: async ({ ownerId, entry }) => {
        const { event } = entry.payload;
        if (isReviewEvent(event)) {
          await tellReviewResultByWechat(needs, ownerId, event);
        }
      },
      tellPaymentReceived: ({ ownerId }) => tellPaymentReceived(needs, ownerId),
      tellEnding: ({ ownerId }) => tellEnding(needs, ownerId, needs.now()),
      tellRefund: ({ ownerId, entry }) => tellRefund(needs, ownerId, entry.payload.event),
      tellIssued: ({ ownerId }) => tellIssued(needs, ownerId),
      tellSent: ({ ownerId }) => tellSent(needs, ownerId),
    })),
  ],
} satisfies AnyArea;
