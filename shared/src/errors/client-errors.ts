import { define, type ErrorDefinition } from './error-definition';

/** What a client finds by itself, without an answer of the API; it carries the words of these alone. */
export const CLIENT_ERRORS = {
  'request.conflict': define(409, '内容刚刚在别处被修改过', '请刷新后再操作'),
  'request.too_large': define(413, '提交的内容太大了', '请缩小后重试'),
  'server.unexpected': define(
    500,
    '服务出了点问题，刚才的操作可能没有完成',
    '请稍后重试；如仍不行，请把请求编号告诉客服',
  ),
  'server.unavailable': define(503, '服务正在恢复中', '请稍后重试，已填写的内容都保留着'),
  'auth.required': define(401, '请先登录', '登录后会回到这里'),
  'auth.session_expired': define(401, '登录已过期', '请重新登录，已填写的内容都保留着'),
  'auth.origin_refused': define(403, '这个网址不能用证书登录', '请从受理平台公布的网址打开页面后重试，或改用其他方式'),
  'orders.changed_elsewhere': define(
    409,
    '同一项内容刚刚在另一台设备或另一个窗口改过',
    '请比较两处填的内容，选择保留哪一个；其他内容已保留',
  ),
  'identity_checks.name_picture_needed': define(
    422,
    '这个姓名合同上印不出来，还缺姓名的图片',
    '请从证件照片上截取姓名，上传图片并看清效果后再通过',
  ),
} as const satisfies Record<string, ErrorDefinition>;

export type ClientErrorCode = keyof typeof CLIENT_ERRORS;
