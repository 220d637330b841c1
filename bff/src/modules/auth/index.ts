export type { AccessTokenKey } from './access-token';
export { type AuthDependencies, bindAuthEndpoints } from './auth.routes';
export { createAccessTokenReader } from './read-access-token';
export { type SessionModel, sessionModel } from './session.model';
export { endSession, type SessionDependencies, startSession } from './sessions';
export { type SmsCodeModel, smsCodeModel } from './sms-code.model';
export type { StaffDirectory } from './staff-directory';
