export { type NotificationDependencies, notifyPaymentReceived, notifyReviewResult } from './notify-applicant';
