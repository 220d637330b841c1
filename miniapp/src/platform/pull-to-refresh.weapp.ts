import Taro, { usePullDownRefresh } from '@tarojs/taro';

/**
 * Refreshes when the person pulls the page down; its configuration allows that (`enablePullDownRefresh`). The sign that
 * something goes on ends with it, however it ends.
 */
export function usePullToRefresh(refresh: (() => Promise<unknown>) | undefined): void {
  usePullDownRefresh(async () => {
    try {
      await refresh?.();
    } finally {
      void Taro.stopPullDownRefresh();
    }
  });
}
