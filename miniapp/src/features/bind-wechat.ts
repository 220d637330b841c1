import { endpoints } from '@acceptance/shared';
import { call } from '../api/client';
import { applicantSession } from '../api/sessions';
import { wechatLoginCode } from '../platform/wechat-login';
import { createSilentBinding } from './silent-binding';

const binding = createSilentBinding({
  loginCode: wechatLoginCode,
  send: (loginCode) => call(endpoints.auth.bindWechat, { body: { loginCode } }),
});
applicantSession.onEnded(binding.forget);

/**
 * Tells the server the openid, which WeChat payment needs. Signing in does not: nothing waits for this or fails with it.
 * Once a launch and person; after a failure it is tried again at the next visit of the home page.
 */
export const bindWechatSilently = (): Promise<void> => binding.bind();

/** The sign-in itself carried a login code. */
export const markWechatBound = binding.markBound;
