import { WECHAT_TEXT } from '../text/wechat';

/** What WeChat's one-tap phone button came to. */
export type PhoneButtonOutcome =
  | { readonly kind: 'code'; readonly code: string }
  /** Try again or use the SMS code. */
  | { readonly kind: 'failed'; readonly message: string }
  /** The button cannot work now: only the SMS way is left. */
  | { readonly kind: 'unavailable'; readonly message: string };

/** The operator's package of phone number checks is used up. */
const QUOTA_OUT = 1400001;
const NO_CONSENT = 104;

interface PhoneButtonDetail {
  readonly code?: unknown;
  readonly errMsg?: unknown;
  readonly errno?: unknown;
}

/** Reads `e.detail` of `getPhoneNumber`. There is always a way on: the SMS code stands beside the button. */
export function phoneButtonOutcome({ code, errMsg, errno }: PhoneButtonDetail): PhoneButtonOutcome {
  const { quotaOut, privacy, refused } = WECHAT_TEXT.phone;
  if (typeof code === 'string' && code !== '') {
    return { kind: 'code', code };
  }
  const text = String(errMsg ?? '');
  if (Number(errno) === QUOTA_OUT || text.includes(String(QUOTA_OUT)) || /no permission/i.test(text)) {
    return { kind: 'unavailable', message: quotaOut };
  }
  return { kind: 'failed', message: errno === NO_CONSENT || /privacy/i.test(text) ? privacy : refused };
}
