export { type NoticeDependencies, sendNotice, tellByWechat } from './send-notice';
