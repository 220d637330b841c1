import Bowser from 'bowser';

/** The names that owners know these by; all others are the package's own. */
const COMMON_NAMES: Readonly<Record<string, string>> = {
  macOS: 'Mac',
  WeChat: '微信',
  'Microsoft Edge': 'Edge',
  'QQ Browser': 'QQ浏览器',
  'UC Browser': 'UC浏览器',
};

/** A user agent in words that its owner knows the device by, e.g. `iPhone · 微信`. */
export function deviceWords(userAgent: string): string {
  if (!userAgent) {
    return '未知设备';
  }
  const { os, platform, browser } = Bowser.parse(userAgent);
  // Of other makers the model is a number that nobody knows.
  const system = os.name === 'iOS' ? (platform.model ?? os.name) : os.name;
  const words = [system, browser.name].flatMap((name) => (name ? [COMMON_NAMES[name] ?? name] : []));
  return words.length > 0 ? words.join(' · ') : '未知设备';
}
