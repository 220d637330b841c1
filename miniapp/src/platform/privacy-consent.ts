export {
  openPrivacyGuideline,
  privacyGate,
  readPrivacySetting,
  requirePrivacyConsent,
  startPrivacyGate,
} from './privacy-consent.h5';
