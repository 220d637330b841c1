import { define } from './error-definition';

/** Payment by somebody else; a part of `ERROR_CATALOGUE`. */
export const PAY_LINK_ERRORS = {
  'pay_links.not_offered': define(409, '这个项目不能由别人代付', '请自己支付，或选择其他支付方式'),
  'pay_links.gone': define(404, '这个代付链接已经失效', '请让对方重新发一个给您；如已付款请勿重复付款'),
} as const;
