import type { ConsentOutcome, PrivacySetting } from './privacy-consent-state';
import { createPrivacyGate } from './privacy-gate';

/** Questions of WeChat that wait for an answer; in a browser there never is one. */
export const privacyGate = createPrivacyGate();

/** Starts to listen for WeChat's questions; once, when the program starts. */
export const startPrivacyGate = (): void => undefined;

/** Null where no consent is asked for: a browser asks by itself, for the camera. */
export const readPrivacySetting = async (): Promise<PrivacySetting | null> => null;

/** Asks for the consent now, from a tap. */
export const requirePrivacyConsent = async (): Promise<ConsentOutcome> => 'agreed';

/** Opens the guideline that the operator has declared to WeChat; false when it does not open. */
export const openPrivacyGuideline = async (): Promise<boolean> => false;
