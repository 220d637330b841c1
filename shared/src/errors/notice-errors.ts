import { define, type ErrorDefinition } from './error-definition';

/** Of messages to applicants; part of `ERROR_CATALOGUE`. */
export const NOTICE_ERRORS = {
  'notices.not_found': define(404, '没有这条短信', '请刷新这份申请的通知记录'),
  'notices.arrived': define(409, '这条短信已经送达', '不用再发；请刷新通知记录'),
  'notices.too_many': define(409, '这条短信已经再发过 {count} 次', '请按申请里的手机号打电话告知'),
  'notices.unavailable': define(503, '短信平台没有应答，没有发出', '请稍后再发，或打电话告知'),
} as const satisfies Record<string, ErrorDefinition>;
