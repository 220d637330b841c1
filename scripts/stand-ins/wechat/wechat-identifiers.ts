const OPENID_LENGTH = 28;
const DEMO_LOGIN_CODE = /^demo-code-([A-Za-z0-9_-]{1,20})(?:\.[A-Za-z0-9_-]+)?$/;
const DEMO_PHONE_CODE = /^demo-phone-(1\d{10})(?:\.[A-Za-z0-9_-]+)?$/;

/** The openid of a demo person: 28 characters beginning with `o`, as real ones. */
export const demoOpenId = (suffix: string): string =>
  `oDemo_${'0'.repeat(Math.max(0, OPENID_LENGTH - 6 - suffix.length))}${suffix}`;

/** `demo-code-<openid suffix>`, optionally `.<anything>` behind it to make the code of a further sign-in different. */
export function openIdOfDemoCode(code: string): string | undefined {
  const suffix = DEMO_LOGIN_CODE.exec(code)?.[1];
  return suffix && demoOpenId(suffix);
}

/** `demo-phone-<11 digits>`, optionally `.<anything>` behind it. */
export const phoneNumberOfDemoCode = (code: string): string | undefined => DEMO_PHONE_CODE.exec(code)?.[1];
