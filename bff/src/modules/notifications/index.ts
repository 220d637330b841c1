export { type NoticeModel, type NoticeRecord, noticeModel } from './notice.model';
export { noticesData, removeNotices } from './notices-of-order';
export {
  type NoticeDependencies,
  type OrderNoticeDependencies,
  sendNotice,
  sendOrderNotice,
  tellByWechat,
} from './send-notice';
