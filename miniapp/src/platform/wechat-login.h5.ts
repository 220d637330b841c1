/** Whether the one-tap phone number button can be offered. */
export const canSignInWithWechat = false;

/** Code of `wx.login` for binding the openid; null where there is no WeChat or it does not answer. */
export const wechatLoginCode = async (): Promise<string | null> => null;
