export type { AccessTokenKey } from './access-token';
export { applicantSubject } from './applicant-subject';
export { type AuthDependencies, bindAuthEndpoints } from './auth.routes';
export { asWechatError } from './bind-wechat';
export { consumeSmsCode } from './consume-code';
export {
  isLegacyHash,
  LEGACY_SCHEMES,
  type LegacyPassword,
  type LegacyScheme,
  sealLegacyPassword,
} from './legacy-password';
export {
  type OpenedApplicantSession,
  type OpenSessionDependencies,
  openSessionOf,
  refuseOutdatedTerms,
  type SignInDevice,
} from './open-session';
export { listOwnSessions } from './own-sessions';
export { type PasswordAttemptModel, passwordAttemptModel } from './password-attempt.model';
export {
  type AttemptDependencies,
  type CountedAttempt,
  compareCounted,
  countAttempt,
  forgetAttempts,
} from './password-attempts';
export { hashPassword, passwordMatches } from './password-hash';
export { type PictureCodeModel, pictureCodeModel } from './picture-code.model';
export { type ProofDependencies, proveSelf, requestProof } from './prove-self';
export { createAccessTokenReader } from './read-access-token';
export { requestSmsCode, type SmsCodeDependencies } from './request-sms-code';
export { type SessionModel, sessionModel } from './session.model';
export { refreshSession } from './session-refresh';
export { endSession, endSessions, type SessionDependencies, startSession, type WithSession } from './sessions';
export { type SmsCodeModel, smsCodeModel } from './sms-code.model';
export type { StaffDirectory } from './staff-directory';
export { type TrustedDeviceModel, trustedDeviceModel } from './trusted-device.model';
export { distrustDevices, isDeviceTrusted, type TrustedDeviceDependencies, trustDevice } from './trusted-devices';
