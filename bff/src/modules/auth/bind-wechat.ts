import { AppError } from '@acceptance/shared';
import { PortError } from '../../ports/port-error';
import type { WechatPlatform } from '../../ports/wechat-platform';
import type { AccountModel } from '../account';

/** WeChat's failure in the words of sign-in. */
export const asWechatError = (error: unknown): unknown => {
  if (!(error instanceof PortError)) {
    return error;
  }
  return new AppError(error.failure === 'rejected' ? 'auth.wechat_code_invalid' : 'auth.wechat_unavailable', {
    cause: error,
  });
};

/** Remembers the openid behind a `wx.login` code. @throws AppError auth.wechat_code_invalid, auth.wechat_unavailable */
export async function bindWechat(
  { accounts, wechatPlatform }: { accounts: AccountModel; wechatPlatform: WechatPlatform },
  { accountId, loginCode }: { accountId: string; loginCode: string },
): Promise<void> {
  try {
    const { openid, unionid } = await wechatPlatform.exchangeLoginCode(loginCode);
    await accounts.updateOne({ _id: accountId }, { $set: { openid, unionid } });
  } catch (error) {
    throw asWechatError(error);
  }
}
