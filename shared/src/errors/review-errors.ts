import { define, type ErrorDefinition } from './error-definition';

/** Of reviews and what follows from them; part of `ERROR_CATALOGUE`. */
export const REVIEW_ERRORS = {
  'review.not_marked': define(
    409,
    '这次退回没有要求修改：{parts}',
    '请只修改审核员标出的内容，其他内容保持不变；确实需要改的，请拨打客服电话',
  ),
  'review.unchanged': define(
    409,
    '内容和退回时一样，还没有修改',
    '请修改审核员标出的内容后再提交；您认为不用改的，请拨打客服电话',
  ),
  'review.content_changed': define(409, '申请的内容和您看到的不一样了', '请刷新，重新核对后再决定'),
  'review.claimed': define(409, '这份申请正由{name}审核', '请办理其他申请；{name}离开 10 分钟后，您可以接手'),
  'review.not_claimed': define(409, '只有正在审核这份申请的人能看完整的姓名和号码', '请从待办队列打开这份申请，再核对'),
  'review.too_many_returns': define(
    409,
    '这份申请已经退回过 {count} 次，不能再退回',
    '请与申请人联系，核对后通过，或不予通过',
  ),
} as const satisfies Record<string, ErrorDefinition>;
