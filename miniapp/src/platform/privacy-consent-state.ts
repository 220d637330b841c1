/** What WeChat says about the consent to the privacy guideline. */
export interface PrivacySetting {
  /** Consent is still missing. */
  readonly needed: boolean;
  /** How WeChat calls the guideline, e.g. 《电子认证受理小程序隐私保护指引》. */
  readonly contractName: string;
}

/** `too-soon`: WeChat does not ask again within ten seconds of a refusal. */
export type ConsentOutcome = 'agreed' | 'refused' | 'too-soon';
