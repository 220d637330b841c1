import { WECHAT_TEXT } from '../text/wechat';
import { ask } from './ask';

/** A newer version is ready: restarts when the person agrees, otherwise it comes at the next cold start by itself. */
export async function offerUpdate(restart: () => void): Promise<void> {
  const { title, text, now: confirm, later: cancel } = WECHAT_TEXT.update;
  if (await ask({ title, text, confirm, cancel })) {
    restart();
  }
}
