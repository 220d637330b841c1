import { localStorage } from '../platform/storage';
import { canSubscribe, requestSubscription } from '../platform/subscribe-messages';
import { createNoticeMemory } from './notice-memory';

const memory = createNoticeMemory(localStorage, Date.now);

/** Whether a page may offer messages by this template: neither refused nor accepted lately. */
export const mayOfferNotice = (templateId: string): boolean => canSubscribe && memory.mayOffer(templateId);

/**
 * Asks, from a tap and before anything is waited for, for one message by this template; true when it was accepted.
 * Quiet without WeChat, after a refusal, and when WeChat does not let it ask: the SMS comes in any case.
 */
export async function requestNotice(templateId: string): Promise<boolean> {
  if (!canSubscribe || !memory.mayAsk(templateId)) {
    return false;
  }
  const answer = await requestSubscription(templateId);
  memory.remember(templateId, answer);
  return answer === 'accept';
}
