import { localized } from './localized';

/** Texts of states that every page has. */
export const STATE_TEXT = localized({
  zh: {
    loading: '正在加载',
    retry: '重新加载',
    signIn: '去登录',
    back: '返回',
    offline: '网络连接不上',
    requestId: (id: string) => `请求编号 ${id}`,
    stale: '下面显示的是上次加载的内容',
  },
  en: {
    loading: 'Loading',
    retry: 'Reload',
    signIn: 'Sign in',
    back: 'Back',
    offline: 'No connection',
    requestId: (id: string) => `request number ${id}`,
    stale: 'what you see was loaded earlier',
  },
});
