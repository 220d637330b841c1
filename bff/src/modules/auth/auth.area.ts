import type { Connection } from 'mongoose';
import type { AnyArea } from '../../area/define-area';
import { bindAuthEndpoints } from './auth.routes';
import { codeBudgetModel } from './code-budget.model';
import { passwordAttemptModel } from './password-attempt.model';
import { passwordGauges } from './password-gauges';
import { pictureCodeModel } from './picture-code.model';
import { createAccessTokenReader } from './read-access-token';
import { sealedAuth } from './sealed-auth';
import { type SessionModel, sessionModel } from './session.model';
import { findDeviceTraces } from './sessions';
import { smsCodeModel } from './sms-code.model';
import { trustedDeviceModel } from './trusted-device.model';

export const authArea = {
  name: 'auth',
  sealed: sealedAuth,
  models: (connection: Connection) => ({
    sessions: sessionModel(connection),
    smsCodes: smsCodeModel(connection),
    codeBudgets: codeBudgetModel(connection),
    pictureCodes: pictureCodeModel(connection),
    passwordAttempts: passwordAttemptModel(connection),
    trustedDevices: trustedDeviceModel(connection),
  }),
  services: (needs: Parameters<typeof createAccessTokenReader>[0] & { readonly sessions: SessionModel }) => ({
    readAccessToken: createAccessTokenReader(needs),
    findDeviceTraces: (sessionId: string) => findDeviceTraces(needs.sessions, sessionId),
  }),
  bind: bindAuthEndpoints,
  gauges: () => [passwordGauges],
} satisfies AnyArea;
