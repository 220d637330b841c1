import { endpoints } from '@acceptance/shared';
import { call } from '../api/client';
import { wechatLoginCode } from '../platform/wechat-login';

/**
 * Tells the server the openid, which WeChat payment needs. Signing in does not: nothing waits for this or fails with it,
 * and it is tried again at the next visit of the home page.
 */
export async function bindWechatSilently(): Promise<void> {
  const loginCode = await wechatLoginCode();
  if (loginCode) {
    await call(endpoints.auth.bindWechat, { body: { loginCode } }).catch(() => undefined);
  }
}
