/** Texts of states that every page has. */
export const STATE_TEXT = {
  loading: '正在加载',
  retry: '重新加载',
  signIn: '去登录',
  back: '返回',
  offline: '网络连接不上',
  requestId: (id: string) => `请求编号 ${id}`,
  stale: '下面显示的是上次加载的内容',
} as const;
