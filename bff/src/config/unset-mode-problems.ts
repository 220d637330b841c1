import type { GivenSettings } from './config-schema';
import { hostOfAddress, isPublicHost } from './network-addresses';
import { VENDOR_HOSTS } from './vendor-hosts';

const isVendor = ([name, host]: [string, string], given: GivenSettings): boolean =>
  hostOfAddress(given[name as keyof GivenSettings] ?? '') === host;

/**
 * Without NODE_ENV the start is one of development, whose checks let the trial CA and the demo's keys pass. Real money
 * and real text messages must not depend on somebody having thought of one variable.
 */
export function unsetModeProblems(given: GivenSettings): string[] {
  const vendor = Object.entries(VENDOR_HOSTS).find((entry) => isVendor(entry, given));
  const notifyUrl = given.WECHAT_PAY_NOTIFY_URL ?? '';
  const isPublic = /^https:/i.test(notifyUrl) && isPublicHost(hostOfAddress(notifyUrl) ?? '');
  const sign = vendor ? `${vendor[0]} names the vendor itself` : 'WECHAT_PAY_NOTIFY_URL is a public address';
  return vendor || isPublic
    ? [`NODE_ENV: is not set, but ${sign}; set production, or development if this is meant`]
    : [];
}
