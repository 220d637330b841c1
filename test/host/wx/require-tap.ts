import type { WxContext } from './wx-context';
import { WxFailure } from './wx-failure';

/**
 * Calls that WeChat allows only from a tap (or, for messages, from the callback of a payment). Phones grant a short while;
 * the host allows the handler itself and the promises it goes on with in the same turn, so that what passes here passes
 * there.
 * @throws WxFailure with WeChat's text
 */
export function requireTap({ running }: WxContext): void {
  if (!running.activity.inTap()) {
    throw new WxFailure('can only be invoked by user TAP gesture.');
  }
}
