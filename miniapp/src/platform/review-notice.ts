export { requestReviewNotice } from './review-notice.h5';
