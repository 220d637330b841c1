import table from './privacy-apis.json';

/** What one privacy-relevant interface is called for; `apis` as WeChat's `referrer` names them. */
export interface PrivacyInterface {
  readonly privacyKey: string;
  readonly information: string;
  readonly apis: readonly string[];
  readonly purpose: string;
}

/**
 * Everything that the operator declares in WeChat's 用户隐私保护指引. `interfaces` are WeChat's own, held against the
 * bundle by scripts/privacy/check-privacy-apis.ts; `typedIn` is what people enter themselves.
 */
export const PRIVACY_TABLE: {
  readonly interfaces: readonly PrivacyInterface[];
  readonly typedIn: readonly Omit<PrivacyInterface, 'apis'>[];
} = table;

/**
 * The entry behind the `referrer` of onNeedPrivacyAuthorization, e.g. `chooseMedia`, `button.getPhoneNumber`; null for
 * what stands for all of them (`requirePrivacyAuthorize`). WeChat writes open types with and without `button.`.
 */
export const privacyInterfaceOf = (referrer: string): PrivacyInterface | null =>
  PRIVACY_TABLE.interfaces.find(({ apis }) => apis.some((api) => api === referrer || api === `button.${referrer}`)) ??
  null;
