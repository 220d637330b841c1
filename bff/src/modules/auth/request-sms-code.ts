import { AppError, type SmsCodeSent } from '@acceptance/shared';
import { PortError } from '../../ports/port-error';
import type { SmsSender } from '../../ports/sms-sender';
import { type CodeDependencies, type CodePurpose, issueCode } from './issue-code';

export interface SmsCodeDependencies extends CodeDependencies {
  readonly smsSender: SmsSender;
}

function failureOf(error: unknown): unknown {
  if (!(error instanceof PortError)) {
    return error;
  }
  if (error.failure === 'rejected') {
    return new AppError('auth.phone_rejected', { cause: error });
  }
  return new AppError(error.failure === 'rate-limited' ? 'auth.code_daily_limit' : 'auth.sms_unavailable', {
    cause: error,
  });
}

/**
 * Sends a code to a mobile number, by default for signing in; the answer is the same for known and unknown numbers.
 * @throws AppError auth.code_too_soon, auth.code_daily_limit, auth.sms_unavailable, auth.phone_rejected
 */
export function requestSmsCode(
  dependencies: SmsCodeDependencies,
  { phone, purpose = 'sign-in', now }: { phone: string; purpose?: CodePurpose; now: Date },
): Promise<SmsCodeSent> {
  return issueCode(dependencies, { address: { kind: 'phone', value: phone }, purpose, now }, async (message) => {
    await dependencies.smsSender.send(phone, { kind: 'sign-in-code', ...message }).catch((error: unknown) => {
      throw failureOf(error);
    });
  });
}
