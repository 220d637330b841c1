import { eventCenter, getCurrentInstance } from '@tarojs/taro';

/**
 * Taro hides the page below a little after the one above is there, whatever was done meanwhile: where somebody went back on a busy
 * phone, the page that they came back to stayed hidden. The router tells of a page after all that it had put off before.
 */
eventCenter.on('__afterTaroRouterChange', () => {
  const { path } = getCurrentInstance().page ?? {};
  if (path) document.getElementById(path)?.classList.remove('taro_page_shade');
});
