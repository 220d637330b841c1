import { localized } from './localized';

/** That a certificate is to be renewed, on the home page and above the list. */
export const RENEWAL_TEXT = localized({
  zh: {
    ending: (name: string, days: number) => `证书“${name}”还有 ${days} 天到期，到期后不能再登录和签章`,
    ended: (name: string) => `证书“${name}”已经到期，现在还可以续期`,
    renew: '去续期',
  },
  en: {
    ending: (name: string, days: number) => `The certificate “${name}” ends in ${days} days; then it no longer signs`,
    ended: (name: string) => `The certificate “${name}” has ended; it can still be renewed`,
    renew: 'Renew',
  },
});
