import { localized } from '../../text/localized';

/** What is said of tokens at the issuer's desk. */
export const DESK_TOKEN_TEXT = localized({
  zh: {
    onPcTitle: '请在电脑上制证',
    onPc: '微信里连不到 UKey。请在插有 UKey 的电脑上，用浏览器打开受理平台的网址，登录后继续，办到哪一步都会保留。',
    noTokenHint: '请插入一个空白的 UKey，几秒钟后会自动出现在这里。',
    fit: {
      blank: '空白，可以使用',
      begun: '就是这份申请的，会接着办',
      foreign: '里面已有内容',
      locked: '已锁定，不能使用',
    },
    noSerial: '初始化后才有序列号',
  },
  en: {
    onPcTitle: 'Please issue at a PC',
    onPc: 'WeChat reaches no UKey. Please open the service’s address in a browser of the PC that has the UKey; whatever was done so far is kept.',
    noTokenHint: 'Please plug in an empty UKey; it appears here in a few seconds.',
    fit: {
      blank: 'Empty, can be used',
      begun: 'Of this application; it goes on',
      foreign: 'Something is in it',
      locked: 'Locked, cannot be used',
    },
    noSerial: 'Gets its number when initialised',
  },
});
