import { define, type ErrorDefinition } from './error-definition';

/** Refunds that somebody asks for; a part of `ERROR_CATALOGUE`. */
export const REFUND_ERRORS = {
  'refunds.nothing_paid': define(409, '这份申请没有可以退的款项', '请刷新后查看支付状态'),
  'refunds.certificate_made': define(409, '证书已经制作完成，不能申请退款', '有疑问请拨打客服电话'),
  'refunds.certificate_valid': define(409, '证书已经签发，还可以使用，不能退款', '请制证人员先注销证书，再申请退款'),
  'refunds.under_way': define(409, '退款已经在办理', '请刷新后查看进度'),
  'refunds.already_asked': define(409, '已有一个退款申请在等待审批', '请刷新后查看；要修改的，请先撤回'),
  'refunds.asked_too_often': define(409, '这份申请的退款已经申请过多次', '请拨打客服电话，由我们来处理'),
  'refunds.not_found': define(404, '没有找到这个退款申请', '请刷新后再看'),
  'refunds.not_yours': define(409, '这个退款申请不是您提出的，不能撤回', '请让提出的人撤回，或者由财务审批'),
  'refunds.decided': define(409, '这个退款申请已经有结果', '请刷新后查看'),
  'refunds.second_person_required': define(409, '退款须由另一位财务审批', '请让没有提出这次退款的同事来决定'),
  'refunds.waiting': define(409, '这份申请正在等待退款审批，先不制证', '退款申请撤回或未通过后，可以继续办理'),
} as const satisfies Record<string, ErrorDefinition>;
