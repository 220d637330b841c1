import Taro from '@tarojs/taro';

export const canSignInWithWechat = true;

export const wechatLoginCode = async (): Promise<string | null> => {
  try {
    const { code } = await Taro.login();
    return code || null;
  } catch {
    // Binding is tried again at the next start; signing in must not fail because of it.
    return null;
  }
};
