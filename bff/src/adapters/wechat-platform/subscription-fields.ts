import { formatChinaDate } from '@acceptance/shared';
import type { SubscriptionMessage } from '../../ports/wechat-platform';

/** Longest values by field type (订阅消息参数值内容限制说明), counted in code points; more is refused with 47003. */
const LONGEST = { character_string: 32, thing: 20, phrase: 5 } as const;
const ELLIPSIS = '…';

/** The text on one line within `limit` code points; what was cut shows an ellipsis. */
export function shorten(text: string, limit: number): string {
  const points = [...text.replace(/\s+/g, ' ').trim()];
  return points.length <= limit ? points.join('') : `${points.slice(0, limit - 1).join('')}${ELLIPSIS}`;
}

/** The third field, in which the templates differ: 审核结果, 到期日期. */
const ownField = (message: SubscriptionMessage): Record<string, { value: string }> =>
  message.kind === 'review-result'
    ? { phrase3: { value: shorten(message.result, LONGEST.phrase) } }
    : { date3: { value: formatChinaDate(message.endsAt) } };

/** `data` of a template: 申请编号, 办理项目, its own field, 下一步. */
export const subscriptionFields = (message: SubscriptionMessage): Record<string, { value: string }> => ({
  // Only digits, letters and symbols are allowed here, an ellipsis is none; order numbers are far shorter.
  character_string1: { value: message.orderNumber.slice(0, LONGEST.character_string) },
  thing2: { value: shorten(message.projectName, LONGEST.thing) },
  ...ownField(message),
  thing4: { value: shorten(message.nextStep, LONGEST.thing) },
});
