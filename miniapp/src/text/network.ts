import { localized } from './localized';

/** What is said when a request never got an answer. */
export const NETWORK_TEXT = localized({
  zh: {
    offline: '网络连接不上',
    timeout: '网络太慢，没有等到回应',
    next: '请检查网络后重试，已填写的内容都保留着',
  },
  en: {
    offline: 'No connection',
    timeout: 'The network is too slow; no answer came',
    next: 'Please check your connection and try again; everything you entered is kept',
  },
});
