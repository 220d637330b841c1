type Naming = readonly (readonly [pattern: RegExp, name: string])[];

/** In this order: an iPad may call itself a Mac, and every Android a Linux. */
const SYSTEMS: Naming = [
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/OpenHarmony|HarmonyOS/, 'HarmonyOS'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Macintosh|Mac OS X/, 'Mac'],
  [/Linux/, 'Linux'],
];

/** In this order: nearly every browser calls itself Chrome and Safari too. */
const APPS: Naming = [
  [/MicroMessenger/, '微信'],
  [/Edg(?:e|A|iOS)?\//, 'Edge'],
  [/Firefox|FxiOS/, 'Firefox'],
  [/Chrome|CriOS/, 'Chrome'],
  [/Safari/, 'Safari'],
];

const nameIn = (userAgent: string, naming: Naming): string | undefined =>
  naming.find(([pattern]) => pattern.test(userAgent))?.[1];

/** A user agent in words that its owner knows the device by, e.g. `iPhone · 微信`. */
export function deviceWords(userAgent: string): string {
  const words = [nameIn(userAgent, SYSTEMS), nameIn(userAgent, APPS)].filter((word) => word !== undefined);
  return words.length > 0 ? words.join(' · ') : '未知设备';
}
