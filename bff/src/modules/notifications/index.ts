export { type NotificationDependencies, notifyPaymentReceived, notifyReviewResult } from './notify-applicant';
export { type NoticeDependencies, sendNotice, tellByWechat } from './send-notice';
