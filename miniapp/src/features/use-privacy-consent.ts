import { openPrivacyGuideline, readPrivacySetting, requirePrivacyConsent } from '../platform/privacy-consent';
import type { PrivacySetting } from '../platform/privacy-consent-state';
import { PRIVACY_TEXT } from '../text/privacy';
import { say } from './ask';
import { useLoad } from './use-load';

export interface PrivacyConsent {
  /** Null in a browser and while it is read. */
  readonly setting: PrivacySetting | null;
  /** From a tap: asks again when the consent is missing, shows the guideline when it is given. */
  readonly open: () => Promise<void>;
}

/** The consent to WeChat's privacy guideline as it stands, and the way to think again. */
export function usePrivacyConsent(): PrivacyConsent {
  const { data: setting, reload } = useLoad(readPrivacySetting, 'privacy');
  const open = async () => {
    if (!setting?.needed) {
      await openPrivacyGuideline();
      return;
    }
    const outcome = await requirePrivacyConsent();
    say({ agreed: PRIVACY_TEXT.thanks, refused: PRIVACY_TEXT.refused, 'too-soon': PRIVACY_TEXT.tooSoon }[outcome]);
    await reload();
  };
  return { setting, open };
}
